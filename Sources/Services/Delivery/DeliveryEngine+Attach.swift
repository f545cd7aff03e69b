// A bridge says Hello (BRIDGE.md, "The stream"): who it is, what it believes to hold. A newer stream of the same identity
// takes the place of the older one, once what that one left behind is written; the lease rows say what it keeps.

internal import Codec
package import Contract
internal import Logging
internal import RPC
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// Takes a bridge in. It has to be given to `detach` when its stream has ended, however it ended.
    /// - Parameter credential: what it authenticated with.
    /// - Throws: VALIDATION_ERROR for a Hello that cannot be, SESSION_CONFLICT where another credential is attached
    ///   under its name, SHUTTING_DOWN.
    package func attach(_ hello: Hello, credential: String) async throws -> BridgeLink {
        try HelloRules.check(hello, configuration)
        let link = try await takePlace(hello, credential)
        do {
            try await welcome(link)
        } catch {
            leavePlace(link)
            throw error
        }
        schedule(.silence(link.key), in: configuration.silence)
        schedule(.catchUp(link.key), in: configuration.catchUp)
        requestPlacement(.all)
        logger.info(
            "bridge attached",
            metadata: [
                "bridge": "\(link.name)", "identity": "\(credential)", "engine": "\(hello.engine)",
                "instance": "\(hello.instanceId)",
            ])
        return link
    }

    /// Waits until this is the only stream of its identity.
    private func takePlace(_ hello: Hello, _ credential: String) async throws -> BridgeLink {
        let id = state.withLock { state in
            state.lastLinkID += 1
            return state.lastLinkID
        }
        let link = BridgeLink(
            id: id, credential: credential, hello: hello, token: Self.makeToken(), configuration: configuration)
        let monotonic = clock.monotonic()
        let now = clock.now()
        link.state.withLock { state in
            state.silence.broken(at: monotonic)
            state.lastHeardAt = now
            state.attachedAt = now
        }
        while true {
            let older = try state.withLock { state throws(RPCError) -> BridgeLink? in
                guard !state.isDraining else {
                    throw RPCError.make(.shuttingDown, "The server is going down.")
                }
                if state.links.values.contains(where: { $0.name == link.name && $0.key != link.key }) {
                    throw RPCError.make(
                        .sessionConflict, "A bridge named \(link.name) is attached with another credential.",
                        hint: "Bridges need names of their own.")
                }
                if let older = state.links[link.key] { return older }
                state.links[link.key] = link
                return nil
            }
            guard let older else { return link }
            older.fail(RPCError.make(.sessionConflict, "superseded: the same bridge attached anew"))
            await older.gone.wait()
            try Task.checkCancellation()
        }
    }

    /// The place is free for the next stream of this identity.
    func leavePlace(_ link: BridgeLink) {
        state.withLock { state in
            if state.links[link.key] === link { state.links[link.key] = nil }
        }
        errands.lose(of: link.id)
        link.gone.open()
    }

    private func welcome(_ link: BridgeLink) async throws {
        let now = clock.now()
        try await changeEach { [self] db, aftermath, care in
            let (row, sameInstance) = try store(link, at: now, in: db)
            var claims: [Int64: Int64] = [:]
            for claim in link.hello.held { claims[claim.sessionId] = claim.epoch }
            var kept: [SessionEpoch] = []
            func take(_ session: SessionRecord, _ aftermath: inout Aftermath) throws {
                guard claims[session.id] == session.epoch, session.isWanted else {
                    // Its lease, but it does not carry it: it is handed out anew, to this bridge if it has room.
                    aftermath.sessions[session.id] = try db.sessions.apply(session.id, at: now) { $0.releaseLease() }
                    return
                }
                try keep(session, sameInstance: sameInstance, at: now, in: db, &aftermath)
                claims[session.id] = nil
                kept.append(SessionEpoch(session.id, session.epoch))
            }
            if care.isolates {
                // What cannot be kept is dropped: a lease that nobody can write is no reason to keep its bridge away.
                for id in try db.sessions.heldIDs(byBridge: row.id) {
                    try care.alone(.lostSession(id), at: now, in: db, &aftermath) { aftermath in
                        if let session = try db.sessions.get(id) { try take(session, &aftermath) }
                    }
                }
            } else {
                for session in try db.sessions.held(byBridge: row.id) { try take(session, &aftermath) }
            }
            let welcome = Welcome.with { welcome in
                welcome.protocolVersion = HelloRules.protocolVersion
                welcome.serverVersion = configuration.serverVersion
                welcome.heartbeatIntervalMs = Int32(clamping: configuration.heartbeat.wholeMilliseconds)
                welcome.token = link.token
                welcome.kept = kept
                welcome.drop = claims.sorted { $0.key < $1.key }.map { SessionEpoch($0.key, $0.value) }
                welcome.confirmedSeq = row.confirmedSeq
            }
            // Before the aftermath of this job: it looks for the link.
            db.afterCommit { self.enter(link, row, welcome) }
        }
    }

    /// The bridge's row, and whether the process is the one that was attached last.
    private func store(
        _ link: BridgeLink, at now: Instant, in db: Database
    ) throws -> (row: BridgeRecord, sameInstance: Bool) {
        let hello = link.hello
        let before = try db.bridges.get(identity: link.credential, name: link.name)
        var row = try db.bridges.upsert(
            BridgeRecord(
                identity: link.credential, name: link.name, status: .attached, instanceID: hello.instanceId,
                engine: hello.engine, engineVersion: hello.engineVersion, kinds: hello.kinds,
                capacity: hello.capacity, commands: hello.commands,
                repeatsSafeSince: Self.repeatsSafeSince(hello, before, at: now), attachedAt: now, lastHeartbeatAt: now,
                createdAt: now))
        if hello.nextSeq - 1 < row.confirmedSeq {
            // Its journal is a new one. Handling a fact twice changes nothing; ignoring a new one would lose it.
            try db.bridges.restartJournal(row.id)
            row.confirmedSeq = 0
        }
        return (row, before?.instanceID == hello.instanceId)
    }

    /// Since when what is given to a bridge may be repeated. What an engine was given before it made repeats safe went out
    /// under an id that nobody knows.
    private static func repeatsSafeSince(_ hello: Hello, _ before: BridgeRecord?, at now: Instant) -> Instant? {
        guard hello.repeatsAreSafe else { return nil }
        guard let before else { return Instant(microseconds: 0) }
        return before.repeatsSafeSince ?? now
    }

    private func keep(
        _ session: SessionRecord, sameInstance: Bool, at now: Instant, in db: Database, _ aftermath: inout Aftermath
    ) throws {
        var report: SessionStatus?
        if sameInstance {
            report = try db.leases.reported(sessionID: session.id, epoch: session.epoch)
                .map { SessionStatus(rawValue: $0.rawValue) }
        } else {
            try db.leases.setReported(nil, sessionID: session.id, epoch: session.epoch)
        }
        let input = SessionInput.bridgeReturned(lastReport: report)
        let written = try sessions.write(input, of: session, at: now, in: db, &aftermath) {
            $0.leaseExpiresAt = nil
            // It was there all the time: what came in is in its journal, and comes now.
            guard report == .connected, let missed = session.missedSince, let before = session.connectedAt else {
                return
            }
            if missed >= before { $0.missedSince = nil }
        }
        if written == nil {
            aftermath.sessions[session.id] = try db.sessions.apply(session.id, at: now) { $0.leaseExpiresAt = nil }
        }
    }

    /// The stream is attached: what is committed from now on reaches it.
    private func enter(_ link: BridgeLink, _ row: BridgeRecord, _ welcome: Welcome) {
        link.state.withLock { state in
            state.bridgeID = row.id
            state.confirmedSeq = row.confirmedSeq
            state.isWelcomed = true
            _ = BridgeLink.catchUp(&state, link.hello.nextSeq)
        }
        FaultPoint.hit(.attached)
        link.push(.welcome(welcome))
        state.withLock { $0.attached[row.id] = link }
    }

    /// 256 random bits, in hexadecimal.
    private static func makeToken() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<4).map { _ in
            let word = String(generator.next() as UInt64, radix: 16)
            return String(repeating: "0", count: 16 - word.count) + word
        }.joined()
    }
}

extension SessionEpoch {
    init(_ sessionID: Int64, _ epoch: Int64) {
        self.init()
        self.sessionId = sessionID
        self.epoch = epoch
    }
}

extension Duration {
    /// Towards zero.
    var wholeMilliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}
