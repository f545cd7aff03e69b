// The life of a message as docs/OPERATIONS.md tells it ("What becomes of a message"), written down as data and compared with
// what the lifecycle does in every state with everything that can happen: it does what stands here and nothing else, and
// all of it.

import Contract
import Store
import Testing

@testable import Services

@Suite struct MessageTableTests {
    private typealias Status = MessageStatus

    /// What can happen, without its particulars.
    enum Kind: String, CaseIterable {
        case due, expire, cancel, handOut, unsendable, notHandedOver, submitted, acknowledged, rejected, refused,
            outcomeLost
        case reconcile, linkEnded, retry, resolve, sessionEnded

        init(_ input: MessageInput) {
            switch input {
            case .due: self = .due
            case .expire: self = .expire
            case .cancel: self = .cancel
            case .handOut: self = .handOut
            case .unsendable: self = .unsendable
            case .notHandedOver: self = .notHandedOver
            case .submitted: self = .submitted
            case .acknowledged: self = .acknowledged
            case .rejected: self = .rejected
            case .refused: self = .refused
            case .outcomeLost: self = .outcomeLost
            case .reconcile: self = .reconcile
            case .linkEnded: self = .linkEnded
            case .retry: self = .retry
            case .resolve: self = .resolve
            case .sessionEnded: self = .sessionEnded
            }
        }
    }

    private struct Row {
        let from: [MessageStatus]
        let to: [MessageStatus]
        let on: [Kind]

        init(_ from: [MessageStatus], _ to: [MessageStatus], on: [Kind]) {
            self.from = from
            self.to = to
            self.on = on
        }
    }

    private static let table: [Row] = [
        // Before it goes.
        Row([.scheduled], [.pending], on: [.due]),
        Row([.scheduled, .pending], [.cancelled], on: [.cancel]),
        Row([.scheduled, .pending], [.expired], on: [.expire]),
        Row([.scheduled, .pending], [.failed], on: [.sessionEnded]),
        // An attempt may have gone out, and nobody will say.
        Row([.pending], [.failed], on: [.cancel, .expire]),
        Row([.pending], [.dispatched], on: [.handOut]),
        Row([.pending], [.failed], on: [.handOut]),
        Row([.pending], [.failed], on: [.unsendable]),
        Row([.pending], [.pending], on: [.retry]),
        Row([.pending], [.unknown], on: [.linkEnded]),
        // Under way, and what its bridge says.
        Row([.dispatched], [.submitted], on: [.submitted]),
        Row([.dispatched, .unknown], [.pending], on: [.notHandedOver, .refused, .rejected]),
        Row([.dispatched, .unknown], [.failed], on: [.refused, .rejected]),
        Row([.dispatched], [.unknown], on: [.outcomeLost, .refused]),
        Row([.submitted], [.unknown], on: [.outcomeLost]),
        Row([.dispatched, .unknown], [.failed], on: [.sessionEnded]),
        // Nobody knows: it is found out, or given up.
        Row([.unknown], [.pending], on: [.reconcile, .resolve]),
        Row([.unknown], [.failed], on: [.reconcile, .expire, .resolve]),
        Row([.unknown], [.sent], on: [.resolve]),
        // WhatsApp has it.
        Row([.dispatched], [.sent, .delivered, .read, .played], on: [.acknowledged]),
        Row([.submitted], [.sent, .delivered, .read, .played], on: [.acknowledged]),
        Row([.sent], [.delivered, .read, .played], on: [.acknowledged]),
        Row([.delivered], [.read, .played], on: [.acknowledged]),
        Row([.read], [.played], on: [.acknowledged]),
        Row([.submitted, .sent], [.pending, .failed], on: [.rejected]),
        // A late success: the truth wins.
        Row([.pending, .unknown, .failed, .expired, .cancelled], [.submitted], on: [.submitted]),
        Row(
            [.pending, .unknown, .failed, .expired, .cancelled], [.sent, .delivered, .read, .played],
            on: [.acknowledged]),
        // Somebody wants it tried again.
        Row([.failed, .expired], [.pending], on: [.retry]),
        Row([.failed], [.pending], on: [.resolve]),
        // What was given up without anybody knowing, and a person found out.
        Row([.failed], [.sent], on: [.resolve]),
        // The same, but its session is over: nothing will go out.
        Row([.scheduled], [.failed], on: [.due]),
        Row([.pending], [.failed], on: [.retry]),
        Row([.dispatched, .unknown], [.failed], on: [.notHandedOver]),
        Row([.failed, .expired], [.failed], on: [.retry]),
        // Also: it is found not to have gone out.
        Row([.failed], [.failed], on: [.resolve]),
    ]

    private static let now = Moment(seconds: 1_772_107_200, nanoseconds: 0)

    private static let inputs: [MessageInput] = {
        let failures = [
            Reason.engineError, .outcomeUnknown, .recipientNotOnWhatsapp, .sessionNotConnected, .accountBanned,
            .recipientColdRestricted,
        ].flatMap { reason in
            [false, true].map { SendFailure(reason: reason, engineCode: "479", notBegun: $0) }
        }
        var inputs: [MessageInput] = [
            .due, .expire, .cancel, .handOut, .notHandedOver, .submitted, .linkEnded, .retry,
            .outcomeLost(.bridgeLost), .reconcile(sameIDIsSafe: true), .reconcile(sameIDIsSafe: false),
            .resolve(.sent), .resolve(.failed), .resolve(.resend), .resolve(.unspecified),
            .sessionEnded(.sessionDeleted), .sessionEnded(.sessionLoggedOut),
        ]
        for status in [Status.sent, .delivered, .read, .played, .pending] { inputs.append(.acknowledged(status)) }
        for failure in failures { inputs += [.rejected(failure), .refused(failure), .unsendable(failure)] }
        return inputs
    }()

    /// Every state that a message can be in, as far as the lifecycle tells states apart.
    private static func forEveryState(_ body: (MessageLifecycle.Snapshot) -> Void) {
        for number in Int32(1)...12 {
            for attempts in [0, 1, 8, 255] {
                for allowed in [0, 255] {
                    for expiry in [nil, now - .seconds(1)] {
                        for flags in 0..<64 {
                            body(
                                .init(
                                    status: MessageStatus(rawValue: number), attempts: attempts,
                                    attemptsAllowed: allowed, expiresAt: expiry,
                                    nextTryAt: flags & 1 == 0 ? nil : now, wasRejected: flags & 2 != 0,
                                    hasErrorAck: flags & 4 != 0, isOutcomeUnknown: flags & 8 != 0,
                                    isSessionOver: flags & 16 != 0,
                                    // What is scheduled was never given to anybody.
                                    doubt: flags & 32 == 0 || number == 1 ? nil : AttemptDoubt(attempt: 1)))
                        }
                    }
                }
            }
        }
    }

    private static func words(_ from: MessageStatus, _ to: MessageStatus, _ kind: Kind) -> String {
        "\(from.word) → \(to.word) on \(kind.rawValue)"
    }

    @Test func theLifecycleDoesWhatTheTableSaysAndNothingElse() {
        let lifecycle = MessageLifecycle()
        var found: Set<String> = []
        Self.forEveryState { state in
            for input in Self.inputs {
                guard let change = lifecycle.change(state, on: input, at: Self.now, jitter: 0.5) else { continue }
                found.insert(Self.words(state.status, change.status, Kind(input)))
            }
        }
        var told: Set<String> = []
        for row in Self.table {
            for from in row.from {
                for to in row.to { for kind in row.on { told.insert(Self.words(from, to, kind)) } }
            }
        }
        #expect(found.subtracting(told).sorted() == [], "not in the table")
        #expect(told.subtracting(found).sorted() == [], "in the table alone")
    }

    /// What is over stays so, unless the truth or a person says otherwise.
    @Test func anEndIsLeftByALateSuccessOrAPersonAlone() {
        let ends: Set<MessageStatus> = [.cancelled, .expired, .failed, .played]
        for row in Self.table where !ends.isDisjoint(with: row.from) {
            #expect(row.from.allSatisfy { $0 != .played })
            for kind in row.on where !row.to.allSatisfy({ $0 == .cancelled || $0 == .expired }) {
                switch kind {
                case .submitted, .acknowledged, .retry, .resolve: break
                default: #expect(Set(row.from).isDisjoint(with: ends), "\(kind)")
                }
            }
        }
    }
}
