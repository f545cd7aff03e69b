// MessagesService.GetMessage: one message with its timeline, as one moment saw both.

package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func getMessage(_ request: GetMessageRequest, context: CallContext) async throws -> Message {
        let principal = try context.principal
        let now = clock.now()
        let (record, timeline) = try await store.read { db in
            (try Self.shown(request.id, at: now, in: db, to: principal), try Self.timeline(of: request.id, in: db))
        }
        try await reads.tell(context, .message(record))
        return Message(record, timeline: timeline)
    }

    /// The message of that id.
    /// - Throws: NOT_FOUND, the same for what does not exist and for what is somebody else's.
    static func visible(_ id: Int64, in db: Database, to principal: Principal) throws -> MessageRecord {
        guard let record = try db.messages.get(id) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: record.userID, to: principal)
        return record
    }

    /// The same, with what it waits for now.
    static func shown(_ id: Int64, at now: Instant, in db: Database, to principal: Principal) throws -> MessageRecord {
        var holds = ShownHolds(in: db, at: now)
        return try holds.show(try visible(id, in: db, to: principal))
    }

    /// What happened to a message, oldest first, and the end of it where it was much.
    static func timeline(of id: Int64, in db: Database) throws -> [TimelineEntry] {
        try db.events.timeline(ofMessage: id).compactMap(EventLog.entry)
    }
}
