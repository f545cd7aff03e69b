// Generated from bench/echo.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of bench.Echo.
package enum EchoMethods {
    package static let echo = Method(service: "bench.Echo", name: "Echo", kind: .unary)
    package static let all = [echo]
}

package protocol EchoServiceProtocol: Sendable {
    /// Answers with what was asked.
    func echo(_ request: EchoRequest, context: CallContext) async throws -> EchoReply
}

extension Router {
    /// Registers every method of bench.Echo.
    package mutating func register(_ service: some EchoServiceProtocol) {
        unary(EchoMethods.echo) { (request: EchoRequest, context: CallContext) async throws -> EchoReply in
            try await service.echo(request, context: context)
        }
    }
}

/// Calls bench.Echo.
package struct EchoClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Answers with what was asked.
    package func echo(_ request: EchoRequest, options: CallOptions = .init()) async throws -> EchoReply {
        try await client.unary(EchoMethods.echo, request, options: options)
    }
}
