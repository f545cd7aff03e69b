// `rpcctl sessions list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Your sessions, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl sessions list --status connected -o jsonl")

    @Option(help: ArgumentHelp("Only those in this state, such as connected.", valueName: "state"))
    var status: String?

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let wanted = try status.map(SessionText.statusNumber) ?? .unspecified
        let userID = try await rpcd.userID()
        let list = try await rpcd.sessions.listSessions(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
                $0.status = wanted
            }, options: rpcd.unary)
        try output.list("sessions", list.sessions, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            SessionText.table(list.sessions)
        }
    }
}
