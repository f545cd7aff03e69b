// `rpcctl messages resolve`: settles what nobody could find out by itself. One of the three words must be said.
internal import ArgumentParser
internal import Codec
internal import Contract

struct MessagesResolveCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolve",
        abstract:
            "Settle a message that is `unknown`, or failed as OUTCOME_UNKNOWN, by what you found out on the phone.",
        discussion: "Example: rpcctl messages resolve 42 --sent")

    @Argument(help: "The message's id.")
    var id: Int64

    @Flag(exclusivity: .exclusive, help: "What became of it.")
    var outcome: Outcome

    enum Outcome: String, EnumerableFlag {
        case sent, failed, resend

        static func help(for value: Outcome) -> ArgumentHelp? {
            switch value {
            case .sent: "It went out."
            case .failed: "It did not, and shall not."
            case .resend: "Send it again, at the risk of sending it twice."
            }
        }

        var resolution: Resolution {
            switch self {
            case .sent: .sent
            case .failed: .failed
            case .resend: .resend
            }
        }
    }

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let message = try await rpcd.messages.resolveMessage(
            .with {
                $0.id = id
                $0.resolution = outcome.resolution
            }, options: rpcd.unary)
        try output.show(message) { MessageText.details(message) }
    }
}
