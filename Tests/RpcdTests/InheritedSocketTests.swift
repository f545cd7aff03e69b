// Sockets that another process opened: which role they get, what is refused, who their callers are.
import Contract
import Foundation
import Glibc
import TestCertificates
import Testing

@testable import RPC
@testable import rpcd

@Suite(.timeLimit(.minutes(1))) struct InheritedSocketTests {
    private func taken(
        _ environment: [String: String], first: Int32 = 900
    ) throws -> [String] {
        try InheritedSockets(
            environment: environment.merging(["LISTEN_PID": String(getpid())]) { given, _ in given }, first: first
        ).sockets.map { "\($0.descriptor) \($0.role.rawValue)" }
    }

    private func complaint(_ body: () throws -> Void) -> String {
        do {
            try body()
            return "none"
        } catch {
            return "\(error)"
        }
    }

    @Test func namesAreRolesAndWhatHasNoneIsRPC() throws {
        #expect(try taken(["LISTEN_FDS": "2"]) == ["900 rpc", "901 rpc"])
        #expect(
            try taken(["LISTEN_FDS": "7", "LISTEN_FDNAMES": "rpc-tls:bridge::x.socket:unknown:http:https"])
                == ["900 rpc-tls", "901 bridge", "902 rpc", "903 rpc", "904 rpc", "905 http", "906 https"])
        #expect(try taken(["LISTEN_FDS": "0"]).isEmpty)
        #expect(try taken(["LISTEN_FDS": "2", "LISTEN_PID": "1"]).isEmpty)
        #expect(try taken(["LISTEN_FDS": "2", "LISTEN_PID": "x"]).isEmpty)
        #expect(try InheritedSockets(environment: ["LISTEN_FDS": "2"]).sockets.isEmpty)
    }

    @Test(arguments: ["", "x", "-1", "1001", "99999999999"])
    func aNumberIsANumber(text: String) {
        #expect(complaint { _ = try taken(["LISTEN_FDS": text]) }.contains("LISTEN_FDS must be"))
    }

    @Test func namesMustFit() {
        let few = complaint { _ = try taken(["LISTEN_FDS": "2", "LISTEN_FDNAMES": "rpc"]) }
        #expect(few == "LISTEN_FDNAMES has 1 names for 2 sockets")
        let strange = complaint { _ = try taken(["LISTEN_FDS": "1", "LISTEN_FDNAMES": "smtp"]) }
        #expect(
            strange == "LISTEN_FDNAMES: nothing of ours is called 'smtp'; there is rpc, rpc-tls, bridge, http, https")
    }

    /// A descriptor for one test, as if it had been inherited.
    private func inherited(_ descriptor: Int32, _ name: String) throws -> InheritedSockets {
        try InheritedSockets(
            environment: ["LISTEN_PID": String(getpid()), "LISTEN_FDS": "1", "LISTEN_FDNAMES": name],
            first: descriptor)
    }

    @Test func whatIsNoListeningStreamSocketIsRefused() throws {
        let file = open("/dev/null", O_RDONLY)
        let datagram = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue), 0)
        let idle = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer { for descriptor in [file, datagram, idle] { close(descriptor) } }
        for (descriptor, words) in [
            (file, "is no socket"), (datagram, "is no stream socket"), (idle, "does not listen"), (999, "is no socket"),
        ] {
            let text = complaint { _ = try inherited(descriptor, "rpc").listeners(nil, insecure: false) }
            #expect(text == "an inherited socket cannot be used: descriptor \(descriptor) \(words)")
        }
    }

    @Test func whatIsOpenToOthersIsRefusedWithoutTLS() throws {
        let socket = try ListeningSocket.open(ListenerConfiguration(.tcp(host: "0.0.0.0", port: 0)))
        defer { close(socket.descriptor) }
        let plain = try inherited(socket.descriptor, "rpc")
        #expect(complaint { _ = try plain.listeners(nil, insecure: false) }.contains("say --insecure"))
        #expect(try plain.listeners(nil, insecure: true).map(\.endpoint) == [socket.bound])
        let secure = try inherited(socket.descriptor, "rpc-tls")
        #expect(complaint { _ = try secure.listeners(nil, insecure: false) }.contains("needs --tls-cert"))
        let http = try inherited(socket.descriptor, "http")
        #expect(complaint { _ = try http.listeners(nil, insecure: false) }.contains("call it https"))
        let https = try inherited(socket.descriptor, "https")
        #expect(complaint { _ = try https.listeners(nil, insecure: false) }.contains("called https: it needs"))
        let certificates = try Certificates()
        try certificates.issue("server")
        let tls = try ServerTLS(.init(certificate: certificates["server.pem"], key: certificates["server.key"]))
        guard case .tls("0.0.0.0", _)? = try secure.listeners(tls, insecure: false).first?.endpoint else {
            Issue.record("no TLS")
            return
        }
        #expect(try https.listeners(tls, insecure: false).first?.name == "http")
    }

    @Test func aSocketIsClosedOnExecAndItsCallersHaveNoRights() async throws {
        let path = TemporaryPath.make()
        let made = try ListeningSocket.open(ListenerConfiguration(.unix(path: path)))
        _ = fcntl(made.descriptor, F_SETFD, 0)
        _ = fcntl(made.descriptor, F_SETFL, 0)
        let listeners = try inherited(made.descriptor, "rpc").listeners(nil, insecure: false)
        #expect(fcntl(made.descriptor, F_GETFD) & FD_CLOEXEC != 0)
        #expect(listeners.map(\.endpoint) == [.unix(path: path)])
        #expect(listeners.map(\.name) == ["inherited"])
        let server = Server(router: Router())
        _ = try await server.bind(listeners)
        #expect(fcntl(made.descriptor, F_GETFL) & O_NONBLOCK != 0)
        await server.drain(timeout: .zero)
        // Whoever made the file removes it.
        #expect(access(path, F_OK) == 0)
        unlink(path)
    }

    private enum TemporaryPath {
        static func make() -> String { "/tmp/sb-inherited-\(getpid())-\(UInt32.random(in: 0 ... .max)).sock" }
    }

    @Test(.enabled(if: Activated.isThere))
    func rpcdServesWhatItIsStartedWith() async throws {
        let place = DaemonPlace()
        let path = TemporaryPath.make()
        let bridge = TemporaryPath.make()
        defer {
            unlink(path)
            unlink(bridge)
        }
        let rpcd = try Activated(
            ["-l", path, "-l", bridge, "--fdname=rpc:bridge"], ["--data-dir", place.data, "--http", "off"])
        var configuration = ClientConnection.Configuration()
        configuration.waitForServer = .seconds(20)
        let client = RPCClient(transport: ClientConnection(.unix(path: path), configuration: configuration))
        let options = CallOptions(timeout: .seconds(30))
        // An inherited socket answers as soon as it is taken over, which is before the last door is open.
        var statuses = try await HealthClient(client).watch(HealthCheckRequest(), options: options).makeAsyncIterator()
        while let next = try await statuses.next(), next.status != .serving {}
        #expect(try await HealthClient(client).check(HealthCheckRequest(), options: options).status == .serving)
        // On rpcd's own socket we are the operator, here we are nobody.
        let refused = await #expect(throws: RPCError.self) {
            try await UsersClient(client).listUsers(ListUsersRequest(), options: options)
        }
        #expect(refused?.reason == "NOT_AUTHENTICATED")
        let own = RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")))
        #expect(try await UsersClient(own).listUsers(ListUsersRequest()).users.isEmpty)
        let json = try String(contentsOfFile: place.data + "/endpoints.json", encoding: .utf8)
        #expect(json.contains("\"unix:\(path)\"") && json.contains("\"bridge\": [\"unix:\(bridge)\"]"), "\(json)")
        #expect(access(place.data + "/bridge.sock", F_OK) != 0)
        #expect(try await rpcd.end() == 0)
        #expect(access(path, F_OK) == 0)
    }

    /// What curl prints, when it has gone well.
    private func curl(_ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-sS", "--max-time", "20"] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let reading = output.fileHandleForReading
        return await withCheckedContinuation { continuation in
            DispatchQueue.global().async {
                continuation.resume(returning: String(decoding: reading.readDataToEndOfFile(), as: UTF8.self))
            }
        }
    }

    @Test(.enabled(if: Activated.isThere))
    func httpIsServedOnWhatItIsStartedWith() async throws {
        let place = DaemonPlace()
        let plain = TemporaryPath.make()
        let port = try ListeningSocket.open(ListenerConfiguration(.tcp(host: "127.0.0.1", port: 0)))
        guard case .tcp(_, let number) = port.bound else { return }
        close(port.descriptor)
        defer { unlink(plain) }
        let certificates = try Certificates()
        try certificates.issue("server")
        let rpcd = try Activated(
            ["-l", plain, "-l", "127.0.0.1:\(number)", "--fdname=http:https"],
            [
                "--data-dir", place.data, "--tls-cert", certificates["server.pem"], "--tls-key",
                certificates["server.key"],
            ])
        var live = ""
        for _ in 0..<500 where live.isEmpty {
            live = try await curl(["--unix-socket", plain, "http://localhost/health/live"])
            if live.isEmpty { try await Task.sleep(for: .milliseconds(20)) }
        }
        #expect(live.contains("{"), "\(live)")
        let url = "https://127.0.0.1:\(number)"
        #expect(try await curl(["--cacert", certificates["ca.pem"], url + "/health/live"]) == live)
        // Nobody is anybody by connecting there.
        let users = try await curl(["--unix-socket", plain, "http://localhost/api/v1/users/"])
        #expect(users.contains("NOT_AUTHENTICATED"), "\(users)")
        // What is usual is not opened beside them.
        // It is written when the last door is open, and answers come before that.
        let file = place.data + "/endpoints.json"
        for _ in 0..<500 where access(file, F_OK) != 0 { try await Task.sleep(for: .milliseconds(20)) }
        let json = try String(contentsOfFile: file, encoding: .utf8)
        #expect(json.contains(#""http": ["unix:\#(plain)", "\#(url)"]"#), "\(json)")
        #expect(try await rpcd.end() == 0)
        #expect(access(plain, F_OK) == 0)
    }
}
