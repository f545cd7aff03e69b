// Stands where a connection will stand until its TLS handshake is over, so that ServerConnection begins as it does on a
// plain socket: active, its peer known. A handshake that takes too long, or longer than the server lives, is cut.

internal import Logging
internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ServerHandshake: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer

    private let core: ServerCore
    private let loop: LoopContext
    private var peer: Peer
    private let lease: ConnectionLease
    private let tls: NIOSSLServerHandler
    private var context: ChannelHandlerContext?
    private var timer: Scheduled<Void>?
    private var isOver = false

    init(_ core: ServerCore, loop: LoopContext, peer: Peer, lease: ConnectionLease, tls: NIOSSLServerHandler) {
        self.core = core
        self.loop = loop
        self.peer = peer
        self.lease = lease
        self.tls = tls
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        loop.handshakes[ObjectIdentifier(self)] = self
        let limit = TimeAmount.nanoseconds(core.configuration.limits.tlsHandshake.clampedNanoseconds)
        timer = loop.loop.assumeIsolated().scheduleTask(in: limit) { [weak self] in
            guard let self, !self.isOver else { return }
            self.core.refused.add(.tlsHandshake)
            self.cut("no TLS handshake in time")
        }
    }

    /// Kept from the next handler, which is not there yet.
    func channelActive(context: ChannelHandlerContext) {
        if core.drain.isSet { cut("the server is shutting down") }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        guard case TLSUserEvent.handshakeCompleted = event, !isOver else {
            return context.fireUserInboundEventTriggered(event)
        }
        peer.certificate = tls.peerCertificate.map { PeerCertificate($0) }
        let connection = ServerConnection(core, loop: loop, peer: peer, lease: lease)
        do {
            try context.pipeline.syncOperations.addHandler(connection, position: .after(self))
        } catch {
            return context.close(promise: nil)
        }
        end()
        context.fireChannelActive()
        context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard !isOver else { return context.fireErrorCaught(error) }
        core.logger.debug(
            "TLS handshake failed", metadata: ["peer": "\(peer.address)", "error": "\(TLSWords.reason(error))"])
        context.close(promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        drop()
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        drop()
        self.context = nil
    }

    func cut(_ why: String) {
        guard !isOver, let context else { return }
        core.logger.debug("connection cut: \(why)", metadata: ["peer": "\(peer.address)"])
        context.close(promise: nil)
    }

    /// The connection has gone before it was one.
    private func drop() {
        guard !isOver else { return }
        end()
        lease.release()
    }

    private func end() {
        isOver = true
        timer?.cancel()
        timer = nil
        loop.handshakes[ObjectIdentifier(self)] = nil
    }
}
