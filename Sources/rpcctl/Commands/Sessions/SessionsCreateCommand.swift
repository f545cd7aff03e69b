// `rpcctl sessions create`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SessionsCreateCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Make a session without starting it; `link` starts it.",
        discussion: "Example: rpcctl sessions create work --user ada --engine simulator")

    @Argument(help: "A letter, then up to 63 letters, digits, _ or -. Default: `default`.")
    var name: String = ""

    @Option(help: ArgumentHelp("The engine it asks for, such as simulator. Default: any.", valueName: "engine"))
    var engine: String = ""

    @Option(help: ArgumentHelp("How carefully it sends: fast, careful or auto.", valueName: "profile"))
    var pacing: PacingArgument?

    @Option(
        help: ArgumentHelp(
            "When it sends nothing, such as \"22:00-07:00 Europe/Berlin\".", valueName: "hours"))
    var quietHours: String?

    @Option(
        help: ArgumentHelp("The same key and request within 24 hours make one session.", valueName: "key"))
    var idempotencyKey: String = ""

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let userID = try await rpcd.userID()
        let made = try await rpcd.sessions.createSession(
            .with { request in
                request.name = name
                request.userId = userID
                request.engine = engine
                request.settings = SessionSettings(pacing, quietHours: quietHours)
                request.idempotencyKey = idempotencyKey
            }, options: rpcd.unary)
        try output.show(made) { SessionText.details(made) }
    }
}
