// `rpcctl logout`: ends the sign-in at this endpoint, on the server and here.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct LogoutCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "End your sign-in at this endpoint, at once and everywhere it was used.",
        discussion: "Example: rpcctl logout")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        guard let place = rpcd.signInPlace else {
            throw Failure(.failed, "NOT_AUTHENTICATED", "you are not signed in at \(rpcd.endpoint)")
        }
        let ended = try await place.file.locked {
            guard let signIn = try place.read() else {
                throw Failure(.failed, "NOT_AUTHENTICATED", "you are not signed in at \(place.endpoint)")
            }
            do {
                _ = try await rpcd.auth.logout(.with { $0.refresh = signIn.refresh }, options: rpcd.unary)
            } catch let error as RPCError where error.code == .unauthenticated {
                // It had ended already.
            }
            try place.file.set(nil, at: place.endpoint)
            return signIn
        }
        try output.done("\(ended.username) is signed out at \(place.endpoint).")
    }
}
