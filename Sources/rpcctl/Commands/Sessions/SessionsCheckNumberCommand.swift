// `rpcctl sessions check-number`: whether anybody is there to be written to.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsCheckNumberCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "check-number",
        abstract: "Ask WhatsApp whether a number has an account.",
        discussion: """
            Through a session that is connected. An answer is kept for a day, that there is none for an hour. \
            Example: rpcctl sessions check-number +491701234567 --session work
            """)

    @Argument(help: ArgumentHelp("`+`, country code, number.", valueName: "number"))
    var number: String

    @Option(help: ArgumentHelp("A name or an id. Default: `default`, else the only one.", valueName: "name"))
    var session: SessionArgument?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let check = try await rpcd.sessions.checkNumber(
            .with {
                $0.phoneNumber = number
                $0.sessionId = session?.id ?? 0
                $0.session = session?.name ?? ""
                $0.userId = userID
            }, options: rpcd.patient)
        try output.show(check) { Self.details(check) }
    }

    static func details(_ check: NumberCheck) -> Details {
        var details = Details()
        details.add("number", check.phoneNumber)
        details.add("on WhatsApp", check.exists ? "yes" : "no")
        details.add("lid", check.lid)
        details.add("asked", TimeText.seconds(check.checkedAt))
        return details
    }
}
