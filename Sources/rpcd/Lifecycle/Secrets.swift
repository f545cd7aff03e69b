// Secrets of this server that no person ever sees: 32 random bytes each, made on the first start, kept in
// `<data-dir>/secrets` (0700) in files of mode 0600. Losing one makes callers begin their lists again or sign in again.
// Who reads `signing.keys` can make access tokens of anybody who is signed in.

internal import Glibc
internal import Services

struct Secrets: Sendable {
    private let directory: String

    init(dataDirectory: String) throws(StartFailure) {
        directory = dataDirectory + "/secrets"
        try Paths.makeDirectory(directory, mode: 0o700)
        // Whoever could write here could have put their own keys in the place of ours.
        var status = stat()
        guard stat(directory, &status) == 0, status.st_mode & 0o022 == 0, status.st_uid == geteuid() else {
            throw StartFailure(
                status: .badConfiguration,
                description: "\(directory) is not a directory that rpcd's user alone can write",
                hint: "If nobody else changed what is in it: chmod 700 and chown it.")
        }
        guard chmod(directory, 0o700) == 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot protect \(directory): \(Paths.lastError)")
        }
    }

    /// Where a file of this name is, or would be.
    func path(_ name: String) -> String { "\(directory)/\(name)" }

    /// The key of this name, made where it is missing.
    /// - Throws: `StartFailure` 78 for a file of another length: somebody's, and not to be replaced silently; and for one
    ///   that others could read.
    func key(_ file: KeyFile) throws(StartFailure) -> HMACKey {
        let path = path(file.fileName)
        if let bytes = try Paths.readSecret(path, atMost: 1_024) {
            guard bytes.count == KeyFile.length else {
                throw StartFailure(
                    status: .badConfiguration,
                    description: "\(path) has \(bytes.count) bytes and should have \(KeyFile.length)",
                    hint: "Restore it from a backup"
                        + (file == .audit ? "; see rpcd new-key --help." : ", or remove it to have a new one made."))
            }
            return HMACKey(bytes)
        }
        let bytes = randomBytes(KeyFile.length)
        try Paths.replace(path, with: bytes, mode: 0o600)
        return HMACKey(bytes)
    }

    /// The key of the audit log, made where there is no log yet: another would verify nothing of it, and break it for good.
    /// What is noted of the log's end is sealed with it too, and stands there from a server's first end on, also where the
    /// log is still empty.
    /// - Parameter isInUse: whether the log has an entry.
    /// - Throws: `StartFailure` 78 where it is missing and in use; and as `key`.
    func auditKey(isInUse: Bool) throws(StartFailure) -> HMACKey {
        let path = path(KeyFile.audit.fileName)
        let isNeeded = isInUse || FileFacts(self.path(AuditNote.fileName)) != nil
        guard !isNeeded || FileFacts(path) != nil else {
            throw StartFailure(
                status: .badConfiguration,
                description: "\(path) is missing, and the audit log is sealed with it",
                hint:
                    "Put it back from a backup's \(SecretFiles.suffix) folder, or from where the key files are kept. If it is "
                    + "lost for good: rpcd new-key \(KeyFile.audit.fileName) --data-dir DIR makes another, and the log counts "
                    + "as broken there.")
        }
        return try key(.audit)
    }

    /// The keys that sign access tokens, made where they are missing.
    /// - Throws: `StartFailure` 78 for a file that does not hold keys, or that others could read.
    func signingKeys() throws(StartFailure) -> SigningKeys {
        let path = "\(directory)/signing.keys"
        let given = try Paths.readSecret(path, atMost: 16_384).map { String(decoding: $0, as: UTF8.self) }
        let text = given ?? SigningKeys.fresh()
        guard let keys = SigningKeys(parsing: text) else {
            throw StartFailure(
                status: .badConfiguration, description: "\(path) does not hold signing keys",
                hint: "Restore it from a backup, or remove it to have a new one made: everybody then signs in again.")
        }
        if given == nil { try Paths.replace(path, with: Array(text.utf8), mode: 0o600) }
        return keys
    }

    /// Puts another set of signing keys in the place of the old one; returns when it is safe on disk.
    func keep(signingKeys text: String) throws(StartFailure) {
        try Paths.replace("\(directory)/signing.keys", with: Array(text.utf8), mode: 0o600)
    }
}
