// `rpcctl messages list`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Your messages, newest first; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl messages list --status pending --session work")

    @Option(help: ArgumentHelp("Only those in this state, such as pending.", valueName: "state"))
    var status: String?

    @Option(help: ArgumentHelp("Only this session's: a name or an id.", valueName: "name"))
    var session: SessionArgument?

    @Option(help: ArgumentHelp("Only to this recipient, however it is written.", valueName: "recipient"))
    var recipient: String = ""

    @Option(help: ArgumentHelp("Only from this sender, however it is written.", valueName: "sender"))
    var sender: String = ""

    @Option(help: ArgumentHelp("outbound or inbound.", valueName: "direction"))
    var direction: String?

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let wantedStatus = try status.map(MessageText.statusNumber) ?? .unspecified
        let wantedDirection = try direction.map(MessageText.directionNumber) ?? .unspecified
        let userID = try await rpcd.userID()
        let list = try await rpcd.messages.listMessages(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
                $0.status = wantedStatus
                $0.direction = wantedDirection
                $0.session = session?.name ?? ""
                $0.sessionId = session?.id ?? 0
                $0.recipient = recipient
                $0.sender = sender
            }, options: rpcd.unary)
        try output.list("messages", list.messages, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            MessageText.table(list.messages)
        }
    }
}
