// One call through the router: interceptors from the outside in, then the handler.

internal import Codec

extension Router {
    /// Runs a call and gives back its response, where its kind has exactly one. Throws what interceptors or handler threw.
    func run(_ route: Route, _ call: any IncomingCall) async throws -> (any ProtoMessage)? {
        let response: (any ProtoMessage)?
        if interceptors.isEmpty {
            response = try await route.handler(call)
        } else {
            var answer: (any ProtoMessage)?
            try await intercept(0, call.context) { answer = try await route.handler(call) }
            response = answer
        }
        guard response != nil || route.method.kind.serverStreams else { throw RPCError.noResponse }
        return response
    }

    private func intercept(_ index: Int, _ context: CallContext, _ last: () async throws -> Void) async throws {
        guard index < interceptors.count else { return try await last() }
        try await interceptors[index].intercept(context) { try await intercept(index + 1, context, last) }
    }
}
