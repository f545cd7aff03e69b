// A row of `audit_log`: one thing that somebody did. Rows are chained: each carries a MAC over the one before it and over
// all of its own columns, so none can be changed, taken out or moved without the key, which is not in the database.

package struct AuditRecord: Sendable, Equatable {
    /// Consecutive; 0 until it is appended.
    package var id: Int64
    package var at: Moment
    /// `user(7)`, `operator(0)`; "" for nobody.
    package var who: String
    /// The user's name then, or "".
    package var username: String
    package var keyPrefix: String
    package var method: String
    package var targetKind: String
    /// 0 = unknown.
    package var targetID: Int64
    package var targetName: String
    /// A JSON object, or "". Never a secret.
    package var before: String
    package var after: String
    /// `OK` or a reason.
    package var outcome: String
    /// How often, where several of a kind were put together.
    package var times: Int64
    package var transport: String
    package var ip: String
    package var requestID: String
    /// 32 bytes; empty until it is appended.
    package var mac: [UInt8]

    package init(
        at: Moment, who: String = "", username: String = "", keyPrefix: String = "", method: String,
        targetKind: String = "", targetID: Int64 = 0, targetName: String = "", before: String = "", after: String = "",
        outcome: String = "OK", times: Int64 = 1, transport: String = "", ip: String = "", requestID: String = ""
    ) {
        id = 0
        self.at = at
        self.who = who
        self.username = username
        self.keyPrefix = keyPrefix
        self.method = method
        self.targetKind = targetKind
        self.targetID = targetID
        self.targetName = targetName
        self.before = before
        self.after = after
        self.outcome = outcome
        self.times = times
        self.transport = transport
        self.ip = ip
        self.requestID = requestID
        mac = []
    }

    static let columns = """
        id, at, who, username, key_prefix, method, target_kind, target_id, target_name, before, after, outcome, times,
        transport, ip, request_id, mac
        """

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        at = try row.next()
        who = try row.next()
        username = try row.next()
        keyPrefix = try row.next()
        method = try row.next()
        targetKind = try row.next()
        targetID = try row.next()
        targetName = try row.next()
        before = try row.next()
        after = try row.next()
        outcome = try row.next()
        times = try row.next()
        transport = try row.next()
        ip = try row.next()
        requestID = try row.next()
        mac = try row.next()
    }

    /// What the MAC is taken over: the MAC before it, then every column, each with its length, so that no two rows give
    /// the same bytes.
    package func sealed(after previous: [UInt8]) -> [UInt8] { sealed(as: "entry", after: previous) }

    /// The same for the first row after a break, which is linked to nothing: it can be taken for no other.
    package var sealedAfterBreak: [UInt8] { sealed(as: "entry after a break", after: []) }

    private func sealed(as kind: String, after previous: [UInt8]) -> [UInt8] {
        var bytes = SealedBytes(kind: kind)
        bytes.add(previous)
        bytes.add(id)
        bytes.add(at.microseconds)
        for text in [who, username, keyPrefix, method, targetKind] { bytes.add(Array(text.utf8)) }
        bytes.add(targetID)
        for text in [targetName, before, after, outcome] { bytes.add(Array(text.utf8)) }
        bytes.add(times)
        for text in [transport, ip, requestID] { bytes.add(Array(text.utf8)) }
        return bytes.bytes
    }
}
