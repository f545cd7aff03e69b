// The flags that every command takes. The root command and each of its leaves hold this same group: the parser fills it
// from wherever the flags stand, so `rpcctl --api-key K send text …` and `rpcctl send text … --api-key K` are one.
internal import ArgumentParser

struct GlobalOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Where rpcd listens: unix:PATH, tcp:HOST:PORT or tls:HOST:PORT (SWITCHBOARD_ENDPOINT).",
            discussion: "Default: unix:./data/rpcd.sock, then unix:/run/switchboard/rpcd.sock.", valueName: "endpoint"))
    var endpoint: String?

    @Option(
        help: ArgumentHelp(
            "Trust a tls: endpoint by these authorities, in PEM form (SWITCHBOARD_TLS_CA).",
            discussion: "Default: those of the system.", valueName: "file"))
    var tlsCa: String?

    @Option(
        help: ArgumentHelp(
            "Show a tls: endpoint this certificate (SWITCHBOARD_TLS_CLIENT_CERT).", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("The certificate's private key (SWITCHBOARD_TLS_CLIENT_KEY).", valueName: "file"))
    var tlsKey: String?

    @Option(help: ArgumentHelp("Read the API key from this file.", valueName: "file"))
    var apiKeyFile: String?

    @Option(
        help: ArgumentHelp(
            "The API key itself. Others on this machine can see it: for tests. Better: --api-key-file or SWITCHBOARD_API_KEY.",
            valueName: "key"))
    var apiKey: String?

    @Option(
        help: ArgumentHelp(
            "An access token. Others on this machine can see it. Better: `rpcctl login`.", valueName: "token"))
    var token: String?

    @Option(
        help: ArgumentHelp(
            "Act for this user (operators and admins): a name or an id. Only where that means something.",
            valueName: "name"))
    var user: String?

    @Option(name: [.customShort("o"), .long], help: "How to write data: table, json or jsonl.")
    var output: OutputFormat = .table

    @Option(
        help: ArgumentHelp(
            "Give up after this long, such as 500ms, 10s or 5m.",
            discussion:
                "Default: 10s for one call, 30s where a bridge is asked, 60s for `link` and `--wait`, none for other streams.",
            valueName: "time"))
    var timeout: TimeSpan?

    @Flag(name: .customLong("no-color"), help: "No colours, also on a terminal (NO_COLOR).")
    var noColor = false

    func validate() throws {
        if [apiKey, apiKeyFile, token].count(where: { $0 != nil }) > 1 {
            throw ValidationError("--api-key, --api-key-file and --token exclude each other.")
        }
    }
}
