// `rpcctl auth end-sign-in`: one by its id, or all of a user's but one's own.
internal import ArgumentParser
internal import Codec
internal import Contract

struct AuthEndSignInCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "end-sign-in", abstract: "End a sign-in, or all of a user's but the one you are using, at once.",
        discussion: "Example: rpcctl auth end-sign-in --all --user ada")

    @Argument(help: "Its id, from `auth sign-ins`.")
    var id: Int64?

    @Flag(help: "All of yours, or of --user's, but the one you are using.")
    var all = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        guard (id != nil) != all else {
            throw Failure.usage("say which sign-in to end, or --all", hint: "rpcctl auth end-sign-in --help")
        }
        guard id == nil || global.user == nil else {
            throw Failure.usage("a sign-in's id says whose it is", hint: "--user goes with --all")
        }
        var request = EndSignInRequest()
        if let id { request.id = id } else { request.userId = try await owner(rpcd) }
        let answer = try await rpcd.auth.endSignIn(request, options: rpcd.unary)
        try output.done(answer.ended == 1 ? "1 sign-in ended." : "\(answer.ended) sign-ins ended.")
    }

    /// Whose they are.
    private func owner(_ rpcd: Rpcd) async throws -> Int64 {
        let named = try await rpcd.userID()
        if named != 0 { return named }
        guard let me = try await rpcd.auth.getMe(.init(), options: rpcd.unary).user else {
            throw Failure.usage("say whose, with --user: an operator has no sign-ins")
        }
        return me.id
    }
}
