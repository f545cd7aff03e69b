// Calls that wait for a connection, and the connections: one that calls share, and one for each stream that the server
// sends on. One event loop owns all of it. A call is sent once; from then on it belongs to the ClientHandler of the
// connection it was sent on. The one exception is a refusal that says that the call was not run (docs/PROTOCOL.md 5).
//
// Invariants: at most one dial is under way; nothing is dialled unless a call waits for it; in a pause between dials
// (Redial) a call waits no longer than it has patience, which by default is not at all.

internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ClientCore: @unchecked Sendable {
    let endpoint: Endpoint
    let configuration: ClientConnection.Configuration
    let loop: any EventLoop
    let timers: LoopTimers

    /// The connection that calls share.
    private var main: ClientHandler?
    /// Connections that take no calls any more: those of single streams, and those that were left.
    private var others: [ObjectIdentifier: ClientHandler] = [:]
    /// Not sent yet, in the order in which they were made. Their callers wait, so they bound it.
    private var waiting = CircularBuffer<ClientCall>()
    /// The same, of calls that are to have a connection of their own.
    private var waitingAlone = CircularBuffer<ClientCall>()

    private(set) var redial: Redial
    private var lastFailure: ConnectionFailure?
    private var isDialling = false
    private var wake: Scheduled<Void>?
    private var isClosed = false

    init(_ endpoint: Endpoint, _ configuration: ClientConnection.Configuration, loop: any EventLoop) {
        self.endpoint = endpoint
        self.configuration = configuration
        self.loop = loop
        timers = LoopTimers(loop: loop)
        redial = Redial(configuration.backoff)
    }

    // MARK: Calls

    func start(_ call: ClientCall) {
        if call.isOver { return }
        if isClosed { return call.end(closedError) }
        call.startTimer()
        if let main, waiting.isEmpty, main.canTake, !isAlone(call) { return main.send(call) }
        call.giveUp = .after(configuration.waitForServer)
        if isAlone(call) { waitingAlone.append(call) } else { waiting.append(call) }
        sendWaiting()
    }

    /// A call that the server refused to run goes out once more, over another connection.
    func startAgain(_ call: ClientCall) {
        if isClosed { return call.end(closedError) }
        call.giveUp = .after(configuration.waitForServer)
        if isAlone(call) { waitingAlone.prepend(call) } else { waiting.prepend(call) }
        sendWaiting()
    }

    /// The call is over before it was sent.
    func forget(_ call: ClientCall) {
        waiting.removeAll { $0 === call }
        waitingAlone.removeAll { $0 === call }
    }

    private func isAlone(_ call: ClientCall) -> Bool {
        call.head.method.kind.serverStreams && !configuration.streamsShareConnection
    }

    /// Sends what waits, as far as the connection takes it; dials where a call needs it.
    func sendWaiting() {
        if isClosed { return failAll(closedError) }
        while let call = waiting.first, let handler = main {
            if !handler.hasIDs {
                leave(handler)
                continue
            }
            guard handler.canTake else { break }
            waiting.removeFirst()
            handler.send(call)
        }
        guard !isDialling, needsConnection else { return }
        let now = NIODeadline.now()
        if redial.notBefore <= now { dial() } else { pause(now) }
    }

    private var needsConnection: Bool { !waitingAlone.isEmpty || !waiting.isEmpty && main == nil }

    // MARK: The way to a connection

    private func dial() {
        isDialling = true
        ClientDialler(self).connect { result in
            self.isDialling = false
            switch result {
            case .success(let handler): self.connected(handler)
            case .failure(let failure): self.failed(failure)
            }
        }
    }

    private func connected(_ handler: ClientHandler) {
        if isClosed { return handler.close() }
        guard handler.isActive else { return lost(handler, inSilence: !handler.hasHeard) }
        handler.isInUse = true
        if main == nil, !waiting.isEmpty || waitingAlone.isEmpty {
            main = handler
        } else if let call = waitingAlone.popFirst() {
            others[ObjectIdentifier(handler)] = handler
            handler.carryAlone(call)
        } else {
            handler.close()
        }
        sendWaiting()
    }

    private func failed(_ failure: ConnectionFailure) {
        let now = NIODeadline.now()
        redial.failed(at: now)
        lastFailure = failure
        // Somebody else's server does not become ours by waiting.
        if failure.kind == .cannotConnect { expire(now) } else { failAll(failure.error) }
        sendWaiting()
    }

    /// Waits for the time of the next dial, or for the first call that has no more patience.
    private func pause(_ now: NIODeadline) {
        // Whoever came since it was set has more patience than those it was set for.
        guard wake == nil else { return }
        expire(now)
        guard needsConnection else { return }
        let impatient = [main == nil ? waiting : [], waitingAlone].joined().compactMap { $0.giveUp.moment }.min()
        let time = min(redial.notBefore, impatient ?? redial.notBefore)
        wake = loop.assumeIsolated().scheduleTask(deadline: time) { [weak self] in
            self?.wake = nil
            self?.sendWaiting()
        }
    }

    /// Fails those who do not wait for the next dial. A call that goes out once more stands before others that have
    /// waited for longer, so all are looked at.
    private func expire(_ now: NIODeadline) {
        func expire(_ queue: inout CircularBuffer<ClientCall>) {
            let expired = queue.filter { $0.giveUp.hasPassed(at: now) }
            guard !expired.isEmpty else { return }
            queue.removeAll { $0.giveUp.hasPassed(at: now) }
            for call in expired { call.neverSent(lastFailure?.error ?? .deadlinePassed) }
        }
        if main == nil { expire(&waiting) }
        expire(&waitingAlone)
    }

    /// Those who waited for a connection to take them wait for a dial now, and may have less patience than the others.
    private func lookAnew() {
        wake?.cancel()
        wake = nil
    }

    /// The server lives.
    func heard() { redial.heard() }

    // MARK: The end of a connection

    /// No more calls over this one; those that run on it go on.
    func leave(_ handler: ClientHandler) {
        guard handler === main else { return }
        main = nil
        lookAnew()
        others[ObjectIdentifier(handler)] = handler
        handler.retire()
    }

    /// A connection has ended; what had not been sent goes over the next one.
    /// - Parameter inSilence: not by us, and before anything had come over it.
    func lost(_ handler: ClientHandler, inSilence: Bool) {
        others[ObjectIdentifier(handler)] = nil
        if handler === main {
            main = nil
            lookAnew()
        }
        if inSilence {
            redial.hungUp(at: .now())
            lastFailure = ConnectionFailure(
                kind: .cannotConnect, endpoint: endpoint,
                description: "cannot connect to \(endpoint): the server hangs up without a word")
        }
        sendWaiting()
    }

    func close() {
        isClosed = true
        wake?.cancel()
        failAll(closedError)
        main?.close(closedError)
        for handler in Array(others.values) { handler.close(closedError) }
    }

    private func failAll(_ error: RPCError) {
        while let call = waiting.popFirst() { call.neverSent(error) }
        while let call = waitingAlone.popFirst() { call.neverSent(error) }
    }

    private var closedError: RPCError {
        ConnectionFailure(kind: .closed, endpoint: endpoint, description: "the client was closed").error
    }
}
