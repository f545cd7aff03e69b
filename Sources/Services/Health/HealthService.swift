// grpc.health.v1.Health, as gRPC's tools know it. All services live and die together, so each one that exists has the
// state of the server.

internal import Codec
package import Contract
package import RPC

/// Answers whether the server can be used.
package struct HealthService: HealthServiceProtocol {
    private let readiness: Readiness
    private let services: Set<String>

    /// - Parameter services: full names of the services that are served, as the router knows them.
    package init(readiness: Readiness, services: Set<String>) {
        self.readiness = readiness
        // The empty name is the server as a whole.
        self.services = services.union([""])
    }

    package func check(_ request: HealthCheckRequest, context: CallContext) async throws -> HealthCheckResponse {
        guard services.contains(request.service) else {
            throw RPCError.make(.notFound, "There is no service of this name.")
        }
        return .with { $0.status = readiness.isReady ? .serving : .notServing }
    }

    package func watch(
        _ request: HealthCheckRequest, responses: ResponseWriter<HealthCheckResponse>, context: CallContext
    ) async throws {
        guard services.contains(request.service) else {
            try await responses.write(.with { $0.status = .serviceUnknown })
            // A service does not appear while the server runs: nothing will change until the caller goes.
            return await context.drain.wait()
        }
        var last: Bool?
        for await isReady in readiness.changes() where isReady != last {
            last = isReady
            try await responses.write(.with { $0.status = isReady ? .serving : .notServing })
            // This is the last that there is to tell.
            if readiness.isDraining { return }
        }
        // The loop also ends when the caller has gone.
        try Task.checkCancellation()
    }
}
