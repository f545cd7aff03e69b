// `rpcctl media list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MediaListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "Your files, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl media list --user ada")

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.messages.listMedia(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
            }, options: rpcd.unary)
        try output.list("media", list.media, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            MediaText.table(list.media)
        }
    }
}
