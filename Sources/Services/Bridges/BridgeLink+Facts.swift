// What comes in on a bridge's stream. A bridge is untrusted: whatever breaks the order of the stream ends the stream,
// and nothing else.

internal import Contract
internal import RPC
internal import Synchronization

extension BridgeLink {
    /// Takes a frame in.
    /// - Parameters:
    ///   - monotonic: now; `wall` likewise.
    /// - Throws: VALIDATION_ERROR for a frame that no bridge in its right mind sends.
    func receive(_ frame: BridgeFrame, monotonic: Duration, wall: Instant) throws(RPCError) {
        let news = try state.withLock { state throws(RPCError) -> News in
            state.silence.broken(at: monotonic)
            state.lastHeardAt = wall
            switch frame.frame {
            case .hello: throw Self.broken("hello", "may only be the first frame")
            case .heartbeat(let heartbeat):
                state.heartbeat = heartbeat
                return .nothing
            case .credit(let credit):
                guard state.credit.grant(credit.n) else { throw Self.broken("credit.n", "cannot be negative") }
                return .work
            // Something that only a newer bridge says, and no fact.
            case nil where frame.seq == 0: return .nothing
            // A fact that is not known is confirmed like the others: else it would be repeated for ever.
            case .sessionState, .qrCode, .result, .ack, .incoming, .restriction, .pairingCode, nil:
                guard frame.seq > 0 else { throw Self.broken("seq", "counts from 1 for a fact") }
                guard frame.seq >= state.lastSeq else { throw Self.broken("seq", "goes back") }
                let isRepeated = frame.seq == state.lastSeq
                state.lastSeq = frame.seq
                // Durable already: it need not be written again, only confirmed again.
                if isRepeated || frame.seq <= state.confirmedSeq { return .confirm(state.confirmedSeq) }
                state.facts.append(frame)
                return .fact
            }
        }
        switch news {
        case .nothing: break
        case .work: workWaiting.notify()
        case .fact: factsWaiting.notify()
        case .confirm(let seq): confirm(seq)
        }
    }

    private enum News {
        case nothing, work, fact
        case confirm(Int64)
    }

    static func broken(_ field: String, _ how: String) -> RPCError {
        RPCError.validation(field, how)
    }

    /// Whether so much waits that the stream should not be read.
    var isFull: Bool { state.withLock { $0.facts.count >= configuration.waitingFacts } }

    /// Takes facts to be written, in order.
    func takeFacts() -> (facts: [BridgeFrame], earlyAcks: EarlyAcks) {
        let taken = state.withLock { state in
            let facts = Array(state.facts.prefix(configuration.factBatch))
            state.facts.removeFirst(facts.count)
            return (facts, state.earlyAcks)
        }
        roomForFacts.notify()
        return taken
    }

    /// Facts up to `seq` are committed.
    func written(upTo seq: Int64, earlyAcks: EarlyAcks) {
        let isNews = state.withLock { state in
            state.confirmedSeq = max(state.confirmedSeq, seq)
            state.earlyAcks = earlyAcks
            return Self.catchUp(&state, hello.nextSeq)
        }
        confirm(seq)
        if isNews { workWaiting.notify() }
    }

    /// It had long enough to repeat what it knew.
    func stopWaitingForRepeats() {
        let isNews = state.withLock { state in
            defer { state.isCaughtUp = true }
            return !state.isCaughtUp
        }
        if isNews { workWaiting.notify() }
    }

    /// Whether the last of the facts that it had before it attached is committed now and was not before.
    static func catchUp(_ state: inout State, _ nextSeq: Int64) -> Bool {
        guard !state.isCaughtUp, state.confirmedSeq >= nextSeq - 1 else { return false }
        state.isCaughtUp = true
        return true
    }

    func factsAreDone() {
        state.withLock { $0.factsAreDone = true }
        framesWaiting.notify()
    }
}
