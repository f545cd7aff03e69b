// Where sessions go, row by row, and that none is ever stuck.

import Contract
import Testing

@testable import Services

@Suite struct SessionLifecycleTests {
    private typealias Snapshot = SessionLifecycle.Snapshot
    private let lifecycle = SessionLifecycle()

    private func carried(
        _ status: SessionStatus, reason: String = "", linked: Bool = true
    ) -> SessionLifecycle.Snapshot {
        .init(status: status, reason: reason, isWanted: true, isLinked: linked, isHeld: true)
    }

    private func report(_ status: SessionStatus, _ reason: String = "") -> SessionInput {
        .reported(status, reason: reason, until: nil)
    }

    @Test(arguments: [SessionStatus.created, .disconnected, .loggedOut, .conflict, .failed])
    func initStartsWhatIsNotWanted(status: SessionStatus) {
        let idle = Snapshot(status: status, reason: "x", isWanted: false, isLinked: false, isHeld: false)
        let change = lifecycle.change(idle, on: .initialise)
        #expect(change?.status == .starting)
        #expect(change?.isWanted == true)
        #expect(change?.deadline == .after(.seconds(60)))
        #expect(change?.reason == "")
    }

    @Test(arguments: [
        SessionStatus.starting, .qrPending, .authenticated, .connected, .restricted,
    ])
    func initLeavesWhatRunsAsItIs(status: SessionStatus) {
        #expect(lifecycle.change(carried(status), on: .initialise) == nil)
    }

    @Test(arguments: ["qr_timeout", "no_capacity", "draining"])
    func initStartsAnewWhatItsBridgeLetFall(reason: String) {
        let change = lifecycle.change(carried(.disconnected, reason: reason, linked: false), on: .initialise)
        #expect(change?.status == .starting)
        #expect(change?.release == .restart)
        #expect(change?.deadline == .after(.seconds(60)))
        // Where the bridge itself is gone, its lease decides.
        #expect(lifecycle.change(carried(.disconnected, reason: "bridge_lost"), on: .initialise) == nil)
    }

    @Test(arguments: [
        SessionStatus.starting, .qrPending, .authenticated, .connected, .disconnected, .restricted,
    ])
    func restartTakesItFromItsBridgeAndStartsIt(status: SessionStatus) {
        let change = lifecycle.change(carried(status), on: .restart)
        #expect(change?.status == .starting && change?.reason == "" && change?.isWanted == true)
        #expect(change?.release == .restart && change?.isLinked == true)
        let idle = Snapshot(status: status, isWanted: false, isLinked: true, isHeld: false)
        #expect(lifecycle.change(idle, on: .restart)?.status == .starting)
        #expect(lifecycle.change(idle, on: .restart)?.release == nil)
    }

    @Test(arguments: [
        SessionStatus.starting, .qrPending, .authenticated, .connected, .disconnected, .restricted,
    ])
    func logoutEndsTheLinkWhereverItIs(status: SessionStatus) {
        let change = lifecycle.change(carried(status), on: .logout)
        #expect(change?.status == .loggedOut && change?.reason == "requested")
        #expect(change?.isLinked == false && change?.isWanted == false && change?.release == .logout)
        #expect(change?.deadline == SessionChange.Deadline.none)
    }

    @Test func logoutOfWhatHasNoLinkChangesNothing() {
        for status in [SessionStatus.created, .loggedOut, .failed] {
            let idle = Snapshot(status: status, isWanted: false, isLinked: false, isHeld: false)
            #expect(lifecycle.change(idle, on: .logout) == nil)
        }
        // Linked and not carried: there is nobody to tell, but the link is over all the same.
        let kept = Snapshot(status: .disconnected, isWanted: false, isLinked: true, isHeld: false)
        let change = lifecycle.change(kept, on: .logout)
        #expect(change?.status == .loggedOut && change?.isLinked == false && change?.release == nil)
    }

    @Test func initTriesAgainWhereNoBridgeWasThere() {
        let waiting = Snapshot(
            status: .disconnected, reason: "no_bridge", isWanted: true, isLinked: false, isHeld: false)
        #expect(lifecycle.change(waiting, on: .initialise)?.status == .starting)
    }

    @Test func aFirstLinkingGoesFromStartingOverQrToConnected() {
        #expect(lifecycle.change(carried(.starting, linked: false), on: report(.qrPending))?.status == .qrPending)
        let scanned = lifecycle.change(carried(.qrPending, linked: false), on: report(.authenticated))
        #expect(scanned?.isLinked == true)
        let connected = lifecycle.change(carried(.authenticated), on: report(.connected))
        #expect(connected?.status == .connected)
        #expect(connected?.deadline == SessionChange.Deadline.none)
        #expect(connected?.keepsQR == false)
    }

    @Test func theSameReportTwiceChangesNothing() {
        for status in [SessionStatus.starting, .qrPending, .connected, .disconnected, .conflict] {
            #expect(lifecycle.change(carried(status, reason: "r"), on: report(status, "r")) == nil)
        }
    }

    @Test func anotherReasonForTheSameStateBuysNoTime() {
        let change = lifecycle.change(carried(.disconnected, reason: "428"), on: report(.disconnected, "503"))
        #expect(change?.deadline == .unchanged)
    }

    @Test(arguments: [
        (SessionStatus.loggedOut, ReleaseReason.logout, false), (.conflict, .conflict, true), (.failed, .failed, true),
    ])
    func whatEndsASessionTakesItFromItsBridge(status: SessionStatus, release: ReleaseReason, linked: Bool) {
        let change = lifecycle.change(carried(.connected), on: report(status, "why"))
        #expect(change?.status == status)
        #expect(change?.release == release)
        #expect(change?.isWanted == false)
        #expect(change?.isLinked == linked)
    }

    @Test func whoWasDisplacedByAFormerHolderIsHandedOutAnew() {
        let change = lifecycle.change(carried(.connected), on: .displaced)
        #expect(change?.status == .disconnected && change?.isWanted == true && change?.release == .moved)
        #expect(change?.reason == "displaced")
        let unlinked = lifecycle.change(carried(.qrPending, linked: false), on: .displaced)
        #expect(unlinked?.status == .failed && unlinked?.isWanted == false)
        var session = carried(.connected)
        session.isHeld = false
        #expect(lifecycle.change(session, on: .displaced) == nil)
    }

    @Test func reportsOfASessionThatIsNotWantedOrNotHeldAreIgnored() {
        var session = carried(.disconnected)
        session.isWanted = false
        #expect(lifecycle.change(session, on: report(.connected)) == nil)
        session.isWanted = true
        session.isHeld = false
        #expect(lifecycle.change(session, on: report(.connected)) == nil)
    }

    @Test func disconnectTakesItFromItsBridgeAndKeepsItsCredentials() {
        let change = lifecycle.change(carried(.connected), on: .disconnect)
        #expect(change?.status == .disconnected)
        #expect(change?.reason == "requested")
        #expect(change?.release == .disconnect)
        #expect(change?.isLinked == true)
        #expect(change?.isWanted == false)
    }

    @Test func aLostBridgeDisconnectsAndItsReturnRestores() {
        let lost = lifecycle.change(carried(.connected), on: .bridgeLost)
        #expect(lost?.status == .disconnected && lost?.reason == "bridge_lost" && lost?.isWanted == true)
        let waiting = carried(.disconnected, reason: "bridge_lost")
        #expect(lifecycle.change(waiting, on: .bridgeLost) == nil)
        #expect(lifecycle.change(waiting, on: .bridgeReturned(lastReport: .connected))?.status == .connected)
        #expect(lifecycle.change(waiting, on: .bridgeReturned(lastReport: nil))?.status == .starting)
    }

    @Test(arguments: [
        (SessionStatus.starting, true, SessionStatus.disconnected, true), (.starting, false, .failed, false),
        (.qrPending, false, .failed, false), (.authenticated, true, .disconnected, true),
        (.disconnected, true, .disconnected, true), (.restricted, true, .disconnected, true),
    ])
    func deadlinesHaveExits(from: SessionStatus, linked: Bool, to: SessionStatus, wanted: Bool) {
        let change = lifecycle.change(carried(from, linked: linked), on: .deadline)
        #expect(change?.status == to)
        #expect(change?.isWanted == wanted)
        #expect(change?.release != nil)
        #expect(change?.reason.isEmpty == false)
    }

    @Test func withoutABridgeStartingEndsAndIsTakenUpLater() {
        let waiting = Snapshot(
            status: .starting, reason: "", isWanted: true, isLinked: false, isHeld: false)
        let told = lifecycle.change(waiting, on: .noBridge)
        #expect(told?.reason == "no_bridge" && told?.status == .starting && told?.deadline == .unchanged)
        let over = lifecycle.change(waiting, on: .deadline)
        #expect(over?.status == .disconnected && over?.reason == "no_bridge" && over?.isWanted == true)
        let later = Snapshot(
            status: .disconnected, reason: "no_bridge", isWanted: true, isLinked: false, isHeld: false)
        #expect(lifecycle.change(later, on: .assigned)?.status == .starting)
    }

    @Test(arguments: ["bridge_lost", "displaced", "reconnect_timeout", ""])
    func whatNobodyHoldsAndNobodyHasRoomForSaysSo(reason: String) {
        var waiting = Snapshot(
            status: .disconnected, reason: reason, isWanted: true, isLinked: true, isHeld: false)
        let told = lifecycle.change(waiting, on: .noBridge)
        #expect(told?.status == .disconnected && told?.reason == "no_bridge" && told?.deadline == .unchanged)
        #expect(told?.isWanted == true && told?.isLinked == true && told?.release == nil)
        // Its lease lives: its bridge may be back any moment.
        waiting.isHeld = true
        #expect(lifecycle.change(waiting, on: .noBridge) == nil)
        waiting.isHeld = false
        // Told once.
        waiting.reason = "no_bridge"
        #expect(lifecycle.change(waiting, on: .noBridge) == nil)
        waiting.isWanted = false
        #expect(lifecycle.change(waiting, on: .noBridge) == nil)
    }

    @Test(arguments: 1...20)
    func noSessionIsEverStuck(seed: UInt64) {
        var random = Xorshift(seed)
        let statuses: [SessionStatus] = [
            .starting, .qrPending, .authenticated, .connected, .disconnected, .loggedOut, .conflict, .restricted,
            .failed,
        ]
        for _ in 0..<300 {
            var session = Snapshot(status: .created, isWanted: false, isLinked: false, isHeld: false)
            var hasDeadline = false
            for _ in 0..<40 {
                let status = statuses[Int(random.next() % UInt64(statuses.count))]
                let input: SessionInput
                switch random.next() % 12 {
                case 0: input = .initialise
                case 1: input = .disconnect
                case 2: input = .noBridge
                case 3 where !session.isHeld: input = .assigned
                case 4: input = .bridgeLost
                case 5: input = .bridgeReturned(lastReport: random.next() % 2 == 0 ? status : nil)
                case 6 where hasDeadline: input = .deadline
                case 7: input = .restart
                case 8: input = .logout
                case 9: input = .displaced
                default: input = report(status, random.next() % 2 == 0 ? "a" : "b")
                }
                guard let change = lifecycle.change(session, on: input) else { continue }
                session.status = change.status
                session.reason = change.reason
                session.isWanted = change.isWanted
                session.isLinked = change.isLinked
                if case .assigned = input { session.isHeld = true }
                if change.release != nil { session.isHeld = false }
                switch change.deadline {
                case .none: hasDeadline = false
                case .unchanged: break
                case .after: hasDeadline = true
                }
                // Without a bridge placement ends it; with one that is gone, the lease does.
                let waits = session.isWanted && session.isHeld && session.status != .connected
                let leaseEnds = session.reason == SessionReason.bridgeLost
                #expect(!waits || hasDeadline || leaseEnds, "\(session) after \(input)")
                #expect(session.isWanted || !session.isHeld, "\(session) after \(input)")
                #expect(session.status != .starting || session.isWanted)
            }
        }
    }
}
