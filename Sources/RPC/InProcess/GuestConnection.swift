// A connection of another protocol, such as HTTP, whose requests become calls in process: it is let in, counted and turned
// away by the same rules as the server's own connections, and its caller becomes known by the same proof.

internal import NIOCore

/// One of the server's connections, as long as it is not released.
package final class GuestConnection: StrangerConnection {
    private let lease: ConnectionLease

    fileprivate init(_ lease: ConnectionLease) { self.lease = lease }

    package func callerIsKnown() { lease.callerIsKnown() }

    /// Once it is closed. May be said again.
    package func release() { lease.release() }
}

/// Why a connection is not taken.
package struct GuestRefusal: Error {
    /// Which limit is in the way, as counters name it.
    package let limit: String
    /// Whether that is how many come from one address.
    package let isOfAddress: Bool
    /// Whether the descriptor may be kept for a moment to tell the peer.
    package let mayTell: Bool
}

extension InProcessTransport {
    /// Lets a connection in that was just accepted, from a caller who is not known.
    package func admit(_ descriptor: Int32, _ peer: Peer) -> Result<GuestConnection, GuestRefusal> {
        switch core.admission.admit(descriptor, peer, isKnown: false) {
        case .success(let lease): return .success(GuestConnection(lease))
        case .failure(let refusal):
            return .failure(
                GuestRefusal(
                    limit: refusal.limit.rawValue, isOfAddress: refusal.limit == .connectionsPerAddress,
                    mayTell: refusal.limit != .descriptors))
        }
    }

    /// Closes a descriptor that was not let in.
    /// - Parameter text: what its peer is told, while there are not too many to be told.
    package func turnAway(_ descriptor: Int32, saying text: String?) {
        core.turnedAway.turnAway(descriptor, saying: text.map { ByteBuffer(string: $0) })
    }
}
