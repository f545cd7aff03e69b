// Which session a request means (API.md 2, "Shapes"): by id, by name among its owner's, or, where neither is given, the
// one called `default`, else the owner's only one. Runs inside a job, so that what it finds is what the job acts upon.

internal import RPC
package import Store

package enum SessionResolver {
    /// The name of the session that is meant where none is named.
    package static let defaultName = "default"

    /// The session that a request means.
    /// - Parameters:
    ///   - session: its name; empty where it is numbered, or not said.
    ///   - sessionID: its id; 0 where it is named, or not said.
    ///   - userID: whose, where it is named; 0 = the caller's.
    ///   - idField: what the request calls `sessionID`.
    ///   - shape: how much of it is read.
    /// - Throws: VALIDATION_ERROR where both are given or one is malformed, NOT_FOUND where there is none, or none for
    ///   the caller's eyes.
    package static func existing<Shape: SessionShape>(
        session: String, sessionID: Int64, userID: Int64, principal: Principal, idField: String = "session_id",
        as shape: Shape.Type = SessionRecord.self, in db: Database
    ) throws -> Shape {
        try check(session: session, sessionID: sessionID, idField: idField)
        if sessionID != 0 {
            guard let found = try db.sessions.get(sessionID, as: shape) else { throw Tenancy.notFound }
            try Tenancy.visible(ownerID: found.userID, to: principal)
            guard userID == 0 || userID == found.userID else { throw Tenancy.notFound }
            return found
        }
        let owner = try Tenancy.owner(of: userID, principal: principal)
        guard let found = try find(session: session, ownerID: owner, as: shape, in: db) else { throw Tenancy.notFound }
        return found
    }

    /// An owner's session of that name; of no name: `default`, else the only one.
    package static func find<Shape: SessionShape>(
        session: String, ownerID: Int64, as shape: Shape.Type = SessionRecord.self, in db: Database
    ) throws -> Shape? {
        if !session.isEmpty { return try db.sessions.get(userID: ownerID, name: session, as: shape) }
        return try db.sessions.get(userID: ownerID, name: defaultName, as: shape)
            ?? db.sessions.only(ofUser: ownerID, as: shape)
    }

    /// For filters that number a session.
    /// - Throws: NOT_FOUND where there is none, or none for the caller's eyes.
    static func check(visible sessionID: Int64, to principal: Principal, in db: Database) throws {
        guard let session = try db.sessions.get(sessionID) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: session.userID, to: principal)
    }

    /// What can be said of the fields alone.
    package static func check(session: String, sessionID: Int64, idField: String = "session_id") throws {
        guard session.isEmpty || sessionID == 0 else {
            throw RPCError.validation(idField, "excludes session: give one of the two")
        }
        guard sessionID >= 0 else { throw RPCError.validation(idField, "must be a session's id") }
        guard session.isEmpty || isName(session) else {
            throw RPCError.validation(
                "session", "must be a letter, then up to 63 letters, digits, - or _")
        }
    }

    /// `^[A-Za-z][A-Za-z0-9_-]{0,63}$`
    package static func isName(_ name: String) -> Bool {
        let bytes = name.utf8
        guard (1...64).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
        return bytes.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
