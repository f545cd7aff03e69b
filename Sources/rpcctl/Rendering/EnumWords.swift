// The words of an enum, as the house dialect has them, taken from the schema of a field that holds one: `qr_pending` of
// SESSION_STATUS_QR_PENDING. So a value that a newer contract adds needs nothing here.
internal import Codec

struct EnumWords: Sendable {
    private let words: [(number: Int32, word: String)]

    /// - Parameter field: the name of an enum field, as the .proto spells it.
    init(_ field: String, of message: MessageSchema) {
        guard let schema = message.field(named: field)?.enumSchema else {
            words = []
            return
        }
        words = schema.values.map { ($0.number, String($0.name.dropFirst(schema.prefix.count)).lowercased()) }
    }

    /// The word of a value; its number where the contract that we were built with has none; empty for the unspecified.
    func word(_ value: some RawRepresentable<Int32>) -> String {
        let word = words.first { $0.number == value.rawValue }?.word ?? String(value.rawValue)
        return word == "unspecified" ? "" : word
    }

    /// The number of a word that somebody typed.
    func number(_ typed: String) -> Int32? {
        let typed = typed.lowercased()
        return typed == "unspecified" ? nil : words.first { $0.word == typed }?.number
    }

    /// All that can be typed.
    var all: [String] { words.map(\.word).filter { $0 != "unspecified" } }
}
