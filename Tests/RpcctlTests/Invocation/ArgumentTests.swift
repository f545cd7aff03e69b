// The forms that scripts rely on: every one of them must parse, and mean what it says, wherever global flags stand.
import ArgumentParser
import Testing

@testable import rpcctl

@Suite struct ArgumentTests {
    private func parse<C: ParsableCommand>(_: C.Type = C.self, _ line: String) throws -> C {
        let arguments = line.split(separator: " ").map(String.init)
        return try #require(try Rpcctl.parseAsRoot(arguments) as? C)
    }

    @Test(arguments: [
        "status", "health", "health switchboard.v1.MessagesService", "whoami", "bridges list", "users list",
        "users get ada", "users create ada --password-stdin --email a@b --admin --max-per-minute 5 --max-per-day 0",
        "keys create --user ada --name laptop --scope messages:send --scope messages:read", "keys list",
        "keys revoke sbk_AbCdEf12", "sessions link", "sessions link work --timeout 60s", "sessions list",
        "sessions get",
        "sessions get work", "sessions get 7", "sessions watch", "sessions disconnect work",
        "send text +491701234567 hello", "send text +491701234567 hello --session work --wait delivered",
        "send text +491701234567 hello --wait sent --idempotency-key k", "send text -- +491701234567 --hello",
        "messages list", "messages list --status pending --page-size 5 --page-token t", "messages get 7",
        "messages tail",
        "call MessagesService/GetMessage", "call switchboard.v1.MessagesService/GetMessage {}",
        "call MessagesService/GetMessage @file", "call MessagesService/GetMessage -",
        "call MessagesService/GetMessage --example", "services", "describe SendText", "login ada",
        "login ada --password-stdin", "logout",
        "users update ada --rename eva --email e@b --role admin --max-per-minute 5 --max-per-day 0",
        "users delete ada --purge-messages --yes", "users activate ada", "users deactivate 7",
        "users passwd ada --password-stdin", "keys get sbk_AbCdEf12", "keys rotate 7 --overlap 5m",
        "keys update 7 --name x --scope a --allowed-ip unix --expires-in 90d", "keys update 7 --any-ip --never-expires",
        "sessions create", "sessions create work --engine simulator --pacing fast", "sessions restart",
        "sessions update work --rename play --pacing auto --quiet-hours none", "sessions unlink work --yes",
        "sessions delete 7 --yes",
        "messages cancel 7", "messages retry 7", "messages resolve 7 --sent", "messages resolve 7 --failed",
        "messages resolve 7 --resend", "messages why 7", "events tail",
        "events tail --from abc --type message.* --type session.connected --session work", "stats overview",
        "stats usage --from 2026-11-01 --to 2026-11-02 --page 2", "logs",
        "logs --follow --status error --method MessagesService/SendText --request-id r", "logs -f",
    ])
    func everyFormIsTakenWithGlobalFlagsBeforeAndBehind(line: String) throws {
        // In one line, because a debug build of the parser looks through the whole tree at every parse.
        let (before, behind) = ("--endpoint unix:/x --api-key K", "-o json --timeout 5s --no-color")
        let all = line.contains(" -- ") ? "\(before) \(behind) \(line)" : "\(before) \(line) \(behind)"
        let command = try Rpcctl.parseAsRoot(all.split(separator: " ").map(String.init))
        let global = try #require(command as? any RemoteCommand).global
        #expect(global.endpoint == "unix:/x")
        #expect(global.apiKey == "K")
        #expect(global.output == .json)
        #expect(global.timeout == TimeSpan(.seconds(5)))
        #expect(global.noColor)
    }

    @Test(arguments: [
        "--api-key K --user ada -o jsonl --timeout 90s sessions link work",
        "sessions --api-key K --user ada -o jsonl --timeout 90s link work",
        "sessions link work --api-key K --user ada -o jsonl --timeout 90s",
        "--api-key K sessions --user ada link --timeout 90s work -o jsonl",
    ])
    func globalFlagsMeanTheSameWhereverTheyStand(line: String) throws {
        let command = try parse(SessionsLinkCommand.self, line)
        #expect(command.global.apiKey == "K")
        #expect(command.global.user == "ada")
        #expect(command.global.output == .jsonl)
        #expect(command.global.timeout == TimeSpan(.seconds(90)))
        #expect(command.session == .name("work"))
    }

    @Test func sendTextHasItsParts() throws {
        let command = try parse(
            SendTextCommand.self, "--api-key K send text +491701234567 hi --session 7 --wait read --idempotency-key k")
        #expect(command.recipient == "+491701234567")
        #expect(command.text == "hi")
        #expect(command.options.session == .id(7))
        #expect(command.options.waiting.wait == .read)
        #expect(command.options.waiting.idempotencyKey == "k")
    }

    @Test func whatBeginsWithADashGoesBehindTwo() throws {
        let command = try parse(SendTextCommand.self, "-o json send text -- +491701234567 --api-key")
        #expect(command.text == "--api-key")
        #expect(command.global.apiKey == nil)
        #expect(command.global.output == .json)
    }

    @Test func keysCreateUsesTheGlobalUser() throws {
        let command = try parse(KeysCreateCommand.self, "keys create --user ada --name x --scope a --scope b")
        #expect(command.global.user == "ada")
        #expect(command.scopes == ["a", "b"])
    }

    @Test(arguments: [
        "no-such-command", "users", "send text", "send text +491701234567", "messages get x",
        "send text a b --wait seen",
        "status --no-such-flag", "-o yaml status", "--timeout soon status", "--timeout 0s status",
        "--api-key a --api-key-file b status", "--api-key a --token t status", "messages resolve 7",
        "messages resolve 7 --sent --failed", "messages why x", "users update", "users update ada --role king",
        "keys update 7 --any-ip --allowed-ip unix", "keys update 7 --never-expires --expires-in 1d", "login",
        "send location +491701234567 52.5", "send location +491701234567 here,there",
        "send contact +491701234567 Ada", "send poll +491701234567 Who?", "send reaction x", "messages edit 7",
        "sessions presence +491701234567 sleeping", "sessions unlink", "sessions delete",
        "sessions create work --pacing slow", "logs --follow --page 2",
        "events tail --type", "stats", "keys create", "users create", "call", "status extra",
    ])
    func whatMakesNoSenseIsUsage(line: String) async {
        let arguments = line.split(separator: " ").map(String.init)
        let error = #expect(throws: (any Error).self) {
            var command = try Rpcctl.parseAsRoot(arguments)
            // For the parser a group without a subcommand is a call for help; ExitStatusTests has what becomes of it.
            if !(command is any RemoteCommand) { try command.run() }
        }
        guard let error else { return }
        let expected: ExitCode = ["users", "stats"].contains(line) ? .success : .validationFailure
        #expect(Rpcctl.exitCode(for: error) == expected)
    }

    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("10s", .seconds(10)), ("5m", .seconds(300)), ("1h", .seconds(3600)),
        ("90d", .seconds(7_776_000)), ("7", .seconds(7)),
    ])
    func timeSpansAreReadAndWrittenBack(text: String, duration: Duration) throws {
        let span = try #require(TimeSpan(argument: text))
        #expect(span.duration == duration)
        #expect(TimeSpan(argument: span.text) == span)
    }

    @Test(arguments: ["", "s", "-1s", "1.5s", "10 s", "10x", "0", "0s", "9999999999999999999s", "٣s"])
    func whatIsNoTimeSpanIsRefused(text: String) {
        #expect(TimeSpan(argument: text) == nil)
    }
}
