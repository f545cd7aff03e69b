// What all sends have in common: the flags, the call that carries an idempotency key, given or made here, so that a send
// whose answer was lost can be repeated without fear, and `--wait`.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

/// Of whatever becomes a message.
struct WaitOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Wait until it is sent, delivered, read or played; later counts as well.", valueName: "state"))
    var wait: WaitState?

    @Option(
        help: ArgumentHelp(
            "The same key and message within 24 hours are one message. Default: a new one.", valueName: "key"))
    var idempotencyKey: String?

    @Flag(help: "Refuse it where the session is not connected, instead of holding it.")
    var queueNever = false

    var queue: Queue { queueNever ? .never : .unspecified }
}

/// Of what goes to somebody.
struct SendOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @Option(help: ArgumentHelp("The id of a message of the same session to quote.", valueName: "id"))
    var replyTo: Int64?

    @OptionGroup var waiting: WaitOptions
}

/// The requests that name somebody, a session, a message to quote.
protocol ChatSend {
    var recipient: String { get set }
    var session: String { get set }
    var sessionId: Int64 { get set }
    var queue: Queue { get set }
    var replyToId: Int64 { get set }
    var idempotencyKey: String { get set }
    var userId: Int64 { get set }
}

extension SendTextRequest: ChatSend {}
extension SendMediaRequest: ChatSend {}
extension SendLocationRequest: ChatSend {}
extension SendContactRequest: ChatSend {}
extension SendPollRequest: ChatSend {}

extension ChatSend {
    mutating func take(_ options: SendOptions, recipient: String, key: String, userID: Int64) {
        self.recipient = recipient
        session = options.session?.name ?? ""
        sessionId = options.session?.id ?? 0
        queue = options.waiting.queue
        replyToId = options.replyTo ?? 0
        idempotencyKey = key
        userId = userID
    }
}

/// One send, from the call to what is waited for.
struct Sending {
    let rpcd: Rpcd
    let output: Output
    let options: WaitOptions

    /// - Parameter call: makes the call, given its key, whose it is and its options.
    func run(_ call: (_ key: String, _ userID: Int64, _ options: CallOptions) async throws -> Message) async throws {
        let key = options.idempotencyKey ?? Self.makeKey()
        let limit = TimeLimit(rpcd.timeout ?? (options.wait == nil ? Rpcd.unaryTimeout : Rpcd.waitTimeout))
        let accepted = try await accept(key, limit, call)
        guard let wait = options.wait else {
            try output.show(accepted) { MessageText.details(accepted) }
            return
        }
        let watch = DeliveryWatch(rpcd: rpcd, output: output, goal: wait, limit: limit, key: key)
        try await watch.follow(accepted)
    }

    private func accept(
        _ key: String, _ limit: TimeLimit, _ call: (String, Int64, CallOptions) async throws -> Message
    ) async throws -> Message {
        let userID = try await rpcd.userID()
        do {
            return try await call(key, userID, CallOptions(timeout: limit.remaining))
        } catch let error as RPCError where error.isLostInFlight {
            throw Self.outcomeUnknown(key, error.message)
        } catch let error as RPCError where error.code == .deadlineExceeded {
            var failure = Failure(error)
            failure.exit = options.wait == nil ? .failed : .outOfTime
            failure.hint = "outcome unknown: repeating it with --idempotency-key \(key) is safe"
            throw failure
        }
    }

    static func outcomeUnknown(_ key: String, _ what: String) -> Failure {
        Failure(
            .cannotConnect, "OUTCOME_UNKNOWN", "outcome unknown, the same --idempotency-key is safe: \(what)",
            hint: "repeat it with --idempotency-key \(key)")
    }

    /// 128 random bits.
    static func makeKey() -> String {
        var generator = SystemRandomNumberGenerator()
        let (high, low) = (generator.next(), generator.next())
        let digits = [high, low].map { half in
            let text = String(half, radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }
        return "rpcctl-" + digits.joined()
    }
}
