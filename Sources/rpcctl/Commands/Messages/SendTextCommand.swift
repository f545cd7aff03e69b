// `rpcctl send text`. Every send carries an idempotency key, given or made here, so that a send whose answer was lost can
// be repeated without fear.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct SendTextCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "text", abstract: "Send a text.",
        discussion: """
            Prints the message as it was accepted: on disk, not sent yet. With --wait it prints the message once it has \
            got that far; exit status 1 when it never will, 75 when --timeout (default 60s) comes first. What begins with \
            a dash goes behind `--`. Example: rpcctl send text +4915112345678 Hello --wait delivered
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: "1 byte to 64 KiB.")
    var text: String

    @Option(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

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

    @Option(help: ArgumentHelp("The id of a message of the same session to quote.", valueName: "id"))
    var replyTo: Int64?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let key = idempotencyKey ?? Self.makeKey()
        let limit = TimeLimit(rpcd.timeout ?? (wait == nil ? Rpcd.unaryTimeout : Rpcd.waitTimeout))
        let accepted = try await accept(rpcd, key, limit)
        guard let wait else {
            try output.show(accepted) { MessageText.details(accepted) }
            return
        }
        let watch = DeliveryWatch(rpcd: rpcd, output: output, goal: wait, limit: limit, key: key)
        try await watch.follow(accepted)
    }

    private func accept(_ rpcd: Rpcd, _ key: String, _ limit: TimeLimit) async throws -> Message {
        let userID = try await rpcd.userID()
        do {
            return try await rpcd.messages.sendText(
                .with {
                    $0.recipient = recipient
                    $0.message = text
                    $0.session = session?.name ?? ""
                    $0.sessionId = session?.id ?? 0
                    $0.queue = queueNever ? .never : .unspecified
                    $0.replyToId = replyTo ?? 0
                    $0.idempotencyKey = key
                    $0.userId = userID
                }, options: CallOptions(timeout: limit.remaining))
        } catch let error as RPCError where error.isLostInFlight {
            throw Self.outcomeUnknown(key, error.message)
        } catch let error as RPCError where error.code == .deadlineExceeded {
            var failure = Failure(error)
            failure.exit = wait == nil ? .failed : .outOfTime
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
