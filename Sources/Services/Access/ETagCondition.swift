// A change on condition that a thing is still what the caller knows it as (RFC 9110, section 13): given in the request's own
// field, or as `if-match`, which is what the gateway makes of the header of that name.

package import RPC

/// What a caller asks of a thing before it is changed.
package struct ETagCondition: Sendable {
    private let field: String
    /// What `if-match` names: tags as they stand there, or `*`. Nil: there is none.
    private let matches: [Substring]?

    /// - Parameter field: the request's own; empty: it asks for nothing.
    package init(_ field: String, _ context: CallContext) {
        self.field = field
        matches = context.ifMatch
    }

    package func holds(_ etag: String) -> Bool {
        // A weak tag (`W/"…"`) promises too little for a change, so it is no match.
        let isMatch = matches.map { $0.contains { $0 == "*" || $0 == "\"\(etag)\"" } } ?? true
        return isMatch && (field.isEmpty || field == etag)
    }
}
