// `rpcctl media`.
internal import ArgumentParser

struct MediaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Files that messages are sent with and come with.",
        subcommands: [
            MediaUploadCommand.self, MediaDownloadCommand.self, MediaFetchCommand.self, MediaListCommand.self,
            MediaGetCommand.self, MediaDeleteCommand.self,
        ])

    @OptionGroup var global: GlobalOptions
}
