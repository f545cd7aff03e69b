// Which key a request means: by id or by prefix, and only one that the caller may see.

internal import Contract
internal import RPC
internal import Store

/// A key as a request names it.
struct KeyLookup: Sendable {
    private let id: Int64
    private let prefix: String

    /// - Throws: VALIDATION_ERROR unless exactly one of the two is given.
    init(id: Int64, prefix: String) throws {
        guard (id != 0) != !prefix.isEmpty else {
            throw RPCError.validation("id", "or prefix must be given, and not both")
        }
        self.id = id
        // What cannot be a prefix is one that nobody has.
        self.prefix = KeyPrefix(parsing: prefix)?.text ?? ""
    }

    /// - Throws: NOT_FOUND, the same for what is not there and for what is another's.
    func find(for principal: Principal, in db: Database) throws -> KeyRecord {
        guard let found = try id != 0 ? db.keys.get(id) : db.keys.get(prefix: prefix) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: found.userID, to: principal)
        return found
    }
}
