// `--wait`: follows an accepted message until it has got as far as was asked, never will, or time runs out. Prints the
// Message in every case in which it knows one.
internal import Codec
internal import Contract
internal import RPC

struct DeliveryWatch {
    let rpcd: Rpcd
    let output: Output
    let goal: WaitState
    let limit: TimeLimit
    /// Of the send, for whoever has to repeat it.
    let key: String

    func follow(_ accepted: Message) async throws {
        var last = accepted
        do {
            last = try await end(of: accepted) { last = $0 }
        } catch let error as RPCError where error.code == .deadlineExceeded {
            try show(last)
            throw Failure(
                .outOfTime, "DEADLINE_EXCEEDED",
                "\(MessageText.status(last.status)) after \(TimeSpan(limit.whole).text), not \(goal.rawValue)",
                hint: "it goes on without you: rpcctl messages get \(last.id)")
        } catch let error as RPCError where error.isLost || error.code == .unavailable {
            // Gone, or going: a server that shuts down ends its streams.
            try show(last)
            throw Sending.outcomeUnknown(key, "message \(last.id) was accepted, then: \(error.message)")
        } catch {
            try show(last)
            throw error
        }
        try show(last)
        if goal.verdict(last.status) == .failed {
            let reason = last.errorCode.isEmpty ? MessageText.status(last.status).uppercased() : last.errorCode
            let text = last.errorMessage.isEmpty ? "" : ": " + last.errorMessage
            throw Failure(.failed, reason, "the message is \(MessageText.status(last.status))\(text)")
        }
    }

    /// - Parameter note: is given every state on the way.
    private func end(of accepted: Message, _ note: (Message) -> Void) async throws -> Message {
        if goal.verdict(accepted.status) != .waiting { return accepted }
        let updates = try await rpcd.messages.watchMessages(
            .with { $0.id = accepted.id }, options: CallOptions(timeout: limit.remaining))
        var last = accepted
        for try await update in updates {
            guard var message = update.message else { continue }
            for entry in message.timeline + (update.entry.map { [$0] } ?? []) { narrate(message, entry) }
            // The first update brings the timeline; what is printed is the message as SendText would give it.
            message.timeline = []
            last = message
            note(message)
            if goal.verdict(message.status) != .waiting { return message }
        }
        // The server ends a watch when the message can change no more.
        if goal.verdict(last.status) == .waiting {
            throw Failure(
                .failed, "FAILED_PRECONDITION",
                "the message is \(MessageText.status(last.status)) and will not be \(goal.rawValue)")
        }
        return last
    }

    /// People are told what happens meanwhile.
    private func narrate(_ message: Message, _ entry: TimelineEntry) {
        guard output.format == .table else { return }
        output.console.note(MessageText.line(message, entry, style: output.console.errStyle))
    }

    private func show(_ message: Message) throws {
        try output.show(message) { MessageText.details(message) }
    }
}
