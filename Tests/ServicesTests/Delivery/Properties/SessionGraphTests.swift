// Every state that a session can get into, found by going everywhere from the beginning with everything that people, bridges
// and time can do, and what has to be so in each. There are some hundred; none of them is left out.

import Contract
import Testing

@testable import Services

@Suite struct SessionGraphTests {
    /// A session, and what is kept beside its lifecycle.
    private struct Node: Hashable, CustomStringConvertible {
        var session = SessionLifecycle.Snapshot(status: .created, isWanted: false, isLinked: false, isHeld: false)
        var hasDeadline = false
        /// The bridge that holds it is attached.
        var isBridgeThere = false

        var description: String {
            "\(session.status.word) (\(session.reason))\(session.isWanted ? " wanted" : "")"
                + "\(session.isLinked ? " linked" : "")\(session.isHeld ? " held" : "")"
                + "\(isBridgeThere ? " bridge" : "")\(hasDeadline ? " deadline" : "")"
        }
    }

    private enum Event: Hashable {
        case input(SessionInput)
        /// The lease of a bridge that is gone has run out.
        case leaseEnds
    }

    private static let lifecycle = SessionLifecycle()
    private static let statuses: [SessionStatus] = [
        .starting, .qrPending, .authenticated, .connected, .disconnected, .loggedOut, .conflict, .restricted, .failed,
    ]
    /// What a bridge may call a reason: its own words, none, and each of ours.
    private static let reasons = [
        "", "428", SessionReason.requested, SessionReason.noBridge, SessionReason.bridgeLost,
        SessionReason.startTimeout, SessionReason.displaced, SessionReason.pairingCode,
    ]

    /// What time and the house itself do, without anybody's help.
    private static func own(_ node: Node) -> [Event] {
        var events: [Event] = []
        if node.hasDeadline { events.append(.input(.deadline)) }
        if node.session.isWanted, !node.session.isHeld { events.append(.input(.assigned)) }
        if node.session.isHeld, !node.isBridgeThere { events.append(.leaseEnds) }
        return events
    }

    private static func everything(_ node: Node) -> [Event] {
        var inputs: [SessionInput] = [.initialise, .disconnect, .restart, .logout, .pairingAsked]
        if node.session.isWanted, !node.session.isHeld { inputs.append(.noBridge) }
        if node.session.isHeld, node.isBridgeThere {
            inputs += [.displaced, .pairingCode, .numberTaken(words: "x"), .bridgeLost]
            for status in statuses {
                for reason in reasons { inputs.append(.reported(status, reason: reason, until: nil)) }
            }
            for until in [Duration.zero, .seconds(5), .seconds(1_000_000_000_000)] {
                inputs.append(.reported(.restricted, reason: "temporary_ban", until: until))
            }
        }
        if node.session.isHeld, !node.isBridgeThere {
            inputs += [.bridgeReturned(lastReport: nil)] + statuses.map { .bridgeReturned(lastReport: $0) }
        }
        return inputs.map { .input($0) } + own(node)
    }

    private static func after(_ node: Node, _ event: Event) -> (node: Node, change: SessionChange?) {
        var next = node
        guard case .input(let input) = event else {
            next.session.isHeld = false
            return (next, nil)
        }
        let change = lifecycle.change(node.session, on: input)
        switch input {
        case .bridgeReturned: next.isBridgeThere = true
        case .bridgeLost: next.isBridgeThere = false
        // One that has nothing to end is forgotten.
        case .deadline where change == nil: next.hasDeadline = false
        default: break
        }
        guard let change else { return (next, nil) }
        next.session.status = change.status
        next.session.reason = change.reason
        next.session.isWanted = change.isWanted
        next.session.isLinked = change.isLinked
        if case .assigned = input { (next.session.isHeld, next.isBridgeThere) = (true, true) }
        if change.release != nil { (next.session.isHeld, next.isBridgeThere) = (false, false) }
        switch change.deadline {
        case .none: next.hasDeadline = false
        case .unchanged: break
        case .after: next.hasDeadline = true
        }
        return (next, change)
    }

    /// All that can be reached from `start`, each with the way there.
    private static func reachable(_ start: Node, by events: (Node) -> [Event]) -> [Node: String] {
        var found: [Node: String] = [start: ""]
        var open = [start]
        while let node = open.popLast() {
            for event in events(node) {
                let next = after(node, event).node
                guard found[next] == nil else { continue }
                found[next] = "\(found[node] ?? "")\n\(node): \(event)"
                open.append(next)
            }
        }
        return found
    }

    private static let all = reachable(Node(), by: everything)

    private func expect(_ isSo: (Node) -> Bool, _ what: Comment) {
        // The shortest ways say most.
        let broken = Self.all.filter { !isSo($0.key) }.sorted { $0.value.count < $1.value.count }
        #expect(broken.isEmpty, "\(what): \(broken.first.map { "\($0.value)\n\($0.key)" } ?? "")")
    }

    @Test func everyStateIsReachedAndThereAreNotTooManyToLookAt() {
        let found = Set(Self.all.keys.map(\.session.status))
        #expect(found == Set(Self.statuses + [.created]))
        #expect((50...5_000).contains(Self.all.count), "\(Self.all.count)")
    }

    @Test func whatWaitsForItsBridgeHasADeadline() {
        expect(
            { node in
                let session = node.session
                guard session.isWanted, session.isHeld, node.isBridgeThere else { return true }
                return session.status == .connected || node.hasDeadline
            }, "it waits for ever")
    }

    @Test func aDeadlineChangesWhateverWaits() {
        expect(
            { node in
                guard node.hasDeadline, node.session.isWanted, node.session.isHeld, node.isBridgeThere,
                    node.session.status != .connected
                else { return true }
                return Self.after(node, .input(.deadline)).change != nil
            }, "its deadline does nothing")
    }

    @Test func whatIsWantedAndCarriedByNobodyIsTakenUpByTheNextBridge() {
        expect(
            { node in
                guard node.session.isWanted, !node.session.isHeld else { return true }
                let next = Self.after(node, .input(.assigned))
                return next.node.session.status == .starting && next.node.hasDeadline
            }, "nobody takes it up")
    }

    @Test func timeAndTheHouseAloneGetASessionOnOrGiveItUp() {
        expect(
            { node in
                Self.reachable(node, by: Self.own).keys.contains { end in
                    let session = end.session
                    let isConnected = session.status == .connected && session.isHeld && end.isBridgeThere
                    let isStarted = session.status == .starting && session.isHeld && end.hasDeadline
                    return !session.isWanted || isConnected || isStarted
                }
            }, "it is stuck")
    }

    @Test func whatIsNotWantedIsHeldByNobodyAndStartsWhenSomebodyAsks() {
        expect({ $0.session.isWanted || !$0.session.isHeld }, "held, and not wanted")
        expect(
            { node in
                node.session.isWanted || Self.own(node).allSatisfy { Self.after(node, $0).change == nil }
            }, "it starts by itself")
        expect(
            { node in
                node.session.isWanted || Self.after(node, .input(.initialise)).node.session.status == .starting
            }, "it cannot be started")
    }

    /// What follows from them is for what rpcd did itself.
    @Test(arguments: [SessionReason.requested, SessionReason.bridgeLost])
    func noBridgeSpeaksInWordsThatDecideSomething(word: String) {
        for node in Self.all.keys {
            for status in Self.statuses {
                let change = Self.after(node, .input(.reported(status, reason: word, until: nil))).change
                #expect(change?.reason != word, "\(node): \(status.word)")
            }
        }
    }

    @Test func noDeadlineIsFurtherThanAMonth() {
        for node in Self.all.keys {
            for event in Self.everything(node) {
                guard case .after(let duration)? = Self.after(node, event).change?.deadline else { continue }
                #expect(duration <= .seconds(30 * 86_400), "\(node): \(event)")
            }
        }
    }
}
