// `rpcd doctor --data-dir DIR`: the diagnosis of a server that does not run. It reads the files with the lock held; a server
// that runs is asked by `rpcctl doctor` instead, for nobody else may open its database.

internal import ArgumentParser
internal import Contract
internal import Foundation
internal import RPC
internal import Services
internal import Store

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what is wrong with a data directory, while no rpcd runs there.",
        discussion: """
            Reads the whole database and changes nothing. Run by root it takes on the user whom the data directory belongs \
            to. Exit status: 0 nothing is broken, 1 something is, 75 an rpcd runs there: `rpcctl doctor` asks it.
            """)

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

    func validate() throws {
        try flags.allow(only: [.dataDirectory, .tlsCertificate, .tlsKey, .tlsClientCA], by: "doctor")
    }

    func run() async throws {
        do {
            let source = ConfigurationSource(flags: flags, environment: ProcessInfo.processInfo.environment)
            let configuration = try source.read()
            let now = SystemClock().now()
            // With the eyes of the server's own user, whom the directory belongs to; the operator may be root.
            try DirectoryOwner(of: configuration.dataDirectory).takeOn()
            var findings = try Self.findings(configuration.dataDirectory, now: now)
            if let files = configuration.tls { findings.append(Self.certificate(files, now: now)) }
            for finding in findings { print(Self.line(finding)) }
            fflush(nil)
            _exit(findings.contains { $0.level == .fail } ? 1 : 0)
        } catch {
            Rpcd.fail(StartFailure(error))
        }
    }

    /// - Throws: 75 where a server runs there.
    static func findings(_ directory: String, now: Instant) throws -> [Finding] {
        guard FileFacts(directory)?.isDirectory == true else {
            return [.fail("data directory", "there is no directory \(directory)", do: "Check --data-dir.")]
        }
        let lock = try DataLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        // The server's user is whoever has the directory; the operator may be root.
        var findings = FileChecks.findings(
            directory: directory, uid: FileFacts(directory)?.uid ?? geteuid())
        findings.append(MachineChecks.disk(MachineChecks.Disk(directory: directory)))
        var newest: Instant?
        var needs: KeyNeeds?
        do {
            let trail = Self.trail(directory)
            let noted = trail.map { AuditChecks.noted(of: $0) }
            let inspection = try Store.inspect(directory: directory, auditRows: AuditChecks.rows)
            newest = inspection.newest
            needs = inspection.keyNeeds
            findings += [
                StoreChecks.schema(version: inspection.schemaVersion, supported: inspection.supportedVersion),
                StoreChecks.writer(walBytes: inspection.walBytes, failure: nil),
                StoreChecks.integrity(inspection.integrity),
            ]
            findings += StoreChecks.jobs(inspection.jobs, servedSince: nil, now: now)
            if let trail, let noted, inspection.integrity.isSound {
                findings.append(
                    AuditChecks.finding(
                        trail, .init(noted: noted, chain: inspection.auditChain, last: inspection.lastAudit)))
            }
        } catch StoreError.refused(let refusal) {
            findings.append(.fail("database", refusal.description, do: refusal.hint))
        } catch {
            // A diagnosis is asked for when things do not work: what else was found is told all the same.
            findings.append(
                .fail(
                    "database", "it cannot be read: \(error)",
                    do: "Look at the disk (dmesg, smartctl) first; then restore a backup."))
        }
        findings += KeyChecks.findings(directory: directory, needs: needs)
        findings.append(FileChecks.backups(directory: directory, now: now.seconds))
        findings += MachineChecks.clock(
            .init(now: now, newest: newest, isSynchronised: KernelClock.isSynchronised))
        return findings
    }

    /// nil where the key is missing, which is a finding of its own.
    private static func trail(_ directory: String) -> AuditTrail? {
        SecretFiles.read("\(directory)/secrets/\(KeyFile.audit.fileName)").map {
            AuditTrail(key: HMACKey($0), notePath: "\(directory)/secrets/\(AuditNote.fileName)")
        }
    }

    private static func certificate(_ files: ServerTLS.Files, now: Instant) -> Finding {
        do {
            return CertificateChecks.finding(goodUntil: try ServerTLS.check(files).goodUntil, now: now)
        } catch {
            return .fail("certificate", error.description, do: "rpcd does not start with it: see tls-cert and tls-key.")
        }
    }

    private static func line(_ finding: Finding) -> String {
        let word =
            switch finding.level {
            case .ok: "ok  "
            case .warn: "warn"
            default: "FAIL"
            }
        return "\(word)  \(finding.subject): \(finding.detail)"
            + (finding.advice.isEmpty ? "" : "\n      → \(finding.advice)")
    }
}
