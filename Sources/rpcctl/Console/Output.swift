// A command's data in the form that was asked for: one place for tables, JSON and JSON lines, so that every command has
// all three.
internal import Codec

struct Output: Sendable {
    let format: OutputFormat
    let console: Console

    /// One thing: its details, or its document.
    func show(_ message: some ProtoMessage, details: () -> Details) throws {
        switch format {
        case .table: try console.print(details())
        case .json, .jsonl: try document(try Self.json(message))
        }
    }

    /// One item of a stream: lines of text, or one object a line.
    func item(_ message: some ProtoMessage, lines: () -> [String]) throws {
        switch format {
        case .table: try console.print(lines())
        case .json, .jsonl: try console.print(try Self.json(message))
        }
    }

    /// A list: a table, one document under the plural's name, or one object a line.
    /// - Parameter total: only where a page was asked for by its number.
    func list<Item: ProtoMessage>(
        _ name: String, _ items: [Item], next: String? = nil, total: Int64? = nil, table: () -> Table
    ) throws {
        switch format {
        case .table:
            try console.print(table())
            if let next, !next.isEmpty { console.note("more: --page-token \(DisplayText.visible(next))") }
            if let total { console.note("\(total) in all") }
        case .json:
            var writer = JSONWriter()
            writer.beginObject()
            writer.key(name)
            writer.beginArray()
            for item in items { writer.raw(try Self.json(item)) }
            writer.endArray()
            if let next {
                writer.key("next_page_token")
                writer.string(next)
            }
            if let total {
                writer.key("total_size")
                writer.integer(total)
            }
            writer.endObject()
            try document(writer.string)
        case .jsonl:
            try console.print(try items.map(Self.json))
        }
    }

    /// Something that leaves nothing to show: a word for people, an empty object for programs.
    func done(_ word: String) throws {
        switch format {
        case .table: console.note(DisplayText.visible(word))
        case .json, .jsonl: try document("{}")
        }
    }

    /// A finished document: on several lines where somebody looks at it, on one for programs.
    func document(_ json: String) throws {
        try console.print(format != .jsonl && console.terminal != nil ? JSONLayout.indented(json) : json)
    }

    static func json(_ message: some ProtoMessage) throws -> String {
        do {
            return try message.json()
        } catch {
            throw Failure(.failed, "INTERNAL", "the answer cannot be written as JSON: \(error)")
        }
    }
}
