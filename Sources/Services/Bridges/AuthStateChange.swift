// What one PutAuthState says, put together from its items: which values there will be and which not. Large values come in
// parts. What it holds is taken of the call's loan before it is kept.

internal import Contract
internal import RPC

struct AuthStateChange: Sendable {
    private(set) var sessionID: Int64 = 0
    private(set) var epoch: Int64 = 0
    /// Whatever there was before goes.
    private(set) var clears = false
    /// By key; nil: the value goes.
    private(set) var values: [String: [UInt8]?] = [:]

    private var open: (key: String, value: [UInt8])?
    private var bytes = 0
    private let loan: AuthStateLoan
    private let limits: AuthStateLimits

    /// Takes all that the bridge sends.
    /// - Throws: VALIDATION_ERROR, PAYLOAD_TOO_LARGE, OVERLOADED; what the stream throws.
    static func read(
        _ requests: RequestStream<PutAuthStateRequest>, _ loan: AuthStateLoan, _ limits: AuthStateLimits
    ) async throws -> Self {
        var change = AuthStateChange(loan: loan, limits: limits)
        var isFirst = true
        for try await item in requests {
            try change.take(item, isFirst: isFirst)
            isFirst = false
        }
        try change.finish()
        return change
    }

    private init(loan: AuthStateLoan, limits: AuthStateLimits) {
        self.loan = loan
        self.limits = limits
    }

    private mutating func take(_ item: PutAuthStateRequest, isFirst: Bool) throws {
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

    private mutating func add(_ item: PutAuthStateRequest) throws {
        guard bytes + item.value.count <= limits.callBytes else {
            throw AuthStateLimits.tooLarge("One call takes \(limits.callBytes) bytes of values.")
        }
        let isNew = open == nil && !values.keys.contains(item.key)
        guard !isNew || values.count < limits.callKeys else {
            throw AuthStateLimits.tooLarge("One call takes \(limits.callKeys) keys.")
        }
        try loan.take(item.value.count + (isNew ? AuthStateLimits.keyCost : 0))
        bytes += item.value.count
        var value = open?.value ?? []
        open = nil
        value += item.value
        guard value.count <= limits.valueBytes else {
            throw AuthStateLimits.tooLarge("A value may have \(limits.valueBytes) bytes.")
        }
        if item.more {
            open = (item.key, value)
        } else {
            values.updateValue(item.deleted ? nil : value, forKey: item.key)
        }
    }

    /// - Throws: VALIDATION_ERROR where a value was left in the middle, or nothing came.
    private func finish() throws {
        guard open == nil else { throw RPCError.validation("more", "is set in the last item") }
        guard sessionID != 0 else { throw RPCError.validation("session_id", "is required") }
    }
}
