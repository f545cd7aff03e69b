// SessionsService.WatchSession: the session as it is, then at each change. The QR code is in no event: it is read with the
// session as it is now, for those who may link.

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
        let session = try await store.read { db in
            try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
        }
        let id = session.id
        // It shows the code that links a phone.
        if mayLink { try await reads.tell(context, .session(session)) }
        var (feed, first) = try await EventFeed.open(store, hub, .init(sessionID: id), drain: context.drain) {
            [clock] db in try Self.update(id, nil, mayLink, clock.now(), principal, in: db)
        }
        try await say(first, on: feed, responses)
        while true {
            let news = try await feed.next { [clock] db, events in
                try events.filter { $0.type.hasPrefix("session.") }.map {
                    try Self.update(id, $0, mayLink, clock.now(), principal, in: db)
                }
            }
            switch news {
            case .quiet: try await say(SessionUpdate(), on: feed, responses)
            case .items(let updates): for update in updates { try await say(update, on: feed, responses) }
            }
        }
    }

    private func say(
        _ update: SessionUpdate, on feed: EventFeed, _ responses: ResponseWriter<SessionUpdate>
    ) async throws {
        feed.speak()
        try await responses.write(update)
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
