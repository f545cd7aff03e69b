// How fast a session may send (BRIDGE.md, "Pacing against bans"). One profile so far: `fast`, which never waits. The
// dispatcher asks before it takes a session's messages, so that a profile which counts minutes and strangers has its
// place here: state in, answer and new state out.

package import Contract
internal import Store

/// How fast one session sends.
package enum Pacing: Sendable, Hashable {
    case fast

    /// What a session may hand out now.
    package enum Allowance: Sendable, Hashable {
        /// Up to so many messages.
        case messages(Int)
        /// None before then, for this reason.
        case none(until: Instant, HoldReason)
    }

    /// - Parameters:
    ///   - profile: what the session's settings say.
    ///   - engine: what carries it; it decides where the settings do not.
    package init(profile: PacingProfile, engine: String) {
        self = .fast
    }

    package func allowance(wanted: Int, at now: Instant) -> Allowance {
        .messages(wanted)
    }
}
