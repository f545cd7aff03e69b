// BridgeService.ListBridges: bridges that are attached or hold sessions, with what only memory knows of them.

internal import Codec
package import Contract
package import RPC
internal import Store

extension BridgeService {
    package func listBridges(
        _ request: ListBridgesRequest, context: CallContext
    ) async throws -> ListBridgesResponse {
        let (rows, leases) = try await engine.store.read { db in
            (try db.bridges.list(), try db.leases.countsByBridge())
        }
        let attached = engine.attachedBridges
        return .with { response in
            for row in rows {
                let live = attached[row.id]
                let sessions = leases[row.id] ?? 0
                guard live != nil || sessions > 0 else { continue }
                response.bridges.append(Bridge(row, live, sessions: sessions))
            }
        }
    }
}

extension Bridge {
    init(_ row: BridgeRecord, _ live: AttachedBridge?, sessions: Int64) {
        self.init()
        name = row.name
        identity = row.identity
        instanceId = row.instanceID
        engine = row.engine
        engineVersion = row.engineVersion
        kinds = row.kinds
        capacity = row.capacity
        commands = row.commands
        repeatsAreSafe = row.repeatsAreSafe
        self.sessions = Int32(clamping: sessions)
        attachedAt = row.attachedAt?.timestamp
        lastHeartbeatAt = (live?.lastHeardAt ?? row.lastHeartbeatAt)?.timestamp
        guard let live else {
            status = .lost
            return
        }
        status = live.isDraining ? .draining : .attached
        credit = Int32(clamping: live.credit)
        rss = live.heartbeat.rss
        eventLoopLagMs = live.heartbeat.eventLoopLagMs
    }
}
