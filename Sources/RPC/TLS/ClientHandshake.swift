// The client's TLS handshake, and the words for its failure. No call is sent before it is over, so a server that is not
// who it should be sees nothing of them.

internal import Glibc
internal import NIOCore
internal import NIOSSL
internal import NIOTLS

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ClientHandshake: ChannelInboundHandler, RemovableChannelHandler, @unchecked Sendable {
    typealias InboundIn = ByteBuffer

    private let core: ClientCore
    private let host: String
    private let promise: EventLoopPromise<Void>
    private var tls: NIOSSLClientHandler?
    private var timer: Scheduled<Void>?

    init(_ core: ClientCore, host: String) {
        self.core = core
        self.host = host
        promise = core.loop.makePromise()
    }

    /// Ends with the handshake; fails with a `ConnectionFailure`. To be asked for once `begin` has succeeded.
    var completed: EventLoopFuture<Void> { promise.futureResult }

    /// - Throws: `TLSFailure`.
    func begin(on channel: any Channel, then next: ClientHandler) throws {
        do {
            let tls = try core.configuration.tls.handler(host: host)
            let pipeline = channel.pipeline.syncOperations
            try pipeline.addHandlers([tls, self, next])
            self.tls = tls
        } catch {
            fail(error)
            throw error
        }
    }

    func channelActive(context: ChannelHandlerContext) {
        let limit = TimeAmount.nanoseconds(core.configuration.connectTimeout.clampedNanoseconds)
        timer = core.loop.assumeIsolated().scheduleTask(in: limit) { [weak self] in
            self?.fail(ChannelError.connectTimeout(limit))
            context.close(promise: nil)
        }
        context.fireChannelActive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if case TLSUserEvent.handshakeCompleted = event {
            let names = tls?.peerCertificate.map { PeerCertificate($0).alternativeNames } ?? []
            guard ServerName.matches(core.configuration.tls.serverName ?? host, names) else {
                fail(NIOSSLExtraError.failedToValidateHostname)
                return context.close(promise: nil)
            }
            timer?.cancel()
            promise.succeed()
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        context.close(promise: nil)
    }

    /// The connection has gone, or it was never made. After success this says nothing.
    func handlerRemoved(context: ChannelHandlerContext) {
        timer?.cancel()
        fail(NIOSSLError.handshakeFailed(.sslError([.eofDuringHandshake])))
    }

    private func fail(_ error: any Error) {
        guard !(error is TLSFailure) else { return promise.fail(error) }
        let why = TLSWords.reason(error, certificate: tls?.peerCertificate, now: time(nil))
        let isMismatch = (error as? NIOSSLExtraError) == .failedToValidateHostname
        // Who hangs up may be about to start or to end: as good as no server, and worth another attempt.
        let kind: ConnectionFailure.Kind =
            isMismatch || TLSWords.isUntrusted(error)
            ? .untrustedServer : TLSWords.isSilence(error) ? .cannotConnect : .refused
        promise.fail(
            ConnectionFailure(
                kind: kind, endpoint: core.endpoint, description: "cannot connect to \(core.endpoint): \(why)"))
    }
}
