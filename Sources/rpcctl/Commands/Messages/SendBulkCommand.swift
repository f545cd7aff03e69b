// `rpcctl send bulk`: a file of messages. Checked as a whole before the first goes; stopped or cut, it is gone on with by
// running it again.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendBulkCommand: ActsForUser, SometimesLocalCommand {
    static let configuration = CommandConfiguration(
        commandName: "bulk", abstract: "Send a text for each row of a CSV file.",
        discussion: """
            The first row names the columns: recipient, and message, or with --template one column for each variable; \
            where wanted key (an idempotency key of your own) and scheduled_at (such as 2026-12-24T18:00:00Z). All of \
            the file is checked before the first row is sent. What becomes of each row is in FILE.results.csv (row, id, \
            status, reason, detail, key). Run again, only rows without a message go: for 24 hours the server knows them \
            by their keys, after that this file does, so keep it. A changed file is a new one, unless it has keys of \
            its own. Exit status 1 where a row was refused. \
            Example: rpcctl send bulk customers.csv --template welcome
            """)

    @Argument(help: ArgumentHelp("The CSV file: UTF-8, commas, at most 64 MiB.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("A template to fill in for each row: a name or an id.", valueName: "name"))
    var template: String?

    @Option(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @Flag(help: "Refuse rows where the session is not connected, instead of holding them.")
    var queueNever = false

    @Flag(help: "Show nothing of what a link in a text leads to.")
    var noLinkPreview = false

    @Flag(help: "Check the file and send nothing.")
    var dryRun = false

    @Flag(
        help:
            "Send rows that FILE.results.csv has messages for as well: to another server. This one knows them for 24 hours."
    )
    var all = false

    @OptionGroup var global: GlobalOptions

    /// Without a template the file says all there is to check.
    func runLocally(_ output: Output) throws -> Bool {
        guard dryRun, template == nil else { return false }
        try dryRun(try read(nil, userID: 0), output)
        return true
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let chosen: Template? =
            if let template { try await rpcd.template(template) } else { nil }
        let rows = try read(chosen, userID: userID)
        if dryRun { return try dryRun(rows, output) }
        let path = BulkResults.path(for: file)
        let earlier = all ? [:] : try BulkResults.earlier(path).filter { $0.value.id > 0 }
        let waiting = rows.filter { earlier[$0.key] == nil }
        let known = rows.compactMap { row in
            earlier[row.key].map {
                BulkOutcome(row: row.number, id: $0.id, status: $0.status, reason: "", detail: "", key: row.key)
            }
        }
        if !known.isEmpty {
            output.console.note(
                "\(known.count) of \(rows.count) rows are sent already, says \(DisplayText.visible(path)).")
        }
        let outcomes = try await send(waiting, after: known, to: path, rpcd, output)
        try tell(outcomes, sentBefore: known.count, path, output)
        if outcomes.contains(where: { $0.id == 0 }) { throw Ended(exit: .failed) }
    }

    private func read(_ template: Template?, userID: Int64) throws -> [BulkRow] {
        let common = SendTextRequest.with {
            $0.session = session?.name ?? ""
            $0.sessionId = session?.id ?? 0
            $0.queue = queueNever ? .never : .unspecified
            $0.linkPreview = noLinkPreview ? .off : .unspecified
            $0.templateId = template?.id ?? 0
            $0.userId = userID
        }
        let bytes = try InputSource.file(file, limit: BulkFile.limit)
        return try BulkFile(bytes, path: file, template: template, common: common).rows
    }

    private func dryRun(_ rows: [BulkRow], _ output: Output) throws {
        try output.done("\(rows.count) rows are right, as far as that can be told here. Nothing was sent.")
    }

    /// Sends what is left, and notes each answer as it comes.
    private func send(
        _ rows: [BulkRow], after known: [BulkOutcome], to path: String, _ rpcd: Rpcd, _ output: Output
    ) async throws -> [BulkOutcome] {
        let results = try BulkResults(addingTo: path)
        defer { results.close() }
        var outcomes: [BulkOutcome] = []
        var bar = ProgressBar(output, total: Int64(rows.count), unit: .rows)
        var sending = BulkSending(rpcd: rpcd, rows: rows)
        do {
            try await sending.run(
                told: { outcome in
                    try results.add(outcome)
                    outcomes.append(outcome)
                    bar.show(Int64(outcomes.count))
                    if output.format == .jsonl { try output.console.print(Self.json(outcome)) }
                }, waits: { _ in })
        } catch {
            bar.leave()
            output.console.note(
                "\(outcomes.count) of \(rows.count) rows have an answer, in \(DisplayText.visible(path)). Run it again: no row is sent twice."
            )
            throw error
        }
        bar.leave()
        try results.finish(known + outcomes)
        return outcomes
    }

    private func tell(
        _ outcomes: [BulkOutcome], sentBefore: Int, _ path: String, _ output: Output
    ) throws {
        let refused = outcomes.filter { $0.id == 0 }
        switch output.format {
        case .jsonl: break
        case .json:
            var writer = JSONWriter()
            writer.beginObject()
            for (name, count) in [
                ("accepted", outcomes.count - refused.count), ("refused", refused.count),
                ("accepted_before", sentBefore),
            ] {
                writer.key(name)
                writer.integer(count)
            }
            writer.key("results")
            writer.string(path)
            writer.endObject()
            try output.document(writer.string)
        case .table:
            var details = Details()
            details.add("accepted", outcomes.count - refused.count)
            if sentBefore > 0 { details.add("accepted before", sentBefore) }
            details.add("refused", refused.count)
            details.add("results", DisplayText.visible(path))
            try output.console.print(details)
            for outcome in refused.prefix(20) {
                output.console.note("row \(outcome.row): \(outcome.reason): \(DisplayText.visible(outcome.detail))")
            }
            if refused.count > 20 {
                output.console.note("and \(refused.count - 20) more: \(DisplayText.visible(path))")
            }
        }
    }

    private static func json(_ outcome: BulkOutcome) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.key("row")
        writer.integer(outcome.row)
        writer.key("id")
        writer.integer(outcome.id)
        for (name, value) in [
            ("status", outcome.status), ("reason", outcome.reason), ("detail", outcome.detail), ("key", outcome.key),
        ] {
            writer.key(name)
            writer.string(value)
        }
        writer.endObject()
        return writer.string
    }
}
