// An HTTP server that takes posts and answers as a test says, with all the ways in which strangers' servers misbehave. A
// real one, on a port of its own.

internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
package import NIOSSL
internal import Synchronization

package final class Receiver: Sendable {
    package struct Post: Sendable {
        package let method: String
        package let target: String
        package let headers: [(name: String, value: String)]
        package let body: [UInt8]

        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name }?.value
        }

        package var text: String { String(decoding: body, as: UTF8.self) }
    }

    package enum Reply: Sendable {
        case status(Int, headers: [(String, String)] = [], body: [UInt8] = [])
        /// Nothing, ever.
        case silence
        /// A head, and then a byte of the body now and then, without end.
        case drip(Int)
        /// A head, and then as many bytes as are taken, without end.
        case flood(Int)
        /// A head that says so many bytes, some of them, and the connection is closed.
        case cut(Int)
        /// A head that does not end.
        case endlessHead
        /// The connection is closed.
        case close
    }

    private struct State {
        var posts: [Post] = []
        var reply: @Sendable (Post) -> Reply = { _ in .status(204) }
        var connections = 0
    }

    private let state = Mutex(State())
    private let channel: Mutex<(any Channel)?>
    package let port: Int

    /// - Parameters:
    ///   - host: an address of this machine.
    ///   - port: 0: any that is free.
    package init(host: String = "127.0.0.1", port: Int = 0, tls: NIOSSLContext? = nil) async throws {
        channel = Mutex(nil)
        let box = Held()
        let server = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline()
                    try channel.pipeline.syncOperations.addHandler(Taker(box))
                }
            }
            .bind(host: host, port: port).get()
        self.port = server.localAddress?.port ?? 0
        channel.withLock { $0 = server }
        box.receiver = self
    }

    deinit { channel.withLock { $0 }?.close(promise: nil) }

    /// Nobody listens any more.
    package func close() async {
        let server = channel.withLock { channel in
            defer { channel = nil }
            return channel
        }
        try? await server?.close()
    }

    package func url(_ path: String = "/hook", scheme: String = "http") -> String {
        "\(scheme)://127.0.0.1:\(port)\(path)"
    }

    package var posts: [Post] { state.withLock { $0.posts } }
    package var connections: Int { state.withLock { $0.connections } }

    /// What is answered from now on.
    package func reply(_ reply: @escaping @Sendable (Post) -> Reply) { state.withLock { $0.reply = reply } }

    package func forget() { state.withLock { $0.posts = [] } }

    fileprivate func take(_ post: Post) -> Reply {
        let reply = state.withLock { state in
            state.posts.append(post)
            return state.reply
        }
        return reply(post)
    }

    fileprivate func connected() { state.withLock { $0.connections += 1 } }

    fileprivate final class Held: Sendable {
        private struct Weak { weak var receiver: Receiver? }
        private let held = Mutex(Weak())
        var receiver: Receiver? {
            get { held.withLock { $0.receiver } }
            set { held.withLock { $0.receiver = newValue } }
        }
    }

    private final class Taker: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        typealias OutboundOut = HTTPServerResponsePart

        private let held: Held
        private var head: HTTPRequestHead?
        private var body: [UInt8] = []

        init(_ held: Held) { self.held = held }

        func channelActive(context: ChannelHandlerContext) {
            held.receiver?.connected()
            context.fireChannelActive()
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head):
                self.head = head
                body = []
            case .body(let part): body += part.readableBytesView
            case .end:
                guard let head, let receiver = held.receiver else { return context.close(promise: nil) }
                let post = Post(
                    method: head.method.rawValue, target: head.uri,
                    headers: head.headers.map { (name: $0.name, value: $0.value) }, body: body)
                answer(receiver.take(post), context)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

        private func answer(_ reply: Reply, _ context: ChannelHandlerContext) {
            switch reply {
            case .status(let status, let headers, let body):
                var fields = HTTPHeaders(headers)
                if status != 204 { fields.add(name: "content-length", value: String(body.count)) }
                write(status, fields, context)
                if !body.isEmpty { writeBody(body, context) }
                context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
            case .silence: break
            case .drip(let status):
                write(status, ["content-length": "1000000"], context)
                drip(context)
            case .cut(let bytes):
                write(200, ["content-length": String(bytes)], context)
                writeBody([UInt8](repeating: 0x78, count: bytes / 2), context)
                context.close(promise: nil)
            case .flood(let status):
                write(status, ["transfer-encoding": "chunked"], context)
                flood(context)
            case .endlessHead:
                write(200, ["x-endless": String(repeating: "x", count: 200_000)], context)
            case .close: context.close(promise: nil)
            }
        }

        private func write(_ status: Int, _ headers: HTTPHeaders, _ context: ChannelHandlerContext) {
            let head = HTTPResponseHead(version: .http1_1, status: .init(statusCode: status), headers: headers)
            context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
        }

        private func writeBody(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
            context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: bytes)))), promise: nil)
        }

        private func drip(_ context: ChannelHandlerContext) {
            guard context.channel.isActive else { return }
            writeBody([0x78], context)
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(20)) { bound.value.0.drip(bound.value.1) }
        }

        private func flood(_ context: ChannelHandlerContext) {
            guard context.channel.isActive else { return }
            if context.channel.isWritable { writeBody([UInt8](repeating: 0x78, count: 16_384), context) }
            let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
            context.eventLoop.scheduleTask(in: .milliseconds(1)) { bound.value.0.flood(bound.value.1) }
        }
    }
}
