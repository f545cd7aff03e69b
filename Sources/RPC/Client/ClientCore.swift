// Calls that wait for a connection, and the connection: idle, dialling, connected, closed. One event loop owns all of it.
// A call is sent once; from then on it belongs to the ClientHandler of the connection it was sent on.

internal import NIOCore

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class ClientCore: @unchecked Sendable {
    let endpoint: Endpoint
    let configuration: ClientConnection.Configuration
    let loop: any EventLoop
    let timers: LoopTimers

    private enum Phase {
        case idle
        case dialling
        case connected(ClientHandler)
        case closed
    }

    private var phase = Phase.idle
    /// Not sent yet, in the order in which they were made. Their callers wait, so they bound it.
    private var waiting = CircularBuffer<ClientCall>()

    init(_ endpoint: Endpoint, _ configuration: ClientConnection.Configuration, loop: any EventLoop) {
        self.endpoint = endpoint
        self.configuration = configuration
        self.loop = loop
        timers = LoopTimers(loop: loop)
    }

    // MARK: Calls

    func start(_ call: ClientCall) {
        if call.isOver { return }
        if case .closed = phase { return call.end(closedError) }
        call.startTimer()
        if case .connected(let handler) = phase, waiting.isEmpty, handler.canTake { return handler.send(call) }
        waiting.append(call)
        sendWaiting()
    }

    /// The call is over before it was sent.
    func forget(_ call: ClientCall) { waiting.removeAll { $0 === call } }

    /// Sends what waits, as far as the connection takes it; dials where there is none.
    func sendWaiting() {
        while let call = waiting.first {
            switch phase {
            case .idle: return dial()
            case .dialling: return
            case .closed: return failWaiting(closedError)
            case .connected(let handler):
                if !handler.hasIDs {
                    handler.retire()
                    phase = .idle
                    continue
                }
                guard handler.canTake else { return }
                waiting.removeFirst()
                handler.send(call)
            }
        }
    }

    // MARK: The connection

    private func dial() {
        phase = .dialling
        let dialler = ClientDialler(self)
        dialler.dial { result in
            guard case .dialling = self.phase else {
                if case .success(let handler) = result { handler.close() }
                return
            }
            switch result {
            case .success(let handler):
                self.phase = handler.isActive ? .connected(handler) : .idle
                self.sendWaiting()
            case .failure(let failure):
                self.phase = .idle
                self.failWaiting(failure.error)
            }
        }
    }

    /// A connection has ended; what had not been sent goes over the next one.
    func lost(_ handler: ClientHandler) {
        if case .connected(let current) = phase, current === handler {
            phase = .idle
            sendWaiting()
        }
    }

    func close() {
        let before = phase
        phase = .closed
        failWaiting(closedError)
        if case .connected(let handler) = before { handler.close(closedError) }
    }

    private func failWaiting(_ error: RPCError) {
        while let call = waiting.popFirst() { call.end(error) }
    }

    private var closedError: RPCError {
        ConnectionFailure(kind: .closed, endpoint: endpoint, description: "the client was closed").error
    }
}
