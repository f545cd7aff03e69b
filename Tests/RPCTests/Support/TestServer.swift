// A real server on a Unix socket of its own, for one test.

import Foundation
import Glibc
import Logging
import RPC

struct TestServer: Sendable {
    let server: Server
    let path: String

    init(
        _ router: Router = VectorsService.router(), logger: Logger = .quiet,
        configure: (inout Server.Configuration) -> Void = { _ in }
    ) async throws {
        var configuration = Server.Configuration()
        configuration.defaultUnaryTimeout = nil
        // Tests of stalls set their own; a machine that is busy must not cut the others.
        configuration.limits.writeStall = .seconds(60)
        configuration.limits.firstFrame = .seconds(60)
        configuration.limits.linger = .milliseconds(100)
        configure(&configuration)
        server = Server(router: router, configuration: configuration, logger: logger)
        path = temporaryPath()
        _ = try await server.bind(.unix(path: path), name: "test")
    }

    var endpoint: Endpoint { .unix(path: path) }

    func peer() throws -> RawPeer { try RawPeer(unix: path) }

    func client(configure: (inout ClientConnection.Configuration) -> Void = { _ in }) -> RPCClient {
        var configuration = ClientConnection.Configuration()
        configure(&configuration)
        return RPCClient(transport: ClientConnection(endpoint, configuration: configuration))
    }

    func stop() async { await server.drain(timeout: .milliseconds(100)) }

    /// Polls until `condition` holds; false when it does not within 20 s.
    func eventually(_ condition: (Server.Counts) -> Bool) async -> Bool {
        for _ in 0..<4000 {
            if condition(server.counts) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}

func temporaryPath(_ suffix: String = ".sock") -> String {
    "/tmp/sb-rpc-\(getpid())-\(UInt32.random(in: 0 ... .max))\(suffix)"
}

extension Logger {
    static var quiet: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}
