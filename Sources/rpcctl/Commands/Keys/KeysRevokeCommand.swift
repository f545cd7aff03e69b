// `rpcctl keys revoke`.
internal import ArgumentParser
internal import Codec
internal import Contract

struct KeysRevokeCommand: RemoteCommand {
    static let configuration = CommandConfiguration(commandName: "revoke", abstract: "End a key for good.")

    @Argument(help: ArgumentHelp("The key's prefix (sbk_ and eight characters), or its id.", valueName: "prefix"))
    var key: String

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let revoked = try await rpcd.keys.revokeKey(Self.request(key), options: rpcd.unary)
        try output.show(revoked) {
            var details = Details()
            details.add("id", revoked.id)
            details.add("name", revoked.name)
            details.add("prefix", revoked.prefix)
            details.add("status", "inactive", .red)
            return details
        }
    }

    /// A prefix may be given without its `sbk_`; eight characters are one, even eight digits.
    static func request(_ key: String) -> RevokeKeyRequest {
        .with { request in
            if let id = Int64(key), id > 0, key.utf8.count != 8 { request.id = id } else { request.prefix = key }
        }
    }
}
