// `rpcctl health`: whether the server can be used. The exit status says it too.
internal import ArgumentParser
internal import Codec
internal import Contract

struct HealthCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "health", abstract: "Whether the server, or one service of it, can be used; exit status 1 if not.",
        discussion: "Example: rpcctl health switchboard.v1.MessagesService")

    @Argument(help: "A service's full name, such as switchboard.v1.MessagesService; none: the whole server.")
    var service: String = ""

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let answer = try await rpcd.health.check(.with { $0.service = service }, options: rpcd.unary)
        let word = EnumWords("status", of: HealthCheckResponse.schema).word(answer.status)
        switch output.format {
        case .table: try output.console.print(output.console.style(StatusPaint.of(word), word))
        case .json, .jsonl: try output.document(try Output.json(answer))
        }
        if answer.status != .serving { throw Ended(exit: .failed) }
    }
}
