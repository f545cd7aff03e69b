// `rpcctl keys rotate`: the successor's secret is in its output and nowhere else.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysRotateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Make a key's successor and end the key. The new secret is shown this once.",
        discussion: """
            The successor has the same name, scopes, networks and expiry. \
            Example: rpcctl keys rotate sbk_AbCdEf12 --overlap 5m
            """)

    @Argument(help: ArgumentHelp("The key's prefix (sbk_ and eight characters), or its id.", valueName: "prefix"))
    var key: KeyArgument

    @Option(
        help: ArgumentHelp("How long the old key lives on, such as 5m or 7d. Default: not at all.", valueName: "time"))
    var overlap: TimeSpan?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let rotated = try await rpcd.keys.rotateKey(
            .with { request in
                request.id = key.id
                request.prefix = key.prefix
                request.overlap = overlap.map { span in
                    let (seconds, attoseconds) = span.duration.components
                    return .with {
                        $0.seconds = seconds
                        $0.nanos = Int32(attoseconds / 1_000_000_000)
                    }
                }
            }, options: rpcd.unary)
        try output.show(rotated) { KeyText.details(rotated.apiKey ?? ApiKey(), secret: rotated.secret) }
        if output.format == .table {
            let end = overlap.map { "in \($0.text)" } ?? "now"
            output.console.note("The secret is shown this once. The old key ends \(end).")
        }
    }
}
