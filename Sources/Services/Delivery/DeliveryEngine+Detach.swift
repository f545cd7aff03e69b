// A bridge is gone: its sessions are disconnected and stay its own for as long as a lease lives, and what it was given
// and did not answer is of unknown outcome; but what never left us was certainly not begun.

internal import Contract
internal import Logging
internal import Store
internal import Synchronization

extension DeliveryEngine {
    /// Writes what a stream left behind. To be called when all its loops have ended.
    package func detach(_ link: BridgeLink) async {
        let bridgeID = link.bridgeID
        state.withLock { state in
            guard state.attached[bridgeID] === link else { return }
            state.attached[bridgeID] = nil
            for session in link.state.withLock({ Array($0.carried.keys) }) where state.carriers[session] == bridgeID {
                state.carriers[session] = nil
            }
            for timer in [Timer.silence(link.key), .commands(link.key), .catchUp(link.key), .starved(link.key)] {
                state.timers.remove(timer)
            }
        }
        if bridgeID != 0 { await settle(link) }
        leavePlace(link)
        logger.info("bridge gone", metadata: ["bridge": "\(link.name)", "identity": "\(link.credential)"])
    }

    /// Until this is written nobody of the same identity can attach: what is half written would stay so, sessions with a
    /// holder that is gone and no end of its lease. So it is tried until it is done, or this process writes no more.
    private func settle(_ link: BridgeLink) async {
        var failures = Seldom()
        FaultPoint.hit(.detaching)
        while true {
            do {
                try await loseSessions(of: link)
                FaultPoint.hit(.sessionsLost)
                try await loseMessages(of: link)
                return FaultPoint.hit(.detached)
            } catch StoreError.storageFull, StoreError.busy, StoreError.outOfMemory {
            } catch {
                if let count = failures.happened(at: clock.monotonic()) {
                    logger.error(
                        "what a bridge left behind was not written",
                        metadata: ["bridge": "\(link.name)", "times": "\(count)", "error": "\(error)"])
                }
                // The start of the next life does the same.
                if isOver(error) { return }
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }

    /// Whether what failed so is not worth another try: nothing is written any more, or what ends is not to be held up.
    private func isOver(_ error: any Error) -> Bool {
        switch error {
        case StoreError.closed, StoreError.failed: true
        default: state.withLock { $0.isDraining }
        }
    }

    private func loseSessions(of link: BridgeLink) async throws {
        let (bridgeID, heard) = link.state.withLock { ($0.bridgeID, $0.lastHeardAt) }
        var last: Int64 = 0
        var isFirst = true
        while true {
            let after = last
            let marksBridge = isFirst
            let now = clock.now()
            let page = try await changeEach { [self] db, aftermath, care in
                if marksBridge {
                    try care.alone(.bridge(bridgeID), at: now, in: db) {
                        try db.bridges.setStatus(bridgeID, .lost, at: now)
                        try db.bridges.noteHeartbeat(bridgeID, at: heard)
                    }
                }
                return try loseSome(of: bridgeID, after: after, heard: heard, at: now, in: db, &aftermath, care)
            }
            isFirst = false
            guard page.count == 200, let end = page.last else { return }
            last = end
        }
    }

    /// Sessions of a bridge, or (0) of any, that is gone.
    /// - Returns: the ids of those that were looked at, 200 at most.
    func loseSome(
        of bridgeID: Int64, after id: Int64, heard: Instant, at now: Instant, in db: Database,
        _ aftermath: inout Aftermath, _ care: RowCare
    ) throws -> [Int64] {
        guard care.isolates else {
            let page = try db.leases.sessions(after: id, ofBridge: bridgeID, limit: 200)
            for session in page { try lose(session, heard: heard, at: now, in: db, &aftermath) }
            return page.map(\.id)
        }
        let ids = try db.leases.sessionIDs(after: id, ofBridge: bridgeID, limit: 200)
        for id in ids {
            try care.alone(.lostSession(id), at: now, in: db, &aftermath) { aftermath in
                guard let session = try db.sessions.get(id) else { return }
                try lose(session, heard: heard, at: now, in: db, &aftermath)
            }
        }
        if !care.faults.isEmpty { db.afterCommit { self.schedule(.leases, in: RowCare.sessionWait) } }
        return ids
    }

    /// A session whose bridge is gone; nobody else gets it while the lease lives.
    /// - Parameter heard: when the bridge, or the server before, was last there.
    func lose(
        _ session: SessionRecord, heard: Instant, at now: Instant, in db: Database, _ aftermath: inout Aftermath
    ) throws {
        let end = now + configuration.lease
        let written = try sessions.write(.bridgeLost, of: session, at: now, in: db, &aftermath) {
            $0.leaseExpiresAt = end
            guard session.status == .connected, session.missedSince == nil else { return }
            $0.missedSince = min(now, max(heard, session.connectedAt ?? heard))
        }
        if written == nil {
            aftermath.sessions[session.id] = try db.sessions.apply(session.id, at: now) { $0.leaseExpiresAt = end }
        }
    }

    private func loseMessages(of link: BridgeLink) async throws {
        let unsent = link.unsent
        try await lose(.bridgeLost, of: link.bridgeID) { command in
            unsent.contains(command.rawValue) ? .notHandedOver : nil
        }
    }

    /// Everything that is dispatched (to one bridge, or, 0, to any) and will not be answered.
    /// - Parameter exception: what is known of a command, where that is better than nothing.
    func lose(
        _ cause: MessageCause, of bridgeID: Int64, unless exception: @escaping @Sendable (CommandID) -> MessageInput?
    ) async throws {
        var last: Int64 = 0
        while true {
            let after = last
            let now = clock.now()
            let page = try await changeEach { [self] db, aftermath, care in
                try care.eachMessage(
                    of: { try db.messages.unsettled(.dispatched, bridgeID: bridgeID, after: after, limit: 200) },
                    ids: { try db.messages.unsettledIDs(.dispatched, bridgeID: bridgeID, after: after, limit: 200) },
                    at: now, in: db
                ) { message in
                    let bridge = try db.bridges.get(message.bridgeID)
                    let party = MessageBook.Party(
                        bridge: bridge?.name ?? "", repeatsAreSafe: bridge?.repeatsAreSafe ?? false)
                    let command = CommandID(messageID: message.id, attempt: message.attempts)
                    let input = command.flatMap(exception) ?? .outcomeLost(cause)
                    let isCold = try input == .notHandedOver && db.messages.isCold(message.id)
                    let written = try messages.write(input, of: message.id, by: party, at: now, in: db)
                    if let written {
                        try PacingBook.giveBack(written.before, isCold: isCold, at: paceTime(), in: db)
                    }
                    // Another bridge may carry the session already.
                    if written?.after.status == .unknown { aftermath.unknown.insert(message.sessionID) }
                    if written?.freesAnother == true { aftermath.ready.insert(message.sessionID) }
                }
            }
            guard page.count == 200, let end = page.last else { return }
            last = end
        }
    }
}
