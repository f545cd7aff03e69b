// `rpcctl secrets rotate`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SecretsRotateCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate", abstract: "Seal secrets in the database with a new key, and those that are there anew.",
        discussion: """
            Older keys stay in secrets/box.keys: backups that were made until now are sealed with them. Where there is \
            much to seal, a longer --timeout only shows the counts: the work goes on without it. \
            Example: rpcctl secrets rotate
            """)

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let rotated = try await rpcd.secrets.rotateSecretKey(.init(), options: rpcd.unary)
        try output.show(rotated) {
            var details = Details()
            details.add("key id", rotated.keyId)
            details.add("sealed anew", String(rotated.resealed))
            if rotated.unreadable > 0 { details.add("unreadable", String(rotated.unreadable)) }
            return details
        }
    }
}
