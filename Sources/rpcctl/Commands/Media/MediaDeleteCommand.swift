// `rpcctl media delete`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MediaDeleteCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Delete a file that no message waits to be sent with.",
        discussion: "Example: rpcctl media delete 42")

    @Argument(help: "The file's id.")
    var id: Int64

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        _ = try await rpcd.messages.deleteMedia(.with { $0.id = id }, options: rpcd.unary)
        try output.done("file \(id) is deleted")
    }
}
