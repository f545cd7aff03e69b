// `rpcctl sessions presence`: what whoever has the chat open sees beside the name.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsPresenceCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "presence", abstract: "Show somebody that something is typed or recorded, or no more.",
        discussion: """
            Through a session that is connected; WhatsApp forgets it after some seconds. \
            Example: rpcctl sessions presence +4915112345678 typing
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: "typing, recording or paused.")
    var state: State

    enum State: String, CaseIterable, ExpressibleByArgument {
        case typing, recording, paused

        var presence: Presence {
            switch self {
            case .typing: .typing
            case .recording: .recording
            case .paused: .paused
            }
        }
    }

    @Option(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let shown = try await rpcd.messages.setPresence(
            .with {
                $0.recipient = recipient
                $0.presence = state.presence
                $0.session = session?.name ?? ""
                $0.sessionId = session?.id ?? 0
                $0.userId = userID
            }, options: rpcd.unary)
        try output.show(shown) {
            var details = Details()
            details.add("presence", state.rawValue)
            return details
        }
    }
}
