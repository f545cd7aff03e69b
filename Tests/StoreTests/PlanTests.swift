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
        (
            "what a key is bound by", ["api_keys_by_bucket"],
            {
                _ = try $0.keys.limits(
                    of: KeyRecord(id: 1, userID: 1, name: "", prefix: "", hash: [], createdAt: epoch), deepest: 8)
            }
        ),
        ("whether a key is rotated", ["api_keys_by_rotated_from"], { _ = try $0.keys.isRotated(1) }),
        ("user by name", ["sqlite_autoindex_users_1"], { _ = try $0.users.get(usernameKey: "u") }),
        ("session by name", ["sqlite_autoindex_sessions_1"], { _ = try $0.sessions.get(userID: 1, name: "n") }),
        (
            "who is linked as an account", ["sessions_by_phone", "sessions_by_lid"],
            { _ = try $0.sessions.linked(asPhone: "+1", lid: "1@lid", besides: 1) }
        ),
        (
            "who is linked as an account under one name", ["sessions_by_phone", "sessions_by_lid"],
            {
                _ = try $0.sessions.linked(onlyAs: "+1", besides: 1)
                _ = try $0.sessions.linked(onlyAs: "1@lid", besides: 1)
            }
        ),
        ("sessions of a bridge", ["sessions_by_holder"], { _ = try $0.sessions.held(byBridge: 1) }),
        ("sessions overdue", ["sessions_by_deadline"], { _ = try $0.sessions.overdue(at: epoch) }),
        ("next session deadline", ["sessions_by_deadline"], { _ = try $0.sessions.earliestDeadline() }),
        (
            "leases that move with the clock", ["sessions_by_holder"],
            { try $0.sessions.moveLeases(by: .seconds(9), notAfter: epoch) }
        ),
        (
            "deadlines that move with the clock", ["sessions_by_deadline"],
            { try $0.sessions.moveDeadlines(of: .starting, by: .seconds(9), notAfter: epoch) }
        ),
        (
            "retries that move with the clock", ["messages_waiting (session_id=? AND next_try_at>?)"],
            { try $0.messages.moveRetries(of: 1, by: .seconds(-9), after: epoch) }
        ),
        ("unheld sessions", ["sessions_unheld"], { _ = try $0.leases.unheld(after: 0, limit: 10) }),
        (
            "messages to hand out", ["messages_ready", "messages_waiting"],
            { _ = try $0.messages.candidates(sessionID: 1, at: epoch, limit: 10) }
        ),
        ("messages of the cold lane", ["messages_cold"], { _ = try $0.messages.first(10, in: .cold, of: 1) }),
        ("replies", ["messages_replies"], { _ = try $0.messages.first(10, in: .replies, of: 1) }),
        ("whether the cold lane is empty", ["messages_cold"], { _ = try $0.messages.isAny(in: .cold, of: 1) }),
        ("whether there are replies", ["messages_replies"], { _ = try $0.messages.isAny(in: .replies, of: 1) }),
        ("the end of a restriction", ["messages_waiting"], { try $0.messages.endRestriction(of: 1, at: epoch) }),
        ("who wrote long ago", ["contacts_by_time"], { _ = try $0.pacing.forgetContacts(before: epoch) }),
        ("who wrote to a session", ["PRIMARY KEY"], { _ = try $0.pacing.forgetContacts(of: 1) }),
        ("somebody wrote", ["messages_in_line"], { _ = try $0.messages.warm("r", of: 1) }),
        ("when somebody wrote", ["PRIMARY KEY"], { _ = try $0.pacing.wroteAt("c", to: 1) }),
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
        ("media of a user", ["media_by_user"], { _ = try $0.media.list(userID: 1, before: 9, limit: 20) }),
        ("media by content", ["sqlite_autoindex_media_files_1"], { _ = try $0.media.file(withHash: [1]) }),
        ("media whose time is over", ["media_by_expiry"], { _ = try $0.media.purge(expiredBefore: epoch, after: nil) }),
        ("who waits for a file", ["media_uses_by_media"], { _ = try $0.media.messageWaiting(for: 1) }),
        (
            "who has the send of a file", ["media_uses_by_media"],
            { _ = try $0.media.isGiven(1, sessionID: 1, epoch: 1) }
        ),
        (
            "uploads whose time is over", ["media_uploads_by_expiry"],
            { _ = try $0.media.discardUploads(expiredBefore: epoch) }
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
            "what waits for its ack",
            ["messages_in_flight (status=? AND session_id>?)", "INTEGER PRIMARY KEY (rowid=?)"],
            { _ = try $0.messages.unacknowledged(since: epoch, after: nil, limit: 10) }
        ),
        (
            "what waits for its ack too long", ["messages_in_flight (status=?)"],
            { _ = try $0.messages.unacknowledgedAnywhere(since: epoch, limit: 10) }
        ),
        (
            "message by the provider's id", ["messages_by_provider_id"],
            { _ = try $0.messages.get(sessionID: 1, providerMessageID: "p", direction: .outbound) }
        ),
        (
            "message of a session that is gone",
            ["messages_by_provider_id (session_id=? AND provider_message_id=?)"],
            { _ = try $0.messages.orphan(providerMessageID: "p", bridgeID: 1, epoch: 1) }
        ),
        (
            "message that came in", ["messages_received"],
            { _ = try $0.messages.get(sessionID: 1, providerMessageID: "p", direction: .inbound) }
        ),
        (
            "messages from somebody", ["messages_by_sender (sender=? AND user_id=?"],
            { _ = try $0.messages.list(MessageFilter(userID: 1, senders: ["+1"]), before: 9, limit: 20) }
        ),
        (
            "somebody's other name, of a number", ["messages_by_sender (sender=? AND user_id=?"],
            { _ = try $0.messages.names(of: "+1", userID: 1) }
        ),
        (
            "somebody's other name, of a LID", ["messages_by_sender_lid (sender_lid=? AND user_id=?"],
            { _ = try $0.messages.names(of: "1@lid", userID: 1) }
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
        ("a message's first event", ["events_by_message"], { _ = try $0.events.first(ofMessage: 1) }),
        (
            "idempotency key", ["sqlite_autoindex_idempotency_1"],
            { _ = try $0.idempotency.get(userID: 1, method: "m", key: "k") }
        ),
        ("templates of a user", ["templates_by_user"], { _ = try $0.templates.list(userID: 1, limit: 20) }),
        (
            "a template by its name", ["sqlite_autoindex_templates_1"],
            { _ = try $0.templates.id(userID: 1, name: "n") }
        ),
        ("webhooks of a user", ["webhooks_by_user"], { _ = try $0.webhooks.list(userID: 1, limit: 20) }),
        ("a webhook's lanes", ["webhook_deliveries_lane"], { _ = try $0.deliveries.inLanes(ofWebhook: 1) }),
        (
            "deliveries that are due", ["webhook_deliveries_beside"],
            { _ = try $0.deliveries.due(ofWebhook: 1, at: epoch, limit: 10) }
        ),
        ("the next delivery", ["webhook_deliveries_beside"], { _ = try $0.deliveries.nextDue(ofWebhook: 1) }),
        (
            "dead deliveries", ["webhook_deliveries_dead"],
            { _ = try $0.deliveries.list(webhookID: 1, state: .dead, limit: 20) }
        ),
        (
            "deliveries of a webhook", ["sqlite_autoindex_webhook_deliveries_1"],
            { _ = try $0.deliveries.list(webhookID: 1, limit: 20) }
        ),
        (
            "dead deliveries to replay", ["webhook_deliveries_dead"],
            { _ = try $0.deliveries.replayDead(ofWebhook: 1, since: epoch, at: epoch, limit: 10) }
        ),
        (
            "what has a row already", ["sqlite_autoindex_webhook_deliveries_1"],
            { _ = try $0.deliveries.cursors(ofWebhook: 1, after: 1) }
        ),
        ("open deliveries", ["webhook_deliveries_open"], { _ = try $0.deliveries.open() }),
        (
            "deliveries that are over", ["webhook_deliveries_over"],
            { _ = try $0.deliveries.purge(finishedBefore: epoch, limit: 10) }
        ),
        ("keys of webhooks' secrets", ["webhook_secrets_by_key_id"], { _ = try $0.webhookSecrets.keyIDs() }),
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

    /// Whatever lies before it is not looked at, however much that is.
    @Test func aPageOfUsageBeginsWhereTheOneBeforeItEnded() throws {
        let last = UsageKey(userID: 7, day: 2)
        let all = try plan { _ = try $0.usage.list(days: 1...3, before: last, limit: 10) }
        #expect(all.contains { $0.contains("usage_by_day (day>? AND (day,user_id)<(?,?))") }, "\(all)")
        let own = try plan { _ = try $0.usage.list(userID: 7, days: 1...3, before: last, limit: 10) }
        #expect(own.contains { $0.contains("PRIMARY KEY (user_id=? AND day>? AND day<?)") }, "\(own)")
    }

    /// What two names bear comes in two orders: it is sorted, but no more than that is read.
    @Test func whoHasTwoNamesIsLookedUpByThem() throws {
        let filter = MessageFilter(userID: 1, sessionID: 1, senders: ["+1", "1@lid"])
        let plan = try plan { _ = try $0.messages.list(filter, before: 9, limit: 20) }
        #expect(plan.contains { $0.contains("messages_by_sender (sender=?") }, "\(plan)")
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
