// One run of rpcctl: arguments in, exit status out. The only place that turns errors into words and numbers.
internal import ArgumentParser
internal import Glibc
internal import RPC

struct Invocation: Sendable {
    let arguments: [String]
    let environment: [String: String]
    let console: Console
    /// Makes the way to the server; tests put one in process here.
    let dial: @Sendable (GlobalOptions, [String: String]) throws -> Rpcd

    func run() async -> Exit {
        do {
            try await execute()
            return .success
        } catch let ended as Ended {
            return ended.exit
        } catch is SinkClosed {
            // Whoever read us has gone away. That is their right.
            return .success
        } catch {
            return report(error)
        }
    }

    private func execute() async throws {
        var command = try Rpcctl.parseAsRoot(arguments)
        guard let remote = command as? any RemoteCommand else {
            if Self.isGroup(command) { throw MissingSubcommand(group: type(of: command)) }
            // `help`: the parser's own business.
            try command.run()
            return
        }
        guard remote.global.user == nil || remote is any ActsForUser else {
            throw Failure.usage("this command does nothing for a user: it has no --user")
        }
        let output = Output(format: remote.global.output, console: console)
        if let local = remote as? any SometimesLocalCommand, try local.runLocally(output) { return }
        let rpcd = try dial(remote.global, environment)
        do {
            try await remote.run(rpcd, output)
        } catch {
            await rpcd.close()
            throw error
        }
        await rpcd.close()
    }

    private static func isGroup(_ command: any ParsableCommand) -> Bool {
        let configuration = type(of: command).configuration
        return !configuration.ungroupedSubcommands.isEmpty || !configuration.groupedSubcommands.isEmpty
    }

    private func report(_ error: any Error) -> Exit {
        if let missing = error as? MissingSubcommand {
            console.note(Rpcctl.helpMessage(for: missing.group, columns: nil))
            return report(Failure.usage("a subcommand is missing"))
        }
        if !(error is Failure), !(error is RPCError), !(error is InputError), Rpcctl.exitCode(for: error) != .failure {
            return reportParsing(error)
        }
        let failure = Failure(error)
        for line in failure.lines(style: console.errStyle) { console.note(line) }
        return failure.exit
    }

    /// Help and version are data; what is wrong with a command line is not.
    private func reportParsing(_ error: any Error) -> Exit {
        let text = Rpcctl.fullMessage(for: error)
        if Rpcctl.exitCode(for: error) == .success {
            do { try console.print(text) } catch { return .success }
            return .success
        }
        // The parser's own word for it, in the form that all failures have.
        console.note(text.hasPrefix("Error: ") ? "error: USAGE: " + text.dropFirst(7) : text)
        return .usage
    }
}

/// A group was named, and nothing of it. What there is to choose from is told, on stderr: nothing was done.
private struct MissingSubcommand: Error {
    let group: any ParsableCommand.Type
}

@main
enum Main {
    static func main() async {
        // A closed pipe is an error of write(), not the end of the process in the middle of a call.
        signal(SIGPIPE, SIG_IGN)
        var environment: [String: String] = [:]
        let names = [
            "SWITCHBOARD_API_KEY", "SWITCHBOARD_ENDPOINT", "SWITCHBOARD_TLS_CA", "SWITCHBOARD_TLS_CLIENT_CERT",
            "SWITCHBOARD_TLS_CLIENT_KEY", "NO_COLOR", "HOME", "XDG_CONFIG_HOME",
        ]
        for name in names {
            environment[name] = getenv(name).map { String(cString: $0) }
        }
        let arguments = Array(CommandLine.arguments.dropFirst())
        let invocation = Invocation(
            arguments: arguments, environment: environment,
            console: .standard(colours: Self.wantsColours(arguments, environment)), dial: Dialling.dial)
        exit(await invocation.run().rawValue)
    }

    /// Before anything is parsed, because the parser's own words are coloured or not as well.
    static func wantsColours(_ arguments: [String], _ environment: [String: String]) -> Bool {
        let options = arguments.prefix { $0 != "--" }
        return !options.contains("--no-color") && (environment["NO_COLOR"] ?? "").isEmpty
    }
}
