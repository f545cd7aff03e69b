// One shape for all four kinds of call: an interceptor stands around a call, sees its context, and may refuse it, set
// things for the handler, or look at how it ended. Messages are the handler's business.

/// Something done around every call: logging, authentication, limits.
///
/// `next` runs the rest of the chain and the handler; throwing instead of calling it refuses the call before anything
/// of its request has been decoded. The response of a unary call is written after the outermost interceptor has
/// returned, so response metadata may still be set after `next`; items of a stream go out as they are written.
public protocol ServerInterceptor: Sendable {
    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws
}
