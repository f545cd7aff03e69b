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

            Exit status: 0 restored, 73 cannot create a file, 75 an rpcd runs on the data directory, 78 the backup is \
            refused; then nothing has changed.
            """)

    @Argument(help: ArgumentHelp("The backup, as `rpcctl backup` made it.", valueName: "file"))
    var file: String

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

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
        try Paths.makeDirectory(directory, mode: 0o750)
        let lock = try DataLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        var noted: Set<KeyPrint> = []
        let report = try withHeadAside {
            try Restore(file, into: directory, stamp: stamp).run { candidate in
                noted = candidate.keyPrints
                try checkSecrets(noted)
            }
        }
        var lines = [
            "restored \(report.path) from \(file): \(report.bytes) bytes, schema \(report.schemaVersion), every page checked"
        ]
        lines += report.setAside.map { "what was there is now \($0)" }
        lines += try restoreSecrets(noted)
        if report.waitingMessages > 0 {
            lines.append(
                "note: \(report.waitingMessages) messages wait in it and are sent once rpcd is started, also those that "
                    + "were sent after the backup was made")
        }
        lines.append(
            "note: users, passwords and keys are as they were then: what was revoked or changed since is not any more")
        return lines
    }

    private var beside: String { file + SecretFiles.suffix }
    private var folder: String { directory + "/secrets" }

    /// The note of where the audit log ends tells of the log that is there: the one that is restored is shorter, and was not
    /// tampered with. It goes first: without it the old log is whole, with it the restored one would not be.
    private func withHeadAside<T>(_ body: () throws -> T) throws -> T {
        let head = "\(folder)/\(AuditNote.fileName)"
        let aside = "\(head).before-restore-\(stamp)"
        guard FileFacts(head) != nil else { return try body() }
        guard FileFacts(aside) == nil, rename(head, aside) == 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot set \(head) aside as \(aside)")
        }
        do {
            return try body()
        } catch {
            rename(aside, head)
            throw error
        }
    }

    /// Before anything is changed: are the keys beside the backup its own, and can they be read?
    private func checkSecrets(_ noted: Set<KeyPrint>) throws {
        guard FileFacts(beside)?.isDirectory == true else { return }
        for name in SecretFiles.kept(in: beside) where SecretFiles.read("\(beside)/\(name)") == nil {
            throw StartFailure(
                status: .cannotCreate, description: "cannot read \(beside)/\(name): \(Paths.lastError)")
        }
        let foreign = KeyPrints.exchanged(noted, found: KeyPrints.found(in: beside))
        guard foreign.isEmpty else {
            throw StartFailure(
                status: .badConfiguration,
                description:
                    "the key files in \(beside) are not those of the backup: \(foreign.joined(separator: ", "))",
                hint: "Put those there that were made with it, or move the folder away to restore without key files.")
        }
    }

    /// Puts the key files in their place that lie beside the backup, and says which are missing or another server's.
    private func restoreSecrets(_ noted: Set<KeyPrint>) throws -> [String] {
        var lines: [String] = []
        if FileFacts(beside)?.isDirectory == true {
            try Paths.makeDirectory(folder, mode: 0o700)
            for name in SecretFiles.kept(in: beside) {
                guard let bytes = SecretFiles.read("\(beside)/\(name)") else {
                    throw StartFailure(
                        status: .cannotCreate, description: "cannot read \(beside)/\(name): \(Paths.lastError)")
                }
                try put(bytes, "\(folder)/\(name)", &lines)
            }
            try giveToOwner(folder)
            lines.append("key files restored from \(beside)")
        } else {
            lines.append("the backup came without key files (\(beside) is not there)")
        }
        return lines + verdict(noted)
    }

    /// What the key files that are in place now mean for what was restored.
    private func verdict(_ noted: Set<KeyPrint>) -> [String] {
        let found = KeyPrints.found(in: folder)
        // By their own names where the backup knows them.
        var missing = KeyPrints.lost(noted, found: found)
        let kinds = Set(missing.compactMap { KeyFile(named: $0) })
        missing += KeyFile.missing(in: found.map(\.file)).filter { !kinds.contains($0) }.map(\.fileName)
        var lines = missing.map { "warning: \(folder)/\($0) is missing: \(loss(of: $0))" }
        for name in KeyPrints.exchanged(noted, found: found) {
            lines.append("warning: \(folder)/\(name) is not the one that the backup was made with: \(loss(of: name))")
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

    private func put(_ bytes: [UInt8], _ path: String, _ lines: inout [String]) throws {
        if FileFacts(path) != nil {
            if SecretFiles.read(path) == bytes { return }
            let aside = "\(path).before-restore-\(stamp)"
            guard rename(path, aside) == 0 else {
                throw StartFailure(status: .cannotCreate, description: "cannot make \(aside): \(Paths.lastError)")
            }
            lines.append("what was there is now \(aside)")
        }
        do {
            try SecretFiles.write(bytes, to: path)
        } catch {
            throw StartFailure(status: .cannotCreate, description: "cannot write \(error.path): \(error.detail)")
        }
    }

    /// Restored by root, they are still the server's.
    private func giveToOwner(_ folder: String) throws {
        guard geteuid() == 0 else { return }
        var status = stat()
        guard stat(directory, &status) == 0 else { return }
        for path in [folder] + SecretFiles.names(in: folder).map({ "\(folder)/\($0)" }) {
            guard chown(path, status.st_uid, status.st_gid) == 0 else {
                throw StartFailure(status: .cannotCreate, description: "cannot own \(path): \(Paths.lastError)")
            }
        }
    }
}
