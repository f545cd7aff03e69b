// `rpcctl stats overview`: how things are at a glance.
internal import ArgumentParser
internal import Codec
internal import Contract

struct StatsOverviewCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "overview",
        abstract: "How things are at a glance: yours; an operator's or admin's: everybody's, or --user's.",
        discussion: "Example: rpcctl stats overview --user ada")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let overview = try await rpcd.analytics.getOverview(.with { $0.userId = userID }, options: rpcd.unary)
        guard output.format == .table else {
            try output.document(try Output.json(overview))
            return
        }
        try output.console.print(
            Self.lines(
                overview, now: rpcd.now(), style: output.console.style, width: output.console.terminal?.columns))
    }

    static func lines(_ overview: Overview, now: Int64, style: Style = .plain, width: Int? = nil) -> [String] {
        var details = Details()
        details.add("users", overview.users)
        details.add("API keys", overview.apiKeys)
        details.add("bridges", overview.bridges)
        var waiting = String(overview.queueDepth)
        if let oldest = overview.oldestQueuedAt {
            waiting += ", the oldest for \(TimeText.span(seconds: max(0, now - oldest.seconds)))"
        }
        details.add("waiting", waiting)
        var lines = details.lines(style: style)
        lines += bars("Sessions", overview.sessions, style, width)
        lines += bars("Messages", overview.messages, style, width)
        if let today = overview.today {
            let counts = StatsUsageCommand.counts(today)
            lines += ["", style(.bold, "Today (UTC)")] + Bars.lines(counts, width: width, style: style)
        }
        return lines
    }

    /// The states in which something is, the fullest first.
    private static func bars(_ title: String, _ counts: [String: Int64], _ style: Style, _ width: Int?) -> [String] {
        let rows = counts.filter { $0.value != 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard !rows.isEmpty else { return [] }
        return ["", style(.bold, title)]
            + Bars.lines(rows.map { ($0.key, $0.value) }, width: width, style: style) { StatusPaint.of($0) ?? .cyan }
    }
}
