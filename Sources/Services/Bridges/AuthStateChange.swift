// What one PutAuthState says, put together from its items: which values there will be and which not. Large values come in
// parts. What it holds is counted in the budget until it is gone.

internal import Contract
internal import RPC

final class AuthStateChange {
    private(set) var sessionID: Int64 = 0
    private(set) var epoch: Int64 = 0
    /// Whatever there was before goes.
    private(set) var clears = false
    /// By key; nil: the value goes.
    private(set) var values: [String: [UInt8]?] = [:]

    private var open: (key: String, value: [UInt8])?
    private var bytes = 0
    private let bridgeID: Int64
    private let budget: AuthStateBudget

    init(bridgeID: Int64, budget: AuthStateBudget) {
        self.bridgeID = bridgeID
        self.budget = budget
    }

    deinit { budget.giveBack(bytes, for: bridgeID) }

    /// - Throws: VALIDATION_ERROR, PAYLOAD_TOO_LARGE, OVERLOADED.
    func take(_ item: PutAuthStateRequest, isFirst: Bool) throws {
        if isFirst {
            (sessionID, epoch, clears) = (item.sessionId, item.epoch, item.clear)
            // It may say no more than whose state this is.
            if item.key.isEmpty, item.value.isEmpty, !item.deleted, !item.more { return }
        } else {
            guard item.sessionId == 0 || item.sessionId == sessionID, item.epoch == 0 || item.epoch == epoch,
                !item.clear
            else { throw RPCError.validation("session_id", "is that of the first item, as are epoch and clear") }
        }
        guard AuthStateLimits.isKey(item.key) else {
            throw RPCError.validation("key", "must be 1 to \(AuthStateLimits.keyBytes) printable ASCII characters")
        }
        if let open, open.key != item.key || item.deleted {
            throw RPCError.validation("key", "must be that of the item before, whose value goes on")
        }
        guard !item.deleted || (item.value.isEmpty && !item.more) else {
            throw RPCError.validation("deleted", "excludes a value")
        }
        try add(item)
    }

    private func add(_ item: PutAuthStateRequest) throws {
        guard bytes + item.value.count <= AuthStateLimits.callBytes else {
            throw AuthStateLimits.tooLarge("One call takes \(AuthStateLimits.callBytes >> 20) MiB of values.")
        }
        try budget.take(item.value.count, for: bridgeID)
        bytes += item.value.count
        var value = open?.value ?? []
        open = nil
        value += item.value
        guard value.count <= AuthStateLimits.valueBytes else {
            throw AuthStateLimits.tooLarge("A value may have \(AuthStateLimits.valueBytes >> 20) MiB.")
        }
        if item.more {
            open = (item.key, value)
            return
        }
        values.updateValue(item.deleted ? nil : value, forKey: item.key)
        guard values.count <= AuthStateLimits.callKeys else {
            throw AuthStateLimits.tooLarge("One call takes \(AuthStateLimits.callKeys) keys.")
        }
    }

    /// - Throws: VALIDATION_ERROR where a value was left in the middle, or nothing came.
    func finish() throws {
        guard open == nil else { throw RPCError.validation("more", "is set in the last item") }
        guard sessionID != 0 else { throw RPCError.validation("session_id", "is required") }
    }
}
