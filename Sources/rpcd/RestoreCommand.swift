// `rpcd restore FILE --data-dir DIR`: puts a backup in the place of the database, with the lock held, so that no server runs.
// Says which key files are there, whether they are those of the backup, and what the lack of one means: a backup does not
// hold them.

internal import ArgumentParser
internal import Foundation
internal import Services
internal import Store

struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Put a backup in the place of a data directory's database, while no rpcd runs there.",
        discussion: """
            The backup is read to its end first and refused where it is damaged, none of ours, or of a newer version. What \
            is there now is set aside under a dated name, never removed. Key files are restored from the folder beside \
            the backup (FILE.secrets), where `rpcctl backup --with-secrets` made one; those of another server are refused.

            Run by root it takes on the user whom the data directory belongs to.

            Exit status: 0 restored, 73 a file cannot be made, or its name is taken, 75 an rpcd runs on the data directory, \
            78 the backup is refused or cannot be read. Nothing has changed then, unless the message says that the restore \
            was broken off: it is run again, and until then rpcd does not start.
            """)

    @Argument(help: ArgumentHelp("The backup, as `rpcctl backup` made it.", valueName: "file"))
    var file: String

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

    func validate() throws { try flags.allow(only: [.dataDirectory], by: "restore") }

    func run() async throws {
        umask(0o027)
        do {
            let source = ConfigurationSource(flags: flags, environment: ProcessInfo.processInfo.environment)
            let directory = try source.read().dataDirectory
            for line in try Restoration(file: file, directory: directory, now: SystemClock().now()).run() {
                print(line)
            }
        } catch {
            Rpcd.fail(StartFailure(error))
        }
    }
}

/// The steps of a restore.
struct Restoration {
    let file: String
    let directory: String
    let now: Instant

    private var stamp: String { CalendarDay.stamp(now) }

    /// - Returns: what was done, line by line.
    func run() throws -> [String] {
        guard FileFacts(file) != nil else {
            throw StartFailure(
                status: .badConfiguration, description: "there is no file \(file)", hint: "Name a backup.")
        }
        let isNew = FileFacts(directory) == nil
        let owner = try DirectoryOwner(of: directory)
        let backup = try owner.reading([file, beside]) { try GivenBackup(file) }
        try owner.takeOn()
        try Paths.makeDirectory(directory, mode: 0o750)
        let lock = try DataLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        let keys = KeyPlacement(folder: folder, files: backup.keys ?? [:])
        defer { keys.sweep() }
        var needs = KeyNeeds()
        var placed: [String] = []
        let report = try restoring {
            try Restore(backup.source, into: directory, stamp: stamp).run { candidate in
                needs = candidate.keyNeeds
                try check(backup, against: candidate)
                try keys.draft()
            } place: { stamp in
                placed = try keys.place(stamp)
            }
        }
        var lines = [
            "restored \(report.path) from \(file): \(report.bytes) bytes, schema \(report.schemaVersion), every page checked"
        ]
        lines += (report.setAside + placed).map { "what was there is now \($0)" }
        lines.append(
            backup.keys == nil
                ? "the backup came without key files (\(beside) is not there)" : "key files restored from \(beside)")
        lines += verdict(needs)
        if let reason = report.unknownNumbers {
            lines.append(
                "warning: what was there could not be asked which numbers it had given out (\(reason)): ids, cursors and epochs "
                    + "begin \(Restore.gap) above those of the backup. Were more given out since, some will be given out twice"
            )
        }
        if report.waitingMessages > 0 {
            lines.append(
                "note: \(report.waitingMessages) messages wait in it and are sent once rpcd is started, also those that "
                    + "were sent after the backup was made")
        }
        lines.append(
            "note: users, passwords and keys are as they were then: what was revoked or changed since is not any more")
        if isNew, geteuid() == 0 {
            lines.append(
                "note: \(directory) was made, and belongs to root: where rpcd runs as another user, chown -R it first")
        }
        return lines
    }

    private var beside: String { file + SecretFiles.suffix }
    private var folder: String { directory + "/secrets" }

    /// Says of a restore that was broken off what that means.
    private func restoring<T>(_ body: () throws -> T) throws -> T {
        do {
            return try body()
        } catch let broken as Restore.BrokenOff {
            let failure = StartFailure(broken.cause)
            throw StartFailure(
                status: failure.status, description: "the restore was broken off: \(failure.description)",
                hint: "Nothing is lost: what was there is set aside. Run it again; until then rpcd does not start.")
        }
    }

    /// Before anything is changed: are the keys beside the backup its own?
    private func check(_ backup: GivenBackup, against candidate: Restore.Candidate) throws {
        guard let keys = backup.keys else { return }
        if let mark = backup.mark, mark != candidate.mark {
            throw StartFailure(
                status: .badConfiguration, description: "the key files in \(beside) were made with another backup",
                hint: "They may hold keys that were replaced since. Move the folder away to restore without key files.")
        }
        let foreign = KeyPrints.exchanged(candidate.keyNeeds.prints, found: KeyPrints.found(in: keys))
        guard foreign.isEmpty else {
            throw StartFailure(
                status: .badConfiguration,
                description:
                    "the key files in \(beside) are not those of the backup: \(foreign.joined(separator: ", "))",
                hint: "Put those there that were made with it, or move the folder away to restore without key files.")
        }
        // They would take the place of a file that may have them.
        guard let box = keys[KeyFile.box.fileName] else { return }
        let ids = SecretKeys(parsing: String(decoding: box, as: UTF8.self))?.ids ?? []
        guard candidate.keyNeeds.sealing.isSubset(of: ids) else {
            throw StartFailure(
                status: .badConfiguration,
                description: "\(beside)/\(KeyFile.box.fileName) lacks keys that secrets in the backup are sealed with",
                hint: "Put the one there that has them, or move the folder away to restore without key files.")
        }
    }

    /// What the key files that are in place now mean for what was restored.
    private func verdict(_ needs: KeyNeeds) -> [String] {
        let noted = needs.prints
        let found = KeyPrints.found(in: folder)
        // By their own names where the backup knows them.
        var missing = KeyPrints.lost(noted, found: found)
        let kinds = Set(missing.compactMap { KeyFile(named: $0) })
        missing += KeyFile.missing(in: found.map(\.file)).filter { !kinds.contains($0) }.map(\.fileName)
        var lines = missing.map { "warning: \(folder)/\($0) is missing: \(loss(of: $0))" }
        for name in KeyPrints.exchanged(noted, found: found) {
            lines.append("warning: \(folder)/\(name) is not the one that the backup was made with: \(loss(of: name))")
        }
        for fault in KeyFault.found(in: folder, needs: needs) {
            lines.append("warning: \(fault.detail). \(fault.advice)")
        }
        if noted.isEmpty {
            lines.append(
                "note: the backup does not say which key files belong to it, so those in place are not compared")
        } else if lines.isEmpty {
            lines.append("the key files in \(folder) are those that the backup was made with")
        }
        return lines
    }

    private func loss(of name: String) -> String {
        (KeyFile(named: name) ?? KeyFile(rawValue: name))?.loss ?? ""
    }
}
