// The table of BRIDGE.md ("The life of a message") row by row, and the invariants that no order of events may break.

import Contract
import Store
import Testing

@testable import Services

@Suite struct MessageLifecycleTests {
    private let lifecycle = MessageLifecycle()
    private let now = Instant(microseconds: 1_000_000_000)

    private func after(
        _ status: MessageStatus, _ input: MessageInput, attempts: Int = 1, expiresAt: Instant? = nil,
        jitter: Double = 0.5
    ) -> MessageTransition? {
        lifecycle.change(
            .init(status: status, attempts: attempts, expiresAt: expiresAt), on: input, at: now, jitter: jitter)
    }

    private static let failure = SendFailure(reason: .engineError, engineCode: "page", text: "gone")

    @Test(arguments: [
        (MessageStatus.scheduled, MessageInput.due, MessageStatus.pending),
        (.scheduled, .cancel, .cancelled), (.pending, .cancel, .cancelled),
        (.scheduled, .expire, .expired), (.pending, .expire, .expired),
        (.pending, .handOut, .dispatched),
        (.dispatched, .notHandedOver, .pending), (.unknown, .notHandedOver, .pending),
        (.dispatched, .submitted, .submitted),
        (.dispatched, .refused(failure), .pending), (.unknown, .refused(failure), .pending),
        (.dispatched, .outcomeLost(.bridgeLost), .unknown), (.submitted, .outcomeLost(.bridgeLost), .unknown),
        (.unknown, .reconcile(sameIDIsSafe: true), .pending),
        (.unknown, .submitted, .submitted), (.unknown, .acknowledged(.sent), .sent),
        (.submitted, .acknowledged(.sent), .sent), (.sent, .acknowledged(.delivered), .delivered),
        (.delivered, .acknowledged(.read), .read), (.read, .acknowledged(.played), .played),
        (.submitted, .rejected(failure), .failed), (.sent, .rejected(failure), .failed),
        (.dispatched, .rejected(failure), .failed),
        // Late successes: the truth wins.
        (.pending, .submitted, .submitted), (.failed, .submitted, .submitted), (.expired, .submitted, .submitted),
        (.cancelled, .acknowledged(.delivered), .delivered), (.failed, .acknowledged(.read), .read),
        // An ack can overtake the answer.
        (.dispatched, .acknowledged(.delivered), .delivered),
        // What people ask for.
        (.failed, .retry, .pending), (.expired, .retry, .pending),
        (.unknown, .resolve(.sent), .sent), (.unknown, .resolve(.failed), .failed),
        (.unknown, .resolve(.resend), .pending),
        (.scheduled, .sessionEnded(.sessionLoggedOut), .failed), (.pending, .sessionEnded(.sessionLoggedOut), .failed),
        (.pending, .sessionEnded(.sessionDeleted), .failed), (.dispatched, .sessionEnded(.sessionDeleted), .failed),
        (.unknown, .sessionEnded(.sessionDeleted), .failed),
        // It may have gone out: not `expired`.
        (.unknown, .expire, .failed),
    ])
    func theTableHolds(from: MessageStatus, input: MessageInput, to: MessageStatus) {
        #expect(after(from, input)?.status == to)
    }

    @Test(arguments: [
        (MessageStatus.pending, MessageInput.due), (.dispatched, .cancel), (.submitted, .cancel), (.failed, .cancel),
        (.dispatched, .expire), (.sent, .expire), (.scheduled, .handOut), (.dispatched, .handOut),
        (.unknown, .handOut), (.failed, .handOut), (.submitted, .submitted), (.delivered, .submitted),
        (.delivered, .acknowledged(.sent)), (.read, .acknowledged(.delivered)), (.read, .acknowledged(.read)),
        (.delivered, .rejected(failure)), (.read, .rejected(failure)), (.failed, .rejected(failure)),
        (.pending, .refused(failure)), (.submitted, .refused(failure)), (.failed, .refused(failure)),
        (.pending, .outcomeLost(.bridgeLost)), (.sent, .outcomeLost(.bridgeLost)),
        (.unknown, .outcomeLost(.bridgeLost)), (.unknown, .reconcile(sameIDIsSafe: false)),
        (.dispatched, .reconcile(sameIDIsSafe: true)), (.pending, .reconcile(sameIDIsSafe: true)),
        (.scheduled, .submitted), (.submitted, .acknowledged(.pending)), (.submitted, .notHandedOver),
        (.scheduled, .retry), (.pending, .retry), (.dispatched, .retry), (.submitted, .retry), (.unknown, .retry),
        (.sent, .retry), (.read, .retry), (.cancelled, .retry),
        (.pending, .resolve(.sent)), (.dispatched, .resolve(.failed)), (.failed, .resolve(.resend)),
        (.sent, .resolve(.failed)), (.unknown, .resolve(.unspecified)),
        (.dispatched, .sessionEnded(.sessionLoggedOut)), (.unknown, .sessionEnded(.sessionLoggedOut)),
        (.submitted, .sessionEnded(.sessionDeleted)), (.sent, .sessionEnded(.sessionDeleted)),
        (.failed, .sessionEnded(.sessionDeleted)), (.submitted, .expire),
    ])
    func whatIsNotInTheTableChangesNothing(from: MessageStatus, input: MessageInput) {
        #expect(after(from, input) == nil)
    }

    @Test func whatWasNotBegunUsesUpNoAttemptAndWaitsLongerEachTime() {
        var message = MessageLifecycle.Snapshot(status: .pending, attempts: 0)
        var waits: [Duration] = []
        let failure = SendFailure(reason: .bridgeUnavailable, notBegun: true)
        for _ in 0..<100 {
            let out = lifecycle.change(message, on: .handOut, at: now, jitter: 0.5)
            message.attempts = out?.attempts ?? 0
            message.status = out?.status ?? .unspecified
            let back = lifecycle.change(message, on: .refused(failure), at: now, jitter: 0.5)
            #expect(back?.status == .pending)
            message.status = back?.status ?? .unspecified
            message.attemptsAllowed = back?.attemptsAllowed ?? 0
            if let next = back?.nextTryAt { waits.append(next - now) }
        }
        #expect(message.attempts == 100 && message.attemptsAllowed == 108)
        #expect(waits.first == .milliseconds(500) && waits.last == .seconds(150) && waits == waits.sorted())
        // Those that are begun are counted from here: eight, and the first waits as a first one does.
        for number in 1...8 {
            message.attempts += 1
            message.status = .dispatched
            let back = lifecycle.change(message, on: .refused(Self.failure), at: now, jitter: 0.5)
            #expect(back?.status == (number < 8 ? .pending : .failed))
            if number == 1 { #expect(back?.nextTryAt == now + .milliseconds(500)) }
        }
        message.attempts = 199
        message.attemptsAllowed = 200
        #expect(lifecycle.change(message, on: .refused(failure), at: now, jitter: 0)?.status == .pending)
        message.attempts = 200
        #expect(lifecycle.change(message, on: .refused(failure), at: now, jitter: 0)?.status == .failed)
    }

    @Test func whatWhatsAppRefusedGoesOutAgainWhereThatMayHelp() {
        let cold = SendFailure(reason: .recipientColdRestricted, engineCode: "463")
        let unread = SendFailure(reason: .engineError, engineCode: "479")
        for status in [MessageStatus.dispatched, .unknown, .submitted, .sent] {
            let waits = after(status, .rejected(cold))
            #expect(waits?.status == .pending && waits?.cause == .errorAck && waits?.hold == .recipientColdRestricted)
            #expect(waits?.nextTryAt == now + .seconds(3600))
            #expect(after(status, .rejected(unread))?.hold == .retryBackoff)
            #expect(after(status, .rejected(cold), attempts: 8)?.status == .failed)
        }
        func status(earlier: Bool, _ failure: SendFailure) -> MessageStatus? {
            lifecycle.change(
                .init(status: .submitted, attempts: 2, hasErrorAck: earlier), on: .rejected(failure), at: now, jitter: 0
            )?.status
        }
        #expect(status(earlier: true, unread) == .failed && status(earlier: true, cold) == .pending)
        for status in [MessageStatus.pending, .failed, .expired, .cancelled] {
            let refused = MessageLifecycle.Snapshot(status: status, attempts: 1, wasRejected: true)
            for stale in [MessageInput.submitted, .acknowledged(.sent)] {
                #expect(lifecycle.change(refused, on: stale, at: now, jitter: 0) == nil)
            }
            #expect(
                lifecycle.change(refused, on: .acknowledged(.delivered), at: now, jitter: 0)?.status == .delivered)
        }
    }

    @Test func whatAPersonSendsOnItsWayAgainHasAFullSetOfAttemptsAndADayToLive() {
        let all = lifecycle.schedule.attempts
        for (status, input) in [
            (MessageStatus.failed, MessageInput.retry), (.expired, .retry), (.unknown, .resolve(.resend)),
        ] {
            let change = after(status, input, attempts: 8, expiresAt: now - .seconds(1))
            #expect(change?.attempts == nil && change?.attemptsAllowed == 8 + all)
            #expect(change?.expiresAt == now + .seconds(86_400) && change?.nextTryAt == nil && change?.hold == nil)
        }
        func renewed(_ attempts: Int, _ status: MessageStatus, _ input: MessageInput) -> MessageTransition? {
            lifecycle.change(
                .init(status: status, attempts: attempts, attemptsAllowed: 8 + all), on: input, at: now, jitter: 0.999)
        }
        #expect(renewed(8, .pending, .handOut)?.attempts == 9)
        #expect(renewed(15, .pending, .handOut)?.attempts == 16)
        #expect(renewed(16, .pending, .handOut)?.status == .failed)
        #expect(renewed(15, .dispatched, .refused(Self.failure))?.status == .pending)
        #expect(renewed(16, .dispatched, .refused(Self.failure))?.status == .failed)
        // Backoffs begin anew, too.
        #expect((renewed(9, .dispatched, .refused(Self.failure))?.nextTryAt).map { $0 <= now + .seconds(1) } == true)
    }

    @Test func commandsAreNumberedInAByteSoAttemptsHaveAnEnd() {
        #expect(after(.failed, .retry, attempts: 250)?.attemptsAllowed == 255)
        #expect(after(.failed, .retry, attempts: 255) == nil)
        #expect(after(.unknown, .resolve(.resend), attempts: 255) == nil)
        #expect(after(.unknown, .resolve(.sent), attempts: 255)?.status == .sent)
    }

    @Test func aRetryEndsAWaitAndNothingElse() {
        let waiting = MessageLifecycle.Snapshot(status: .pending, attempts: 3, nextTryAt: now + .seconds(60))
        let change = lifecycle.change(waiting, on: .retry, at: now, jitter: 0.5)
        #expect(change?.status == .pending && change?.cause == .retriedByUser && change?.nextTryAt == nil)
        #expect(change?.attemptsAllowed == nil && change?.expiresAt == nil)
    }

    @Test func whatWouldWaitForASessionThatIsOverFails() {
        for (status, input) in [
            (MessageStatus.dispatched, MessageInput.notHandedOver), (.unknown, .reconcile(sameIDIsSafe: true)),
            (.dispatched, .refused(Self.failure)), (.scheduled, .due),
        ] {
            let over = MessageLifecycle.Snapshot(status: status, attempts: 1, isSessionOver: true)
            let change = lifecycle.change(over, on: input, at: now, jitter: 0.5)
            #expect(change?.status == .failed && change?.reason == .sessionLoggedOut)
        }
        // A success is one all the same.
        let over = MessageLifecycle.Snapshot(status: .dispatched, attempts: 1, isSessionOver: true)
        #expect(lifecycle.change(over, on: .submitted, at: now, jitter: 0.5)?.status == .submitted)
    }

    @Test func aSuccessOfWhatWasNeverHandedOutIsNotBelieved() {
        #expect(after(.pending, .submitted, attempts: 0) == nil)
        #expect(after(.pending, .acknowledged(.delivered), attempts: 0) == nil)
    }

    @Test func aLateSuccessIsCalledOne() {
        #expect(after(.failed, .submitted)?.cause == .lateSuccess)
        #expect(after(.unknown, .acknowledged(.sent))?.cause == .lateSuccess)
        #expect(after(.dispatched, .submitted)?.cause == .result)
        #expect(after(.sent, .acknowledged(.read))?.cause == .ack)
    }

    @Test func handingOutCountsTheAttemptAndWhatNeverLeftDoesNot() {
        #expect(after(.pending, .handOut, attempts: 3)?.attempts == 4)
        #expect(after(.dispatched, .notHandedOver, attempts: 4)?.attempts == 3)
        #expect(after(.dispatched, .notHandedOver, attempts: 0)?.attempts == 0)
    }

    @Test(arguments: [
        Reason.recipientNotOnWhatsapp, .engineUnsupported, .mediaTooLarge, .mediaUnsupported, .mediaExpired,
    ])
    func whatWouldFailAgainFailsAtOnce(reason: Reason) {
        for notBegun in [false, true] {
            let change = after(.dispatched, .refused(.init(reason: reason, notBegun: notBegun)))
            #expect(change?.status == .failed)
            #expect(change?.reason == reason)
        }
    }

    @Test(arguments: [Reason.accountRestricted, .accountBanned, .sessionLoggedOut])
    func whatNeedsAPersonFailsUnlessItWasNotBegun(reason: Reason) {
        #expect(after(.dispatched, .refused(.init(reason: reason)))?.status == .failed)
        #expect(after(.dispatched, .refused(.init(reason: reason, notBegun: true)))?.status == .pending)
    }

    @Test(arguments: [
        (Reason.engineError, HoldReason.retryBackoff), (.bridgeUnavailable, .retryBackoff),
        (.mediaFetchFailed, .retryBackoff), (.pairRateLimited, .retryBackoff), (.unspecified, .retryBackoff),
        (.unrecognized(4711), .retryBackoff), (.sessionNotConnected, .sessionNotConnected),
        (.sessionConflict, .sessionNotConnected), (.recipientColdRestricted, .recipientColdRestricted),
    ])
    func whatMayWorkLaterWaitsAndSaysForWhat(reason: Reason, hold: HoldReason) {
        let change = after(.dispatched, .refused(.init(reason: reason, engineCode: "e", text: "t")))
        #expect(change?.status == .pending)
        #expect(change?.hold == hold)
        #expect(change?.reason == reason)
        #expect(change?.engineCode == "e")
        #expect((change?.nextTryAt).map { $0 > now } == true)
    }

    @Test func aRestrictionIsWaitedFor() {
        let end = now + .seconds(7200)
        let known = SendFailure(reason: .recipientColdRestricted, notBefore: end)
        #expect(after(.dispatched, .refused(known))?.nextTryAt == end)
        let change = after(.dispatched, .refused(.init(reason: .recipientColdRestricted)))
        #expect(change?.nextTryAt == now + lifecycle.restrictionWait)
    }

    @Test func anUnknownOutcomeIsFoundOutAndNotRetriedBlindly() {
        #expect(after(.dispatched, .refused(.init(reason: .outcomeUnknown)))?.status == .unknown)
        #expect(after(.unknown, .refused(.init(reason: .outcomeUnknown))) == nil)
        #expect(after(.dispatched, .refused(.init(reason: .outcomeUnknown, notBegun: true)))?.status == .pending)
    }

    @Test func theEighthFailureIsTheLast() {
        let seventh = after(.dispatched, .refused(Self.failure), attempts: 7)
        #expect(seventh?.status == .pending)
        let eighth = after(.dispatched, .refused(Self.failure), attempts: 8)
        #expect(eighth?.status == .failed)
        #expect(eighth?.cause == .attemptsUsedUp)
        #expect(eighth?.reason == .engineError)
        let lost = after(.unknown, .reconcile(sameIDIsSafe: true), attempts: 8)
        #expect(lost?.status == .failed)
        #expect(lost?.reason == .outcomeUnknown)
        #expect(after(.pending, .handOut, attempts: 8)?.status == .failed)
    }

    @Test func theFirstRepeatGoesAtOnceTheOthersWait() {
        let first = after(.unknown, .reconcile(sameIDIsSafe: true), attempts: 1)
        #expect(first?.nextTryAt == nil && first?.hold == nil)
        let third = after(.unknown, .reconcile(sameIDIsSafe: true), attempts: 3)
        #expect(third?.hold == .retryBackoff)
        #expect((third?.nextTryAt).map { $0 > now } == true)
    }

    @Test func anExpiredMessageOfUnknownOutcomeIsNotCalledExpired() {
        let change = after(.unknown, .reconcile(sameIDIsSafe: true), expiresAt: now)
        #expect(change?.status == .failed)
        #expect(change?.reason == .outcomeUnknown)
    }

    @Test func anAttemptInDoubtStaysSoWhateverBecomesOfLaterOnes() {
        var message = MessageLifecycle.Snapshot(status: .dispatched, attempts: 1, epoch: 4, keepsID: true)
        func happen(_ input: MessageInput, _ status: MessageStatus, _ doubt: AttemptDoubt?) {
            let change = lifecycle.change(message, on: input, at: now, jitter: 0.5)
            #expect(change?.status == status && change?.doubt == doubt, "\(input)")
            message.status = change?.status ?? message.status
            message.attempts = change?.attempts ?? message.attempts
            message.doubt = change?.doubt
        }
        let first = AttemptDoubt(attempt: 1, epoch: 4, keepsID: true)
        happen(.outcomeLost(.bridgeLost), .unknown, first)
        happen(.reconcile(sameIDIsSafe: true), .pending, first)
        message.epoch = 5
        happen(.handOut, .dispatched, first)
        happen(.refused(Self.failure), .pending, first)
        happen(.handOut, .dispatched, first)
        happen(.notHandedOver, .pending, first)
        happen(.handOut, .dispatched, first)
        // The engines of all of them have to keep our id.
        message.keepsID = false
        var unsafe = first
        unsafe.keepsID = false
        happen(.outcomeLost(.bridgeLost), .unknown, unsafe)
        happen(.resolve(.resend), .pending, AttemptDoubt(attempt: 0, epoch: 4, isAccepted: true))
        happen(.handOut, .dispatched, AttemptDoubt(attempt: 0, epoch: 4, isAccepted: true))
        happen(.outcomeLost(.bridgeLost), .unknown, AttemptDoubt(attempt: 4, epoch: 5, isAccepted: true))
        happen(.submitted, .submitted, AttemptDoubt(attempt: 0, epoch: 5, isAccepted: true))
        happen(.acknowledged(.delivered), .delivered, nil)
    }

    @Test(arguments: [
        (MessageInput.cancel, MessageCause.cancelled, "cancelled"), (.expire, .expired, "expires_at"),
        (.sessionEnded(.sessionLoggedOut), .sessionLoggedOut, "SESSION_LOGGED_OUT"),
        (.unsendable(failure), .unsendable, "ENGINE_ERROR: gone"),
    ])
    func theEndOfWhatMayHaveGoneOutIsThatNobodyKnows(input: MessageInput, cause: MessageCause, words: String) {
        let doubt = AttemptDoubt(attempt: 1, epoch: 4, keepsID: true)
        let message = MessageLifecycle.Snapshot(status: .pending, attempts: 2, doubt: doubt, epoch: 5)
        let change = lifecycle.change(message, on: input, at: now, jitter: 0.5)
        #expect(change?.status == .failed && change?.cause == cause && change?.reason == .outcomeUnknown)
        #expect(change?.doubt == doubt && change?.detail.contains(words) == true)
        #expect(change?.detail.contains("may have gone out") == true)
    }

    @Test func anErrorAckTellsOfTheLinkThatItCameThrough() {
        let doubt = AttemptDoubt(attempt: 1, epoch: 4, keepsID: true)
        for (linkEpoch, after) in [(Int64(3), AttemptDoubt?.none), (4, doubt)] {
            let message = MessageLifecycle.Snapshot(
                status: .unknown, attempts: 1, doubt: doubt, epoch: 4, linkEpoch: linkEpoch)
            let change = lifecycle.change(message, on: .rejected(Self.failure), at: now, jitter: 0.5)
            #expect(change?.status == .failed && change?.doubt == after)
            #expect(change?.reason == (after == nil ? .engineError : .outcomeUnknown))
        }
    }

    // MARK: whatever happens in whatever order

    private struct Life {
        var status = MessageStatus.pending
        var attempts = 0
        var attemptsAllowed = 0
        var handedOut = 0
        var notBegun = 0
        var isSafe = true
    }

    private func randomInput(_ random: inout Xorshift) -> MessageInput {
        let reasons: [Reason] = [
            .engineError, .outcomeUnknown, .recipientNotOnWhatsapp, .sessionNotConnected, .accountBanned,
            .recipientColdRestricted, .unrecognized(9),
        ]
        let failure = SendFailure(
            reason: reasons[Int(random.next() % UInt64(reasons.count))], notBegun: random.next() % 4 == 0)
        switch random.next() % 12 {
        case 0: return .due
        case 1: return random.next() % 8 == 0 ? .expire : .due
        case 2: return random.next() % 8 == 0 ? .cancel : .due
        case 3, 4: return .handOut
        case 5: return .notHandedOver
        case 6: return .submitted
        case 7:
            let acks: [MessageStatus] = [.sent, .delivered, .read, .played]
            return .acknowledged(acks[Int(random.next() % 4)])
        case 8: return .rejected(failure)
        case 9: return .refused(failure)
        case 10: return .outcomeLost(.bridgeLost)
        default: return .reconcile(sameIDIsSafe: true)
        }
    }

    @Test(arguments: 1...20)
    func noOrderOfEventsBreaksTheRules(seed: UInt64) {
        var random = Xorshift(seed)
        for _ in 0..<500 {
            var life = Life()
            for _ in 0..<60 {
                let input = randomInput(&random)
                let jitter = Double(random.next() % 1000) / 1000
                let before = life
                guard
                    let change = lifecycle.change(
                        .init(status: life.status, attempts: life.attempts, attemptsAllowed: life.attemptsAllowed),
                        on: input, at: now, jitter: jitter)
                else { continue }
                life.status = change.status
                life.attempts = change.attempts ?? life.attempts
                life.attemptsAllowed = change.attemptsAllowed ?? life.attemptsAllowed
                if case .refused(let failure) = input, failure.notBegun, change.status == .pending {
                    life.notBegun += 1
                }
                if case .handOut = input, change.status == .dispatched { life.handedOut += 1 }
                check(before, input, change, life)
            }
        }
    }

    private func check(_ before: Life, _ input: MessageInput, _ change: MessageTransition, _ after: Life) {
        #expect(after.attempts <= lifecycle.schedule.attempts + after.notBegun)
        #expect(after.attempts >= 0)
        if let was = MessageLifecycle.rank(before.status) {
            switch input {
            case .rejected, .outcomeLost: break
            default: #expect((MessageLifecycle.rank(after.status) ?? 0) > was, "\(before) \(input) \(after)")
            }
        }
        if change.nextTryAt != nil { #expect(change.status == .pending) }
        if change.hold != nil { #expect(change.status == .pending) }
        if change.status == .failed { #expect(change.reason != nil) }
        // The same thing told again changes nothing.
        let again = lifecycle.change(
            .init(status: after.status, attempts: after.attempts, attemptsAllowed: after.attemptsAllowed), on: input,
            at: now, jitter: 0)
        #expect(again == nil, "\(input) twice, from \(before.status)")
    }

    @Test func noStatusIsADeadEndUnlessItIsAnEnd() {
        let inputs: [MessageInput] = [
            .due, .expire, .cancel, .handOut, .submitted, .acknowledged(.played), .outcomeLost(.bridgeLost),
            .reconcile(sameIDIsSafe: true), .refused(Self.failure), .rejected(Self.failure),
        ]
        for number in Int32(1)...12 {
            let status = MessageStatus(rawValue: number)
            let exits = inputs.compactMap { after(status, $0)?.status }
            #expect(status == .played || !exits.isEmpty, "\(status) has no exit")
        }
    }
}

/// A small seeded generator: the same seed, the same test.
struct Xorshift: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
