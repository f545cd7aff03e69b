// Parts of a session's row for what is asked often: what has to be known to take a message for it (five columns of thirty,
// since every send asks for them), and what decides how it sends.

/// A session as somebody needs it: all of its row, or the part of it that they name.
package protocol SessionShape: Sendable {
    static var columns: String { get }
    init(_ row: inout Row) throws(StoreError)

    var id: Int64 { get }
    var userID: Int64 { get }
    var name: String { get }
    var status: SessionRecord.Status { get }
    var isLinked: Bool { get }

    /// As the connection knows it already; nil: it has to be read.
    static func known(_ id: Int64, in rows: KnownRows) -> Self?
    static func known(userID: Int64, name: String, in rows: KnownRows) -> Self?
    func keep(in rows: KnownRows)
}

extension SessionShape {
    package static func known(_ id: Int64, in rows: KnownRows) -> Self? { nil }
    package static func known(userID: Int64, name: String, in rows: KnownRows) -> Self? { nil }
    package func keep(in rows: KnownRows) {}
}

/// What of a session decides how it sends.
package protocol SessionManners: SessionShape {
    var engine: String { get }
    var pacing: SessionRecord.Pacing { get }
    var quietHours: String { get }
    var connectedAt: Moment? { get }
    var accountSince: Moment? { get }
}

extension SessionRecord: SessionManners {}

package struct SessionStanding: SessionShape {
    package static let columns = "id, user_id, name, status, is_linked"

    package let id: Int64
    package let userID: Int64
    package let name: String
    package let status: SessionRecord.Status
    package let isLinked: Bool

    package init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        name = try row.next()
        status = try row.next()
        isLinked = try row.next()
    }
}

extension SessionStanding {
    package static func known(_ id: Int64, in rows: KnownRows) -> SessionStanding? { rows.session(id) }
    package static func known(userID: Int64, name: String, in rows: KnownRows) -> SessionStanding? {
        rows.session(userID: userID, name: name)
    }
    package func keep(in rows: KnownRows) { rows.keep(self) }
}

/// What a page of messages asks of each session that some of them wait for.
package struct SessionPace: SessionManners {
    package static let columns = """
        id, user_id, name, status, is_linked, engine, pacing, quiet_hours, connected_at, account_since,
        holder_id
        """

    package let id: Int64
    package let userID: Int64
    package let name: String
    package let status: SessionRecord.Status
    package let isLinked: Bool
    package let engine: String
    package let pacing: SessionRecord.Pacing
    package let quietHours: String
    package let connectedAt: Moment?
    package let accountSince: Moment?
    /// The bridge that carries it; 0: none.
    package let holderID: Int64

    package init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        name = try row.next()
        status = try row.next()
        isLinked = try row.next()
        engine = try row.next()
        pacing = try row.next()
        quietHours = try row.next()
        connectedAt = try row.next()
        accountSince = try row.next()
        holderID = try row.next(Reference.self).id
    }
}
