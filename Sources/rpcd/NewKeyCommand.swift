// `rpcd new-key FILE --data-dir DIR`: the way out where a key file is lost for good that rpcd does not start without. What it
// costs is said, and noted in the audit log: nothing is given up by a mere start.

internal import ArgumentParser
internal import Foundation
internal import Services
internal import Store

struct NewKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new-key",
        abstract: "Give up a key file that is lost for good, and make another, while no rpcd runs there.",
        discussion: """
            audit.key: what the audit log holds so far cannot be verified any more. The log counts as broken, for good, and \
            goes on behind an entry that says so; `rpcctl audit verify --from ID` verifies from there on.

            box.keys: what was sealed with keys that are not there any more is deleted. Sessions whose engines' credentials \
            that were are linked anew; of webhooks the secrets are rotated, and the headers set anew.

            First look for the file: in a backup's .secrets folder, or where the key files are kept. Run by root it takes on \
            the user whom the data directory belongs to. Exit status: 0 made, 73 a file cannot be made, 75 an rpcd runs on \
            the data directory, 78 there is nothing to give up.
            """)

    @Argument(help: ArgumentHelp("audit.key or box.keys.", valueName: "file"))
    var file: String

    // The same group as the root's: the parser fills both from wherever a flag stands.
    @OptionGroup var flags: Flags

    func validate() throws {
        try flags.allow(only: [.dataDirectory], by: "new-key")
        guard [KeyFile.audit, .box].contains(where: { $0.fileName == file }) else {
            throw ValidationError(
                "of \(KeyFile.audit.fileName) and \(KeyFile.box.fileName) alone; others are made by a start")
        }
    }

    func run() async throws {
        umask(0o027)
        do {
            let source = ConfigurationSource(flags: flags, environment: ProcessInfo.processInfo.environment)
            let renewal = KeyRenewal(
                directory: try source.read().dataDirectory, by: geteuid(), now: SystemClock().now())
            for line in try file == KeyFile.audit.fileName ? renewal.audit() : renewal.box() { print(line) }
        } catch {
            Rpcd.fail(StartFailure(error))
        }
    }
}

/// The steps of giving up a key.
struct KeyRenewal {
    let directory: String
    /// Who gives it up.
    let by: UInt32
    let now: Instant

    /// - Returns: what was done, line by line.
    func audit() throws -> [String] {
        try withStore { store, secrets in
            let path = secrets.path(KeyFile.audit.fileName)
            guard FileFacts(path) == nil else {
                throw StartFailure(
                    status: .badConfiguration, description: "\(path) is there",
                    hint: "Where it is not the right one, move it away first.")
            }
            var lines: [String] = []
            // It was made with the key that is lost, so nobody can read it any more.
            let (note, kept) = (secrets.path(AuditNote.fileName), secrets.path("\(AuditNote.fileName).\(stamp)"))
            if FileFacts(note) != nil {
                guard rename(note, kept) == 0 else {
                    throw StartFailure(status: .cannotCreate, description: "cannot make \(kept): \(Paths.lastError)")
                }
                lines.append("what was noted of the log's end is now \(kept)")
            }
            let trail = AuditTrail(key: try secrets.key(.audit), notePath: note)
            // It is found broken by that, which is noted for good.
            _ = try trail.attach(to: store)
            let entry = try store.writeSync { db in
                try record(.audit, "lost and given up; what stands before this cannot be verified", in: db)
            }
            try trail.noteHead()
            return lines + [
                "made \(path); the audit log counts as broken up to entry \(entry)",
                "rpcctl audit verify --from \(entry + 1) verifies what comes after it",
            ]
        }
    }

    /// - Returns: what was done, line by line.
    func box() throws -> [String] {
        try withStore { store, secrets in
            let path = secrets.path(KeyFile.box.fileName)
            let needs = try store.readSync { db in try db.keyNeeds() }
            let trail = AuditTrail(
                key: try secrets.auditKey(isInUse: needs.hasAuditLog), notePath: secrets.path(AuditNote.fileName))
            _ = try trail.attach(to: store)
            // What is there stays, and what it opens.
            let there = FileFacts(path) == nil ? [] : try secrets.secretBox(inUse: []).keys.ids
            let lost = needs.sealing.subtracting(there)
            guard !lost.isEmpty else {
                throw StartFailure(
                    status: .badConfiguration,
                    description: "no key is lost: nothing is sealed that \(path) does not open")
            }
            let count = try store.writeSync { db in
                let count = try db.forgetSecrets(sealedWith: lost)
                _ = try record(.box, "lost and given up; \(count) secrets were deleted", in: db)
                return count
            }
            try trail.noteHead()
            // Made anew where it is missing.
            _ = try secrets.secretBox(inUse: there)
            return [
                "gave up \(count) secrets that were sealed with keys that are lost",
                "link their sessions anew; webhooks that lost theirs say no_secret or no_headers",
            ]
        }
    }

    private var stamp: String { "of-lost-key-\(CalendarDay.stamp(now))" }

    private func withStore(_ body: (Store, Secrets) throws -> [String]) throws -> [String] {
        try DirectoryOwner(of: directory).takeOn()
        guard FileFacts(directory + "/switchboard.db") != nil else {
            throw StartFailure(
                status: .badConfiguration, description: "there is no database in \(directory)",
                hint: "Check --data-dir.")
        }
        let lock = try DataLock(directory: directory)
        defer { withExtendedLifetime(lock) {} }
        let store = try Store.open(directory: directory, now: now) { _ in }
        defer { store.close() }
        return try body(store, Secrets(dataDirectory: directory))
    }

    /// - Returns: the entry's id.
    private func record(_ file: KeyFile, _ note: String, in db: Database) throws -> Int64 {
        try Audit.record(
            uid: by, command: "rpcd new-key", Audit.Target("key_file", name: file.fileName), note: note, in: db, at: now
        )
    }
}
