// SessionsService.WatchSession: the session as it is, then at each change. Follows the event log with a cursor of its
// own; the hub only wakes it, so a slow watcher slows nobody and misses nothing. The QR code is in no event: it is read
// with the session as it is now, for those who may link.

internal import Codec
package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func watchSession(
        _ request: WatchSessionRequest, responses: ResponseWriter<SessionUpdate>, context: CallContext
    ) async throws {
        let principal = try context.principal
        let mayLink = principal.effectiveScopes.contains(.sessionsWrite)
        let id = try await store.read { db in
            try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db
            ).id
        }
        // Before the cursor is read: what is committed in between wakes it, instead of being missed.
        let watcher = hub.watch(.init(sessionID: id), drain: context.drain)
        let now = clock.now()
        let (first, start) = try await store.read { db in
            (try Self.update(id, nil, mayLink, now, principal, in: db), try db.events.newestCursor())
        }
        try await responses.write(first)
        var cursor = start
        while true {
            switch try await watcher.next() {
            case .drain: throw RPCError.make(.shuttingDown, "The server is going down.")
            case .quiet: try await responses.write(SessionUpdate())
            case .change: cursor = try await tell(id, after: cursor, mayLink, principal, responses)
            }
        }
    }

    /// Tells every change after a cursor, and gives the cursor of the last.
    private func tell(
        _ id: Int64, after start: Int64, _ mayLink: Bool, _ principal: Principal,
        _ responses: ResponseWriter<SessionUpdate>
    ) async throws -> Int64 {
        var cursor = start
        while true {
            let (after, now) = (cursor, clock.now())
            let (updates, page) = try await store.read { db in
                let page = try db.events.list(after: after, sessionID: id, limit: 64)
                let changes = page.events.filter { $0.type.hasPrefix("session.") }
                let updates = try changes.map { try Self.update(id, $0, mayLink, now, principal, in: db) }
                return (updates, page)
            }
            for update in updates { try await responses.write(update) }
            cursor = page.cursor
            if page.isAtEnd { return cursor }
        }
    }

    /// - Parameter event: the change to tell of; nil = the session as it is.
    private static func update(
        _ id: Int64, _ event: EventRecord?, _ mayLink: Bool, _ now: Instant, _ principal: Principal, in db: Database
    ) throws -> SessionUpdate {
        guard let record = try db.sessions.get(id) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: record.userID, to: principal)
        let told = event.flatMap { try? Session(decoding: $0.body, limits: .response) }
        return SessionUpdate.with { update in
            update.session = told ?? Session(record)
            if mayLink, update.session?.status == .qrPending { update.qrCode = QrCode(record, at: now) }
        }
    }
}
