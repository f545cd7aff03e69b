// The first schema. Times are microseconds of UTC; statuses are the numbers of the contract; a reference to nothing and
// an id not yet known are NULL here and 0 or "" in the records. Every index is paid for at each send, so each one names
// the query that needs it. Events and idempotency rows are logs with a short life of their own and carry no foreign
// keys: docs/STORE.md says why.

enum Schema1 {
    static let migration = Migration(
        name: "001 users, keys, sign-ins, bridges, sessions, messages, events, usage, logs",
        sql: accounts + bridges + sessions + authState + messages + media + logs + audit + upkeep
            + webhooks + templates)

    private static let accounts = """
        CREATE TABLE users (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            username TEXT NOT NULL,
            username_key TEXT NOT NULL UNIQUE,
            email TEXT NOT NULL,
            role INTEGER NOT NULL,
            is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
            max_messages_per_day INTEGER NOT NULL CHECK (max_messages_per_day >= 0),
            max_messages_per_minute INTEGER NOT NULL CHECK (max_messages_per_minute >= 0),
            password_hash TEXT,
            version INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;

        -- The dearest password there is: iterations stand behind `pbkdf2_sha256$`.
        CREATE INDEX users_by_hash_cost ON users (CAST(substr(password_hash, 15) AS INTEGER))
            WHERE password_hash IS NOT NULL;

        CREATE TABLE api_keys (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            prefix TEXT NOT NULL UNIQUE,
            hash BLOB NOT NULL,
            scopes TEXT NOT NULL,
            allowed_ips TEXT NOT NULL,
            max_messages_per_minute INTEGER NOT NULL CHECK (max_messages_per_minute >= 0),
            expires_at INTEGER,
            revoked_at INTEGER,
            last_used_at INTEGER,
            rotated_from INTEGER REFERENCES api_keys (id) ON DELETE SET NULL,
            made_by INTEGER REFERENCES api_keys (id) ON DELETE SET NULL,
            bucket_id INTEGER,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL
        ) STRICT;
        -- A user's keys, newest first; deleting a user. (The id follows by itself in every index.)
        CREATE INDEX api_keys_by_user ON api_keys (user_id);
        -- Deleting a key that was rotated.
        CREATE INDEX api_keys_by_rotated_from ON api_keys (rotated_from) WHERE rotated_from IS NOT NULL;
        -- Deleting a key that others were made with.
        CREATE INDEX api_keys_by_made_by ON api_keys (made_by) WHERE made_by IS NOT NULL;
        -- The newest key of a line.
        CREATE INDEX api_keys_by_bucket ON api_keys (bucket_id) WHERE bucket_id IS NOT NULL;

        -- A sign-in is a family of refresh tokens: of those only the family and the latest generation are kept.
        CREATE TABLE sign_ins (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            family TEXT NOT NULL UNIQUE,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            generation INTEGER NOT NULL,
            rotated_at INTEGER NOT NULL,
            expires_at INTEGER NOT NULL,
            ended_at INTEGER,
            ended_reason TEXT NOT NULL,
            address TEXT NOT NULL,
            created_at INTEGER NOT NULL
        ) STRICT;
        -- Listing, ending and counting a user's sign-ins; deleting a user.
        CREATE INDEX sign_ins_by_user ON sign_ins (user_id);
        -- Forgetting those whose time is up.
        CREATE INDEX sign_ins_by_expiry ON sign_ins (expires_at);

        """

    private static let bridges = """
        CREATE TABLE bridges (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            identity TEXT NOT NULL,
            name TEXT NOT NULL,
            status INTEGER NOT NULL,
            instance_id TEXT NOT NULL,
            engine TEXT NOT NULL,
            engine_version TEXT NOT NULL,
            kinds TEXT NOT NULL,
            capacity INTEGER NOT NULL,
            commands TEXT NOT NULL,
            repeats_safe_since INTEGER,
            confirmed_seq INTEGER NOT NULL,
            attached_at INTEGER,
            last_heartbeat_at INTEGER,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            UNIQUE (identity, name)
        ) STRICT;

        """

    private static let sessions = """
        CREATE TABLE sessions (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
            name TEXT NOT NULL,
            status INTEGER NOT NULL,
            status_reason TEXT NOT NULL,
            status_deadline INTEGER,
            engine TEXT NOT NULL,
            phone_number TEXT NOT NULL,
            lid TEXT NOT NULL,
            is_linked INTEGER NOT NULL CHECK (is_linked IN (0, 1)),
            is_wanted INTEGER NOT NULL CHECK (is_wanted IN (0, 1)),
            qr_code TEXT NOT NULL,
            qr_sequence INTEGER NOT NULL,
            qr_expires_at INTEGER,
            connected_at INTEGER,
            last_active_at INTEGER,
            missed_since INTEGER,
            last_error TEXT NOT NULL,
            epoch INTEGER NOT NULL,
            link_epoch INTEGER NOT NULL,
            link_phone TEXT NOT NULL,
            link_ended_at INTEGER,
            account_since INTEGER,
            holder_id INTEGER REFERENCES bridges (id) ON DELETE SET NULL,
            last_holder_id INTEGER REFERENCES bridges (id) ON DELETE SET NULL,
            lease_expires_at INTEGER,
            pacing INTEGER NOT NULL,
            quiet_hours TEXT NOT NULL,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            UNIQUE (user_id, name)
        ) STRICT;
        -- Leases of one bridge.
        CREATE INDEX sessions_by_holder ON sessions (holder_id) WHERE holder_id IS NOT NULL;
        -- Sessions that should run and that nobody carries.
        CREATE INDEX sessions_unheld ON sessions (id) WHERE is_wanted = 1 AND holder_id IS NULL;
        -- Who is linked as an account.
        CREATE INDEX sessions_by_phone ON sessions (phone_number) WHERE is_linked = 1 AND phone_number <> '';
        CREATE INDEX sessions_by_lid ON sessions (lid) WHERE is_linked = 1 AND lid <> '';
        -- States whose time is up.
        CREATE INDEX sessions_by_deadline ON sessions (status_deadline) WHERE status_deadline IS NOT NULL;

        CREATE TABLE leases (
            session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            epoch INTEGER NOT NULL,
            bridge_id INTEGER NOT NULL,
            reported INTEGER NOT NULL,
            assigned_at INTEGER NOT NULL,
            PRIMARY KEY (session_id, epoch)
        ) STRICT, WITHOUT ROWID;

        -- What a session that sends carefully has sent of late, and what holds it back.
        CREATE TABLE pacing (
            session_id INTEGER PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
            changed_at INTEGER,
            next_at INTEGER,
            full_at INTEGER,
            recent BLOB NOT NULL,
            partners TEXT NOT NULL,
            cold_began INTEGER,
            cold_ends INTEGER,
            cold_sent INTEGER NOT NULL,
            cold_days INTEGER NOT NULL,
            cold_stopped_until INTEGER,
            replies_in_row INTEGER NOT NULL,
            failures INTEGER NOT NULL,
            paused_until INTEGER,
            cold_stop_is_ours INTEGER NOT NULL CHECK (cold_stop_is_ours IN (0, 1)),
            clock_life INTEGER NOT NULL,
            clock_offset INTEGER NOT NULL
        ) STRICT;

        -- Who wrote to a session, and when last.
        CREATE TABLE contacts (
            session_id INTEGER NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
            contact TEXT NOT NULL,
            wrote_at INTEGER NOT NULL,
            PRIMARY KEY (session_id, contact)
        ) STRICT, WITHOUT ROWID;
        -- Who wrote so long ago that it decides nothing any more.
        CREATE INDEX contacts_by_time ON contacts (wrote_at);

        """

    private static let messages = """
        -- Ids are given by us, and none twice (GivenIDs.swift); so of `events` and `api_logs`.
        CREATE TABLE messages (
            id INTEGER PRIMARY KEY,
            user_id INTEGER REFERENCES users (id) ON DELETE SET NULL,
            session_id INTEGER REFERENCES sessions (id) ON DELETE SET NULL,
            direction INTEGER NOT NULL,
            kind INTEGER NOT NULL,
            status INTEGER NOT NULL,
            attempts INTEGER NOT NULL,
            attempts_allowed INTEGER NOT NULL DEFAULT 0,
            epoch INTEGER NOT NULL,
            bridge_id INTEGER REFERENCES bridges (id) ON DELETE SET NULL,
            recipient TEXT NOT NULL,
            sender TEXT NOT NULL,
            sender_lid TEXT,
            client_message_id TEXT,
            provider_message_id TEXT,
            reply_to_id INTEGER REFERENCES messages (id) ON DELETE SET NULL,
            hold_reason TEXT NOT NULL,
            error_code TEXT NOT NULL,
            error_message TEXT NOT NULL,
            next_try_at INTEGER,
            place INTEGER NOT NULL DEFAULT 0 CHECK (place BETWEEN 0 AND 3),
            command_deadline INTEGER,
            -- What decisions need of earlier attempts, for the timeline is kept for days only; NULL for nearly all. The
            -- first attempt in doubt, and in what epoch (AttemptDoubt.swift); the last one that WhatsApp said no to; when
            -- an ack was first missed; when a person last wanted the message sent.
            doubtful_attempt INTEGER,
            rejected_attempt INTEGER,
            ack_missed_at INTEGER,
            asked_at INTEGER,
            scheduled_at INTEGER,
            expires_at INTEGER,
            created_at INTEGER NOT NULL,
            updated_at INTEGER NOT NULL,
            dispatched_at INTEGER,
            submitted_at INTEGER,
            sent_at INTEGER,
            delivered_at INTEGER,
            read_at INTEGER,
            played_at INTEGER,
            failed_at INTEGER,
            content TEXT NOT NULL,
            -- What a text alone does not say, of the message and of what became of it: the contract's Message, with those
            -- fields. NULL: it is a text and no more.
            body BLOB
        ) STRICT;
        -- A user's messages, newest first.
        CREATE INDEX messages_by_user ON messages (user_id);
        -- A session's messages, newest first.
        CREATE INDEX messages_by_session ON messages (session_id);
        -- Engines that take our id for theirs may speak of a message before they have answered for it. Not unique, and
        -- not of every message: its values are random, and at acceptance it would cost as much as the rest together.
        CREATE INDEX messages_by_client_id ON messages (client_message_id)
            WHERE provider_message_id IS NULL AND attempts > 0;
        -- Acks name the provider's id.
        CREATE UNIQUE INDEX messages_by_provider_id ON messages (session_id, provider_message_id)
            WHERE direction = 1 AND provider_message_id IS NOT NULL;
        -- An incoming message is taken in once; but what is said of another may come under the other's id.
        CREATE UNIQUE INDEX messages_received ON messages (session_id, provider_message_id, kind)
            WHERE direction = 2 AND provider_message_id IS NOT NULL;
        -- Who wrote, and which of somebody's two names goes with which.
        CREATE INDEX messages_by_sender ON messages (sender, user_id) WHERE direction = 2;
        CREATE INDEX messages_by_sender_lid ON messages (sender_lid, user_id) WHERE sender_lid IS NOT NULL;
        -- The outbox: what can go out now, in order.
        CREATE INDEX messages_ready ON messages (session_id, id)
            WHERE status = 2 AND next_try_at IS NULL AND place = 0;
        -- The lanes of sessions that send carefully. (`place`: 0 nowhere, 1 behind another of its recipient's line, 2 in the
        -- lane of replies, 3 in the cold lane.)
        CREATE INDEX messages_replies ON messages (session_id, id) WHERE status = 2 AND place = 2;
        CREATE INDEX messages_cold ON messages (session_id, id) WHERE status = 2 AND place = 3;
        -- What waits for its next try.
        CREATE INDEX messages_waiting ON messages (session_id, next_try_at) WHERE status = 2 AND next_try_at IS NOT NULL;
        -- Order per recipient: is there an earlier one that may still have to go out? (Not `IN`: of three values SQLite
        -- makes a table in memory at each INSERT and UPDATE.)
        CREATE INDEX messages_in_line ON messages (session_id, recipient, id)
            WHERE (status = 2 OR status = 3 OR status = 5);
        -- What a bridge has been given and not settled.
        CREATE INDEX messages_in_flight ON messages (status, session_id, id) WHERE status BETWEEN 3 AND 5;
        CREATE INDEX messages_scheduled ON messages (scheduled_at) WHERE status = 1;
        -- What a session that ends had scheduled.
        CREATE INDEX messages_scheduled_by_session ON messages (session_id, id) WHERE status = 1;
        -- What is given up when its time is over: pending, or of unknown outcome.
        CREATE INDEX messages_expiring ON messages (expires_at) WHERE status IN (2, 5);
        -- Deleting a message that was replied to.
        CREATE INDEX messages_by_reply ON messages (reply_to_id) WHERE reply_to_id IS NOT NULL;

        -- Per user; user 0: all messages, those included that are nobody's any more. No foreign key, as for `usage`.
        CREATE TABLE message_counts (
            user_id INTEGER NOT NULL,
            status INTEGER NOT NULL,
            count INTEGER NOT NULL,
            PRIMARY KEY (user_id, status)
        ) STRICT, WITHOUT ROWID;

        """

    private static let logs = """
        CREATE TABLE events (
            cursor INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            type TEXT NOT NULL,
            user_id INTEGER,
            session_id INTEGER,
            message_id INTEGER,
            body BLOB NOT NULL
        ) STRICT;
        -- A message's timeline.
        CREATE INDEX events_by_message ON events (message_id) WHERE message_id IS NOT NULL;

        CREATE TABLE idempotency (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            user_id INTEGER NOT NULL,
            method TEXT NOT NULL,
            key TEXT NOT NULL,
            fingerprint BLOB NOT NULL,
            answer_kind INTEGER NOT NULL,
            answer_id INTEGER NOT NULL,
            created_at INTEGER NOT NULL,
            UNIQUE (user_id, method, key)
        ) STRICT;

        -- One row per user and UTC day (`day`: days since 1970). No foreign key: the rows are written by folds, and a
        -- fold of a user who was deleted in the same batch must not fail the batch.
        CREATE TABLE usage (
            user_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            messages_accepted INTEGER NOT NULL DEFAULT 0,
            messages_sent INTEGER NOT NULL DEFAULT 0,
            messages_failed INTEGER NOT NULL DEFAULT 0,
            messages_received INTEGER NOT NULL DEFAULT 0,
            media_sent INTEGER NOT NULL DEFAULT 0,
            api_requests INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (user_id, day)
        ) STRICT, WITHOUT ROWID;
        -- Everybody's usage, newest day first.
        CREATE INDEX usage_by_day ON usage (day, user_id);

        -- The same by month; `day` is its first. Made from `usage` by a job.
        CREATE TABLE usage_months (
            user_id INTEGER NOT NULL,
            day INTEGER NOT NULL,
            messages_accepted INTEGER NOT NULL DEFAULT 0,
            messages_sent INTEGER NOT NULL DEFAULT 0,
            messages_failed INTEGER NOT NULL DEFAULT 0,
            messages_received INTEGER NOT NULL DEFAULT 0,
            media_sent INTEGER NOT NULL DEFAULT 0,
            api_requests INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (user_id, day)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX usage_months_by_day ON usage_months (day, user_id);

        CREATE TABLE api_logs (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            user_id INTEGER,
            key_prefix TEXT NOT NULL,
            transport TEXT NOT NULL,
            method TEXT NOT NULL,
            endpoint TEXT NOT NULL,
            status TEXT NOT NULL,
            http_status INTEGER NOT NULL,
            latency_us INTEGER NOT NULL,
            ip TEXT NOT NULL,
            request_id TEXT NOT NULL
        ) STRICT;
        -- A user's log, newest first.
        CREATE INDEX api_logs_by_user ON api_logs (user_id) WHERE user_id IS NOT NULL;

        """

    private static let audit = """
        -- Who did what. Ids are consecutive and given by us; `mac` chains each row to the one before. No foreign key: the log
        -- outlives what it tells of.
        CREATE TABLE audit_log (
            id INTEGER PRIMARY KEY,
            at INTEGER NOT NULL,
            who TEXT NOT NULL,
            username TEXT NOT NULL,
            key_prefix TEXT NOT NULL,
            method TEXT NOT NULL,
            target_kind TEXT NOT NULL,
            target_id INTEGER NOT NULL,
            target_name TEXT NOT NULL,
            before TEXT NOT NULL,
            after TEXT NOT NULL,
            outcome TEXT NOT NULL,
            times INTEGER NOT NULL,
            transport TEXT NOT NULL,
            ip TEXT NOT NULL,
            request_id TEXT NOT NULL,
            mac BLOB NOT NULL
        ) STRICT;
        -- The log newest first, from any page or time on: all of it, one caller's, one method's, one thing's.
        CREATE INDEX audit_log_by_time ON audit_log (at);
        CREATE INDEX audit_log_by_who ON audit_log (who, at);
        CREATE INDEX audit_log_by_method ON audit_log (method, at);
        CREATE INDEX audit_log_by_target ON audit_log (target_kind, target_id, at);

        -- One row: the last link that was deleted from the front, the last of all, and from where on the log was found
        -- broken (0 = never).
        CREATE TABLE audit_chain (
            id INTEGER PRIMARY KEY CHECK (id = 1),
            anchor_id INTEGER NOT NULL,
            anchor_mac BLOB NOT NULL,
            head_id INTEGER NOT NULL,
            head_mac BLOB NOT NULL,
            broken_id INTEGER NOT NULL,
            mac BLOB NOT NULL
        ) STRICT;
        """
}
