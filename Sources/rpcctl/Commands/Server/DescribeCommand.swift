// `rpcctl describe`: a service, method, message or enum, as the server tells it.
internal import ArgumentParser
internal import Codec
internal import Contract

struct DescribeCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "describe",
        abstract: "What a service, a method, a message or an enum is: comments, fields, access.",
        discussion: """
            A name may be short where it is the only one, in any case, and without `Service`. \
            Example: rpcctl describe SendText
            """)

    @Argument(
        help: ArgumentHelp(
            "Such as switchboard.v1.MessagesService, MessagesService/SendText, messages, Message.", valueName: "name"),
        completion: .custom { _, _, prefix in NameCompletion.names(prefix) })
    var name: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let description = try await rpcd.system.describeService(.with { $0.name = name }, options: rpcd.unary)
        guard output.format == .table else {
            try output.document(try Output.json(description))
            return
        }
        let text = DescriptionText(
            style: output.console.style, width: output.console.terminal?.columns ?? Prose.usualWidth)
        try output.console.print(text.lines(description))
    }
}
