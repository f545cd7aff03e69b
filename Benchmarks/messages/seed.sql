-- Messages of the past and messages that wait, for `Benchmarks/run.sh messages|dispatch|start`. Into a database that rpcd
-- made and does not have open. Before it: `.param set :sessions 1000`, `:done` (messages delivered long ago) and
-- `:waiting` (pending, one recipient each), spread over all sessions; session 1 is of user 1, and so on.
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE numbers AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < max(:done, :waiting, :sessions))
    SELECT i FROM n;
CREATE TEMP TABLE now AS SELECT unixepoch() * 1000000 AS us;
INSERT INTO users (username, username_key, email, role, is_active, max_messages_per_day, max_messages_per_minute,
        version, created_at, updated_at)
    SELECT 'user' || i, 'user' || i, '', 2, 1, 0, 0, 1, us, us FROM numbers, now WHERE i <= :sessions;
INSERT INTO sessions (user_id, name, status, status_reason, engine, phone_number, lid, is_linked, is_wanted, qr_code,
        qr_sequence, last_error, epoch, link_epoch, link_phone, pacing, quiet_hours,
        created_at, updated_at)
    SELECT i, 'default', 7, 'bridge_lost', 'simulator', printf('+99900%07d', i), '', 1, 1, '', 0, '', 0, 0, '', 0, '', us, us
    FROM numbers, now WHERE i <= :sessions;
INSERT INTO messages (user_id, session_id, direction, kind, status, attempts, epoch, recipient, sender,
        client_message_id, provider_message_id, hold_reason, error_code, error_message, expires_at, created_at,
        updated_at, dispatched_at, submitted_at, sent_at, delivered_at, content)
    SELECT 1 + i % :sessions, 1 + i % :sessions, 1, 1, 7, 1, 1, printf('+4915%08d', i % 5000), '',
        printf('3EB0%018X', i), printf('3EB0%018X', i), '', '', '', us, us - 86400000000, us, us, us, us, us,
        'hello, text ' || i
    FROM numbers, now WHERE i <= :done;
INSERT INTO messages (user_id, session_id, direction, kind, status, attempts, epoch, recipient, sender,
        client_message_id, hold_reason, error_code, error_message, expires_at, created_at, updated_at, content)
    SELECT 1 + i % :sessions, 1 + i % :sessions, 1, 1, 2, 0, 0, printf('+4916%08d', i), '',
        printf('3EB1%018X', i), 'session_not_connected', '', '', us + 86400000000, us, us, 'hello, text ' || i
    FROM numbers, now WHERE i <= :waiting;
INSERT INTO message_counts (user_id, status, count)
    SELECT user_id, status, count(*) FROM messages GROUP BY user_id, status;
INSERT INTO message_counts (user_id, status, count) SELECT 0, status, count(*) FROM messages GROUP BY status;
COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
