// How delivery is just now, for GetStatus, ListBridges and logs.

package import Contract
internal import RPC
internal import Store
internal import Synchronization

/// An attached bridge, as far as only memory knows it.
package struct AttachedBridge: Sendable {
    package let bridgeID: Int64
    package let isDraining: Bool
    package let credit: Int
    package let lastHeardAt: Instant
    package let heartbeat: Heartbeat
}

extension DeliveryEngine {
    /// Bridges attached just now.
    package var bridgeCount: Int { state.withLock { $0.attached.count } }

    /// Leases in force, attached bridges' or not.
    package func leaseCount() async throws -> Int {
        Int(clamping: try await store.read { db in try db.sessions.leaseCount() })
    }

    /// Facts that changed nothing since the start, by why.
    package var droppedFacts: [FactRefusal: Int] { state.withLock { $0.dropped } }

    /// The same by name, also of those that there were none of: a figure that begins with its first 1 hides it.
    package var droppedFactsByName: [String: Int] {
        let dropped = droppedFacts
        return FactRefusal.allCases.reduce(into: [:]) { $0[$1.rawValue] = dropped[$1] ?? 0 }
    }

    package var attachedBridges: [Int64: AttachedBridge] {
        let attached = state.withLock { $0.attached }
        return attached.reduce(into: [:]) { found, entry in
            let link = entry.value
            found[entry.key] = link.state.withLock { state in
                AttachedBridge(
                    bridgeID: entry.key, isDraining: state.isDraining, credit: state.credit.available,
                    lastHeardAt: state.lastHeardAt, heartbeat: state.heartbeat)
            }
        }
    }

    /// The bridge that was given this token in its Welcome and is still attached: `credential/name`.
    package func bridge(forToken token: String) -> String? { link(forToken: token)?.key }

    /// The stream of that bridge.
    func link(forToken token: String) -> BridgeLink? {
        let attached = state.withLock { Array($0.attached.values) }
        return attached.first { isEqualInConstantTime(Array($0.token.utf8), Array(token.utf8)) }
    }
}
