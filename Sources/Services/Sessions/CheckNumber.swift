// SessionsService.CheckNumber: whether a number has an account, as WhatsApp says through a session that is connected, or said
// not long ago.

internal import Codec
package import Contract
package import RPC
internal import Store

extension SessionsService {
    package func checkNumber(_ request: CheckNumberRequest, context: CallContext) async throws -> NumberCheck {
        let principal = try context.principal
        let number = try Self.number(request.phoneNumber)
        let session = try await store.read { db in
            try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db)
        }
        let key = NumberChecks.Key(sessionID: session.id, number: number)
        if var known = engine.numbers.known(key, at: clock.monotonic()) {
            known.cached = true
            return known
        }
        guard session.status == .connected, let link = engine.carrier(of: session.id) else {
            throw RPCError.make(.sessionNotConnected, "The session is not connected.")
        }
        try link.require("check_number")
        if let wait = engine.numbers.mustWait(session.id, at: clock.monotonic()) {
            throw RPCError.make(
                .sessionRateLimited,
                "The session asks WhatsApp for \(NumberChecks.perMinute) numbers a minute at most, so that it is not restricted.",
                retryAfter: wait)
        }
        let timeout = Self.answerTime
        let (sessionID, epoch) = (session.id, session.epoch)
        let answer = try await clock.within(timeout, or: .bridgeUnavailable, "The bridge gave no answer in time.") {
            [engine] in
            try await engine.errands.run(on: link, sessionID: sessionID, epoch: epoch) { command in
                .checkNumber(
                    .with {
                        $0.commandId = command
                        $0.sessionId = sessionID
                        $0.epoch = epoch
                        $0.timeoutMs = timeout.wholeMilliseconds
                        $0.phoneNumber = number
                    })
            }
        }
        guard case .done(let data) = answer, let exists = data["exists"].flatMap({ Bool($0) }) else {
            throw RPCError.make(.engineError, "The bridge gave no answer that fits.")
        }
        var check = NumberCheck()
        check.phoneNumber = number
        check.exists = exists
        check.lid = exists ? (data["lid"] ?? "").cut(64) : ""
        check.checkedAt = clock.now().timestamp
        engine.numbers.keep(check, for: key, at: clock.monotonic())
        return check
    }
}
