// One run of rpcctl against a scripted server: what it said and how it ended.
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
func rpcctl(
    _ arguments: String..., environment: [String: String] = [:], server: ScriptedTransport = ScriptedTransport([:]),
    terminal: Terminal.Size? = nil, style: Style = .plain
) async -> Ran {
    let out = MemorySink()
    let err = MemorySink()
    let invocation = Invocation(
        arguments: arguments, environment: environment,
        console: Console(out: out, err: err, style: style, errStyle: style, terminal: terminal)
    ) { options, environment in
        let authorization = try Credentials.authorization(
            key: options.apiKey, keyFile: options.apiKeyFile, environment: environment["SWITCHBOARD_API_KEY"]
        ) { path throws(InputError) in try InputSource.file(path) }
        var metadata = Metadata()
        if let authorization { metadata["authorization"] = authorization }
        return Rpcd(
            client: RPCClient(transport: server, metadata: metadata), endpoint: .unix(path: "/test"),
            timeout: options.timeout?.duration, user: options.user)
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
