// Stands where answers are still parts and not yet bytes: tells the connection where they begin and end, and writes
// `Connection: close` into the one that is the last.

internal import NIOCore
internal import NIOHTTP1

final class AnswerWatch: ChannelOutboundHandler {
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let connection: HTTPConnection

    init(_ connection: HTTPConnection) { self.connection = connection }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        switch unwrapOutboundIn(data) {
        case .head(var head) where head.status.code >= 200:
            if connection.answerBegins(head) { head.headers.replaceOrAdd(name: "connection", value: "close") }
            context.write(wrapOutboundOut(.head(head)), promise: promise)
        case .end:
            context.write(data, promise: promise)
            connection.answerEnded()
        default: context.write(data, promise: promise)
        }
    }
}
