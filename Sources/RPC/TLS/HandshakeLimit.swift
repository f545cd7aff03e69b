// Cuts a connection whose TLS handshake takes too long, tells of each that comes to nothing, and is gone from the
// connection once the handshake is over. For connections that are not this room's own, such as those of HTTP.

internal import NIOCore
internal import NIOTLS

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class HandshakeLimit: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer

    private let limit: TimeAmount
    private let failed: @Sendable (String) -> Void
    private var timer: Scheduled<Void>?
    private var isOver = false

    /// - Parameter failed: is told why, once.
    init(_ limit: Duration, failed: @escaping @Sendable (String) -> Void) {
        self.limit = .nanoseconds(limit.clampedNanoseconds)
        self.failed = failed
    }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound(context, eventLoop: context.eventLoop)
        timer = context.eventLoop.assumeIsolated().scheduleTask(in: limit) { [self] in
            end("no TLS handshake in time")
            bound.value.close(promise: nil)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        context.fireUserInboundEventTriggered(event)
        if case TLSUserEvent.handshakeCompleted = event {
            isOver = true
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        // Whoever connects and leaves again, as some do to see whether anybody is there, was refused nothing.
        if TLSWords.isSilence(error) { isOver = true } else { end(TLSWords.reason(error)) }
        context.fireErrorCaught(error)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        timer = nil
    }

    private func end(_ why: String) {
        guard !isOver else { return }
        isOver = true
        failed(why)
    }
}
