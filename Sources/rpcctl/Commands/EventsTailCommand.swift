// `rpcctl events tail`: events as they happen, or from where one stopped reading. When the stream ends for whatever reason
// it says where to go on.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct EventsTailCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "tail", abstract: "Follow events, from now on or from a cursor. Ctrl-C ends it.",
        discussion: """
            With -o jsonl each event carries its cursor; else the last one is told on stderr when the server ends the stream. \
            Example: rpcctl events tail --type 'message.*' -o jsonl
            """)

    @Option(help: ArgumentHelp("Go on after this event: its cursor. Default: from now on.", valueName: "cursor"))
    var from: String = ""

    @Option(
        name: .customLong("type"), parsing: .singleValue,
        help: ArgumentHelp(
            "Only these, such as message.delivered, or whole families, such as 'message.*'; repeatable.",
            valueName: "type"))
    var types: [String] = []

    @Option(help: ArgumentHelp("Only this session's: a name or an id.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let sessionID = try await rpcd.sessionID(session)
        // Only what the server gave: a cursor that it refused is nothing to go on with.
        var last = ""
        do {
            let events = try await rpcd.events.watch(
                .with {
                    $0.cursor = from
                    $0.types = types
                    $0.sessionId = sessionID
                    $0.userId = userID
                }, options: rpcd.stream)
            for try await event in events.givingUp(afterSilence: Rpcd.silence) {
                if !event.cursor.isEmpty { last = event.cursor }
                // A heartbeat: only its cursor is news.
                if event.type.isEmpty { continue }
                try output.item(event) { [EventText.line(event, style: output.console.style)] }
            }
        } catch let error as SinkClosed {
            throw error
        } catch {
            var failure = Failure(error)
            if failure.hint == nil { failure.hint = Self.hint(last) }
            throw failure
        }
        if let hint = Self.hint(last) { output.console.note("The server ended the stream. " + hint) }
    }

    private static func hint(_ cursor: String) -> String? { cursor.isEmpty ? nil : "go on with --from \(cursor)" }
}
