-- A million users, calls in the log, and days of usage, for Benchmarks/accounts/lists.js. Into a database that rpcd made
-- and does not have open.
PRAGMA synchronous = OFF;
BEGIN;
CREATE TEMP TABLE numbers AS
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000000) SELECT i FROM n;
INSERT INTO users (username, username_key, email, role, is_active, max_messages_per_day, max_messages_per_minute,
        version, created_at, updated_at)
    SELECT 'user' || i, 'user' || i, 'user' || i || '@example.org', 2, 1, 1000, 30, 1, now.us, now.us
    FROM numbers, (SELECT unixepoch() * 1000000 AS us) AS now;
INSERT INTO usage (user_id, day, messages_accepted, messages_sent, api_requests)
    SELECT 1 + i % 1000, unixepoch() / 86400 - i / 1000, 10, 9, 50 FROM numbers;
INSERT INTO api_logs (at, user_id, key_prefix, transport, method, endpoint, status, http_status, latency_us, ip, request_id)
    SELECT now.us - i * 1000, 1 + i % 1000, 'abcdefgh', 'unix', 'POST', 'switchboard.v1.MessagesService/SendText', 'OK',
        201, 800, '', 'seed-' || i
    FROM numbers, (SELECT unixepoch() * 1000000 AS us) AS now;
COMMIT;
