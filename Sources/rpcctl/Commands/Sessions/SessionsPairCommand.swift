// `rpcctl sessions pair`: a code for a phone whose camera cannot scan, or that is elsewhere.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsPairCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "pair",
        abstract: "Get a code that links a session when it is typed into the phone.",
        discussion: """
            The session must be there, and is started where it does not run. On the phone: Linked devices, Link a device, \
            Link with phone number instead. `watch` tells when it is connected. \
            Example: rpcctl sessions pair work --phone +491701234567
            """)

    @Argument(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @Option(help: ArgumentHelp("The number of the phone.", valueName: "number"))
    var phone: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let code = try await rpcd.sessions.requestPairingCode(
            .with {
                $0.sessionId = session?.id ?? 0
                $0.session = session?.name ?? ""
                $0.userId = userID
                $0.phoneNumber = phone
            }, options: rpcd.patient)
        try output.show(code) { Self.details(code) }
    }

    static func details(_ code: PairingCode) -> Details {
        var details = Details()
        details.add("code", code.code)
        details.add("phone", code.phoneNumber)
        details.add("until", TimeText.seconds(code.expiresAt))
        return details
    }
}
