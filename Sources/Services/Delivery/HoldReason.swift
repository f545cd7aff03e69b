// Why a pending message is not handed out yet, as callers see it in `hold_reason` (messages.proto). A word, once
// shown, is a contract: scripts compare it.

package enum HoldReason: String, Sendable, Hashable, CaseIterable {
    /// Its session is not connected; it goes out when it is.
    case sessionNotConnected = "session_not_connected"
    /// Its session was logged out: somebody has to link it again.
    case sessionLoggedOut = "session_logged_out"
    /// The bridge has not said that it is ready for more.
    case noBridgeCredit = "no_bridge_credit"
    /// An attempt failed; the next one waits for `next_try_at`.
    case retryBackoff = "retry_backoff"
    /// WhatsApp lets this account write to no stranger until `next_try_at`.
    case recipientColdRestricted = "recipient_cold_restricted"
    /// One to the same recipient was accepted before, and goes first.
    case behindAnother = "behind_another"
    /// Its session sends at a person's pace, and it is not its turn yet.
    case pacing
    /// Its recipient was written to a moment ago.
    case recipientGap = "recipient_gap"
    /// Its recipient has not written of late, and to such its session has written enough for today.
    case coldBudget = "cold_budget"
    /// Its session's quiet hours.
    case quietHours = "quiet_hours"
    /// Too many sends in a row failed in the engine: its session rests.
    case enginePaused = "engine_paused"
    /// What is kept of it cannot be read or written: the log says why, and an hour later it is tried again.
    case storageFault = "storage_fault"
}
