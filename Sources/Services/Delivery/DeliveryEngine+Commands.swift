// Commands of the messages' service that are no sends: asked of the bridge that carries a session, at this moment or not at
// all.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension DeliveryEngine {
    /// How long a bridge may take to answer; within the 30 s that a call has.
    static let commandAnswer: Duration = .seconds(20)

    /// Has a bridge do something now.
    /// - Parameters:
    ///   - command: what Hello calls it.
    ///   - limit: until it has to answer.
    ///   - late: what it is called where it does not.
    ///   - file: what it is to bring.
    ///   - frame: made of the command's number, the session's epoch and the milliseconds that there are.
    /// - Throws: SESSION_NOT_CONNECTED, ENGINE_UNSUPPORTED, BRIDGE_UNAVAILABLE, and what the bridge says.
    func ask(
        _ command: String, of session: SessionRecord, within limit: Duration = commandAnswer,
        or late: Reason = .bridgeUnavailable, for file: AwaitedFile? = nil,
        _ frame: @escaping @Sendable (_ id: Int64, _ epoch: Int64, _ milliseconds: Int64) -> ServerFrame.OneOfFrame
    ) async throws {
        guard session.status == .connected, let link = carrier(of: session.id), let epoch = link.epoch(of: session.id)
        else { throw RPCError.make(.sessionNotConnected, "The session \(session.name) is not connected.") }
        try link.require(command)
        let id = session.id
        _ = try await clock.within(limit, or: late, "The bridge gave no answer in time.") { [errands] in
            try await errands.run(on: link, sessionID: id, epoch: epoch, file: file) { number in
                frame(number, epoch, limit.wholeMilliseconds)
            }
        }
    }
}
