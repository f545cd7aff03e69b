// `rpcctl audit list`.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct AuditListCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The audit log, newest first.",
        discussion: """
            With --user only what that user did; what was done to them is --target user:ID. Failed sign-ins are there \
            after a second or so, many of a kind as one entry. Example: rpcctl audit list --target user:7 --since 30d
            """)

    @Option(help: ArgumentHelp("Only what this caller did, such as 'operator(0)'.", valueName: "caller"))
    var who: String = ""

    @Option(
        help: ArgumentHelp("Only this method, such as UsersService/UpdateUser.", valueName: "method"),
        completion: .custom { _, _, prefix in NameCompletion.methods(prefix) })
    var method: String?

    @Option(
        help: ArgumentHelp(
            "Only what was done to such things, or to this one: user, api_key:12, session:3.", valueName: "kind[:id]"))
    var target: TargetArgument?

    @Option(
        help: ArgumentHelp("OK, a reason such as RATE_LIMITED, or error for all that is not OK.", valueName: "outcome"))
    var outcome: String = ""

    @Option(help: ArgumentHelp("Only of the last time, such as 24h or 30d.", valueName: "time"))
    var since: TimeSpan?

    @Option(help: ArgumentHelp("Only what is older than this, such as 24h.", valueName: "time"))
    var until: TimeSpan?

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let path = try method.map { name throws(Failure) in try MethodName.find(name).method.path } ?? ""
        let userID = try await rpcd.userID()
        let now = rpcd.now()
        func ago(_ span: TimeSpan?) -> Timestamp? {
            span.map { span in Timestamp.with { $0.seconds = now - span.duration.components.seconds } }
        }
        let list = try await rpcd.audit.listAuditLog(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
                $0.who = who
                $0.method = path
                $0.targetKind = target?.kind ?? ""
                $0.targetId = target?.id ?? 0
                $0.outcome = outcome
                $0.since = ago(since)
                $0.until = ago(until)
            }, options: rpcd.unary)
        try output.list("entries", list.entries, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            AuditText.table(list.entries)
        }
    }
}

/// `user`, or `user:7`.
struct TargetArgument: ExpressibleByArgument, Hashable {
    let kind: String
    /// 0 = any.
    let id: Int64

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), !parts[0].isEmpty else { return nil }
        kind = String(parts[0])
        guard parts.count == 2 else {
            id = 0
            return
        }
        guard let number = Int64(parts[1]), number > 0 else { return nil }
        id = number
    }
}
