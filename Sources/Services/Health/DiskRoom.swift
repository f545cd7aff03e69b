// Says in the log when the disk is full, once, and when it has room again. The one place that does: whoever is refused for want
// of room meanwhile keeps trying, and keeps quiet.
// A disk that is nearly full takes small writes and refuses large ones, many times a second. So it has room again when nothing
// was refused for a while.

package import Logging
internal import Synchronization

package final class DiskRoom: Sendable {
    /// So long nothing may be refused.
    static let calm: Duration = .seconds(10)

    private struct Full {
        var since: Duration
        var lastRefusal: Duration
        var refusals = 0
    }

    private let clock: any Clock
    private let logger: Logger
    private let full = Mutex<Full?>(nil)

    package init(clock: any Clock, logger: Logger) {
        self.clock = clock
        self.logger = logger
    }

    /// Batches that were refused since the disk has been full; 0: it has room.
    package var refusals: Int { full.withLock { $0?.refusals ?? 0 } }

    /// Something was written, or refused for want of room (`Store.observeRoom`).
    package func note(_ hasRoom: Bool) {
        if hasRoom { wrote() } else { refused() }
    }

    private func refused() {
        let now = clock.monotonic()
        let isNews = full.withLock { full in
            let isNews = full == nil
            var noted = full ?? Full(since: now, lastRefusal: now)
            noted.lastRefusal = now
            noted.refusals += 1
            full = noted
            return isNews
        }
        if isNews {
            logger.error("the disk is full: nothing is written, and what has to be is tried again until it is")
        }
    }

    private func wrote() {
        let ended = full.withLock { full -> (after: Duration, refusals: Int)? in
            guard let noted = full else { return nil }
            let now = clock.monotonic()
            guard now - noted.lastRefusal >= Self.calm else { return nil }
            full = nil
            return (noted.lastRefusal - noted.since, noted.refusals)
        }
        guard let ended else { return }
        logger.notice(
            "the disk has room again",
            metadata: ["full_s": "\(ended.after.components.seconds)", "refused": "\(ended.refusals)"])
    }
}
