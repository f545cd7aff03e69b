// Whatever befalls a message, in whatever order and with whatever particulars: what has to hold all the time. Its memory is
// kept here as MessageBook keeps it.

import Contract
import Store
import Testing

@testable import Services

@Suite struct MessageLifeTests {
    private static let lifecycle = MessageLifecycle()
    private static let start = Moment(seconds: 1_772_107_200, nanoseconds: 0)
    private static let reasons: [Reason] = [
        .engineError, .outcomeUnknown, .recipientNotOnWhatsapp, .sessionNotConnected, .sessionConflict, .accountBanned,
        .sessionLoggedOut, .recipientColdRestricted, .pairRateLimited, .sessionRateLimited, .quotaExceeded,
        .mediaFetchFailed, .bridgeUnavailable, .unrecognized(9),
    ]

    private struct Life {
        var now = MessageLifeTests.start
        var state = MessageLifecycle.Snapshot(
            status: .pending, attempts: 0, expiresAt: MessageLifeTests.start + .seconds(86_400), epoch: 1)
        var story: [String] = []
        /// Since it last had a full set of attempts.
        var handedOut = 0
        var notBegun = 0
        var everHandedOut = 0
        /// Attempts that may have gone out: those that nobody has decided about, and those after which a person wanted the
        /// message sent all the same.
        var open: Set<Int> = []
        var accepted: Set<Int> = []
    }

    private static func input(_ chance: inout Chance, at now: Moment, withPeople: Bool) -> MessageInput {
        let wait = chance.duration(upTo: .seconds(100_000))
        let failure = SendFailure(
            reason: chance.pick(reasons), engineCode: chance.pick(["", "463", "479"]), notBegun: chance.once(in: 4),
            notBefore: chance.once(in: 3) ? now + wait - .seconds(50) : nil)
        switch chance.number(0...(withPeople ? 17 : 13)) {
        case 0: return .due
        case 1, 2, 3, 4: return .handOut
        case 5: return chance.once(in: 9) ? .unsendable(failure) : .notHandedOver
        case 6: return chance.once(in: 4) ? .submitted : .due
        case 7: return .acknowledged(chance.pick([.sent, .sent, .delivered, .read, .played]))
        case 8: return .rejected(failure)
        case 9, 10: return .refused(failure)
        case 11: return .outcomeLost(chance.pick([.bridgeLost, .commandDeadline, .epochOver]))
        case 12: return .reconcile(sameIDIsSafe: chance.once(in: 2))
        case 13: return chance.once(in: 3) ? .linkEnded : .reconcile(sameIDIsSafe: true)
        case 14: return chance.once(in: 2) ? .expire : .due
        case 15: return chance.once(in: 4) ? .cancel : .retry
        case 16: return .resolve(chance.pick([.sent, .failed, .resend, .unspecified]))
        default: return chance.once(in: 9) ? .sessionEnded(.sessionLoggedOut) : .retry
        }
    }

    /// Lets something happen, and keeps what MessageBook would.
    private static func happen(_ input: MessageInput, _ life: inout Life, jitter: Double) -> MessageTransition? {
        guard let change = lifecycle.change(life.state, on: input, at: life.now, jitter: jitter) else { return nil }
        learn(input, change, &life)
        life.state.doubt = change.doubt
        life.story.append("\(life.state.status.word) → \(change.status.word): \(input)")
        life.state.status = change.status
        life.state.attempts = change.attempts ?? life.state.attempts
        life.state.attemptsAllowed = change.attemptsAllowed ?? life.state.attemptsAllowed
        life.state.expiresAt = change.expiresAt ?? life.state.expiresAt
        life.state.nextTryAt = change.nextTryAt
        life.state.isOutcomeUnknown = change.status == .failed && change.reason == .outcomeUnknown
        switch change.cause {
        case .errorAck:
            life.state.hasErrorAck = true
            life.state.wasRejected = true
        case .handedToBridge:
            life.state.wasRejected = false
            life.handedOut += 1
            life.everHandedOut += 1
        case .notHandedOver:
            life.handedOut -= 1
        default: break
        }
        if case .refused(let failure) = input, failure.notBegun, change.status == .pending { life.notBegun += 1 }
        if change.expiresAt != nil { (life.handedOut, life.notBegun) = (0, 0) }
        return change
    }

    /// What is known of each attempt by itself.
    private static func learn(_ input: MessageInput, _ change: MessageTransition, _ life: inout Life) {
        let attempt = life.state.attempts
        switch input {
        case .outcomeLost: life.open.insert(attempt)
        case .refused where change.status == .unknown: life.open.insert(attempt)
        case .sessionEnded where life.state.status == .dispatched: life.open.insert(attempt)
        // It was pending, and is told to be in doubt without being so.
        case .linkEnded: if life.state.doubt == nil { life.open.insert(attempt) }
        case .refused, .notHandedOver: life.open.remove(attempt)
        case .rejected, .submitted, .acknowledged(.sent): life.open = []
        case .acknowledged, .resolve(.sent), .resolve(.failed): (life.open, life.accepted) = ([], [])
        case .resolve(.resend):
            life.accepted.formUnion(life.open)
            life.open = []
        default: break
        }
    }

    /// A message that lived for a while.
    private static func lived(
        _ chance: inout Chance, withPeople: Bool, steps: Int,
        _ check: (MessageLifecycle.Snapshot, MessageInput, MessageTransition, Life, Double) throws -> Void = {
            _, _, _, _, _ in
        }
    ) throws -> Life {
        var life = Life()
        if chance.once(in: 3) { life.state.status = .scheduled }
        for _ in 0..<steps {
            life.now = life.now + chance.duration(upTo: .seconds(3_000))
            let input = input(&chance, at: life.now, withPeople: withPeople)
            let before = life.state
            let jitter = chance.share()
            guard let change = happen(input, &life, jitter: jitter) else { continue }
            do {
                try check(before, input, change, life, jitter)
            } catch {
                throw Broken("\(error)\n\(life.story.joined(separator: "\n"))")
            }
        }
        return life
    }

    @Test func rankOnlyRisesFromSubmittedOn() {
        Property.holds(3_000) { chance in
            _ = try Self.lived(&chance, withPeople: true, steps: 60) { before, input, change, _, _ in
                guard let was = MessageLifecycle.rank(before.status) else { return }
                switch input {
                // WhatsApp took it back, or nobody will say what became of it.
                case .rejected, .outcomeLost: try must(was <= 2, "\(before.status) is left")
                default: try must((MessageLifecycle.rank(change.status) ?? 0) > was, "it fell")
                }
            }
        }
    }

    @Test func attemptsAreNeverMoreThanEightButForThoseThatWereNone() {
        Property.holds(3_000) { chance in
            let people = chance.once(in: 2)
            _ = try Self.lived(&chance, withPeople: people, steps: 150) { _, _, _, life, _ in
                try must((0...255).contains(life.state.attempts), "\(life.state.attempts) attempts")
                try must(life.handedOut <= 8 + life.notBegun, "\(life.handedOut) times, \(life.notBegun) not begun")
                try must(life.handedOut <= MessageLifecycle.mostNotBegun, "without an end")
                if !people { try must(life.everHandedOut >= life.state.attempts, "counted, and not handed out") }
            }
        }
    }

    @Test func aRetryWaitsNoLongerThanItsBackoffAndNeverLessThanItWasTold() {
        let schedule = Self.lifecycle.schedule
        Property.holds(3_000) { chance in
            _ = try Self.lived(&chance, withPeople: false, steps: 60) { before, input, change, life, jitter in
                guard change.status == .pending, let next = change.nextTryAt else {
                    try must(change.nextTryAt == nil && change.hold == nil, "only what is pending waits")
                    return
                }
                try must(next >= life.now, "in the past")
                let failure: SendFailure? =
                    switch input {
                    case .refused(let failure), .rejected(let failure): failure
                    default: nil
                    }
                if let first = failure?.notBefore {
                    try must(next >= first, "tried \(first - next) before it was told to")
                }
                let backoff = schedule.ceiling(after: max(before.attempts, 1)) * jitter
                var latest = max(failure?.notBefore ?? life.now, life.now + backoff)
                if change.hold == .recipientColdRestricted { latest = max(latest, life.now + .seconds(3_600)) }
                try must(next <= latest, "\(next - latest) late")
            }
        }
    }

    @Test func aLateSuccessWinsWhateverStands() {
        Property.holds(3_000) { chance in
            let life = try Self.lived(&chance, withPeople: true, steps: chance.number(1...60))
            guard life.state.attempts > 0 else { return }
            for status in [MessageStatus.submitted, .sent, .delivered, .read, .played] {
                var told = life
                _ = Self.happen(status == .submitted ? .submitted : .acknowledged(status), &told, jitter: 0)
                let rank = MessageLifecycle.rank(told.state.status) ?? 0
                // That it was on its way is older news than that WhatsApp refused it.
                if life.state.wasRejected, status == .submitted || status == .sent { continue }
                try must(
                    rank >= MessageLifecycle.rank(status) ?? 9,
                    "\(status.word) made it \(told.state.status.word)\n\(told.story.joined(separator: "\n"))")
            }
        }
    }

    @Test func whatMayHaveGoneOutIsNeverSaidNotToHave() {
        Property.holds(3_000) { chance in
            _ = try Self.lived(&chance, withPeople: true, steps: 60) { _, _, change, life, _ in
                let known = life.state.doubt
                try must((known?.attempt ?? 0) == (life.open.min() ?? 0), "\(life.open): \(String(describing: known))")
                try must(
                    (known?.isAccepted ?? false) == !life.accepted.isEmpty,
                    "\(life.accepted): \(String(describing: known))")
                guard known != nil else { return }
                switch change.status {
                case .cancelled, .expired: throw Broken("it is \(change.status.word)")
                case .failed: try must(change.reason == .outcomeUnknown, "\(String(describing: change.reason))")
                default: break
                }
            }
        }
    }

    /// A bridge of tomorrow refuses for a reason that has no word here, and says nothing else.
    @Test func anEndWithoutAWordIsStillInDoubt() throws {
        var life = Life()
        life.state.status = .sent
        life.state.attempts = 2
        var doubt = AttemptDoubt()
        doubt.isAccepted = true
        life.state.doubt = doubt
        let failure = SendFailure(reason: .unrecognized(9), engineCode: "", text: "", notBegun: false, notBefore: nil)
        let change = try #require(Self.happen(.rejected(failure), &life, jitter: 0))
        #expect(
            change.status == .failed && change.reason == .outcomeUnknown && change.detail.hasSuffix("it was refused"))
    }

    /// Nothing but time passes: nobody asks, and no bridge ever says a word.
    @Test func timeAloneEndsAllThatWaits() {
        let clock: [MessageInput] = [
            .due, .expire, .outcomeLost(.commandDeadline), .reconcile(sameIDIsSafe: false),
        ]
        Property.holds(2_000) { chance in
            var life = try Self.lived(&chance, withPeople: true, steps: chance.number(0...60))
            life.now = life.now + .seconds(2 * 86_400)
            for _ in 0..<4 { for input in clock { _ = Self.happen(input, &life, jitter: 0) } }
            let waits: Set<MessageStatus> = [.scheduled, .pending, .dispatched, .submitted, .unknown]
            try must(!waits.contains(life.state.status), life.story.joined(separator: "\n"))
        }
    }

    @Test func theSameToldTwiceChangesNothing() {
        Property.holds(2_000) { chance in
            _ = try Self.lived(&chance, withPeople: false, steps: 60) { _, input, change, life, _ in
                var again = life
                let second = Self.happen(input, &again, jitter: 0)
                try must(second == nil, "\(input) is taken twice: \(String(describing: second))")
            }
        }
    }
}
