// `rpcctl stats usage`: what was used, day by day.
internal import ArgumentParser
internal import Codec
internal import Contract

struct StatsUsageCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "usage", abstract: "What was used, a row per user and UTC day or month, newest first.",
        discussion: "Example: rpcctl stats usage --user ada --from 2026-11-01")

    @Option(help: ArgumentHelp("First day, UTC, such as 2026-11-01.", valueName: "date"))
    var from: String = ""

    @Option(help: ArgumentHelp("Last day, included.", valueName: "date"))
    var to: String = ""

    @Flag(help: "A row per user and month, as far as the days were added up.")
    var monthly = false

    @OptionGroup var paging: PageOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let list = try await rpcd.analytics.listUsage(
            .with {
                $0.pageSize = paging.pageSize
                $0.pageToken = paging.pageToken
                $0.page = paging.page
                $0.userId = userID
                $0.fromDate = from
                $0.toDate = to
                $0.monthly = monthly
            }, options: rpcd.unary)
        try output.list("usage", list.usage, next: list.nextPageToken, total: paging.total(list.totalSize)) {
            Self.table(list.usage, columns: output.console.terminal?.columns)
        }
    }

    /// - Parameter columns: the width of the terminal; nil where there is none: then there are no bars.
    static func table(_ usage: [UsageStats], columns: Int?) -> Table {
        // What the other columns take, roughly: bars give way.
        let room = columns.map { max(0, min(30, $0 - 90)) } ?? 0
        var table = Table(
            [
                .init("DATE"), .init("USER", .right), .init("ACCEPTED", .right), .init("SENT", .right),
                .init("FAILED", .right), .init("RECEIVED", .right), .init("MEDIA", .right), .init("REQUESTS", .right),
            ] + (room > 0 ? [.init("SENT")] : []))
        let largest = usage.map(\.messagesSent).max() ?? 0
        for row in usage {
            table.add([
                .init(row.date), .init(row.userId), .init(row.messagesAccepted), .init(row.messagesSent),
                .init(String(row.messagesFailed), row.messagesFailed > 0 ? .red : nil), .init(row.messagesReceived),
                .init(row.mediaSent), .init(row.apiRequests),
                .init(Bars.bar(row.messagesSent, of: largest, width: room), .green),
            ])
        }
        return table
    }

    static func counts(_ usage: UsageStats) -> [(label: String, value: Int64)] {
        [
            ("accepted", usage.messagesAccepted), ("sent", usage.messagesSent), ("failed", usage.messagesFailed),
            ("received", usage.messagesReceived), ("media sent", usage.mediaSent), ("requests", usage.apiRequests),
        ]
    }
}
