// A command that talks to rpcd. What it needs is handed to it, so that a test can hand it a server in process and look at
// what it said.
internal import ArgumentParser

protocol RemoteCommand: ParsableCommand {
    var global: GlobalOptions { get }

    /// - Throws: `Failure` or `RPCError` for what failed, `Ended` where all has been said.
    func run(_ rpcd: Rpcd, _ output: Output) async throws
}

/// A command that does what it does for the user of `--user`: every other refuses that flag, because doing something else
/// than what was asked for is worse than doing nothing.
protocol ActsForUser: RemoteCommand {}

/// A command that can sometimes answer by itself, so that no server need be there.
protocol SometimesLocalCommand: RemoteCommand {
    /// - Returns: whether all has been said.
    func runLocally(_ output: Output) throws -> Bool
}

/// The command has said all there is to say; only the exit status is left.
struct Ended: Error {
    let exit: Exit
}
