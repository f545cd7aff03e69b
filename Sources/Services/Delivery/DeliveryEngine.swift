// Delivery: takes accepted messages out of the store to bridges, and what bridges report back into the store, so that
// what was accepted is never lost, is sent once in effect, and is always explained (BRIDGE.md).
//
// Everything that counts is in the database, and each change of it is one job. Memory holds only what is attached just
// now (BridgeLink), whom it carries, and when to look again; it is fed from committed jobs alone, in the order of their
// commits (`follow`), so it is at most behind, never wrong, and a start needs nothing but the database.
//
// Attaching and leaving: +Attach, +Detach. Facts: +Facts. Handing out: +Dispatch. Placing sessions: +Placement, +Carriers.
// What happens at its time: +Timers, +Agenda, +Holds, +Clock. What came in while nobody was there: History/. Start and end: +Life.

internal import Codec
internal import Contract
package import Logging
package import Store
internal import Synchronization

package final class DeliveryEngine: DeliverySignal, Sendable {
    package let store: Store
    package let clock: any Clock
    package let configuration: DeliveryConfiguration
    package let messages: MessageBook
    package let sessions: SessionBook
    /// Commands that are no sends, and who waits for them.
    package let errands = Errands()
    /// What bridges found out about numbers.
    package let numbers = NumberChecks()
    let logger: Logger
    let state = Mutex(State())
    let timersChanged = Wake()
    let notesWaiting = Wake()
    let historyWaiting = Wake()
    /// Of this process: clocks are compared within it.
    let life = Int64.random(in: 1...(.max))

    /// What is to happen at a time.
    enum Timer: Hashable, Sendable {
        /// A bridge may have fallen silent.
        case silence(String)
        /// A bridge may have left commands unanswered.
        case commands(String)
        /// A bridge had long enough to repeat old facts.
        case catchUp(String)
        /// A bridge may still give no credit.
        case starved(String)
        /// A message of this session may be tried again.
        case retry(Int64)
        /// This session may still not be connected.
        case hold(Int64)
        /// A bridge that did not tell what this session missed may be asked again.
        case history(Int64)
        /// Sessions without a bridge may get one.
        case placement
        /// A session may have been too long where it is.
        case sessions
        /// A lease may have run out.
        case leases
        /// A scheduled message may be due, another may have expired.
        case agenda
        /// What an engine took may have waited too long for WhatsApp's ack.
        case acks
        /// The wall clock may have been set.
        case clock
    }

    struct State: Sendable {
        var ackClock = AckClock()
        /// The last look at both clocks.
        var clockMark: ClockMark?
        /// Attached, attaching or leaving, by identity: one stream each.
        var links: [String: BridgeLink] = [:]
        /// Attached, by row.
        var attached: [Int64: BridgeLink] = [:]
        var lastLinkID: UInt64 = 0
        /// Session → row of the attached bridge that carries it.
        var carriers: [Int64: Int64] = [:]
        /// Who waits for one.
        var carrierWaits = CarrierWaits()
        var timers = DeadlineQueue<Timer>()
        var placement = PlacementRequest()
        var isDraining = false
        var dropped: [FactRefusal: Int] = [:]
        var faultsTold = FaultsTold()
        /// Messages whose time has come and that could not be written, until when they are passed over.
        var aside: [Int64: Duration] = [:]
        var loop: Task<Void, Never>?
        /// Sessions whose messages may have to be told what they wait for, and who tells them.
        var notes: Set<Int64> = []
        var noteLoop: Task<Void, Never>?
        /// Sessions that may have missed something, and who asks for it.
        var history = HistoryQueue()
        var historyLoop: Task<Void, Never>?
    }

    /// - Parameters:
    ///   - random: 0 up to, not including, 1: for backoffs.
    package init(
        store: Store, clock: any Clock, configuration: DeliveryConfiguration = .init(), logger: Logger,
        random: @escaping @Sendable () -> Double = { .random(in: 0..<1) }
    ) {
        self.store = store
        self.clock = clock
        self.configuration = configuration
        self.logger = logger
        messages = MessageBook(lifecycle: MessageLifecycle(schedule: configuration.retries), random: random)
        sessions = SessionBook(lifecycle: SessionLifecycle(limits: configuration.sessions))
    }

    @discardableResult
    package func messageAccepted(sessionID: Int64, hadItsTurn: Bool) -> PaceSeen? {
        // It may have a time of its own: that is looked up, once for all that come meanwhile.
        schedule(.agenda, in: configuration.agenda)
        let carrier = carrier(of: sessionID)
        return hadItsTurn ? carrier?.pace(ofSession: sessionID) : carrier?.markReady(sessionID)
    }

    func paceTime() -> PaceTime { PaceTime(clock, life: life) }

    /// Makes `timer` fire `delay` from now, unless it fires earlier anyway.
    func schedule(_ timer: Timer, in delay: Duration) {
        let time = clock.monotonic() + max(delay, .zero)
        let isNext = state.withLock { state in
            let before = state.timers.earliest
            state.timers.advance(timer, to: time)
            return before.map { time < $0 } ?? true
        }
        if isNext { timersChanged.notify() }
    }

    /// Makes `timer` fire when the wall clock says `moment`, as far as can be told now.
    func schedule(_ timer: Timer, at moment: Instant) {
        schedule(timer, in: moment - clock.now())
    }

    /// A write job whose aftermath follows when it is committed. Waits where the store is busy.
    /// - Parameter link: the bridge whose facts these are, if they are a bridge's.
    @discardableResult
    package func change<T: Sendable>(
        from link: BridgeLink? = nil, _ body: @escaping @Sendable (Database, inout Aftermath) throws -> T
    ) async throws -> T {
        while true {
            do {
                return try await store.write { [self] db in
                    var aftermath = Aftermath()
                    let result = try body(db, &aftermath)
                    let done = aftermath
                    db.afterCommit { self.follow(done, from: link) }
                    return result
                }
            } catch StoreError.overloaded {
                try await Task.sleep(for: .milliseconds(20))
            }
        }
    }

    /// Takes over what a committed job did. Runs on the writer's thread, in the order of commits.
    func follow(_ aftermath: Aftermath, from link: BridgeLink?) {
        if aftermath.written != nil { FaultPoint.hit(.factsCommitted) }
        let assigned = Set(aftermath.assigned.map(\.id))
        for session in aftermath.sessions.values where !assigned.contains(session.id) { learn(session) }
        for release in aftermath.released {
            let holder = state.withLock { $0.attached[release.bridgeID] }
            holder?.push(
                .release(
                    .with {
                        $0.sessionId = release.sessionID
                        $0.epoch = release.epoch
                        $0.reason = release.reason.rawValue
                    }))
        }
        if !aftermath.assigned.isEmpty { FaultPoint.hit(.assigned) }
        for session in aftermath.assigned {
            learn(aftermath.sessions[session.id] ?? session) { $0.push(.assign(Assign(session))) }
        }
        if let link { for answer in aftermath.answers { errands.take(answer, from: link.id) } }
        if !aftermath.settled.isEmpty { link?.settle(aftermath.settled) }
        if !aftermath.unknown.isEmpty { schedule(.agenda, in: configuration.agenda) }
        for session in aftermath.unknown { carrier(of: session)?.markUnknown(session) }
        for session in aftermath.ready { carrier(of: session)?.markReady(session) }
        if !aftermath.released.isEmpty { requestPlacement(.waiting) }
        if !aftermath.dropped.isEmpty {
            state.withLock { $0.dropped.merge(aftermath.dropped, uniquingKeysWith: +) }
        }
        if aftermath.longRefs > 0, let link { noteLongRef(of: link) }
        if let written = aftermath.written { link?.written(upTo: written.upTo, earlyAcks: written.earlyAcks) }
    }

    /// - Parameter introduce: what its bridge is told before anybody finds that it carries the session.
    private func learn(_ session: SessionRecord, _ introduce: (BridgeLink) -> Void = { _ in }) {
        let (carrier, former) = state.withLock { state -> (BridgeLink?, BridgeLink?) in
            let before = state.carriers[session.id]
            let isCarried = session.holderID != 0 && session.isWanted && state.attached[session.holderID] != nil
            if !isCarried || before != session.holderID { state.carriers[session.id] = nil }
            let former = before == session.holderID ? nil : before.flatMap { state.attached[$0] }
            return (isCarried ? state.attached[session.holderID] : nil, former)
        }
        errands.loseFiles(of: session.id, unlessAt: carrier == nil ? nil : session.epoch)
        former?.learn(session)
        if let carrier {
            carrier.learn(session)
            introduce(carrier)
            noteCarrier(carrier, of: session)
        }
        if let deadline = session.statusDeadline { schedule(.sessions, at: deadline) }
        if let end = session.leaseExpiresAt { schedule(.leases, at: end) }
        if session.status != .connected || Pacing(session) == .careful {
            schedule(.hold(session.id), in: configuration.holdGrace)
        }
        if session.isWanted, session.holderID == 0 { requestPlacement(.session(session.id)) }
        if session.status == .connected, session.missedSince != nil { requestHistory(session.id) }
    }
}

extension Assign {
    init(_ session: SessionRecord) {
        self.init()
        sessionId = session.id
        epoch = session.epoch
        settings = SessionSettings(session)
        name = session.name
        linked = session.isLinked
        phoneNumber = session.phoneNumber
    }
}
