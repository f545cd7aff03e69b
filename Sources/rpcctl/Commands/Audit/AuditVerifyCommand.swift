// `rpcctl audit verify`: whether the audit log is what was written. The exit status says it too.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct AuditVerifyCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Whether the audit log is what was written: every entry, in its place; exit status 1 if not.",
        discussion: """
            Note the last entry and its hash elsewhere, and show them the next time: then not even somebody with the \
            server's keys can have changed what was before. Example: rpcctl audit verify
            """)

    @Option(help: ArgumentHelp("An entry that was noted earlier.", valueName: "id:hash"))
    var known: KnownEntry?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        // It reads the whole log.
        let verdict = try await rpcd.audit.verifyAuditLog(
            .with {
                $0.knownId = known?.id ?? 0
                $0.knownHash = known?.hash ?? ""
            }, options: CallOptions(timeout: rpcd.timeout ?? .seconds(600)))
        try output.show(verdict) { Self.details(verdict) }
        if !verdict.isIntact { throw Ended(exit: .failed) }
    }

    static func details(_ verdict: AuditVerdict) -> Details {
        var details = Details()
        if verdict.isIntact {
            details.add("audit log", "intact", .green)
        } else {
            let fault = EnumWords("fault", of: AuditVerdict.schema).word(verdict.fault)
            details.add("audit log", fault.isEmpty ? "not intact" : fault, .red)
            if verdict.badId != 0 { details.add("at entry", verdict.badId) }
            details.add("what", verdict.detail)
        }
        details.add("verified", verdict.checked)
        if verdict.firstId != 0 { details.add("from entry", verdict.firstId) }
        if verdict.lastId != 0 { details.add("to note", "\(verdict.lastId):\(verdict.lastHash)") }
        return details
    }
}

/// `ID:HASH`, as `verify` shows it.
struct KnownEntry: ExpressibleByArgument, Hashable {
    let id: Int64
    let hash: String

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let id = Int64(parts[0]), id > 0, !parts[1].isEmpty else { return nil }
        self.id = id
        hash = String(parts[1])
    }
}
