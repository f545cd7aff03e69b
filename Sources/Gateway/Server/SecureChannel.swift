// HTTP with TLS in front of it. The certificate is asked for with each connection, so that one which was read anew is used
// from the next on; the framework's own way takes one for good.

internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import RPC

struct SecureChannel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let plain: HTTP1Channel
    private let tls: ServerTLS

    /// For the handshake of a new connection: the same as on RPC sockets by default.
    private static let handshakeLimit: Duration = .seconds(5)

    init(_ plain: HTTP1Channel, _ tls: ServerTLS) {
        self.plain = plain
        self.tls = tls
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            for handler in tls.makeHandlers(handshakeWithin: Self.handshakeLimit) {
                try channel.pipeline.syncOperations.addHandler(handler)
            }
        }.flatMap { plain.setup(channel: channel, logger: logger) }
    }

    func handle(value: Value, logger: Logger) async { await plain.handle(value: value, logger: logger) }
}
