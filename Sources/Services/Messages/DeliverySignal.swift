// The nudge from acceptance to delivery. A seam, so that neither knows the other; delivery finds everything in the store
// by itself, also what it was never told of.

package protocol DeliverySignal: Sendable {
    /// There is something new to hand out for this session, now or at a later time. Called after the commit, once per
    /// message; returns at once.
    func messageAccepted(sessionID: Int64)
}
