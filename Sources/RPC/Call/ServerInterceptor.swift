// One shape for all four kinds of call: an interceptor stands around a call, sees its context, and may refuse it, set
// things for the handler, or look at how it ended. Messages are the handler's business.

/// Something done around every call: logging, authentication, limits.
///
/// `next` runs the rest of the chain and the handler; throwing instead of calling it refuses the call before anything
/// of its request has been decoded. The response of a unary call is written after the outermost interceptor has
/// returned, so response metadata may still be set after `next`; items of a stream go out as they are written.
///
/// What need not wait can do the same in `begin` and `ended`, which cost a tenth of `intercept`: no function of an
/// interceptor that is not asynchronous has to be asynchronous. The order of interceptors stays what it is.
public protocol ServerInterceptor: Sendable {
    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws

    /// Does what is to be done before the rest of the chain, where that can be done without waiting.
    ///
    /// Throwing refuses the call. True: it is done, and `ended` is called after the rest of the chain. False (the
    /// default): nothing was done, `intercept` is called.
    func begin(_ context: CallContext) throws -> Bool

    /// The rest of the chain is done, after a `begin` that gave true.
    /// - Parameter error: what it threw. Throwing replaces it.
    func ended(_ context: CallContext, _ error: (any Error)?) throws
}

extension ServerInterceptor {
    public func begin(_ context: CallContext) throws -> Bool { false }
    public func ended(_ context: CallContext, _ error: (any Error)?) throws {}
}

/// An interceptor that never waits.
public protocol SynchronousInterceptor: ServerInterceptor {}

extension SynchronousInterceptor {
    public func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        _ = try begin(context)
        do {
            try await next()
        } catch {
            try ended(context, error)
            throw error
        }
        try ended(context, nil)
    }
}
