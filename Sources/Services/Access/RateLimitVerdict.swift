// What the limit per minute and a method that makes messages tell each other, through the call's context. A repeat is let
// through by a limit that is used up, for its answer costs nothing; but only the handler can find out that a call is one.
// So the interceptor does not refuse: it leaves its refusal here, and the handler throws it before it makes anything.

internal import Contract
package import RPC

extension CallContext {
    private enum RefusalKey: CallContextKey {
        typealias Value = RPCError
    }

    private enum RepeatKey: CallContextKey {
        typealias Value = Bool
    }

    /// RATE_LIMITED where this call may make no message; it may still be answered as a repeat.
    package internal(set) var rateLimitRefusal: RPCError? {
        get { self[RefusalKey.self] }
        set { self[RefusalKey.self] = newValue }
    }

    /// Whether the call was answered with what an earlier one made, and so uses nothing up.
    package var isRepeat: Bool {
        get { self[RepeatKey.self] ?? false }
        set { self[RepeatKey.self] = newValue }
    }
}
