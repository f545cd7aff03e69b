// Who is told of events, how far that has come, and what is still to be told. A webhook reads the event log from its
// `position`; only what did not arrive at the first try, or waits behind such a one, has a row of its own. Such a row holds
// the event itself, not its number alone: the log may have forgotten it before the last try.

extension Schema1 {
    static let webhooks = """

        CREATE TABLE webhooks (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            session_id INTEGER REFERENCES sessions (id) ON DELETE CASCADE,
            url TEXT NOT NULL,
            description TEXT NOT NULL,
            types TEXT NOT NULL,
            header_names TEXT NOT NULL,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
            inactive_reason TEXT NOT NULL,
            former_secret_until INTEGER,
            version INTEGER NOT NULL,
            position INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            delivered INTEGER NOT NULL,
            lost INTEGER NOT NULL,
            last_success_at INTEGER,
            last_failure_at INTEGER,
            last_error TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        -- A user's webhooks, newest first; deleting a user.
        CREATE INDEX webhooks_by_user ON webhooks (user_id);
        -- Deleting a session.
        CREATE INDEX webhooks_by_session ON webhooks (session_id) WHERE session_id IS NOT NULL;

        -- What posts are signed with, and the headers that go with them, sealed. `kind`: `secret`, `former`, `headers`.
        CREATE TABLE webhook_secrets (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
            kind TEXT NOT NULL,
            key_id INTEGER NOT NULL,
            sealed BLOB NOT NULL,
            UNIQUE (webhook_id, kind)
        ) STRICT;
        -- Which keys are in use.
        CREATE INDEX webhook_secrets_by_key_id ON webhook_secrets (key_id);

        -- `state` is the contract's: 1 in its lane, 2 beside it, 3 given up, 4 arrived.
        CREATE TABLE webhook_deliveries (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
            cursor INTEGER NOT NULL,
            sequence INTEGER NOT NULL,
            state INTEGER NOT NULL,
            tries INTEGER NOT NULL,
            next_try_at INTEGER,
            last_try_at INTEGER,
            last_status INTEGER NOT NULL,
            last_error TEXT NOT NULL,
            finished_at INTEGER,
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            session_id INTEGER,
            message_id INTEGER,
            body BLOB NOT NULL,
            UNIQUE (webhook_id, cursor)
        ) STRICT;
        -- What its session's later events wait for, in order.
        CREATE INDEX webhook_deliveries_lane ON webhook_deliveries (webhook_id, cursor) WHERE state = 1;
        -- What is tried beside them, as it falls due.
        CREATE INDEX webhook_deliveries_beside ON webhook_deliveries (webhook_id, next_try_at) WHERE state = 2;
        -- What was given up.
        CREATE INDEX webhook_deliveries_dead ON webhook_deliveries (webhook_id, cursor) WHERE state = 3;
        -- What waits longest, of all.
        CREATE INDEX webhook_deliveries_open ON webhook_deliveries (at) WHERE finished_at IS NULL;
        -- What is over for long enough.
        CREATE INDEX webhook_deliveries_over ON webhook_deliveries (finished_at) WHERE finished_at IS NOT NULL;
        """
}
