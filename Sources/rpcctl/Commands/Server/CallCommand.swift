// `rpcctl call`: any method of the contract, with JSON in and JSON out, known by its schema alone. Streams of requests are
// JSON lines, and so are streams of responses.
internal import ArgumentParser
internal import Contract
internal import RPC

struct CallCommand: SometimesLocalCommand {
    static let configuration = CommandConfiguration(
        commandName: "call", abstract: "Call any method, with JSON in and out.",
        discussion: """
            METHOD is a service and a method, such as switchboard.v1.MessagesService/SendText or, for short, \
            MessagesService/SendText. The request is JSON in the argument, in a file (@FILE) or on stdin (-); none is {}. \
            Methods that take a stream take one JSON object a line, and none when there is no argument. Answers are \
            written as JSON, those of a stream one a line. With --example nothing is called: the form of the request is \
            written, to be filled in. Example: rpcctl call MessagesService/GetMessage '{"id": 42}'
            """)

    @Argument(
        help: ArgumentHelp("SERVICE/METHOD", valueName: "method"),
        completion: .custom { _, _, prefix in NameCompletion.methods(prefix) })
    var method: String

    @Argument(help: ArgumentHelp("JSON, @FILE or - for stdin.", valueName: "request"))
    var request: String?

    @Flag(help: "Write the form of the request, every field with its default, and call nothing.")
    var example = false

    @OptionGroup var global: GlobalOptions

    func runLocally(_ output: Output) throws -> Bool {
        if example {
            let entry = try MethodName.find(method)
            let json = ExampleRequest.json(entry.request)
            // To be filled in: on several lines, where a request may have them.
            let isOneLine = output.format == .jsonl || entry.method.kind.clientStreams
            try output.console.print(isOneLine ? json : JSONLayout.indented(json))
        }
        return example
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let entry = try MethodName.find(method)
        let call = JSONCall(entry: entry, rpcd: rpcd, output: output)
        let source = RequestSource(request)
        switch entry.method.kind {
        case .unary: try await call.unary(try source.whole())
        case .serverStreaming: try await call.serverStreaming(try source.whole())
        case .clientStreaming: try await call.clientStreaming(try source.lines())
        case .bidirectional: try await call.bidirectional(try source.lines())
        }
    }
}
