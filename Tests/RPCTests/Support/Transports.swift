// The ways to a router: each test of calls as such runs over all of them.

import RPC
import Testing

enum Way: String, CaseIterable, Sendable, CustomTestStringConvertible {
    case unix, tcp
    case inProcess = "in process"

    var testDescription: String { rawValue }
}

/// A router served in one of the ways, and a client of it.
struct Served: Sendable {
    let server: Server
    let client: RPCClient

    init(
        _ router: Router, _ way: Way, configure: (inout Server.Configuration) -> Void = { _ in }
    ) async throws {
        var configuration = Server.Configuration()
        configuration.limits.linger = .milliseconds(100)
        configure(&configuration)
        server = Server(router: router, configuration: configuration, logger: .quiet)
        switch way {
        case .unix:
            let bound = try await server.bind(.unix(path: temporaryPath()), name: "listener")
            client = RPCClient(transport: ClientConnection(bound.endpoint))
        case .tcp:
            let bound = try await server.bind(.tcp(host: "127.0.0.1", port: 0), name: "listener")
            client = RPCClient(transport: ClientConnection(bound.endpoint))
        case .inProcess:
            client = RPCClient(transport: InProcessTransport(server: server))
        }
    }

    func stop() async { await server.drain(timeout: .milliseconds(100)) }

    /// Polls until nothing is open or running; false when that is not so within 20 s.
    func settles() async -> Bool { await eventually { $0.streams == 0 && $0.runningHandlers == 0 } }

    func eventually(_ condition: (Server.Counts) -> Bool) async -> Bool {
        for _ in 0..<4000 {
            if condition(server.counts) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}
