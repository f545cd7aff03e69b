// Which sessions send carefully, and what their pacer is: where a session's row meets the pure part.

package import Contract
package import Store

/// How a session sends.
package enum Pacing: Sendable, Hashable {
    /// As fast as its bridge takes messages.
    case fast
    /// As the pacer says.
    case careful

    /// - Parameters:
    ///   - profile: what the session's settings say.
    ///   - engine: what carries it; it decides where the settings do not. What is not known to be a make-believe network
    ///     has an account to lose.
    package init(profile: PacingProfile, engine: String) {
        switch profile {
        case .fast: self = .fast
        case .careful: self = .careful
        default: self = engine == "simulator" ? .fast : .careful
        }
    }

    package init(_ session: some SessionManners) {
        self.init(profile: PacingProfile(rawValue: session.pacing.rawValue), engine: session.engine)
    }
}

extension Pacer {
    /// The pacer of a session that sends carefully.
    package init(_ session: some SessionManners) {
        self.init(quiet: session.quietHours.isEmpty ? nil : QuietHours(session.quietHours, zone: Zones.find))
        // What was stored was understood once: it is the zone that the machine has lost. At some other zone's hours somebody
        // would be written to in the night.
        isZoneLost = quiet == nil && !session.quietHours.isEmpty
        day = DayBreak(quiet: quiet, sessionID: session.id)
    }

    /// For people, where the zone is lost.
    package static func lostZone(_ session: SessionRecord) -> String {
        "Nothing is sent: the quiet hours are \(session.quietHours), and this machine does not know that time zone. "
            + "The package tzdata has it."
    }
}
