// What has to be known of a session to take a message for it: five columns of thirty, since every send asks for them.

/// A session as somebody needs it: all of its row, or the part of it that they name.
package protocol SessionShape: Sendable {
    static var columns: String { get }
    init(_ row: inout Row) throws(StoreError)

    var id: Int64 { get }
    var userID: Int64 { get }
    var name: String { get }
    var status: SessionRecord.Status { get }
    var isLinked: Bool { get }
}

extension SessionRecord: SessionShape {}

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
