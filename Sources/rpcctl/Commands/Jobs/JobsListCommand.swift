// `rpcctl jobs list`.
internal import ArgumentParser
internal import Contract

struct JobsListCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "The jobs: when each runs next, and what became of its last run.",
        discussion: "Example: rpcctl jobs list")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let list = try await rpcd.jobs.listJobs(.init(), options: rpcd.unary)
        try output.list("jobs", list.jobs) { JobText.table(list.jobs) }
    }
}
