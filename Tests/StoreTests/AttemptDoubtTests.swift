// What nobody knows of a message's attempts, as a number in its row.

import Testing

@testable import Store

@Suite struct AttemptDoubtTests {
    @Test func whatIsWrittenIsRead() throws {
        try withDatabase { db in
            let now = Moment(microseconds: 1)
            let line = try Line(db)
            let id = try line.message()
            #expect(try db.messages.get(id)?.doubt == nil)
            let before: Int64? = try db.scalar("SELECT doubtful_attempt FROM messages WHERE id = ?", id)
            #expect(before == nil)
            for attempt in [Int32(0), 1, 255] {
                for epoch in [Int64(0), 1, 1 << 40] {
                    for flags in [(false, false), (false, true), (true, false), (true, true)] {
                        let doubt = AttemptDoubt(attempt: attempt, epoch: epoch, keepsID: flags.0, isAccepted: flags.1)
                        // Nothing in doubt is NULL.
                        if attempt == 0, !doubt.isAccepted { continue }
                        try db.messages.apply(id, at: now) { $0.doubt = doubt }
                        #expect(try db.messages.get(id)?.doubt == doubt)
                    }
                }
            }
            try db.messages.apply(id, at: now) { $0.doubt = nil }
            #expect(try db.messages.get(id)?.doubt == nil)
        }
    }

    @Test func aRepeatIsTheSameMessageWhereAllOfItIsSo() {
        let doubt = AttemptDoubt(attempt: 2, epoch: 5, keepsID: true)
        #expect(doubt.allowsRepeat(afterLink: 4, repeatsAreSafe: true))
        #expect(!doubt.allowsRepeat(afterLink: 5, repeatsAreSafe: true))
        #expect(!doubt.allowsRepeat(afterLink: 4, repeatsAreSafe: false))
        let theirs = AttemptDoubt(attempt: 2, epoch: 5, keepsID: false)
        #expect(!theirs.allowsRepeat(afterLink: 4, repeatsAreSafe: true))
        #expect(AttemptDoubt(isAccepted: true).allowsRepeat(afterLink: 5, repeatsAreSafe: false))
    }
}
