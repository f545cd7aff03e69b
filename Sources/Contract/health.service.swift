// Generated from grpc/health/v1/health.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of grpc.health.v1.Health.
package enum HealthMethods {
    package static let check = Method(service: "grpc.health.v1.Health", name: "Check", kind: .unary)
    package static let watch = Method(service: "grpc.health.v1.Health", name: "Watch", kind: .serverStreaming)
    package static let all = [check, watch]
}

/// Whether the server, or one service of it, can be used.
package protocol HealthServiceProtocol: Sendable {
    /// Tells how a service is now. NOT_FOUND for one that does not exist.
    func check(_ request: HealthCheckRequest, context: CallContext) async throws -> HealthCheckResponse

    /// Streams how a service is: now, then at each change.
    func watch(_ request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>, context: CallContext) async throws
}

extension Router {
    /// Registers every method of grpc.health.v1.Health.
    package mutating func register(_ service: some HealthServiceProtocol) {
        unary(HealthMethods.check) { (request: HealthCheckRequest, context: CallContext) async throws -> HealthCheckResponse in
            try await service.check(request, context: context)
        }
        serverStreaming(HealthMethods.watch) { (request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>, context: CallContext) async throws -> Void in
            try await service.watch(request, responses: responses, context: context)
        }
    }
}

/// Calls grpc.health.v1.Health.
package struct HealthClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Tells how a service is now. NOT_FOUND for one that does not exist.
    package func check(_ request: HealthCheckRequest, options: CallOptions = .init()) async throws -> HealthCheckResponse {
        try await client.unary(HealthMethods.check, request, options: options)
    }

    /// Streams how a service is: now, then at each change.
    package func watch(_ request: HealthCheckRequest, options: CallOptions = .init()) async throws -> ResponseStream<HealthCheckResponse> {
        try await client.serverStreaming(HealthMethods.watch, request, options: options)
    }
}
