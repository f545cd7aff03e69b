// Where a watch stands, as callers hold it: opaque, versioned and authenticated, so that none is made up. Bound to nothing
// else: whoever goes on may go on with other filters.

internal import RPC

struct EventCursor: Sendable {
    private static let method = "switchboard.v1.EventsService/Watch"

    private let tokens: PageTokens

    init(tokens: PageTokens) {
        self.tokens = tokens
    }

    func text(_ cursor: Int64) -> String { tokens.make(position: [cursor], method: Self.method, filters: []) }

    /// - Throws: VALIDATION_ERROR for what is no cursor of this server.
    func parse(_ text: String) throws -> Int64 {
        guard let position = tokens.read(text, method: Self.method, filters: []), position.count == 1,
            position[0] >= 0
        else { throw RPCError.validation("cursor", "is no cursor of this server") }
        return position[0]
    }
}
