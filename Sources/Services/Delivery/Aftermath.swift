// What has to follow a job once it is committed: what memory has to learn, which frames go out. Collected inside the
// job, handed over by `afterCommit`, so in the order of commits; a job that is undone or run again leaves none.

package import Store

package struct Aftermath: Sendable {
    /// A bridge is to stop carrying a session.
    package struct Released: Sendable, Hashable {
        package let bridgeID: Int64
        package let sessionID: Int64
        package let epoch: Int64
        package let reason: ReleaseReason
    }

    /// Facts of the bridge whose job it was are on disk.
    package struct Written: Sendable {
        package let upTo: Int64
        package let earlyAcks: EarlyAcks
    }

    /// Sessions that changed, as they are now.
    package var sessions: [Int64: SessionRecord] = [:]
    /// Sessions that were handed to a bridge just now, as they are then.
    package var assigned: [SessionRecord] = []
    package var released: [Released] = []
    /// Commands that were answered, by number.
    package var settled: [Int64] = []
    /// What bridges answered to commands that are no sends.
    package var answers: [Errands.Fact] = []
    /// Sessions that may have something to hand out.
    package var ready: Set<Int64> = []
    /// Sessions with messages whose outcome became unknown.
    package var unknown: Set<Int64> = []
    /// Facts that were not believed, by why.
    package var dropped: [FactRefusal: Int] = [:]
    /// What engines wanted kept to get files by, and was too long.
    package var longRefs = 0
    /// To be confirmed, after all that follows from them has been taken over.
    package var written: Written?

    package init() {}

    package mutating func drop(_ refusal: FactRefusal) { dropped[refusal, default: 0] += 1 }
}

/// Why a fact changed nothing.
package enum FactRefusal: String, Sendable, Hashable, CaseIterable {
    /// Of an epoch that is over, and neither a success nor a message that came in.
    case oldEpoch = "old_epoch"
    /// Of a session or an epoch that was never this bridge's.
    case notHeld = "not_held"
    /// About a message or command that is not known.
    case unknownMessage = "unknown_message"
    /// It says nothing that can be understood.
    case malformed
    /// It could not be written, whatever was tried.
    case unwritable
}
