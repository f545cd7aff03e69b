// `rpcd doctor --data-dir DIR`: the diagnosis of a server that does not run. It reads the files with the lock held; a server
// that runs is asked by `rpcctl doctor` instead, for nobody else may open its database.

internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Services
internal import Store

struct DoctorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "doctor",
        abstract: "Look for what is wrong with a data directory, while no rpcd runs there.",
        discussion: """
            Reads the whole database and changes nothing. Exit status: 0 nothing is broken, 1 something is, 75 an rpcd runs \
            there: `rpcctl doctor` asks it.
            """)

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

    func run() async throws {
        let directory = flags.dataDir ?? ProcessInfo.processInfo.environment["SWITCHBOARD_DATA_DIR"] ?? "./data"
        do {
            let findings = try Self.findings(directory, now: SystemClock().now())
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
        do {
            let inspection = try Store.inspect(directory: directory)
            newest = inspection.newest
            findings += [
                StoreChecks.schema(version: inspection.schemaVersion, supported: inspection.supportedVersion),
                StoreChecks.writer(walBytes: inspection.walBytes, failure: nil),
                StoreChecks.integrity(inspection.integrity),
            ]
            findings += StoreChecks.jobs(inspection.jobs, now: now)
        } catch StoreError.refused(let refusal) {
            findings.append(.fail("database", refusal.description, do: refusal.hint))
        }
        findings.append(FileChecks.backups(directory: directory, now: now.seconds))
        findings += MachineChecks.clock(
            .init(now: now, newest: newest, isSynchronised: KernelClock.isSynchronised))
        return findings
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
