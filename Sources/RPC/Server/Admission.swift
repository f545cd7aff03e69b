// Who is let in: how many connections there are, how many of callers that nobody knows yet come from one address, and how
// many descriptors are left. A connection holds a lease from accept to its end, so that all of it is given back once.

internal import Glibc
internal import Synchronization

final class Admission: Sendable {
    private struct State {
        var connections = 0
        /// Connections of callers that are not known, by where they come from.
        var strangers: [NetworkAddress: Int] = [:]
    }

    private let limits: Server.Limits
    private let state = Mutex(State())
    /// Called with each connection that is given back, with how many are left.
    private let released: @Sendable (_ left: Int) -> Void

    init(_ limits: Server.Limits, released: @escaping @Sendable (_ left: Int) -> Void) {
        self.limits = limits
        self.released = released
    }

    var connections: Int { state.withLock { $0.connections } }

    /// Takes a connection in, or says which limit is in the way; then nothing was counted.
    /// - Parameter isKnown: whether the transport says who it is.
    func admit(
        _ descriptor: CInt, _ peer: Peer, isKnown: Bool
    ) -> Result<ConnectionLease, ConnectionRefusal> {
        // The kernel gives the lowest free number: so those above are left to whoever else opens something.
        if Int(descriptor) >= Self.descriptorLimit - limits.reservedDescriptors {
            return .failure(ConnectionRefusal(.descriptors))
        }
        let address = isKnown ? nil : NetworkAddress(peer.address)
        let limit: ServerLimitName? = state.withLock { state in
            guard state.connections < limits.connections else { return .connections }
            if let address {
                guard state.strangers[address, default: 0] < limits.connectionsPerAddress else {
                    return .connectionsPerAddress
                }
                state.strangers[address, default: 0] += 1
            }
            state.connections += 1
            return nil
        }
        if let limit { return .failure(ConnectionRefusal(limit)) }
        return .success(ConnectionLease(self, descriptor, address))
    }

    fileprivate func giveBack(_ address: NetworkAddress?, connection: Bool) {
        let left = state.withLock { state in
            if let address {
                let count = state.strangers[address, default: 0] - 1
                state.strangers[address] = count > 0 ? count : nil
            }
            if connection { state.connections -= 1 }
            return state.connections
        }
        if connection { released(left) }
    }

    private static var descriptorLimit: Int {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return .max }
        return Int(clamping: limit.rlim_cur)
    }
}

/// One of the connections that are counted. Given back once, whoever is first to know that it is gone.
final class ConnectionLease: Sendable {
    private let admission: Admission
    private let state: Mutex<(address: NetworkAddress?, isReleased: Bool)>

    /// The socket; somebody else's once the connection is gone.
    let descriptor: CInt

    fileprivate init(_ admission: Admission, _ descriptor: CInt, _ address: NetworkAddress?) {
        self.admission = admission
        self.descriptor = descriptor
        state = Mutex((address, false))
    }

    /// From now on the connection does not count against its address.
    func callerIsKnown() {
        let address = state.withLock { state in
            defer { state.address = nil }
            return state.address
        }
        if let address { admission.giveBack(address, connection: false) }
    }

    func release() {
        let (address, isFirst) = state.withLock { state in
            defer { state = (nil, true) }
            return (state.address, !state.isReleased)
        }
        if isFirst { admission.giveBack(address, connection: true) }
    }
}

/// Why a connection is not taken, and what its peer is told.
struct ConnectionRefusal: Error {
    let limit: ServerLimitName

    init(_ limit: ServerLimitName) { self.limit = limit }

    var error: RPCError {
        let message =
            limit == .connectionsPerAddress
            ? "too many connections from this address" : "the server has too many connections"
        return RPCError(.resourceExhausted, reason: "TOO_MANY_CONNECTIONS", message: message)
    }
}
