// What all HTTP connections share, on whatever listener they came: the limits, who is connected, what was refused, and
// whether the server shuts down.

internal import RPC
internal import Synchronization

final class HTTPDoor: Sendable {
    /// Where requests become calls, and connections are let in.
    let calls: InProcessTransport
    let limits: HTTPLimits
    let proxies: TrustedProxies
    let crossOrigin: CrossOrigin
    let refusals: HTTPRefusals
    private let draining = Atomic<Bool>(false)
    private let state = Mutex(State())

    private struct State {
        var connections: [ObjectIdentifier: Member] = [:]
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    struct Member {
        let connection: HTTPConnection
        /// Runs something on the connection's loop.
        let execute: @Sendable (@escaping @Sendable () -> Void) -> Void
        /// What answers its requests.
        let handling: Task<Void, Never>
    }

    init(
        calls: InProcessTransport, limits: HTTPLimits, proxies: TrustedProxies, crossOrigin: CrossOrigin,
        refusals: HTTPRefusals
    ) {
        self.calls = calls
        self.limits = limits
        self.proxies = proxies
        self.crossOrigin = crossOrigin
        self.refusals = refusals
    }

    var isDraining: Bool { draining.load(ordering: .acquiring) }

    var connectionCount: Int { state.withLock { $0.connections.count } }

    /// For those for whom there is no room, with a word where that costs nothing.
    func turnAway(_ descriptor: Int32, _ peer: Peer, _ refusal: GuestRefusal, isSecure: Bool) {
        let status = refusal.isOfAddress ? "429 Too Many Requests" : "503 Service Unavailable"
        let kind: HTTPRefusals.Kind = refusal.isOfAddress ? .connectionsPerAddress : .connections
        refusals.note(kind, status: status, reason: "limit \(refusal.limit)", peer: peer.address)
        let text = "HTTP/1.1 \(status)\r\nConnection: close\r\nRetry-After: 1\r\nContent-Length: 0\r\n\r\n"
        calls.turnAway(descriptor, saying: refusal.mayTell && !isSecure ? text : nil)
    }

    func add(_ member: Member) {
        state.withLock { $0.connections[ObjectIdentifier(member.connection)] = member }
        // It may have come between the listener's end and the drain's begin.
        if isDraining { member.execute { member.connection.beginDrain() } }
    }

    func remove(_ connection: HTTPConnection) {
        let waiting = state.withLock { state in
            state.connections[ObjectIdentifier(connection)] = nil
            guard state.connections.isEmpty else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    /// Answers what is under way, refuses what comes, closes each connection after its last answer; cuts what lasts
    /// longer than `timeout`. Returns when no connection is left.
    func drain(timeout: Duration) async {
        draining.store(true, ordering: .releasing)
        for member in members { member.execute { member.connection.beginDrain() } }
        let cut = Task {
            try await Task.sleep(for: timeout)
            for member in members {
                member.handling.cancel()
                member.execute { member.connection.cut() }
            }
        }
        await withCheckedContinuation { continuation in
            let isEmpty = state.withLock { state in
                if !state.connections.isEmpty { state.waiting.append(continuation) }
                return state.connections.isEmpty
            }
            if isEmpty { continuation.resume() }
        }
        cut.cancel()
    }

    private var members: [Member] { state.withLock { Array($0.connections.values) } }
}
