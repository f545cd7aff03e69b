// `rpcctl media get`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MediaGetCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "get", abstract: "What is known of a file, without its bytes.",
        discussion: "Example: rpcctl media get 42")

    @Argument(help: "The file's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let media = try await rpcd.messages.getMedia(.with { $0.id = id }, options: rpcd.unary)
        try output.show(media) { MediaText.details(media) }
    }
}
