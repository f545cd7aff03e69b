// The queries that run all day go by their index: the planner is asked, because a partial index is silently left unused
// as soon as one word of its condition is missing from the query.

import Testing

@testable import Store

@Suite struct PlanTests {
    /// What the planner says of every statement that `body` ran.
    private func plan(_ body: (Database) throws -> Void) throws -> [String] {
        let directory = TemporaryDirectory()
        let setup = try Database.temporary(directory)
        setup.close()
        // A fresh connection: its cache holds what `body` ran and nothing else.
        let db = try Database(path: directory.database)
        try body(db)
        return try db.cachedSQL.filter { !$0.hasPrefix("INSERT") }.flatMap { sql in
            // Unbound parameters are NULL: the plan is the same.
            try db.query("EXPLAIN QUERY PLAN " + sql, values: Array(repeating: SQLValue.null, count: parameters(sql))) {
                row throws(StoreError) -> String in try row.get(3)
            }
        }
    }

    private func parameters(_ sql: String) -> Int { sql.count { $0 == "?" } }

    private static func audit(_ db: Database, _ change: (inout AuditRepository.Selection) -> Void) throws {
        var selection = AuditRepository.Selection()
        change(&selection)
        _ = try db.audit.list(selection, before: .init(at: 9, id: 9), limit: 20)
    }

    typealias Case = (name: String, indexes: [String], body: @Sendable (Database) throws -> Void)

    static let hot: [Case] = [
        ("key by prefix", ["sqlite_autoindex_api_keys_1"], { _ = try $0.keys.get(prefix: "p") }),
        ("keys of a user", ["api_keys_by_user"], { _ = try $0.keys.list(userID: 1, limit: 20) }),
        ("live keys of a user", ["api_keys_by_user"], { _ = try $0.keys.live(ofUser: 1, at: epoch, limit: 20) }),
        (
            "sign-ins of a user", ["sign_ins_by_user"],
            { _ = try $0.signIns.list(userID: 1, livingAt: epoch, before: 9, limit: 20) }
        ),
        ("the dearest password", ["users_by_hash_cost"], { _ = try $0.users.dearestHash(upTo: 9) }),
        ("whether a key is rotated", ["api_keys_by_rotated_from"], { _ = try $0.keys.isRotated(1) }),
        ("user by name", ["sqlite_autoindex_users_1"], { _ = try $0.users.get(usernameKey: "u") }),
        ("session by name", ["sqlite_autoindex_sessions_1"], { _ = try $0.sessions.get(userID: 1, name: "n") }),
        ("sessions of a bridge", ["sessions_by_holder"], { _ = try $0.sessions.held(byBridge: 1) }),
        ("sessions overdue", ["sessions_by_deadline"], { _ = try $0.sessions.overdue(at: epoch) }),
        ("next session deadline", ["sessions_by_deadline"], { _ = try $0.sessions.earliestDeadline() }),
        ("unheld sessions", ["sessions_unheld"], { _ = try $0.leases.unheld(after: 0, limit: 10) }),
        (
            "messages to hand out", ["messages_ready", "messages_waiting"],
            { _ = try $0.messages.candidates(sessionID: 1, at: epoch, limit: 10) }
        ),
        (
            "first in line", ["messages_in_line"],
            { _ = try $0.messages.firstInLine(sessionID: 1, recipient: "r", countingUnknown: true) }
        ),
        (
            "first in line, unknown aside", ["messages_in_line"],
            { _ = try $0.messages.firstInLine(sessionID: 1, recipient: "r", countingUnknown: false) }
        ),
        ("next in line", ["messages_in_line"], { _ = try $0.messages.advanceLine(sessionID: 1, recipient: "r") }),
        (
            "pending without a hold", ["messages_in_line"],
            { _ = try $0.messages.pendingWithoutHold("x", sessionID: 1, after: nil, at: epoch, limit: 10) }
        ),
        ("next try", ["messages_waiting"], { _ = try $0.messages.earliestNextTry(sessionID: 1) }),
        ("scheduled and due", ["messages_scheduled"], { _ = try $0.messages.scheduledDue(at: epoch) }),
        ("next scheduled", ["messages_scheduled"], { _ = try $0.messages.earliestScheduled() }),
        ("expired", ["messages_expiring"], { _ = try $0.messages.pendingExpired(at: epoch) }),
        ("next expiry", ["messages_expiring"], { _ = try $0.messages.earliestExpiry() }),
        ("unknown and expired", ["messages_expiring"], { _ = try $0.messages.unknownExpired(before: epoch) }),
        ("next unknown expiry", ["messages_expiring"], { _ = try $0.messages.earliestUnknownExpiry() }),
        ("oldest pending", ["messages_expiring"], { _ = try $0.messages.oldestPending() }),
        (
            "oldest pending of a user", ["sqlite_autoindex_sessions_1 (user_id=?)", "messages_in_line"],
            { _ = try $0.messages.oldestPending(userID: 1) }
        ),
        (
            "open messages of a session", ["messages_in_line", "messages_scheduled_by_session"],
            { _ = try $0.messages.open(sessionID: 1, inFlight: true, limit: 10) }
        ),
        ("log of a user", ["api_logs_by_user"], { _ = try $0.apiLogs.list(.init(userID: 1), limit: 10) }),
        ("audit log", ["audit_log_by_time"], { _ = try audit($0) { _ in } }),
        ("audit log of a caller", ["audit_log_by_who (who=?"], { _ = try audit($0) { $0.who = "w" } }),
        ("audit log of a method", ["audit_log_by_method (method=?"], { _ = try audit($0) { $0.method = "m" } }),
        (
            "audit log of a thing", ["audit_log_by_target (target_kind=? AND target_id=?"],
            {
                _ = try audit($0) {
                    $0.targetKind = "user"
                    $0.targetID = 1
                    $0.who = "w"
                    $0.since = epoch
                    $0.until = epoch
                }
            }
        ),
        ("usage by day", ["usage_by_day"], { _ = try $0.usage.list(days: 1...2, limit: 10) }),
        (
            "unsettled of a session", ["messages_in_flight"],
            { _ = try $0.messages.unsettled(.unknown, sessionID: 1, after: 0, limit: 10) }
        ),
        (
            "message by the provider's id", ["messages_by_provider_id"],
            { _ = try $0.messages.get(sessionID: 1, providerMessageID: "p", direction: .outbound) }
        ),
        ("message by our id", ["messages_by_client_id"], { _ = try $0.messages.get(clientMessageID: "c") }),
        (
            "messages of a user", ["messages_by_user"],
            { _ = try $0.messages.list(MessageFilter(userID: 1), before: 9, limit: 20) }
        ),
        (
            "messages of a session", ["messages_by_session"],
            { _ = try $0.messages.list(MessageFilter(sessionID: 1), before: 9, limit: 20) }
        ),
        ("timeline", ["events_by_message"], { _ = try $0.events.timeline(ofMessage: 1) }),
        (
            "idempotency key", ["sqlite_autoindex_idempotency_1"],
            { _ = try $0.idempotency.get(userID: 1, method: "m", key: "k") }
        ),
        ("bridge by identity", ["sqlite_autoindex_bridges_1"], { _ = try $0.bridges.get(identity: "i", name: "n") }),
        ("lease at an epoch", ["PRIMARY KEY"], { _ = try $0.leases.bridge(sessionID: 1, epoch: 1) }),
    ]

    @Test(arguments: hot.indices)
    func aHotQueryGoesByItsIndexAndSortsNothing(index: Int) throws {
        let (name, indexes, body) = Self.hot[index]
        let plan = try plan(body)
        for index in indexes {
            #expect(
                plan.contains { $0.hasPrefix("SEARCH") && $0.contains(index) || $0.contains("INDEX \(index)") },
                "\(name): \(plan)")
        }
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(name): \(plan)")
        #expect(!plan.contains { $0.hasPrefix("SCAN") && !$0.contains("INDEX") }, "\(name): \(plan)")
    }

    /// By id only, newest first: no index needed, and no sorting.
    @Test(
        arguments: [
            { @Sendable db in _ = try db.messages.list(MessageFilter(), before: 9, limit: 20) },
            { @Sendable db in _ = try db.users.list(before: 9, limit: 20) },
            { @Sendable db in _ = try db.keys.list(before: 9, limit: 20) },
            { @Sendable db in _ = try db.sessions.list(before: 9, limit: 20) },
            { @Sendable db in _ = try db.signIns.list(livingAt: epoch, before: 9, limit: 20) },
        ] as [@Sendable (Database) throws -> Void])
    func aListOfEverythingWalksTheTableBackwards(body: @Sendable (Database) throws -> Void) throws {
        let plan = try plan(body)
        #expect(plan.contains { $0.contains("USING INTEGER PRIMARY KEY (rowid<?)") }, "\(plan)")
        #expect(!plan.contains { $0.contains("TEMP B-TREE") }, "\(plan)")
    }

    @Test func sessionsWithSomethingPendingAreFoundWithoutReadingTheirPast() throws {
        let plan = try plan { _ = try $0.messages.sessionsWithPending() }
        #expect(plan.contains { $0.contains("messages_in_line") }, "\(plan)")
    }

    @Test func whatABridgeWasGivenIsFoundAmongWhatIsInFlight() throws {
        for bridgeID: Int64 in [0, 1] {
            let plan = try plan { _ = try $0.messages.unsettled(.dispatched, bridgeID: bridgeID, after: 0, limit: 10) }
            #expect(plan.contains { $0.contains("messages_in_flight (status=?)") }, "\(plan)")
        }
    }

    /// Deleting a parent looks for its children: by an index, or the delete reads the whole table.
    @Test func everyForeignKeyOfALargeTableHasAnIndexForItsParentsDeletion() throws {
        for column in ["user_id", "session_id", "reply_to_id"] {
            let plan = try plan { db in
                try db.execute("SELECT 1 FROM messages WHERE \(column) = ?", Int64(1))
            }
            #expect(plan.contains { $0.contains("USING COVERING INDEX messages_by_") }, "\(column): \(plan)")
        }
    }
}
