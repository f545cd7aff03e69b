// Commands that are no sends: a caller waits for the answer, so they live in memory alone, as long as the call. They are not
// repeated, and nothing is lost with them: who does not get an answer asks again. A few of each bridge at a time; those that
// bring files, which takes long, are counted apart.

package import Contract
internal import RPC
internal import Store
internal import Synchronization

package final class Errands: Sendable {
    /// What a bridge says to one.
    package enum Fact: Sendable {
        case result(Result)
        case code(BridgePairingCode)
    }

    package enum Answer: Sendable {
        case done([String: String])
        case code(BridgePairingCode)
    }

    /// Of one bridge, under way; and of one session, so that nobody is in the way of the others whom it carries.
    static let most = 32
    static let mostOfSession = 4

    private struct Errand {
        let link: UInt64
        let sessionID: Int64
        let epoch: Int64
        let wantsCode: Bool
        let file: AwaitedFile?
        let waiting: CheckedContinuation<Answer, any Error>

        func isOf(_ link: UInt64, sessionID: Int64, epoch: Int64) -> Bool {
            self.link == link && self.sessionID == sessionID && self.epoch == epoch
        }
    }

    private let state = Mutex<[Int64: Errand]>([:])

    /// How many are under way.
    package var count: Int { state.withLock { $0.count } }

    /// Gives a command to the bridge that carries a session, and waits for the answer: until the task is cancelled.
    /// - Parameters:
    ///   - file: what it is to bring.
    ///   - frame: with the command's number.
    /// - Throws: SESSION_RATE_LIMITED, OVERLOADED, BRIDGE_UNAVAILABLE, and what the bridge says.
    func run(
        on link: BridgeLink, sessionID: Int64, epoch: Int64, wantsCode: Bool = false, file: AwaitedFile? = nil,
        _ frame: @Sendable (Int64) -> ServerFrame.OneOfFrame
    ) async throws -> Answer {
        // No send has such a number, and no two commands of all restarts have the same, as good as surely.
        let command = Int64.random(in: 1..<1 << 45) << 8
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiting in
                let refusal: (any Error)? = state.withLock { state in
                    if Task.isCancelled { return CancellationError() }
                    let alike = state.values.filter { ($0.file == nil) == (file == nil) }
                    guard alike.count(where: { $0.sessionID == sessionID }) < Self.mostOfSession else {
                        return RPCError.make(
                            .sessionRateLimited, "The session has \(Self.mostOfSession) questions under way already.",
                            retryAfter: .seconds(1))
                    }
                    guard alike.count(where: { $0.link == link.id }) < Self.most else {
                        return RPCError.make(
                            .overloaded, "The bridge has too many questions to answer already.",
                            retryAfter: .seconds(1))
                    }
                    state[command] = Errand(
                        link: link.id, sessionID: sessionID, epoch: epoch, wantsCode: wantsCode, file: file,
                        waiting: waiting)
                    return nil
                }
                if let refusal { return waiting.resume(throwing: refusal) }
                link.push(frame(command))
                // It may have gone before it was noted who waits for it.
                if link.gone.isOpen { lose(of: link.id) }
            }
        } onCancel: {
            end([command]) { $0.resume(throwing: CancellationError()) }
        }
    }

    /// The file that a command under way is to bring; nil: there is no such command of this bridge, session and epoch.
    func file(_ command: Int64, from link: UInt64, sessionID: Int64, epoch: Int64) -> AwaitedFile? {
        state.withLock { state in
            guard let errand = state[command], errand.isOf(link, sessionID: sessionID, epoch: epoch) else { return nil }
            return errand.file
        }
    }

    /// A committed fact; from another than who was asked it says nothing.
    func take(_ fact: Fact, from link: UInt64) {
        switch fact {
        case .code(let code):
            let isAsked = state.withLock { state in
                guard let errand = state[code.commandId], errand.wantsCode else { return false }
                return errand.isOf(link, sessionID: code.sessionId, epoch: code.epoch)
            }
            if isAsked { end([code.commandId]) { $0.resume(returning: .code(code)) } }
        case .result(let result):
            let asked = state.withLock { state in
                state[result.commandId].flatMap {
                    $0.isOf(link, sessionID: result.sessionId, epoch: result.epoch) ? $0 : nil
                }
            }
            guard let asked else { return }
            end([result.commandId]) { waiting in
                switch result.outcome {
                case .done(let done): waiting.resume(returning: .done(done.data))
                case .error(let error): waiting.resume(throwing: Self.failure(error, ofFile: asked.file != nil))
                case .submitted, nil:
                    waiting.resume(throwing: RPCError.make(.engineError, "The bridge gave no answer that fits."))
                }
            }
        }
    }

    /// A stream has ended: nobody answers any more.
    func lose(of link: UInt64) {
        let lost = state.withLock { state in state.filter { $0.value.link == link }.map(\.key) }
        end(lost) {
            $0.resume(throwing: RPCError.make(.bridgeUnavailable, "The bridge went away.", retryAfter: .seconds(1)))
        }
    }

    /// A session is carried by somebody else now, or by nobody: who was to bring its files will not. They are waited for
    /// longer than others, so it is not left to the time that they have.
    /// - Parameter epoch: at which it is carried; nil: it is not.
    func loseFiles(of sessionID: Int64, unlessAt epoch: Int64?) {
        let lost = state.withLock { state in
            state.isEmpty
                ? []
                : state.filter { $0.value.file != nil && $0.value.sessionID == sessionID && $0.value.epoch != epoch }
                    .map(\.key)
        }
        end(lost) {
            $0.resume(throwing: RPCError.make(.sessionNotConnected, "The session is not connected any more."))
        }
    }

    private func end(_ commands: [Int64], _ how: (CheckedContinuation<Answer, any Error>) -> Void) {
        let ended = state.withLock { state in commands.compactMap { state.removeValue(forKey: $0)?.waiting } }
        for waiting in ended { how(waiting) }
    }

    /// What a bridge may tell callers; it speaks of WhatsApp and of its sessions, not of who they are and how rpcd is.
    private static let reasons: Set<Reason> = [
        .engineError, .engineUnsupported, .sessionNotConnected, .sessionBusy, .sessionConflict, .sessionLoggedOut,
        .sessionRateLimited, .accountRestricted, .accountBanned, .recipientNotOnWhatsapp, .bridgeUnavailable,
        .overloaded, .validationError, .deadlineExceeded,
    ]

    /// The same of a file.
    private static let fileReasons: Set<Reason> = [
        .mediaExpired, .mediaTooLarge, .mediaUnsupported, .mediaFetchFailed,
    ]

    private static func failure(_ error: CommandError, ofFile: Bool) -> RPCError {
        let words = error.text.cut(1024)
        let reason = Reason(word: error.reason).flatMap { reason in
            reasons.contains(reason) || ofFile && fileReasons.contains(reason) ? reason : nil
        }
        return RPCError.make(
            reason ?? (ofFile ? .mediaFetchFailed : .engineError), words.isEmpty ? "The engine did not do it." : words,
            metadata: error.engineCode.isEmpty ? [:] : ["engine_code": error.engineCode.cut(128)],
            retryAfter: reason == .mediaFetchFailed ? .seconds(10) : nil)
    }
}
