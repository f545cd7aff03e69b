// When a delivery is tried again: as Standard Webhooks has it, each wait counted from the try before. Up to the third try
// the later events of its session wait; from then on it is tried beside them. Pure: the random number is an argument.

package import Store

package struct WebhookSchedule: Sendable, Hashable {
    /// After the first try, after the second, and so on.
    package static let waits: [Duration] = [
        .seconds(5), .seconds(5 * 60), .seconds(30 * 60), .seconds(2 * 3_600), .seconds(5 * 3_600),
        .seconds(10 * 3_600), .seconds(14 * 3_600), .seconds(20 * 3_600), .seconds(24 * 3_600),
    ]

    /// So many tries keep their place in the order.
    package static let triesInOrder: Int32 = 3

    /// What an endpoint asks for with `Retry-After` is not kept beyond this.
    package static let longestAsked: Duration = .seconds(3_600)

    /// The wait after try number `tries` (from 1) failed; nil: that was the last.
    /// - Parameters:
    ///   - asked: what the endpoint asked for, where that is longer.
    ///   - random: 0 up to, not including, 1. A tenth earlier to a tenth later: what failed together does not come back
    ///     together.
    package static func wait(after tries: Int32, asked: Duration?, random: Double) -> Duration? {
        guard tries >= 1, tries <= waits.count else { return nil }
        let own = waits[Int(tries) - 1] * (0.9 + 0.2 * min(max(random, 0), 1))
        return max(own, min(asked ?? .zero, longestAsked))
    }

    /// A delivery as it is after a try that failed.
    /// - Parameter leavesLane: its session's later events wait for it no longer.
    package static func failed(
        _ delivery: DeliveryRecord, _ failure: WebhookFailure, at now: Instant, random: Double, leavesLane: Bool = false
    ) -> DeliveryRecord {
        var after = tried(delivery, failure.status, failure.text, at: now)
        if let wait = wait(after: after.tries, asked: failure.retryAfter, random: random) {
            let stays = after.tries < triesInOrder && delivery.state == .lane && !leavesLane
            after.state = stays ? .lane : .beside
            after.nextTryAt = now + wait
        } else {
            after.state = .dead
            after.nextTryAt = nil
            after.finishedAt = now
        }
        return after
    }

    /// A delivery as it is after a try that was answered well.
    package static func arrived(_ delivery: DeliveryRecord, status: Int32, at now: Instant) -> DeliveryRecord {
        var after = tried(delivery, status, "", at: now)
        after.state = .delivered
        after.nextTryAt = nil
        after.finishedAt = now
        return after
    }

    /// What is said of an event of which no post can be made.
    package static let unreadable = "the event cannot be read"

    /// A delivery that no other try would help.
    package static func givenUp(_ delivery: DeliveryRecord, _ error: String, at now: Instant) -> DeliveryRecord {
        var after = tried(delivery, 0, error, at: now)
        after.state = .dead
        after.nextTryAt = nil
        after.finishedAt = now
        return after
    }

    private static func tried(
        _ delivery: DeliveryRecord, _ status: Int32, _ error: String, at now: Instant
    ) -> DeliveryRecord {
        var after = delivery
        after.tries += 1
        after.lastTryAt = now
        after.lastStatus = status
        after.lastError = error
        return after
    }

    /// No wait is longer.
    package static let longest: Duration = .seconds(27 * 3_600)

    /// What waits for longer than anything may was put off by a clock that was ahead: its time is now.
    package static func sane(_ next: Instant, at now: Instant) -> Instant { next > now + longest ? now : next }
}

/// How a try failed.
package struct WebhookFailure: Error, Sendable, Hashable {
    /// 0 = there was no answer.
    package var status: Int32
    /// For whoever set the webhook up.
    package var text: String
    package var retryAfter: Duration?

    package init(status: Int32 = 0, text: String, retryAfter: Duration? = nil) {
        self.status = status
        self.text = text
        self.retryAfter = retryAfter
    }
}
