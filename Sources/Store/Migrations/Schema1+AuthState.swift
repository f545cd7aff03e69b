// What engines keep of sessions, and how much there is of it.

extension Schema1 {
    static let authState = """
        -- What engines keep of sessions, sealed. The value is last: whoever looks at the other columns does not read it.
        CREATE TABLE auth_state (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            key TEXT NOT NULL,
            key_id INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            UNIQUE (session_id, key)
        ) STRICT;
        -- Which keys are in use.
        CREATE INDEX auth_state_by_key_id ON auth_state (key_id);
        -- How much there is of each session, so that nobody has to count it. Kept by triggers, which see what goes with
        -- its session, too.
        CREATE TABLE auth_state_totals (
            session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
            count INTEGER NOT NULL,
            bytes INTEGER NOT NULL
        ) STRICT;
        CREATE TRIGGER auth_state_added AFTER INSERT ON auth_state BEGIN
            INSERT INTO auth_state_totals (session_id, count, bytes) VALUES (NEW.session_id, 1, length(NEW.sealed))
            ON CONFLICT (session_id) DO UPDATE SET count = count + 1, bytes = bytes + excluded.bytes;
        END;
        CREATE TRIGGER auth_state_changed AFTER UPDATE OF sealed ON auth_state
        WHEN length(NEW.sealed) <> length(OLD.sealed) BEGIN
            UPDATE auth_state_totals SET bytes = bytes + length(NEW.sealed) - length(OLD.sealed)
            WHERE session_id = NEW.session_id;
        END;
        CREATE TRIGGER auth_state_removed AFTER DELETE ON auth_state BEGIN
            UPDATE auth_state_totals SET count = count - 1, bytes = bytes - length(OLD.sealed)
            WHERE session_id = OLD.session_id;
        END;

        """
}
