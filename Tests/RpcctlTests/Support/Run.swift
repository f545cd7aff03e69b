// One run of rpcctl against a scripted server: what it said and how it ended.
import Synchronization

@testable import RPC
@testable import rpcctl

struct Ran {
    let exit: Exit
    let out: String
    let err: String
    let server: ScriptedTransport
}

/// Runs a command line. Parsing, commands, rendering and exit status are the program's own; only the way to the server is
/// not.
///
/// - Parameters:
///   - stdin: what `--password-stdin` reads.
///   - answers: of the person at the terminal, in order; nil: nobody sits there. What they were asked is on stderr.
///   - now: seconds since 1970.
func rpcctl(
    _ arguments: String..., environment: [String: String] = [:], server: ScriptedTransport = ScriptedTransport([:]),
    terminal: Terminal.Size? = nil, style: Style = .plain, stdin: String = "", answers: [String?]? = nil,
    now: Int64 = 1_700_000_000
) async -> Ran {
    await rpcctl(
        list: arguments, environment: environment, server: server, terminal: terminal, style: style, stdin: stdin,
        answers: answers, now: now)
}

/// The same, of a command line that was put together.
func rpcctl(
    list arguments: [String], environment: [String: String] = [:], server: ScriptedTransport = ScriptedTransport([:]),
    terminal: Terminal.Size? = nil, style: Style = .plain, stdin: String = "", answers: [String?]? = nil,
    now: Int64 = 1_700_000_000
) async -> Ran {
    let out = MemorySink()
    let err = MemorySink()
    let waiting = Mutex(answers ?? [])
    let ask: @Sendable (String) -> String? = { prompt in
        err.write(prompt + "\n")
        return waiting.withLock { $0.isEmpty ? nil : $0.removeFirst() }
    }
    let input = Input(
        all: { _ in Array(stdin.utf8) }, questions: answers == nil ? nil : Questions(secret: ask, line: ask))
    let invocation = Invocation(
        arguments: arguments, environment: environment,
        console: Console(out: out, err: err, input: input, style: style, errStyle: style, terminal: terminal)
    ) { options, environment in
        try Dialling.rpcd(at: .unix(path: "/test"), over: server, options, environment, now: { now })
    }
    let exit = await invocation.run()
    return Ran(exit: exit, out: out.text, err: err.text, server: server)
}

/// Of a server that went away in the middle.
let connectionLost = failure(.lost, "the connection was lost")
/// Of a server that is not there.
let cannotConnect = failure(.cannotConnect, "cannot connect to unix:/test")

private func failure(_ kind: ConnectionFailure.Kind, _ text: String) -> RPCError {
    let cause = ConnectionFailure(kind: kind, endpoint: .unix(path: "/test"), description: text)
    return RPCError(.unavailable, reason: "UNAVAILABLE", message: text, cause: cause)
}
