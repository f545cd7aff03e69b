// When memory that is free goes back to the system: at rest, and only where it is worth it.

import Testing

@testable import rpcd

@Suite
struct FreeMemoryTests {
    private let much = RestAfterWork.worthwhile + 1
    private let work = RestAfterWork.quiet

    @Test
    func duringWorkNothingIsGivenBackOrEvenCounted() {
        var rest = RestAfterWork()
        var asked = 0
        for look in 1...10 {
            let reached = rest.isReached(worked: work * look) {
                asked += 1
                return 1 << 40
            }
            #expect(!reached)
        }
        #expect(asked == 0)
    }

    @Test
    func afterWorkTheFirstPauseOfRestGivesBackOnce() {
        var rest = RestAfterWork()
        #expect(!rest.isReached(worked: work * 5) { much })
        #expect(rest.isReached(worked: work * 5 + work / 2) { much })
        // It still counts as free, and is not given back again.
        for _ in 0..<3 { #expect(!rest.isReached(worked: work * 6) { much }) }
    }

    /// Its peak was never seen: nothing is asked for during work.
    @Test
    func whatASecondCrowdLeavesIsGivenBackToo() {
        var rest = RestAfterWork()
        #expect(rest.isReached(worked: .zero) { much })
        #expect(!rest.isReached(worked: work) { 0 })
        #expect(rest.isReached(worked: work) { much })
    }

    @Test
    func littleIsLeftWhereItIs() {
        var rest = RestAfterWork()
        #expect(!rest.isReached(worked: .zero) { RestAfterWork.worthwhile })
        #expect(rest.isReached(worked: .zero) { RestAfterWork.worthwhile + 1 })
    }

    @Test
    func whatIsTakenAndFreedAgainCountsAnew() {
        var rest = RestAfterWork()
        #expect(rest.isReached(worked: .zero) { much })
        // Half of it in use again, then free again: less than is worth it; all of it: worth it.
        #expect(!rest.isReached(worked: .zero) { much / 2 })
        #expect(!rest.isReached(worked: .zero) { much })
        #expect(!rest.isReached(worked: .zero) { 0 })
        #expect(rest.isReached(worked: .zero) { much })
    }
}
