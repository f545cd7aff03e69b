// `rpcctl media download`: a file's bytes into a file here; gone on with where the connection was lost.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct MediaDownloadCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "download", abstract: "Download a file.",
        discussion: """
            What is there already is not replaced. A connection that is lost is made anew, and the download gone on with. \
            Example: rpcctl media download 42 holiday.jpg
            """)

    @Argument(help: "The file's id.")
    var id: Int64

    @Argument(help: ArgumentHelp("Where to. Default: what it is called, in the current folder.", valueName: "file"))
    var file: String?

    @Flag(help: "Replace what is there.")
    var force = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let media = try await rpcd.messages.getMedia(.with { $0.id = id }, options: rpcd.unary)
        let path = file ?? Self.name(media)
        try await Self.download(media, to: try LocalFile.writing(path, replacing: force), rpcd, output)
        if output.format == .table { output.console.note("\(DisplayText.visible(path)): \(media.size) bytes") }
        try output.show(media) { MediaText.details(media) }
    }

    /// All of it, with a progress bar; or no file is left here.
    static func download(_ media: Media, to local: LocalFile, _ rpcd: Rpcd, _ output: Output) async throws {
        var bar = ProgressBar(output, total: media.size)
        do {
            try await take(media, rpcd, local, &bar)
        } catch {
            bar.leave()
            local.remove()
            throw error
        }
        bar.leave()
    }

    private static func take(
        _ media: Media, _ rpcd: Rpcd, _ local: LocalFile, _ bar: inout ProgressBar
    ) async throws {
        var resumption = Resumption()
        var position: Int64 = 0
        while position < media.size {
            do {
                let parts = try await rpcd.messages.downloadMedia(
                    .with {
                        $0.id = media.id
                        $0.offset = position
                    }, options: rpcd.stream)
                for try await part in parts where !part.data.isEmpty {
                    guard part.offset == position, Int64(part.data.count) <= media.size - position else {
                        throw Failure(.failed, "INTERNAL", "the server's answer to the download makes no sense")
                    }
                    try local.write(part.data, at: position)
                    position += Int64(part.data.count)
                    bar.show(position)
                }
                guard position == media.size else {
                    throw Failure(.failed, "INTERNAL", "the server ended the download before its end")
                }
            } catch {
                try await resumption.wait(after: error, at: position)
            }
        }
    }

    /// The name that it was given; no path, and nothing that hides, whatever the server says.
    static func name(_ media: Media) -> String {
        let name = MediaUploadCommand.name(of: DisplayText.visible(media.fileName))
        return name.isEmpty || name.hasPrefix(".") || name.hasPrefix("-") ? "media-\(media.id)" : name
    }
}
