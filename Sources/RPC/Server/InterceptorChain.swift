// One call through the router: interceptors from the outside in, then the handler. Interceptors that need not wait are
// done in a loop; only one that does costs a frame of its own around the rest.

internal import Codec

/// An object, so that a call that runs through it copies nothing of it.
final class InterceptorChain: Sendable {
    private let interceptors: [any ServerInterceptor]

    init(_ interceptors: [any ServerInterceptor]) { self.interceptors = interceptors }

    /// Runs a call. Throws what interceptors or handler threw.
    /// - Returns: the response of a call that has exactly one; of the others a message without meaning.
    func run(_ call: any IncomingCall, _ route: Route) async throws -> any ProtoMessage {
        let context = call.context
        var begun = 0
        let response: any ProtoMessage
        do {
            if try begin(context, &begun) {
                response = try await route.handler(CallHandle(call))
            } else {
                var answer: (any ProtoMessage)?
                try await intercept(begun, route, call, &answer)
                guard let answer else { throw RPCError.noResponse }
                response = answer
            }
        } catch {
            throw end(context, begun, from: 0, error) ?? error
        }
        if let error = end(context, begun, from: 0, nil) { throw error }
        return response
    }

    /// Begins interceptors from `index` on, up to one that has to wait, where `index` is left.
    /// - Returns: true when all have begun.
    private func begin(_ context: CallContext, _ index: inout Int) throws -> Bool {
        while index < interceptors.count {
            guard try interceptors[index].begin(context) else { return false }
            index += 1
        }
        return true
    }

    /// Ends those in `first..<begun`, the last one first.
    /// - Returns: how the call ended after that.
    private func end(_ context: CallContext, _ begun: Int, from first: Int, _ error: (any Error)?) -> (any Error)? {
        var error = error
        var index = begun
        while index > first {
            index -= 1
            do { try interceptors[index].ended(context, error) } catch let other { error = other }
        }
        return error
    }

    /// The interceptor at `index`, which waits, and all that is behind it.
    private func intercept(
        _ index: Int, _ route: Route, _ call: any IncomingCall, _ response: inout (any ProtoMessage)?
    ) async throws {
        let context = call.context
        try await interceptors[index].intercept(context) {
            var begun = index + 1
            do {
                if try begin(context, &begun) {
                    response = try await route.handler(CallHandle(call))
                } else {
                    try await intercept(begun, route, call, &response)
                }
            } catch {
                throw end(context, begun, from: index + 1, error) ?? error
            }
            if let error = end(context, begun, from: index + 1, nil) { throw error }
        }
    }
}
