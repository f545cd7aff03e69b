// A file that a bridge was asked for and has not answered for yet: what its upload has to know, and what became of that. In
// memory alone, as the command is.

internal import Contract
internal import RPC
internal import Store
internal import Synchronization

final class AwaitedFile: Sendable {
    /// The message that it came in with, and whose it will be.
    let messageID: Int64
    let ownerID: Int64
    /// What was told of it.
    let told: MediaContent
    /// It may not be larger, in bytes.
    let most: Int64
    /// The call that asked for it first: it is that which changes something.
    let asker: CallContext

    private struct State {
        var isComing = false
        var media: MediaRecord?
        var refusal: RPCError?
    }

    private let state = Mutex(State())

    init(messageID: Int64, ownerID: Int64, told: MediaContent, most: Int64, asker: CallContext) {
        self.messageID = messageID
        self.ownerID = ownerID
        self.told = told
        self.most = most
        self.asker = asker
    }

    /// What came of it, as whole and safe; and why we did not take it, the last time.
    var media: MediaRecord? { state.withLock { $0.media } }
    var refusal: RPCError? { state.withLock { $0.refusal } }

    /// A stream brings it.
    /// - Throws: CONFLICT where another does, or has.
    func begin() throws {
        let isFree = state.withLock { state in
            guard !state.isComing, state.media == nil else { return false }
            state.isComing = true
            state.refusal = nil
            return true
        }
        guard isFree else {
            throw RPCError.make(.conflict, "This file comes on another stream, or is here.", retryAfter: .seconds(1))
        }
    }

    func came(_ media: MediaRecord) {
        state.withLock { state in
            state.media = media
            state.isComing = false
        }
    }

    /// What is our affair and not the bridge's: whoever asked is told that, whatever the bridge makes of it.
    private static let ours: Set<String> = [
        Reason.quotaExceeded.word, Reason.mediaTooLarge.word, Reason.storageFull.word,
    ]

    func failed(_ error: any Error) {
        let refusal = (error as? RPCError).flatMap { Self.ours.contains($0.reason) ? $0 : nil }
        state.withLock { state in
            state.isComing = false
            state.refusal = refusal
        }
    }
}
