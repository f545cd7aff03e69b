// The floor for what HTTP costs rpcd: a POST whose body is read and a constant answer of the size of ours, through
// Hummingbird alone, without routes, JSON, limits or a log.

internal import ArgumentParser
internal import HTTPTypes
internal import HummingbirdCore
internal import Logging
internal import NIOCore
internal import NIOPosix

@main struct BareHTTP: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bare-http", abstract: "Answers every request with the same JSON, to be measured.")

    @Option(help: "The port on 127.0.0.1.")
    var port: Int

    @Option(help: "Bytes in the body of an answer.")
    var bytes = 700

    func run() async throws {
        let answer = ByteBuffer(string: #"{"data":""# + String(repeating: "x", count: max(0, bytes - 11)) + #""}"#)
        let http = HTTP1Channel(responder: { request, writer, _ in
            _ = try await request.body.collect(upTo: 1 << 20)
            let body = ResponseBody(byteBuffer: answer)
            var head = HTTPResponse(status: .created, headerFields: [.contentType: "application/json"])
            head.headerFields[.contentLength] = String(answer.readableBytes)
            try await body.write(writer.writeHead(head))
        })
        let logger = Logger(label: "bare-http")
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.allowRemoteHalfClosure, value: true)
            .childChannelInitializer { channel in
                http.setup(channel: channel, logger: logger).map { value in
                    _ = Task { await http.handle(value: value, logger: logger) }
                }
            }
            .bind(host: "127.0.0.1", port: port).get()
        try await listener.closeFuture.get()
    }
}
