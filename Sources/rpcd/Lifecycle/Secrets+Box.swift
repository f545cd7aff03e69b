// The keys for secrets that the database holds: `box.keys` in `<data-dir>/secrets`, one line a key. It is made when nothing
// is sealed yet; a key that something was sealed with is never made anew, for it would open nothing.

internal import Services

extension Secrets {
    static let boxFile = KeyFile.box.fileName

    /// - Parameter inUse: the keys that something in the database was sealed with.
    /// - Throws: `StartFailure` 78 for a key that is missing, for what is no key, and for a file that others could read.
    func secretBox(inUse: Set<UInt32>) throws(StartFailure) -> SecretBox {
        let path = path(Self.boxFile)
        guard let bytes = try Paths.readSecret(path, atMost: 16_384) else {
            guard inUse.isEmpty else { throw Self.lost(path) }
            guard let keys = SecretKeys.fresh() else {
                throw StartFailure(status: .internal, description: "no key for secrets can be made")
            }
            try keep(boxKeys: keys.text)
            return SecretBox(keys)
        }
        guard let keys = SecretKeys(parsing: String(decoding: bytes, as: UTF8.self)) else {
            throw StartFailure(
                status: .badConfiguration, description: "\(path) does not hold keys for secrets",
                hint: "Restore it from a backup.")
        }
        guard inUse.isSubset(of: keys.ids) else { throw Self.lost(path) }
        return SecretBox(keys)
    }

    /// Puts another set of keys in the place of the old one; returns when it is safe on disk.
    func keep(boxKeys text: String) throws(StartFailure) {
        try Paths.replace(path(Self.boxFile), with: Array(text.utf8), mode: 0o600)
    }

    private static func lost(_ path: String) -> StartFailure {
        StartFailure(
            status: .badConfiguration,
            description: "\(path) does not have a key that secrets in the database are sealed with",
            hint:
                "Put it back from the \(SecretFiles.suffix) folder of the backup that the database is of, or from where the key "
                + "files are kept. If it is lost for good: rpcd new-key \(boxFile) --data-dir DIR gives up what it sealed."
        )
    }
}
