// Holds callers over HTTP to a number of streams that go on at once. Each of them is a handler that runs for hours, and a
// page that opens one anew whenever it is drawn would soon have all the handlers there are; so one caller has few, and
// all together leave most handlers to calls. A caller of the binary protocol is held by the limit of their connection.
// Stands behind AccessInterceptor: who may not watch at all takes no place.

package import Contract
package import RPC
internal import Synchronization

/// Refuses streams over HTTP beyond so many a caller and so many in all.
package struct StreamLimitInterceptor: SynchronousInterceptor {
    private let limits: StreamLimits

    package init(limits: StreamLimits) { self.limits = limits }

    package func begin(_ context: CallContext) throws -> Bool {
        if let caller = Self.held(context) { try limits.take(caller) }
        return true
    }

    package func ended(_ context: CallContext, _ error: (any Error)?) {
        if let caller = Self.held(context) { limits.giveBack(caller) }
    }

    /// Who is held to a number of these calls; nil where nobody is. The same from a call's begin to its end.
    private static func held(_ context: CallContext) -> String? {
        guard context.method.kind != .unary, context.peer.transport == .http else { return nil }
        let principal = context[PrincipalKey.self]
        // By user where there is one: another key is no other caller.
        return principal?.userID.map { "user \($0)" } ?? principal?.label ?? ""
    }
}

/// Who has how many streams.
package final class StreamLimits: Sendable {
    private struct State {
        var total = 0
        var callers: [String: Int] = [:]
        var refusedOfCaller = 0
        var refusedOfAll = 0
    }

    private let perCaller: Int
    private let inAll: Int
    private let state = Mutex(State())

    package init(perCaller: Int = 16, inAll: Int = 1_024) {
        self.perCaller = perCaller
        self.inAll = inAll
    }

    /// Streams that go on.
    package var count: Int { state.withLock { $0.total } }

    /// How often each limit was in the way, by its name.
    package var refused: [String: Int] {
        state.withLock { ["streams_per_caller": $0.refusedOfCaller, "streams": $0.refusedOfAll] }
    }

    fileprivate func take(_ caller: String) throws(RPCError) {
        let refusal: RPCError? = state.withLock { state in
            let own = state.callers[caller, default: 0]
            if own >= perCaller {
                state.refusedOfCaller += 1
                return RPCError.make(
                    .tooManyStreams, "More than \(perCaller) event streams at once are too many.",
                    hint: "Close one, or let several readers share one.")
            }
            if state.total >= inAll {
                state.refusedOfAll += 1
                return RPCError.make(.overloaded, "The server has as many event streams as it can.")
            }
            state.callers[caller] = own + 1
            state.total += 1
            return nil
        }
        if let refusal { throw refusal }
    }

    fileprivate func giveBack(_ caller: String) {
        state.withLock { state in
            state.total -= 1
            let left = state.callers[caller, default: 0] - 1
            state.callers[caller] = left > 0 ? left : nil
        }
    }
}
