// `rpcctl auth rotate-key`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct AuthRotateKeyCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-key", abstract: "Sign access tokens with a new key. Nobody is signed out.",
        discussion: """
            The former key verifies what it has signed until that has expired, a quarter of an hour later. \
            Example: rpcctl auth rotate-key
            """)

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let rotated = try await rpcd.auth.rotateSigningKey(.init(), options: rpcd.unary)
        try output.show(rotated) {
            var details = Details()
            details.add("key id", rotated.keyId)
            details.add("former key until", TimeText.seconds(rotated.formerKeyUntil))
            return details
        }
    }
}
