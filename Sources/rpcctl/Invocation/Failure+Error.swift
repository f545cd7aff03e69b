// What a failed call means for whoever typed the command.
internal import RPC

extension Failure {
    init(_ error: any Error) {
        switch error {
        case let failure as Failure: self = failure
        case let error as RPCError: self.init(error)
        case let error as InputError: self = .usage(error.description)
        case is CancellationError: self.init(.failed, "CANCELLED", "cancelled")
        default: self.init(.failed, "INTERNAL", String(describing: error))
        }
    }

    init(_ error: RPCError) {
        self.init(
            error.isLost ? .cannotConnect : .failed, error.reason.isEmpty ? error.code.name : error.reason,
            error.message.isEmpty ? "the call failed" : error.message, hint: error.hint)
        violations = error.violations
        if hint == nil, violations.contains(where: { $0.field == "user_id" }) {
            hint = "--user NAME says for whom"
        }
        if let after = error.retryAfter { message += " (try again in \(TimeSpan(after).text))" }
    }
}

extension RPCError {
    /// There was no server to talk to: nothing was sent.
    var isUnconnected: Bool { code == .unavailable && reason == "CANNOT_CONNECT" }
    /// The server went away in the middle of the call: nobody knows what it did.
    var isLostInFlight: Bool { code == .unavailable && reason == "CONNECTION_LOST" }
    /// As opposed to an answer that says no.
    var isLost: Bool { isUnconnected || isLostInFlight }
}
