// Where the audit log begins and how far it has come: the one row of `audit_chain`, under a MAC of its own; and who makes
// the MACs. What was found wrong with the log once stays in it: a log that was broken is never whole again.

package struct AuditChain: Sendable, Equatable {
    package struct Link: Sendable, Equatable {
        package var id: Int64
        package var mac: [UInt8]

        package init(id: Int64, mac: [UInt8]) {
            self.id = id
            self.mac = mac
        }

        /// Before the first row of all.
        package static let origin = Link(id: 0, mac: [UInt8](repeating: 0, count: AuditChain.macLength))
    }

    package static let macLength = 32

    /// The last row that was deleted from the front.
    package var anchor: Link
    /// The last row.
    package var head: Link
    /// The first row that nobody vouches for any more; 0 = the log was never found broken.
    package var brokenID: Int64
    package var mac: [UInt8] = []

    package init(anchor: Link = .origin, head: Link = .origin, brokenID: Int64 = 0) {
        self.anchor = anchor
        self.head = head
        self.brokenID = brokenID
    }

    package var sealed: [UInt8] {
        var bytes = SealedBytes(kind: "chain")
        for link in [anchor, head] {
            bytes.add(link.id)
            bytes.add(link.mac)
        }
        bytes.add(brokenID)
        return bytes.bytes
    }

    /// Whether it is one that was written. Lengths are looked at first, so that no part can be taken for another.
    package func isSealed(by seal: any AuditSeal) -> Bool {
        [anchor.mac, head.mac, mac].allSatisfy { $0.count == Self.macLength }
            && anchor.id >= 0 && anchor.id <= head.id && mac == seal.seal(sealed)
    }

    /// Whether it has come at least as far as another, at both ends.
    package func isAsFar(as other: AuditChain) -> Bool { head.id >= other.head.id && anchor.id >= other.anchor.id }
}

extension AuditChain.Link {
    init(_ record: AuditRecord) { self.init(id: record.id, mac: record.mac) }

    /// Whether a row of that id comes next.
    package func isFollowed(by id: Int64) -> Bool {
        let (next, isBeyond) = self.id.addingReportingOverflow(1)
        return !isBeyond && id == next
    }
}

/// What is wrong with the log, as far as its ends show.
package struct AuditDamage: Sendable, Equatable {
    /// The first row that nobody vouches for.
    package let id: Int64
    package let detail: String

    package init(id: Int64, detail: String) {
        self.id = id
        self.detail = detail
    }
}

/// Makes and checks the MACs of the audit log. What it stands on is a key that Store does not know.
package protocol AuditSeal: Sendable {
    /// The 32 bytes of a MAC.
    func seal(_ bytes: [UInt8]) -> [UInt8]
    /// From which row on the log was found broken, first of all; 0 = never.
    var brokenID: Int64 { get }
    /// The log is not what was written. Remembered for good, whatever becomes of the transaction in which it was found.
    /// On the writer's thread.
    func broke(_ damage: AuditDamage)
    /// Rows were appended or deleted from the front, and that is committed. On the writer's thread.
    func committed(_ chain: AuditChain)
}

/// What the writing connection knows of the log's ends. Whoever else writes to the file is found by it.
struct AuditMemory {
    /// As it was written last.
    var chain = AuditChain()
    /// What is in the database does not go on from there: the next row is linked to nothing, which shows for good.
    var isTorn = false
}

/// Bytes that say what they are, in parts that say how long they are.
struct SealedBytes {
    private(set) var bytes: [UInt8]

    init(kind: String) { bytes = Array("switchboard audit \(kind) 1\n".utf8) }

    mutating func add(_ number: Int64) {
        withUnsafeBytes(of: number.bigEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func add(_ part: [UInt8]) {
        add(Int64(part.count))
        bytes.append(contentsOf: part)
    }
}
