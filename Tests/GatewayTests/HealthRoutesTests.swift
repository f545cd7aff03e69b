// /health over real sockets: bare answers, readiness as Health tells it, reasons for this machine alone.
import Contract
import Glibc
import Logging
import NIOCore
import RPC
import Services
import TestKit
import Testing

@testable import Gateway

/// A gateway before a Health service whose readiness the test decides.
struct GatewayHouse {
    let readiness = Readiness()
    let directory = TemporaryDirectory.make()
    let server: GatewayServer

    init(_ endpoints: [Endpoint] = [.tcp(host: "127.0.0.1", port: 0)], unix: Bool = false) async throws {
        let path = directory + "/http.sock"
        server = try await Self.start(endpoints + (unix ? [.unix(path: path)] : []), readiness)
    }

    static func start(_ endpoints: [Endpoint], _ readiness: Readiness) async throws -> GatewayServer {
        var router = Router(interceptors: [AccessInterceptor()])
        router.register(HealthService(readiness: readiness, services: []))
        return try await GatewayServer.start(
            on: endpoints, calls: InProcessTransport(router: router), notReadyReasons: { readiness.reasons },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
    }

    func end() async {
        await server.stop(timeout: .seconds(5))
        TemporaryDirectory.remove(directory)
    }
}

@Suite(.timeLimit(.minutes(1))) struct HealthRoutesTests {
    @Test func liveAndReadyAreToldOnTCPAndUnixSocketsAlike() async throws {
        let house = try await GatewayHouse(unix: true)
        #expect(house.server.endpoints.count == 2)
        for endpoint in house.server.endpoints {
            for path in ["/health/live", "/health/live/"] {
                let answer = try await request(endpoint, "GET", path)
                #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"), "\(answer)")
                #expect(answer.hasSuffix("\r\n\r\n{\"status\":\"live\"}"), "\(answer)")
            }
            let early = try await request(endpoint, "GET", "/health/ready")
            #expect(early.hasPrefix("HTTP/1.1 503 "), "\(early)")
            #expect(
                early.hasSuffix(#"{"status":"not_ready","reasons":["not every listener is bound yet"]}"#), "\(early)")
        }
        house.readiness.remove(.starting)
        for endpoint in house.server.endpoints {
            let answer = try await request(endpoint, "GET", "/health/ready")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix("{\"status\":\"ready\"}"))
            #expect(answer.lowercased().contains("content-type: application/json\r\n"))
            #expect(answer.lowercased().contains("cache-control: no-store\r\n"))
        }
        house.readiness.add(.draining)
        let late = try await request(house.server.endpoints[0], "GET", "/health/ready")
        #expect(late.contains("the server is shutting down"))
        await house.end()
    }

    @Test func headIsAnsweredWithoutABody() async throws {
        let house = try await GatewayHouse()
        let answer = try await request(house.server.endpoints[0], "HEAD", "/health/live")
        #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
        #expect(answer.hasSuffix("\r\n\r\n"))
        await house.end()
    }

    @Test(arguments: ["/", "/health", "/health/liver", "/health/live/more", "/metrics"])
    func otherPathsAreNotThere(path: String) async throws {
        let house = try await GatewayHouse()
        let answer = try await request(house.server.endpoints[0], "GET", path)
        #expect(answer.hasPrefix("HTTP/1.1 404 "), "\(answer)")
        await house.end()
    }

    @Test(arguments: ["GET\r\n\r\n", "\0\0\0\0\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nA\r\n\r\n"])
    func whatIsNoRequestIsRefusedAndClosed(text: String) async throws {
        let house = try await GatewayHouse()
        let connection = try RawConnection(to: house.server.endpoints[0])
        try connection.send(text)
        let answer = try await connection.receive()
        #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
        let next = try await request(house.server.endpoints[0], "GET", "/health/live")
        #expect(next.hasPrefix("HTTP/1.1 200 "))
        await house.end()
    }

    @Test(arguments: [
        ("127.0.0.1", true), ("127.8.8.8", true), ("::1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false),
        ("192.0.2.1", false), ("2001:db8::1", false), ("::ffff:10.0.0.1", false), ("::", false),
    ])
    func onlyThisMachineIsTheReasonsTold(address: String, isLocal: Bool) throws {
        #expect(Origin.network(try SocketAddress(ipAddress: address, port: 1)).isThisMachine == isLocal)
        #expect(Origin.unixSocket.isThisMachine)
    }

    /// Whose address the system had forgotten used to pass for a caller on this machine, on a Unix socket.
    @Test func aClientThatIsGoneAlreadyIsOnNoUnixSocketAndFromNowhere() throws {
        #expect(!Origin.network(nil).isThisMachine)
        #expect(!Origin.network(try SocketAddress(unixDomainSocketPath: "/x")).isThisMachine)
        let gone = Peer(transport: .http, address: Origin.network(nil).text)
        #expect(gone.place == "unknown")
        #expect(NetworkList(["unix", "0.0.0.0/0", "::/0"])?.admits(gone) == false)
        let onSocket = Peer(transport: .http, address: Origin.unixSocket.text)
        #expect(NetworkList(["unix"])?.admits(onSocket) == true)
    }

    @Test func peersAreNamedByTheirAddress() throws {
        #expect(Origin.network(try SocketAddress(ipAddress: "192.0.2.1", port: 80)).text == "192.0.2.1:80")
        #expect(Origin.network(try SocketAddress(ipAddress: "2001:db8::1", port: 80)).text == "[2001:db8::1]:80")
        #expect(Origin.unixSocket.text == "")
    }
}

@Suite(.timeLimit(.minutes(1))) struct HTTPListenerTests {
    @Test func aUnixSocketIsForOwnerAndGroupAndGoesWithTheServer() async throws {
        let house = try await GatewayHouse([], unix: true)
        let path = house.directory + "/http.sock"
        #expect(access(path, F_OK) == 0)
        #expect(Files.mode(path) == 0o660)
        await house.server.stop(timeout: .seconds(5))
        #expect(access(path, F_OK) != 0)
        await house.end()
    }

    @Test func callsOverAUnixSocketHaveNoAddressAndNoUser() async throws {
        let methods = EveryMethod()
        let directory = TemporaryDirectory.make()
        let path = directory + "/http.sock"
        let server = try await GatewayServer.start(
            on: [.unix(path: path)], calls: InProcessTransport(router: .scripted(methods)), notReadyReasons: { [] },
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let answer = try await HTTPAnswer.get(.unix(path: path), "GET", "/api/v1/users/1/")
        #expect(answer.status == 200)
        let peer = try #require(methods.context?.peer)
        #expect(peer.transport == .http)
        #expect(peer.address.isEmpty)
        #expect(peer.uid == nil)
        await server.stop(timeout: .seconds(5))
        TemporaryDirectory.remove(directory)
    }

    @Test(arguments: [100, 101])
    func aHeadOfMoreThanAHundredFieldsIsRefused(count: Int) async throws {
        let house = try await GatewayHouse()
        let connection = try RawConnection(to: house.server.endpoints[0])
        // Host and Connection are two of them.
        let fields = (0..<count - 2).map { "X-\($0): y\r\n" }.joined()
        try connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\(fields)\r\n")
        let answer = try await connection.receive()
        #expect(answer.hasPrefix(count == 100 ? "HTTP/1.1 200 " : "HTTP/1.1 400 "), "\(answer)")
        await house.end()
    }

    @Test func aHeadOfMoreThan64KiBIsRefused() async throws {
        let house = try await GatewayHouse()
        let connection = try RawConnection(to: house.server.endpoints[0])
        let long = String(repeating: "x", count: 65 << 10)
        try connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\nX-Long: \(long)\r\n\r\n")
        let answer = try await connection.receive()
        #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer)")
        #expect(try await request(house.server.endpoints[0], "GET", "/health/live").hasPrefix("HTTP/1.1 200 "))
        await house.end()
    }

    @Test func aSocketThatNobodyServesIsReplacedAndOneThatIsServedIsNot() async throws {
        let house = try await GatewayHouse([], unix: true)
        let path = house.directory + "/http.sock"
        await #expect(throws: GatewayBindError.self) {
            _ = try await GatewayHouse.start([.unix(path: path)], Readiness())
        }
        #expect(try await request(.unix(path: path), "GET", "/health/live").contains("200 OK"))
        await house.server.stop(timeout: .seconds(5))

        Files.leaveDeadSocket(path)
        let again = try await GatewayHouse.start([.unix(path: path)], Readiness())
        #expect(try await request(.unix(path: path), "GET", "/health/live").contains("200 OK"))
        await again.stop(timeout: .seconds(5))

        Files.write(path, "precious")
        await #expect(throws: GatewayBindError.self) {
            _ = try await GatewayHouse.start([.unix(path: path)], Readiness())
        }
        #expect(access(path, F_OK) == 0)
        await house.end()
    }

    @Test func aTakenPortIsToldAndNothingStaysBound() async throws {
        let house = try await GatewayHouse()
        let path = house.directory + "/second.sock"
        await #expect(throws: GatewayBindError.self) {
            _ = try await GatewayHouse.start([.unix(path: path), house.server.endpoints[0]], Readiness())
        }
        #expect(access(path, F_OK) != 0)
        await house.end()
    }

    @Test func idleConnectionsDoNotHoldTheEndUp() async throws {
        let house = try await GatewayHouse()
        let connection = try RawConnection(to: house.server.endpoints[0])
        try connection.send("GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
        _ = try await connection.receive(until: "}")
        let begin = ContinuousClock.now
        await house.end()
        // Far from the grace of an idle connection, far from what a busy machine needs.
        #expect(ContinuousClock.now - begin < .seconds(30))
        #expect(try await connection.receive() == "")
    }
}

enum Files {
    static func mode(_ path: String) -> Int32 {
        // The permissions that `stat` prints: asked from the tool, because the C struct hides behind modules here.
        guard let pipe = popen("stat -c %a '\(path)'", "r") else { return -1 }
        defer { pclose(pipe) }
        var line = [CChar](repeating: 0, count: 16)
        guard fgets(&line, 16, pipe) != nil else { return -1 }
        return Int32(String(decoding: line.prefix { $0 > 0x20 }.map(UInt8.init), as: UTF8.self), radix: 8) ?? -1
    }

    static func write(_ path: String, _ text: String) {
        guard let file = fopen(path, "w") else { return }
        fputs(text, file)
        fclose(file)
    }

    /// As a server that was killed leaves it.
    static func leaveDeadSocket(_ path: String) {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        close(descriptor)
    }
}
