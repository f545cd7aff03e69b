// The nudge from acceptance to delivery. A seam, so that neither knows the other; delivery finds everything in the store
// by itself, also what it was never told of.

package import Store

package protocol DeliverySignal: Sendable {
    /// A message was accepted for this session in this job. Where nothing holds it, it is handed out in the same job and leaves
    /// when that is committed; else it waits for its turn.
    /// - Returns: whether its turn has come, so that nobody needs to look for it once more.
    func handOut(sessionID: Int64, in db: Database) -> Bool

    /// There may be something to hand out for this session that was not there before, now or at a later time: a message
    /// was accepted, sent back into the queue, or taken out of another's way. Called after the commit, once per message;
    /// returns at once.
    /// - Parameter hadItsTurn: what `handOut` said of it.
    /// - Returns: how the session stands, where it sends carefully and a bridge has it: from memory, for a send asks for it.
    @discardableResult
    func messageAccepted(sessionID: Int64, hadItsTurn: Bool) -> PaceSeen?
}

extension DeliverySignal {
    @discardableResult
    package func messageAccepted(sessionID: Int64) -> PaceSeen? {
        messageAccepted(sessionID: sessionID, hadItsTurn: false)
    }
}
