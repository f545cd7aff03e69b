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
            server's keys can have changed what was before. A log that was found broken once stays so; what came after \
            is verified with --from and a later entry. Example: rpcctl audit verify
            """)

    @Option(help: ArgumentHelp("An entry that was noted earlier.", valueName: "id:hash"))
    var known: KnownEntry?

    @Option(help: ArgumentHelp("Only from this entry on.", valueName: "id"))
    var from: Int64 = 0

    @OptionGroup var global: GlobalOptions

    func validate() throws {
        guard from >= 0 else { throw ValidationError("--from must be an entry's id") }
    }

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let verdict = try await verify(rpcd)
        try output.show(verdict) { Self.details(verdict) }
        if !verdict.isIntact { throw Ended(exit: .failed) }
    }

    /// As often as the log is longer than what the server reads in one call.
    private func verify(_ rpcd: Rpcd) async throws -> AuditVerdict {
        var whole: AuditVerdict?
        var next = from
        while true {
            let part = try await rpcd.audit.verifyAuditLog(
                .with {
                    $0.knownId = known?.id ?? 0
                    $0.knownHash = known?.hash ?? ""
                    $0.fromId = next
                }, options: CallOptions(timeout: rpcd.timeout ?? .seconds(600)))
            let isFirst = whole == nil
            var verdict = whole ?? part
            if !isFirst {
                let (checked, first) = (verdict.checked, verdict.firstId)
                verdict = part
                verdict.checked += checked
                verdict.firstId = first
            }
            // A server that does not get on must not be asked for ever.
            guard part.nextId > next else { return verdict }
            next = part.nextId
            whole = verdict
        }
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
        if verdict.brokenId != 0, verdict.brokenId != verdict.badId {
            details.add("was found broken at", String(verdict.brokenId), .yellow)
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
