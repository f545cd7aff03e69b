// BridgeService.GetAuthState: what was put, by the bridge that holds the session now. Read in portions, each with the question
// whether it still does; nobody else writes meanwhile, so the portions fit together.

internal import Codec
package import Contract
package import RPC
internal import Store

extension BridgeService {
    package func getAuthState(
        _ request: GetAuthStateRequest, responses: ResponseWriter<AuthStateItem>, context: CallContext
    ) async throws {
        let link = try caller(context)
        guard request.keys.count <= AuthStateLimits.requestedKeys else {
            throw RPCError.validation("keys", "may be \(AuthStateLimits.requestedKeys) at most")
        }
        let wanted = request.keys.isEmpty ? nil : Set(request.keys).sorted()
        let (session, epoch, box) = (request.sessionId, request.epoch, box)
        var position: String? = ""
        while let after = position {
            let page = try await engine.store.read { db in
                try requireHolder(link, sessionID: session, epoch: epoch, in: db)
                return try Self.page(of: session, wanted, after: after, in: db)
            }
            let opened = try await sealing.run {
                try page.values.map { key, sealed in
                    do {
                        return (key, try box.open(sealed, at: .authState(session: session, key: key)))
                    } catch {
                        throw RPCError.make(
                            .dataLoss, "What is kept of this session cannot be opened.",
                            hint:
                                "It was changed, moved, or sealed with a key that is not there. Link the session anew.",
                            cause: error)
                    }
                }
            }
            for (key, value) in opened { try await send(key, value, responses) }
            position = page.next
        }
    }

    private func send(_ key: String, _ value: [UInt8], _ responses: ResponseWriter<AuthStateItem>) async throws {
        var rest = value[...]
        repeat {
            var item = AuthStateItem()
            item.key = key
            item.value = Array(rest.prefix(AuthStateLimits.partBytes))
            rest = rest.dropFirst(AuthStateLimits.partBytes)
            item.more = !rest.isEmpty
            try await responses.write(item)
        } while !rest.isEmpty
    }

    /// What comes behind `after`, no more than may be in memory at a time, and behind which to go on; nil: that was all.
    private static func page(
        of session: Int64, _ wanted: [String]?, after: String, in db: Database
    ) throws -> (values: [(String, [UInt8])], next: String?) {
        var (values, bytes): ([(String, [UInt8])], Int64) = ([], 0)
        if let wanted {
            for key in wanted where key > after {
                if bytes >= AuthStateLimits.pageBytes, let last = values.last { return (values, last.0) }
                guard let sealed = try db.authState.sealed(sessionID: session, key: key) else { continue }
                values.append((key, sealed))
                bytes += Int64(sealed.count)
            }
            return (values, nil)
        }
        let entries = try db.authState.list(sessionID: session, after: after, limit: AuthStateLimits.pageKeys)
        for entry in entries {
            bytes += entry.size
            if bytes > AuthStateLimits.pageBytes, let last = values.last { return (values, last.0) }
            guard let sealed = try db.authState.sealed(sessionID: session, key: entry.key) else { continue }
            values.append((entry.key, sealed))
        }
        return (values, entries.count < AuthStateLimits.pageKeys ? nil : values.last?.0)
    }
}
