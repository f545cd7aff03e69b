// What goes where, and how it ends: data on stdout, the rest on stderr, and the five numbers.
import Codec
import Contract
import RPC
import Testing

@testable import rpcctl

@Suite struct ExitStatusTests {
    private static func failing(_ error: RPCError) -> ScriptedTransport {
        ScriptedTransport([SystemMethods.getStatus.path: { _, _ in throw error }])
    }

    @Test func helpAndVersionAreDataAndEndWell() async {
        for arguments in [["--help"], ["send", "text", "--help"], ["help"], ["help", "users"], ["--version"]] {
            let out = MemorySink()
            let err = MemorySink()
            let invocation = Invocation(
                arguments: arguments, environment: [:], console: Console(out: out, err: err)
            ) { _, _ in throw Failure(.failed, "INTERNAL", "nobody was to be called") }
            #expect(await invocation.run() == .success)
            #expect(!out.text.isEmpty)
            #expect(err.text.isEmpty)
        }
    }

    @Test func everyCommandHasHelpWithTheGlobalOptions() async {
        for command in [["status"], ["call"], ["users", "create"], ["sessions", "link"], ["send", "text"]] {
            let ran = await rpcctl_(command + ["--help"])
            #expect(ran.out.contains("OVERVIEW: "))
            #expect(ran.out.contains("--api-key-file <file>"))
            #expect(ran.out.contains("USAGE: rpcctl \(command.joined(separator: " "))"))
        }
    }

    @Test(arguments: ["", "users", "keys", "sessions", "send", "messages", "bridges", "stats", "events"])
    func aGroupWithoutASubcommandIsUsageAndSaysWhatThereIs(group: String) async {
        let ran = await rpcctl_(group.isEmpty ? [] : [group])
        #expect(ran.exit == .usage)
        #expect(ran.out.isEmpty)
        #expect(ran.err.contains("USAGE: rpcctl\(group.isEmpty ? "" : " ")\(group) ["), "\(ran.err)")
        #expect(ran.err.contains("SUBCOMMANDS:"))
        #expect(ran.err.hasSuffix("error: USAGE: a subcommand is missing\n"))
        #expect(ran.server.asked.isEmpty)
    }

    /// Whether a command is for somebody is found out by looking whether it asks who that is.
    @Test(arguments: HelpTests.leaves)
    func whoeverIsNamedIsActedForOrTheCommandRefuses(leaf: HelpTests.Leaf) async throws {
        let ran = await rpcctl_(try leaf.example() + ["--user", "ada"])
        let asked = try ran.server.requests(GetUserRequest.self, to: UsersMethods.getUser)
        if leaf.command is any ActsForUser.Type {
            #expect(asked.map(\.username) == ["ada"], "\(ran.err)")
            #expect(ran.exit == .failed)
        } else {
            #expect(ran.exit == .usage)
            #expect(ran.err.contains("--user"))
            #expect(ran.server.asked.isEmpty)
        }
        // Without it nobody is asked about.
        let plain = await rpcctl_(try leaf.example())
        #expect(!plain.err.contains("--user"))
    }

    @Test func theVersionIsOneLine() async {
        let ran = await rpcctl("--version")
        #expect(ran.out == Version.text + "\n")
    }

    @Test func usageIs64AndOnStderr() async {
        let ran = await rpcctl("send", "location", "+491701234567")
        #expect(ran.exit == .usage)
        #expect(ran.out.isEmpty)
        #expect(ran.err.hasPrefix("error: USAGE: Missing expected argument"))
        #expect(ran.err.contains("Usage: rpcctl send location"))
        #expect(Exit.usage.rawValue == 64)
    }

    @Test func aRefusalIs1WithReasonFieldsAndHint() async {
        let error = RPCError(
            .invalidArgument, reason: "VALIDATION_ERROR", message: "Some fields are not valid.",
            violations: [
                .init(field: "recipient", description: "is required"), .init(field: "message", description: "is\nlong"),
            ],
            hint: "Try again.", requestID: "r1")
        let ran = await rpcctl("status", server: Self.failing(error))
        #expect(ran.exit.rawValue == 1)
        #expect(ran.out.isEmpty)
        #expect(
            ran.err == """
                error: VALIDATION_ERROR: Some fields are not valid.
                  recipient: is required
                  message: is\\nlong
                hint: Try again.

                """)
    }

    @Test func aRefusalWithoutAReasonIsNamedByItsCode() async {
        let ran = await rpcctl("status", server: Self.failing(RPCError(.dataLoss, message: "gone")))
        #expect(ran.err == "error: DATA_LOSS: gone\n")
    }

    @Test func whoHasToNameAUserIsToldHow() async {
        let error = RPCError(
            .invalidArgument, reason: "VALIDATION_ERROR", message: "user_id is required.",
            violations: [.init(field: "user_id", description: "is required")])
        #expect(await rpcctl("status", server: Self.failing(error)).err.contains("hint: --user NAME"))
    }

    @Test(arguments: [connectionLost, cannotConnect])
    func noServerIs69(error: RPCError) async {
        let ran = await rpcctl("status", server: Self.failing(error))
        #expect(ran.exit.rawValue == 69)
        #expect(ran.err.hasPrefix("error: \(error.reason): "))
    }

    @Test func aServerThatSaysItIsUnavailableIsAnAnswer() async {
        let error = RPCError(.unavailable, reason: "SHUTTING_DOWN", message: "going down", requestID: "r1")
        #expect(await rpcctl("status", server: Self.failing(error)).exit == .failed)
    }

    @Test func aReaderThatGoesAwayIsNoFailure() async {
        struct Closed: Sink {
            func write(_ text: String) throws { throw SinkClosed() }
        }
        let err = MemorySink()
        let server = ScriptedTransport([SystemMethods.getStatus.path: { _, _ in [.item(SystemStatus())] }])
        let invocation = Invocation(
            arguments: ["status"], environment: [:], console: Console(out: Closed(), err: err)
        ) { _, _ in
            Rpcd(client: RPCClient(transport: server), endpoint: .unix(path: "/x"), timeout: nil, user: nil)
        }
        #expect(await invocation.run() == .success)
        #expect(err.text.isEmpty)
    }

    @Test func theKeyTravelsAsMetadataAndIsNeverShown() async {
        let server = ScriptedTransport([SystemMethods.getStatus.path: { _, _ in [.item(SystemStatus())] }])
        let ran = await rpcctl("status", "--api-key", "sbk_secret", server: server)
        #expect(server.asked.first?.head.metadata["authorization"] == "ApiKey sbk_secret")
        #expect(!(ran.out + ran.err).contains("sbk_secret"))
        let other = await rpcctl("status", environment: ["SWITCHBOARD_API_KEY": "sbk_env"], server: server)
        #expect(other.exit == .success)
        #expect(server.asked.last?.head.metadata["authorization"] == "ApiKey sbk_env")
    }

    @Test func coloursNeedATerminalAndPermission() {
        #expect(Main.wantsColours(["status"], [:]))
        #expect(!Main.wantsColours(["status", "--no-color"], [:]))
        #expect(!Main.wantsColours(["status"], ["NO_COLOR": "1"]))
        #expect(Main.wantsColours(["status"], ["NO_COLOR": ""]))
        #expect(Main.wantsColours(["send", "text", "--", "+49", "--no-color"], [:]))
        #expect(!Console.standard(colours: false).style.isColoured)
    }

    private func rpcctl_(_ arguments: [String]) async -> Ran {
        let out = MemorySink()
        let err = MemorySink()
        let server = ScriptedTransport([:])
        let invocation = Invocation(
            arguments: arguments, environment: [:], console: Console(out: out, err: err)
        ) { options, _ in
            Rpcd(
                client: RPCClient(transport: server), endpoint: .unix(path: "/x"), timeout: .milliseconds(1),
                user: options.user)
        }
        return Ran(exit: await invocation.run(), out: out.text, err: err.text, server: server)
    }
}
