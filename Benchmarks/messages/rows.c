// What one SendText writes, by C on the same library, into a database that rpcd made: the message, its event, the call in
// the log; per batch the counters, where the ids stand, one commit and one sync. (What it reads of the session and its
// owner the writer has in memory.) The floor for SendText over RPC, which does the same and all the rest.
//
//   rows DATABASE MESSAGES BATCH     (session 1, called `default`, of user 1: see seed.sql)

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static sqlite3 *database;

static double seconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return time.tv_sec + time.tv_nsec / 1e9;
}

static void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "error: %s\n", sqlite3_errmsg(database));
    exit(70);
}

static sqlite3_stmt *prepare(const char *sql) {
    sqlite3_stmt *statement;
    check(sqlite3_prepare_v3(database, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL));
    return statement;
}

static void run(sqlite3_stmt *statement) {
    int code;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW)
        for (int i = 0; i < sqlite3_column_count(statement); i++) sqlite3_column_int64(statement, i);
    check(code);
    sqlite3_reset(statement);
}

static void number(sqlite3_stmt *statement, int index, sqlite3_int64 value) {
    sqlite3_bind_int64(statement, index, value);
}

static void text(sqlite3_stmt *statement, int index, const char *value) {
    sqlite3_bind_text(statement, index, value, -1, SQLITE_STATIC);
}

int main(int count, char **arguments) {
    if (count != 4) return 64;
    long messages = atol(arguments[2]), batch = atol(arguments[3]);
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    check(sqlite3_open_v2(arguments[1], &database, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL));
    check(sqlite3_exec(database,
                       "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;"
                       "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;"
                       "PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 0",
                       NULL, NULL, NULL));
    sqlite3_stmt *begin = prepare("BEGIN IMMEDIATE"), *commit = prepare("COMMIT");
    sqlite3_stmt *message = prepare(
        "INSERT INTO messages (user_id, session_id, direction, kind, status, attempts, epoch, recipient, sender,"
        " client_message_id, hold_reason, error_code, error_message, expires_at, created_at, updated_at, content)"
        " VALUES (1, 1, 1, 1, 2, 0, 0, ?, '', ?, 'session_not_connected', '', '', ?, ?, ?, ?)");
    sqlite3_stmt *event = prepare("INSERT INTO events (at, type, user_id, session_id, message_id, body)"
                                  " VALUES (?, 'message.accepted', 1, 1, ?, ?)");
    sqlite3_stmt *call = prepare("INSERT INTO api_logs (at, user_id, key_prefix, transport, method, endpoint, status,"
                                 " http_status, latency_us, ip, request_id)"
                                 " VALUES (?, 1, ?, 'unix', ?, '', 'OK', 201, 2900, '', ?)");
    sqlite3_stmt *counts = prepare("INSERT INTO message_counts (user_id, status, count) VALUES (?, 2, ?) ON CONFLICT"
                                   " (user_id, status) DO UPDATE SET count = message_counts.count + excluded.count");
    sqlite3_stmt *usage = prepare(
        "INSERT INTO usage (user_id, day, messages_accepted, api_requests) VALUES (1, 20780, ?, ?) ON CONFLICT"
        " (user_id, day) DO UPDATE SET messages_accepted = usage.messages_accepted + excluded.messages_accepted,"
        " api_requests = usage.api_requests + excluded.api_requests");

    sqlite3_stmt *ids = prepare("UPDATE sqlite_sequence SET seq = (SELECT max(id) FROM messages) WHERE name = ?");

    char body[56], client[32], request[24];
    memset(body, 7, sizeof body);
    sqlite3_int64 now = 1795421523000000;
    double wall = seconds(CLOCK_MONOTONIC), cpu = seconds(CLOCK_PROCESS_CPUTIME_ID);
    for (long done = 0, batches = 1; done < messages; batches++) {
        long in_batch = 0;
        run(begin);
        for (; in_batch < batch && done < messages; in_batch++, done++) {
            now += 37;
            unsigned long random = (unsigned long)now * 0x9E3779B97F4A7C15;
            snprintf(client, sizeof client, "3EB0%016lX%02lX", random, done & 255);
            text(message, 1, "+4915112345678");
            text(message, 2, client);
            number(message, 3, now + 86400000000);
            number(message, 4, now);
            number(message, 5, now);
            text(message, 6, "hello, text 0123");
            run(message);
            number(event, 1, now);
            number(event, 2, sqlite3_last_insert_rowid(database));
            sqlite3_bind_blob(event, 3, body, sizeof body, SQLITE_STATIC);
            run(event);
            snprintf(request, sizeof request, "%016lx", random);
            number(call, 1, now);
            text(call, 2, "sbk_w91No3r3");
            text(call, 3, "switchboard.v1.MessagesService/SendText");
            text(call, 4, request);
            run(call);
        }
        for (int user = 0; user < 2; user++) {
            number(counts, 1, user);
            number(counts, 2, in_batch);
            run(counts);
        }
        number(usage, 1, in_batch);
        number(usage, 2, in_batch);
        run(usage);
        for (int table = 0; table < 3; table++) {
            text(ids, 1, ((const char *[]){"messages", "events", "api_logs"})[table]);
            run(ids);
        }
        run(commit);
        // About as often as rpcd does: each 4,000 pages of WAL.
        if (batches % 128 == 0) check(sqlite3_wal_checkpoint_v2(database, NULL, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL));
    }
    wall = seconds(CLOCK_MONOTONIC) - wall;
    cpu = seconds(CLOCK_PROCESS_CPUTIME_ID) - cpu;
    printf("%.0f messages/s, %.1f us of CPU each\n", messages / wall, cpu / messages * 1e6);
    return 0;
}
