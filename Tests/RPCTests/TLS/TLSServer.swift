// A server with TLS on a port of its own, and clients of it, for one test.

import Logging
import NIOPosix
import TestCertificates

@testable import RPC

struct TLSServer: Sendable {
    let certificates: Certificates
    let tls: ServerTLS
    let server: Server
    let port: Int

    /// - Parameter mutual: whether clients must show a certificate of `ca`.
    init(
        _ router: Router = TLSServer.whoRouter(), mutual: Bool = false,
        configure: (inout Server.Configuration) -> Void = { _ in }
    ) async throws {
        certificates = try Certificates()
        try certificates.issue("server")
        tls = try ServerTLS(
            .init(
                certificate: certificates["server.pem"], key: certificates["server.key"],
                clientCA: mutual ? certificates["ca.pem"] : nil))
        var configuration = Server.Configuration()
        configuration.limits.linger = .milliseconds(200)
        configure(&configuration)
        server = Server(router: router, configuration: configuration, logger: .quiet)
        let bound = try await server.bind([
            ListenerConfiguration(.tls(host: "127.0.0.1", port: 0), name: "tls", tls: tls)
        ])
        guard case .tls(_, let port)? = bound.first?.endpoint else { throw RawPeerError.timeout }
        self.port = port
    }

    /// Answers with what it knows of its caller.
    static func whoRouter() -> Router {
        var handlers = Handlers()
        handlers.unary = { value, context in
            if value != "who" { return "echo:\(value)" }
            let peer = context.peer
            let certificate = peer.certificate
            return """
                \(peer.transport.rawValue) \(peer.listener) \(peer.address.hasPrefix("127.0.0.1:")) \
                uid=\(peer.uid.map(String.init) ?? "none") [\(certificate?.subject ?? "none")] \
                \(certificate?.alternativeNames ?? []) \(certificate?.fingerprint ?? "")
                """
        }
        return handlers.router()
    }

    /// A client that trusts `ca`.
    func client(
        host: String = "127.0.0.1", certificate: String? = nil,
        configure: (inout ClientConnection.Configuration) -> Void = { _ in }
    ) -> RPCClient {
        var configuration = ClientConnection.Configuration()
        configuration.tls.authorities = [certificates["ca.pem"]]
        if let certificate {
            configuration.tls.certificate = certificates["\(certificate).pem"]
            configuration.tls.key = certificates["\(certificate).key"]
        }
        configure(&configuration)
        return RPCClient(transport: ClientConnection(.tls(host: host, port: port), configuration: configuration))
    }

    func stop() async { await server.drain(timeout: .milliseconds(100)) }

    func eventually(_ condition: (Server.Counts) -> Bool) async -> Bool {
        for _ in 0..<4000 {
            if condition(server.counts) { return true }
            try? await Task.sleep(for: .milliseconds(5))
        }
        return false
    }
}

/// What the client knows of a failed call.
struct CallFailure: Equatable {
    let kind: ConnectionFailure.Kind?
    let words: String

    init(_ body: () async throws -> Void) async {
        let error = await rpcError(body)
        kind = (error?.cause as? ConnectionFailure)?.kind
        words = error?.message ?? "no error"
    }
}
