// Tells of every call once, when it is over, whoever refused it: the request id, the caller, the method, how it ended
// and how long it took. It stands outside of authentication, so that refused calls are told of too. Never a secret, never
// a field of a message.

package import RPC

/// How a call went.
package struct CallRecord: Sendable {
    package let method: Method
    package let peer: Peer
    /// The caller of a call that came without credentials, or with wrong ones.
    package static let nobody = "nobody"

    /// `Principal.label`, or `nobody`.
    package let caller: String
    /// The user whose rights the caller had; nil for nobody, the operator, and bridges known by their uid.
    package let userID: Int64?
    /// `sbk_` and eight characters; empty where no API key was used.
    package let keyPrefix: String
    package let requestID: String
    package let code: StatusCode
    /// Empty when it went well.
    package let reason: String
    /// What lay below a failure; for the log, never for callers.
    package let cause: (any Error)?
    package let duration: Duration

    package init(
        method: Method, peer: Peer, caller: String, userID: Int64? = nil, keyPrefix: String = "", requestID: String,
        code: StatusCode, reason: String, cause: (any Error)?, duration: Duration
    ) {
        self.method = method
        self.peer = peer
        self.caller = caller
        self.userID = userID
        self.keyPrefix = keyPrefix
        self.requestID = requestID
        self.code = code
        self.reason = reason
        self.cause = cause
        self.duration = duration
    }
}

/// Gives each call an id, and its record to whoever keeps the log. The time that it tells is counted from the call's coming.
package struct LoggingInterceptor: SynchronousInterceptor {
    private let mapError: @Sendable (any Error) -> RPCError
    private let record: @Sendable (CallRecord) -> Void

    /// - Parameters:
    ///   - mapError: what the server does with errors that are no `RPCError`, so that log and answer agree.
    ///   - record: called once a call, on its event loop: it must be quick.
    package init(
        mapError: @escaping @Sendable (any Error) -> RPCError, record: @escaping @Sendable (CallRecord) -> Void
    ) {
        self.mapError = mapError
        self.record = record
    }

    package func begin(_ context: CallContext) -> Bool { true }

    package func ended(_ context: CallContext, _ error: (any Error)?) {
        let principal = context[PrincipalKey.self]
        let error = error.map(mapError)
        record(
            CallRecord(
                method: context.method, peer: context.peer, caller: principal?.label ?? CallRecord.nobody,
                userID: principal?.userID, keyPrefix: principal?.keyPrefix ?? "", requestID: context.requestID,
                code: error?.code ?? .ok, reason: error?.reason ?? "", cause: error?.cause, duration: context.age))
    }
}
