// SessionsService.RequestPairingCode: a code to be typed into the phone that is to be linked, in place of a QR code that it
// scans. The session is started where it does not run; its bridge is asked, and the caller gets what it says.

internal import Codec
package import Contract
package import RPC
internal import Store
internal import Synchronization

extension SessionsService {
    package func requestPairingCode(
        _ request: RequestPairingCodeRequest, context: CallContext
    ) async throws -> PairingCode {
        let principal = try context.principal
        let number = try Self.number(request.phoneNumber)
        let now = clock.now()
        let sessionID = try await engine.change { [engine] db, aftermath in
            let session = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
            guard !session.isLinked else {
                throw RPCError.make(
                    .sessionBusy, "The session is linked already.", hint: "Log it out before it is linked anew.")
            }
            if let words = try LinkedAccount(phone: number, lid: "").takenFromOwner(of: session, in: db) {
                throw RPCError.make(.numberAlreadyLinked, words)
            }
            let started =
                try engine.sessions.write(.initialise, of: session, at: now, in: db, &aftermath)
                ?? engine.sessions.write(.pairingAsked, of: session, at: now, in: db, &aftermath)
            try Audit.recordForeign(
                context, .session(session), before: Session(session), after: Session(started ?? session), in: db,
                at: now)
            return session.id
        }
        let (link, epoch) = try await carrier(of: sessionID, which: "pairing_code")
        let timeout = Self.answerTime
        let answer = try await clock.within(timeout, or: .bridgeUnavailable, "The bridge gave no code in time.") {
            [engine] in
            try await engine.errands.run(on: link, sessionID: sessionID, epoch: epoch, wantsCode: true) { command in
                .requestPairingCode(
                    .with {
                        $0.commandId = command
                        $0.sessionId = sessionID
                        $0.epoch = epoch
                        $0.timeoutMs = timeout.wholeMilliseconds
                        $0.phoneNumber = number
                    })
            }
        }
        guard case .code(let shown) = answer else {
            throw RPCError.make(.engineError, "The bridge has no code, and does not say why.")
        }
        var code = PairingCode()
        code.sessionId = sessionID
        code.code = shown.code
        code.phoneNumber = number
        code.expiresAt = (shown.expiresAt.flatMap { Instant($0) } ?? now + .seconds(60)).timestamp
        return code
    }

    /// How long a bridge may take to answer what is no send; within the 30 s that a call has.
    static let answerTime: Duration = .seconds(20)
    /// How long a session that was started may take to be carried.
    private static let placementTime: Duration = .seconds(5)

    /// - Throws: VALIDATION_ERROR.
    static func number(_ written: String) throws -> String {
        do {
            let number = try Recipient(parsing: written).text
            guard number.hasPrefix("+") else {
                throw RPCError.validation("phone_number", "must be a phone number such as +491701234567")
            }
            return number
        } catch let error as RecipientError {
            throw RPCError.validation("phone_number", error.description)
        }
    }

    /// The bridge that carries a session, when one does, and at which epoch.
    /// - Throws: BRIDGE_UNAVAILABLE; ENGINE_UNSUPPORTED where it cannot do `command`.
    private func carrier(of sessionID: Int64, which command: String) async throws -> (BridgeLink, Int64) {
        guard let (link, epoch) = try await engine.carrier(of: sessionID, within: Self.placementTime) else {
            throw RPCError.make(
                .bridgeUnavailable, "No bridge carries the session.", hint: "Start one, or one with more room.",
                retryAfter: .seconds(5))
        }
        try link.require(command)
        return (link, epoch)
    }
}

extension BridgeLink {
    /// At which epoch it carries a session.
    func epoch(of sessionID: Int64) -> Int64? { state.withLock { $0.carried[sessionID]?.epoch } }

    /// - Throws: ENGINE_UNSUPPORTED where it said in its Hello nothing of this command.
    func require(_ command: String) throws {
        guard hello.commands.contains(command) else {
            throw RPCError.make(.engineUnsupported, "The engine \(hello.engine) of its bridge cannot do this.")
        }
    }
}
