// One address on which HTTP is served. Accepting is the RPC room's, with its care for descriptors and for other people's
// sockets; HTTPConnection guards each connection; the requests are parsed and answered through Hummingbird's channel.

internal import Glibc
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
package import RPC

final class HTTPListener: Sendable {
    private let socket: SocketDoor

    /// Binds and serves.
    /// - Throws: `GatewayBindError` when the address cannot be had.
    init(
        on configuration: ListenerConfiguration, responder: GatewayResponder, door: HTTPDoor, logger: Logger
    ) throws(GatewayBindError) {
        let responder = responder.listening(on: configuration.endpoint)
        var secure: ServerTLS?
        if case .tls = configuration.endpoint { secure = configuration.tls }
        do {
            socket = try SocketDoor(configuration, logger: logger) { [secure] descriptor, peer in
                Self.take(descriptor, peer, secure, responder, door, logger)
            }
        } catch {
            throw GatewayBindError(endpoint: configuration.endpoint, error)
        }
    }

    /// What is bound: with the port that the system chose.
    var endpoint: Endpoint { socket.bound }

    /// Accepts nothing more.
    func stop() { socket.stop() }

    /// A connection that was accepted: gives it an event loop and lets it live.
    private static func take(
        _ descriptor: Int32, _ peer: Peer, _ tls: ServerTLS?, _ responder: GatewayResponder, _ door: HTTPDoor,
        _ logger: Logger
    ) {
        guard !door.isDraining else { return door.calls.turnAway(descriptor, saying: nil) }
        let guest: GuestConnection
        switch door.calls.admit(descriptor, peer) {
        case .success(let admitted): guest = admitted
        case .failure(let refusal): return door.turnAway(descriptor, peer, refusal, isSecure: tls != nil)
        }
        // All the world comes from a proxy's address: the limit on strangers of one address is not for it.
        if door.proxies.includes(peer) { guest.callerIsKnown() }
        let http = channel(responder, guest, door.limits)
        let limits = door.limits
        let connection = HTTPConnection(door: door, address: peer.address)
        ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelOption(
                .writeBufferWaterMark,
                value: .init(low: limits.outboundLowWatermark, high: limits.outboundHighWatermark)
            )
            .channelInitializer { channel in
                let added = channel.eventLoop.makeCompletedFuture {
                    // Each connection asks anew, so that it has the certificate that was last read.
                    let handlers = tls?.makeHandlers(handshakeWithin: limits.tlsHandshake) {
                        door.refusals.note(.tlsHandshake, status: "cut", reason: $0, peer: peer.address)
                    }
                    for handler in handlers ?? [] {
                        try channel.pipeline.syncOperations.addHandler(handler)
                    }
                    try channel.pipeline.syncOperations.addHandler(connection)
                }
                return added.flatMap { http.setup(channel: channel, logger: logger) }.flatMapThrowing { value in
                    let pipeline = channel.pipeline.syncOperations
                    let encoder = try pipeline.handler(type: HTTPResponseEncoder.self)
                    try pipeline.addHandler(AnswerWatch(connection), position: .after(encoder))
                    let handling = Task { await http.handle(value: value, logger: logger) }
                    door.add(
                        HTTPDoor.Member(
                            connection: connection, execute: { channel.eventLoop.execute($0) }, handling: handling))
                    channel.closeFuture.whenComplete { _ in
                        door.remove(connection)
                        guest.release()
                    }
                }
            }
            .withConnectedSocket(descriptor)
            .whenFailure {
                guest.release()
                logger.debug("connection not taken", metadata: ["error": "\($0)"])
            }
    }

    /// What parses the requests of one connection and has them answered.
    private static func channel(
        _ responder: GatewayResponder, _ guest: GuestConnection, _ limits: HTTPLimits
    ) -> HTTP1Channel {
        let decoding = HTTP1Channel.Configuration.DecoderConfiguration(
            maxHeaderFieldSize: limits.headBytes, maxHeaderListSize: limits.headBytes,
            maxHeaderFieldCount: limits.headFields)
        return HTTP1Channel(
            responder: { request, writer, channel in
                let context = GatewayContext(origin: .network(channel.remoteAddress), connection: guest)
                var response = await responder.respond(to: request, context: context)
                response.headers[.date] = HTTPDate.now
                try await writer.write(response: response.head, body: response.body)
            },
            configuration: HTTP1Channel.Configuration(httpDecoderConfiguration: decoding))
    }
}

/// Why an HTTP listener could not be bound.
package struct GatewayBindError: Error, CustomStringConvertible {
    package let endpoint: Endpoint
    package let description: String

    init(endpoint: Endpoint, _ error: BindError) {
        self.endpoint = endpoint
        description = "cannot listen for HTTP on \(error.description)"
    }
}
