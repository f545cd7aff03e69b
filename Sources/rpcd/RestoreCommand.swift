// `rpcd restore FILE --data-dir DIR`: puts a backup in the place of the database, with the lock held, so that no server runs.
// Says which key files are there, and what the lack of one means: a backup does not hold them.

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
            the backup (FILE.secrets), where `rpcctl backup --with-secrets` made one.

            Exit status: 0 restored, 73 cannot create a file, 75 an rpcd runs on the data directory, 78 the backup is \
            refused; then nothing has changed.
            """)

    @Argument(help: ArgumentHelp("The backup, as `rpcctl backup` made it.", valueName: "file"))
    var file: String

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

    func run() async throws {
        let directory = flags.dataDir ?? ProcessInfo.processInfo.environment["SWITCHBOARD_DATA_DIR"] ?? "./data"
        umask(0o027)
        do {
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
        let report = try Restore(file, into: directory, stamp: stamp).run()
        // It tells of the log that was there: the one that is restored is shorter, and was not tampered with.
        let head = directory + "/secrets/" + AuditNote.fileName
        if FileFacts(head) != nil, rename(head, "\(head).before-restore-\(stamp)") != 0 {
            throw StartFailure(status: .cannotCreate, description: "cannot set \(head) aside: \(Paths.lastError)")
        }
        var lines = [
            "restored \(report.path) from \(file): \(report.bytes) bytes, schema \(report.schemaVersion), every page checked"
        ]
        lines += report.setAside.map { "what was there is now \($0)" }
        lines += try restoreSecrets()
        if report.waitingMessages > 0 {
            lines.append(
                "note: \(report.waitingMessages) messages wait in it and are sent once rpcd is started, also those that "
                    + "were sent after the backup was made")
        }
        lines.append(
            "note: users, passwords and keys are as they were then: what was revoked or changed since is not any more")
        return lines
    }

    /// Puts the key files in their place that lie beside the backup, and says which are missing.
    private func restoreSecrets() throws -> [String] {
        let beside = file + SecretFiles.suffix
        let folder = directory + "/secrets"
        var lines: [String] = []
        if FileFacts(beside)?.isDirectory == true {
            try Paths.makeDirectory(folder, mode: 0o700)
            for name in SecretFiles.names(in: beside) {
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
        let there = SecretFiles.names(in: folder)
        for key in KeyFile.allCases where !there.contains(key.fileName) {
            lines.append(
                "warning: \(folder)/\(key.fileName) is missing and will be made anew: \(key.loss)")
        }
        if FileFacts(beside) == nil, !there.isEmpty {
            lines.append(
                "note: the key files in \(folder) stay; where they are not those of the server that was backed up, everybody "
                    + "signs in again, and what was encrypted cannot be read")
        }
        return lines
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
