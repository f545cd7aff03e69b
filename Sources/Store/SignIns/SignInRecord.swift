// A row of `sign_ins`: one sign-in of a user, a family of refresh tokens. The tokens themselves are nowhere; a token is
// derived from the family, its generation and a key that is not in the database.

package struct SignInRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    /// Random, unique; part of every token of this sign-in.
    package var family: String
    package var userID: Int64
    /// Of the latest refresh token; the first is 1.
    package var generation: Int64
    /// When the latest refresh token was made.
    package var rotatedAt: Moment
    package var expiresAt: Moment
    package var endedAt: Moment?
    /// Empty while it lives.
    package var endedReason: String
    /// Where it came from.
    package var address: String
    package var createdAt: Moment

    package init(
        id: Int64 = 0, family: String, userID: Int64, generation: Int64 = 1, expiresAt: Moment, address: String,
        createdAt: Moment
    ) {
        self.id = id
        self.family = family
        self.userID = userID
        self.generation = generation
        rotatedAt = createdAt
        self.expiresAt = expiresAt
        endedReason = ""
        self.address = address
        self.createdAt = createdAt
    }

    static let columns = """
        id, family, user_id, generation, rotated_at, expires_at, ended_at, ended_reason, address, created_at
        """

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        family = try row.next()
        userID = try row.next()
        generation = try row.next()
        rotatedAt = try row.next()
        expiresAt = try row.next()
        endedAt = try row.next()
        endedReason = try row.next()
        address = try row.next()
        createdAt = try row.next()
    }
}
