// The keys for secrets that the database holds: `box-ID.key` in `<data-dir>/secrets`, 32 random bytes each, ids from 1. The
// highest seals, all of them open. The first is made when there is none and nothing was sealed yet; a key that something
// was sealed with is never made anew, for it would open nothing.

internal import Glibc
internal import Services

extension Secrets {
    /// - Parameter inUse: the keys that something in the database was sealed with.
    /// - Throws: `StartFailure` 78 for a key that is missing, is no key, or that others could read or replace.
    func secretBox(inUse: Set<UInt32>) throws(StartFailure) -> SecretBox {
        var keys: [UInt32: [UInt8]] = [:]
        for id in try boxKeyIDs() { keys[id] = try boxKey(id) }
        if let lost = inUse.subtracting(keys.keys).min() {
            throw StartFailure(
                status: .badConfiguration,
                description: "\(path(Self.boxFile(lost))) is missing, and secrets in the database are sealed with it",
                hint: "Restore it from the backup that the database is of.")
        }
        if keys.isEmpty {
            let key = randomBytes(SecretBox.keyLength)
            try Paths.replace(path(Self.boxFile(1)), with: key, mode: 0o600)
            keys[1] = key
        }
        guard let box = SecretBox(keys: keys) else {
            throw StartFailure(status: .internal, description: "the keys for secrets cannot be used")
        }
        return box
    }

    static func boxFile(_ id: UInt32) -> String { "box-\(id).key" }

    private func boxKeyIDs() throws(StartFailure) -> [UInt32] {
        guard let names = Paths.names(in: path(".")) else {
            throw StartFailure(status: .cannotCreate, description: "cannot read \(path(".")): \(Paths.lastError)")
        }
        return names.compactMap { name in
            guard name.hasPrefix("box-"), name.hasSuffix(".key"), let id = UInt32(name.dropFirst(4).dropLast(4)),
                id > 0, Self.boxFile(id) == name
            else { return nil }
            return id
        }
    }

    private func boxKey(_ id: UInt32) throws(StartFailure) -> [UInt8] {
        let path = path(Self.boxFile(id))
        var status = stat()
        guard lstat(path, &status) == 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot read \(path): \(Paths.lastError)")
        }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o077 == 0, status.st_uid == geteuid() else {
            throw StartFailure(
                status: .badConfiguration, description: "\(path) is not a file that rpcd's user alone can read",
                hint: "Who could read it may have every secret it opens. If nobody did: chmod 600 and chown it.")
        }
        guard let bytes = try Paths.read(path, atMost: 1_024), bytes.count == SecretBox.keyLength else {
            throw StartFailure(
                status: .badConfiguration, description: "\(path) does not have \(SecretBox.keyLength) bytes",
                hint: "Restore it from a backup.")
        }
        return bytes
    }
}
