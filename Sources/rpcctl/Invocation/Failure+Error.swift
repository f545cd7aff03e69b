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
        if hint == nil { hint = error.wayHint }
        if hint == nil, violations.contains(where: { $0.field == "user_id" }) {
            hint = "--user NAME says for whom"
        }
        if let after = error.retryAfter { message += " (try again in \(TimeSpan(after).text))" }
    }
}

extension RPCError {
    /// Why there was no answer, where the way to the server and not the server is to blame.
    private var connection: ConnectionFailure? { cause as? ConnectionFailure }

    /// What to do about a way that does not work; nil where it broke under a call.
    var wayHint: String? {
        switch connection?.kind {
        case .cannotConnect, .foreignServer: "is rpcd running there? nothing was sent"
        case .untrustedServer: "nothing was sent; --tls-ca names the authority to trust"
        case .refused: "nothing was carried out; --tls-cert and --tls-key name the certificate to show"
        case .lost, .closed, nil: nil
        }
    }

    /// The server went away, or we did, in the middle of the call: nobody knows what came of it.
    var isLostInFlight: Bool { connection?.kind == .lost || connection?.kind == .closed }
    /// There was no answer, as opposed to one that says no.
    var isLost: Bool { connection != nil }
}
