// Texts with variables, kept for sending. What is sent is a text like any other and does not refer to its template.

extension Schema1 {
    static let templates = """

        CREATE TABLE templates (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            description TEXT NOT NULL,
            text TEXT NOT NULL,
            version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            UNIQUE (user_id, name)
        ) STRICT;
        -- A user's templates, newest first; deleting a user.
        CREATE INDEX templates_by_user ON templates (user_id);
        """
}
