// A row of `templates`.

package struct TemplateRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    package var userID: Int64
    /// Unique among its user's.
    package var name: String
    package var description: String
    package var text: String
    /// Raised with each change.
    package var version: Int64
    package var createdAt: Moment
    package var updatedAt: Moment

    package init(
        id: Int64 = 0, userID: Int64, name: String, description: String = "", text: String, createdAt: Moment
    ) {
        self.id = id
        self.userID = userID
        self.name = name
        self.description = description
        self.text = text
        version = 1
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    static let columns = "id, user_id, name, description, text, version, created_at, updated_at"

    static let mutable: [MutableColumn<TemplateRecord>] = [
        .init("name") { $0.name }, .init("description") { $0.description }, .init("text") { $0.text },
        .init("version") { $0.version }, .init("updated_at") { $0.updatedAt },
    ]

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        userID = try row.next()
        name = try row.next()
        description = try row.next()
        text = try row.next()
        version = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
    }
}
