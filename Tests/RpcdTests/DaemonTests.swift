// rpcd as an operator meets it: statuses, files, signals, refusals (API.md 1).
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .timeLimit(.minutes(2))) struct DaemonTests {
    private let place = DaemonPlace()

    private func system() throws -> SystemClient {
        SystemClient(RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock"))))
    }

    @Test func itStartsServesAndEndsCleanly() async throws {
        let daemon = try place.start("rpcd", ["--listen", "127.0.0.1:0", "--http", "127.0.0.1:0"])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        #expect(place.mode("") == 0o750)
        #expect(place.mode("rpcd.sock") == 0o660)
        #expect(place.mode("bridge.sock") == 0o660)
        #expect(place.mode("switchboard.db") == 0o600)
        #expect(place.mode("secrets") == 0o700)
        #expect(place.mode("endpoints.json") == 0o644)

        let status = try await system().getStatus(.init())
        #expect(status.pid == Int64(daemon.process.processIdentifier))
        #expect(status.listeners.count == 4)
        #expect(status.live?.connections == 1)
        #expect(status.live?.runningHandlers == 1)
        #expect(status.limits["connections"] == 10_000)

        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        for gone in ["endpoints.json", "rpcd.sock", "bridge.sock"] {
            #expect(!FileManager.default.fileExists(atPath: place.data + "/" + gone), "\(gone)")
        }
        let log = daemon.output
        #expect(log.split(separator: "\n").filter { $0.contains(" ready ") }.count == 1)
        #expect(log.contains("method=switchboard.v1.SystemService/GetStatus status=OK"))
        #expect(log.contains("ended status=0"))
    }

    @Test func aSecondOneOnTheSameDataFindsItBusyAndChangesNothing() async throws {
        let first = try place.start()
        #expect(try await first.until { place.isReady(first) }, "\(first.output)")
        let second = try await place.run(["--data-dir", place.data, "--http", "off"])
        #expect(second.status == 75)
        #expect(second.output.contains("pid \(first.process.processIdentifier)"))
        #expect(place.isReady(first))
        _ = try await system().getStatus(.init())
        first.signal(SIGINT)
        #expect(try await first.status() == 0)
    }

    @Test func aKilledOneLeavesNothingThatHindersTheNext() async throws {
        let first = try place.start()
        #expect(try await first.until { place.isReady(first) })
        first.signal(SIGKILL)
        _ = try await first.status()
        #expect(FileManager.default.fileExists(atPath: place.data + "/endpoints.json"))
        let next = try place.start("next")
        #expect(try await next.until { place.isReady(next) }, "\(next.output)")
        _ = try await system().getStatus(.init())
        next.signal(SIGTERM)
        #expect(try await next.status() == 0)
    }

    @Test func theSupervisorHearsOfReadyAndStopping() async throws {
        let path = place.path + "/notify"
        let receiver = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(receiver) }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(receiver, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        func told() -> String {
            var bytes = [UInt8](repeating: 0, count: 200)
            let count = recv(receiver, &bytes, bytes.count, Int32(MSG_DONTWAIT))
            return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
        }
        let daemon = try place.start(environment: ["NOTIFY_SOCKET": path])
        #expect(try await daemon.until { place.isReady(daemon) })
        var ready = ""
        _ = try await daemon.until {
            ready += told()
            return !ready.isEmpty
        }
        #expect(ready.hasPrefix("READY=1"))
        daemon.signal(SIGHUP)
        var reloaded: [String] = []
        _ = try await daemon.until {
            let state = told()
            if !state.isEmpty { reloaded.append(state) }
            return reloaded.count == 2
        }
        #expect(reloaded.first?.hasPrefix("RELOADING=1\nMONOTONIC_USEC=") == true)
        #expect(reloaded.last == "READY=1")
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        #expect(told() == "STOPPING=1")
    }

    @Test func aFailedCallIsOneLineAlsoWhenDebugging() async throws {
        let daemon = try place.start("rpcd", ["--log-level", "debug"])
        #expect(try await daemon.until { place.isReady(daemon) })
        let users = UsersClient(RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock"))))
        await #expect(throws: RPCError.self) {
            _ = try await users.getUser(
                .with { $0.id = 4_711 }, options: .init(metadata: ["x-request-id": "told-once"]))
        }
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        let lines = daemon.output.split(separator: "\n").filter { $0.contains("told-once") }
        #expect(lines.count == 1, "\(lines)")
    }

    @Test func aSecondSignalEndsItAtOnce() async throws {
        let daemon = try place.start("rpcd", ["--drain-timeout", "60s"])
        #expect(try await daemon.until { place.isReady(daemon) })
        // A connection that neither reads nor closes keeps the drain waiting for a while.
        let health = HealthClient(RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock"))))
        let stream = try await health.watch(.init(), options: .init(timeout: .seconds(60)))
        var items = stream.makeAsyncIterator()
        _ = try await items.next()
        daemon.signal(SIGTERM)
        daemon.signal(SIGINT)
        let begin = ContinuousClock.now
        let status = try await daemon.status()
        #expect(status == 70 || status == 0)
        #expect(ContinuousClock.now - begin < .seconds(5))
        #expect(!FileManager.default.fileExists(atPath: place.data + "/endpoints.json"))
        stream.cancel()
    }

    @Test func theLogLevelIsRereadOnHangup() async throws {
        let file = place.path + "/rpcd.yaml"
        try "log-level: warning\n".write(toFile: file, atomically: true, encoding: .utf8)
        let daemon = try place.start("rpcd", ["--config", file, "--log-format", "json"])
        #expect(try await daemon.until { place.isReady(daemon) })
        #expect(!daemon.output.contains("ready"))
        try "log-level: debug\n".write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        #expect(try await daemon.until { daemon.output.contains("settings reread") })
        try "log-level: loud\n".write(toFile: file, atomically: true, encoding: .utf8)
        daemon.signal(SIGHUP)
        #expect(try await daemon.until { daemon.output.contains("settings not reread") })
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        for line in daemon.output.split(separator: "\n") {
            #expect((try? JSONSerialization.jsonObject(with: Data(line.utf8))) is [String: Any], "\(line)")
        }
    }

    @Test func whatCannotBeStartedSaysWhyWithItsStatus() async throws {
        let usage = try await place.run(["--no-such-flag"])
        #expect(usage.status == 64)
        let version = try await place.run(["--version"])
        #expect(version.status == 0)
        #expect(version.output == "rpcd 0.1.0\n")
        let help = try await place.run(["--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("--data-dir"))
        #expect(help.output.contains("SWIFT_BACKTRACE"))
        #expect(help.output.contains("--tls-cert"))

        let unknown = place.path + "/bad.yaml"
        try "colour: red\n".write(toFile: unknown, atomically: true, encoding: .utf8)
        let bad = try await place.run(["--config", unknown, "--check-config"])
        #expect(bad.status == 78)
        #expect(bad.output.contains("unknown setting colour"))
        let missing = try await place.run(["--config", place.path + "/none.yaml"])
        #expect(missing.status == 78)
        let open = try await place.run(["--data-dir", place.data, "--listen", "0.0.0.0:0"])
        #expect(open.status == 78)
        #expect(open.output.contains("--insecure"))
        #expect(!FileManager.default.fileExists(atPath: place.data))

        let checked = try await place.run(
            ["--check-config", "--log-level", "debug"], environment: ["SWITCHBOARD_LOG_FORMAT": "json"])
        #expect(checked.status == 0)
        #expect(
            checked.output.contains("log-level: debug\nlog-format: json\n") || checked.output.contains("'debug'"),
            "\(checked.output)")

        try "x".write(toFile: place.path + "/file", atomically: true, encoding: .utf8)
        let noDirectory = try await place.run(["--data-dir", place.path + "/file"])
        #expect(noDirectory.status == 73)
        #expect(noDirectory.output.hasPrefix("error: "))
    }

    @Test func aTakenAddressEndsTheStartAndLeavesNothingOpen() async throws {
        let first = try place.start("first", ["--http", "127.0.0.1:0"])
        #expect(try await first.until { place.isReady(first) })
        let data = try #require(FileManager.default.contents(atPath: place.data + "/endpoints.json"))
        let object = try #require(JSONSerialization.jsonObject(with: data) as? [String: Any])
        let http = try #require((object["http"] as? [String])?.first).dropFirst("http://".count)
        let other = place.path + "/other"
        for flag in ["--http", "--listen"] {
            let second = try await place.run(
                ["--data-dir", other, flag, String(http)] + (flag == "--listen" ? ["--http", "off"] : []))
            #expect(second.status == 73)
            #expect(second.output.contains(String(http)), "\(second.output)")
            #expect(!FileManager.default.fileExists(atPath: other + "/rpcd.sock"))
            #expect(!FileManager.default.fileExists(atPath: other + "/endpoints.json"))
        }
        let occupied = try await place.run([
            "--data-dir", other, "--http", "off", "--socket", place.data + "/rpcd.sock",
        ])
        #expect(occupied.status == 73)
        first.signal(SIGTERM)
        #expect(try await first.status() == 0)
    }

    @Test func aDatabaseThatIsNoneIsRefusedAndLeftAlone() async throws {
        try FileManager.default.createDirectory(atPath: place.data, withIntermediateDirectories: true)
        let file = place.data + "/switchboard.db"
        try "this is somebody's letter, and no database at all".write(toFile: file, atomically: true, encoding: .utf8)
        let refused = try await place.run(["--data-dir", place.data, "--http", "off"])
        #expect(refused.status == 78, "\(refused.output)")
        #expect(refused.output.contains("switchboard.db"))
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("this is"))

        try "".write(toFile: file, atomically: true, encoding: .utf8)
        #expect(try await place.run(["--data-dir", place.data, "--http", "off"]).status == 78)
        let made = try place.start("made", ["--init"])
        #expect(try await made.until { place.isReady(made) }, "\(made.output)")
        made.signal(SIGTERM)
        #expect(try await made.status() == 0)
    }
}
