// A machine with much else to do lets the engine wait. A test that moves the clock by hand waits for it after each step:
// else it has let hours pass in which the engine did nothing.

import RPC
import Store
import Synchronization
import TestKit

@testable import Services

extension DeliveryHouse {
    /// Returns when nothing is due and no bridge has anything to be given, as far as its credit goes; or after ten seconds,
    /// for what the test expects to fail then.
    func settle() async throws {
        var calm = 0
        for _ in 0..<5_000 {
            calm = isAtRest ? calm + 1 : 0
            if calm == 3 { return }
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    /// Deletes every event, as the retention of events does in time.
    func forgetTimelines() async throws {
        let now = clock.now()
        try await store.write { db in
            // The newest stays, for it says how far the log has come: it is to be nobody's.
            try db.events.append(EventRecord(at: now, type: "test.forgotten", body: []))
            while try db.events.purge(before: now + .seconds(1), now: now).deleted > 0 {}
        }
    }

    private var isAtRest: Bool {
        let now = clock.monotonic()
        let (links, earliest) = engine.state.withLock { ($0.links.values, $0.timers.earliest) }
        if let earliest, earliest <= now { return false }
        return links.allSatisfy { link in
            link.state.withLock { state in
                // What waits for credit waits for the test.
                let hasWork = !state.ready.isIdle && state.credit.room > 0
                return !hasWork && state.confirmedSeq >= state.lastSeq && state.framesHead == state.frames.count
            }
        }
    }
}
