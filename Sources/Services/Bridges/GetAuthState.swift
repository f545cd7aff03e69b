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
        guard request.keys.allSatisfy(AuthStateLimits.isKey) else {
            throw RPCError.validation("keys", "must be 1 to \(AuthStateLimits.keyBytes) printable ASCII characters")
        }
        let loan = AuthStateLoan(reading, for: link.bridgeID)
        try loan.take(request.keys.count * AuthStateLimits.keyCost)
        try await engine.clock.within(limits.getTime, "What was asked for was not read in time.") {
            try await give(request, to: link, responses, loan)
        }
    }

    private func give(
        _ request: GetAuthStateRequest, to link: BridgeLink, _ responses: ResponseWriter<AuthStateItem>,
        _ loan: AuthStateLoan
    ) async throws {
        let wanted = request.keys.isEmpty ? nil : Set(request.keys).sorted()
        let (session, epoch) = (request.sessionId, request.epoch)
        var position: String? = ""
        while let after = position {
            let page = try await engine.store.read { db in
                try requireHolder(link, sessionID: session, epoch: epoch, in: db)
                return try Self.page(of: session, wanted, after: after, loan, in: db)
            }
            for (key, value) in try await open(page.values, of: session) { try await send(key, value, responses) }
            loan.giveBack(page.cost)
            position = page.next
        }
    }

    private func open(_ values: [(String, [UInt8])], of session: Int64) async throws -> [(String, [UInt8])] {
        let box = box
        return try await sealing.run {
            try values.map { key, sealed in
                do {
                    return (key, try box.open(sealed, at: .authState(session: session, key: key)))
                } catch {
                    throw RPCError.make(
                        .dataLoss, "What is kept of this session cannot be opened.",
                        hint: "It was changed, moved, or sealed with a key that is not there. Link the session anew.",
                        cause: error)
                }
            }
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

    private struct Page {
        var values: [(String, [UInt8])] = []
        /// What was taken of the loan for it.
        var cost = 0
        /// Behind which key to go on; nil: that was all.
        var next: String?
        var bytes = 0
    }

    /// What comes behind `after`, no more than may be in memory at a time: a value is read when there is room for it.
    /// - Throws: OVERLOADED where there is room for none.
    private static func page(
        of session: Int64, _ wanted: [String]?, after: String, _ loan: AuthStateLoan, in db: Database
    ) throws -> Page {
        let entries = try sizes(of: session, wanted, after: after, in: db)
        var page = Page()
        for (key, size) in entries {
            // Asked for by name, and not there.
            guard let size = size.flatMap({ Int(exactly: $0) }) else {
                page.next = key
                continue
            }
            let cost = size + AuthStateLimits.keyCost
            if !page.values.isEmpty {
                guard page.bytes + size <= AuthStateLimits.pageBytes, loan.has(cost) else { return page }
            } else {
                try loan.take(cost)
            }
            page.cost += cost
            page.bytes += size
            page.next = key
            guard let sealed = try db.authState.sealed(sessionID: session, key: key) else { continue }
            page.values.append((key, sealed))
        }
        if entries.count < AuthStateLimits.pageKeys { page.next = nil }
        return page
    }

    /// Keys behind `after`, in their order; of those that were asked for by name also what is not there.
    private static func sizes(
        of session: Int64, _ wanted: [String]?, after: String, in db: Database
    ) throws -> [(key: String, size: Int64?)] {
        guard let wanted else {
            let page = try db.authState.list(sessionID: session, after: after, limit: AuthStateLimits.pageKeys)
            return page.map { ($0.key, $0.size) }
        }
        return try wanted.drop { $0 <= after }.prefix(AuthStateLimits.pageKeys).map { key in
            (key, try db.authState.size(sessionID: session, key: key))
        }
    }
}
