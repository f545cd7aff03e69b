// The nudge from acceptance to delivery. A seam, so that neither knows the other; delivery finds everything in the store
// by itself, also what it was never told of.

package protocol DeliverySignal: Sendable {
    /// There may be something to hand out for this session that was not there before, now or at a later time: a message
    /// was accepted, sent back into the queue, or taken out of another's way. Called after the commit, once per message;
    /// returns at once.
    func messageAccepted(sessionID: Int64)
}
