// `rpcctl media fetch`: the file of a message that came in, from WhatsApp to rpcd, and from there into a file here.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct MediaFetchCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "fetch", abstract: "Fetch the file of a message that came in.",
        discussion: """
            It stays with WhatsApp until somebody wants it. Fetched, it is a file of the session's owner (rpcctl media list); \
            with --out it is downloaded as well. What is fetched already is not fetched again. \
            Example: rpcctl media fetch 4711 --out picture.jpg
            """)

    @Argument(help: "The message's id.")
    var message: Int64

    @Option(help: ArgumentHelp("Download it as well, to this file.", valueName: "file"))
    var out: String?

    @Flag(help: "Replace what is there.")
    var force = false

    @OptionGroup var global: GlobalOptions

    /// rpcd gives a bridge two minutes.
    private static let patience: Duration = .seconds(130)

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        // What cannot be written is found out before anybody's quota is touched; what is to be replaced stays until then.
        let new = try force ? nil : out.map { try LocalFile.writing($0, replacing: false) }
        let media: Media
        do {
            media = try await rpcd.messages.fetchMedia(
                .with { $0.messageId = message }, options: CallOptions(timeout: rpcd.timeout ?? Self.patience))
        } catch {
            new?.remove()
            throw error
        }
        if let out {
            let local = try new ?? LocalFile.writing(out, replacing: force)
            try await MediaDownloadCommand.download(media, to: local, rpcd, output)
            if output.format == .table { output.console.note("\(DisplayText.visible(out)): \(media.size) bytes") }
        }
        try output.show(media) { MediaText.details(media) }
    }
}
