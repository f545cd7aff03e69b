// A repeat of a call that made a key: its secret was in the first answer, and is kept nowhere. So the repeat is told that
// there is a key, and which, and makes no second one (API.md 5).

internal import Contract
internal import RPC
internal import Store

extension IdempotentCall {
    /// - Throws: ALREADY_EXISTS where this call has made a key before, IDEMPOTENCY_KEY_REUSED.
    func refuseRepeat(in db: Database, at now: Instant) throws {
        guard let id = try answer(.key, in: db, at: now) else { return }
        var metadata = ["id": String(id)]
        metadata["prefix"] = try db.keys.get(id)?.prefix
        throw RPCError.make(
            .alreadyExists, "An earlier call with this idempotency key has made an API key.",
            hint: "Its secret was in that answer and is kept nowhere. If it was lost, revoke or rotate the key.",
            metadata: metadata)
    }
}
