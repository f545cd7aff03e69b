// What bridges usually have to say, in short.

internal import Codec
package import Contract

extension FakeBridge {
    /// Says where a session is.
    package func state(
        _ assign: Assign, _ status: SessionStatus, phone: String = "", reason: String = ""
    ) async throws {
        try await report(
            .sessionState(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = assign.epoch
                    $0.state = status
                    $0.phoneNumber = phone
                    $0.reason = reason
                }))
    }

    /// Waits for a session to be assigned and says that it is connected, as an account of its own.
    @discardableResult
    package func carry() async throws -> Assign {
        let assign = try await nextAssign()
        try await state(assign, .connected, phone: "+\(491_510_000_000 + assign.sessionId - 1)")
        return assign
    }

    /// The engine took the message; its id is ours unless another is given.
    package func submit(_ send: Send, as providerID: String? = nil) async throws {
        try await report(Self.submitted(send, as: providerID))
    }

    package static func submitted(_ send: Send, as providerID: String? = nil) -> BridgeFrame.OneOfFrame {
        .result(
            .with {
                $0.commandId = send.commandId
                $0.sessionId = send.sessionId
                $0.epoch = send.epoch
                $0.outcome = .submitted(.with { $0.providerMessageId = providerID ?? send.clientMessageId })
            })
    }

    /// The send failed.
    package func fail(
        _ send: Send, _ reason: String, engineCode: String = "", notBegun: Bool = false
    ) async throws {
        try await report(
            .result(
                .with {
                    $0.commandId = send.commandId
                    $0.sessionId = send.sessionId
                    $0.epoch = send.epoch
                    $0.outcome = .error(
                        .with {
                            $0.reason = reason
                            $0.engineCode = engineCode
                            $0.text = "the fake engine says so"
                            $0.notBegun = notBegun
                        })
                }))
    }

    /// WhatsApp says how far a message got.
    package func ack(
        _ send: Send, _ state: AckState, as providerID: String? = nil, engineCode: String = ""
    ) async throws {
        try await report(Self.acked(send, state, as: providerID, engineCode: engineCode))
    }

    package static func acked(
        _ send: Send, _ state: AckState, as providerID: String? = nil, engineCode: String = ""
    ) -> BridgeFrame.OneOfFrame {
        .ack(
            .with {
                $0.sessionId = send.sessionId
                $0.epoch = send.epoch
                $0.providerMessageId = providerID ?? send.clientMessageId
                $0.state = state
                $0.engineCode = engineCode
            })
    }

    /// Takes a send, submits it, and has it delivered.
    @discardableResult
    package func deliver() async throws -> Send {
        let send = try await nextSend()
        try await submit(send)
        try await ack(send, .server)
        try await ack(send, .delivered)
        return send
    }
}

extension SessionEpoch {
    /// A claim to what was assigned.
    package init(_ assign: Assign) {
        self.init()
        sessionId = assign.sessionId
        epoch = assign.epoch
    }
}
