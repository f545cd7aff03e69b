// The key files of a server, copied beside a backup when the operator asks for it. Whoever has both can make tokens and open
// what is encrypted; a backup without them is safe to keep where the server's secrets are not, and says at its restore
// what is lost without them.

internal import Glibc
package import Store

package enum SecretFiles {
    /// Behind a backup's path.
    package static let suffix = BackupCompanion.suffix
    /// In a folder beside a backup: what tells that backup from all others. No key, and not put back with them.
    package static let markName = "backup.id"
    /// Bytes; a key file has fewer.
    package static let largest = 1 << 20

    package struct Failure: Error, Sendable {
        package let path: String
        package let detail: String

        package init(path: String, detail: String) {
            self.path = path
            self.detail = detail
        }
    }

    /// The names of the files in a folder of secrets; empty where there is none.
    package static func names(in folder: String) -> [String] {
        (FileFacts.names(in: folder) ?? []).sorted().filter { FileFacts(folder + "/" + $0)?.isRegular == true }
    }

    /// Those of them that a backup takes along: keys, and the note of where the audit log ends.
    package static func kept(in folder: String) -> [String] {
        names(in: folder).filter { KeyFile(named: $0) != nil || $0 == AuditNote.fileName }
    }

    /// The key files of a folder as what goes beside a backup: a new folder (0700, files 0600), there as a whole or not at
    /// all, that says which backup it belongs to.
    package static func companion(of path: String, from old: String) -> BackupCompanion {
        let new = path + suffix
        let draft = new + ".part-" + String(UInt64.random(in: .min ... .max), radix: 36)
        return BackupCompanion(
            begin: {
                guard mkdir(draft, 0o700) == 0 else { throw Failure(path: draft, detail: FileFacts.lastError) }
                // Now, so that it tells of no more than the database that is copied next.
                if FileFacts(old + "/" + AuditNote.fileName) != nil {
                    try copy(AuditNote.fileName, from: old, to: draft)
                }
            },
            draft: { mark in try self.draft(from: old, to: draft, mark: mark) },
            publish: {
                guard FileFacts(new) == nil, rename(draft, new) == 0 else {
                    throw Failure(
                        path: new, detail: FileFacts(new) == nil ? FileFacts.lastError : "it is there already")
                }
            },
            discard: { isPublished in remove(isPublished ? new : draft) })
    }

    /// Returns the keys for secrets that it has.
    private static func draft(from old: String, to draft: String, mark: String) throws(Failure) -> Set<UInt32> {
        var keys: Set<UInt32> = []
        for name in names(in: old) {
            guard let file = KeyFile(named: name) else { continue }
            let bytes = try copy(name, from: old, to: draft)
            if file == .box { keys = SecretKeys(parsing: String(decoding: bytes, as: UTF8.self))?.ids ?? [] }
        }
        try write(Array(mark.utf8), to: draft + "/" + markName)
        try sync(draft)
        return keys
    }

    @discardableResult
    private static func copy(_ name: String, from old: String, to new: String) throws(Failure) -> [UInt8] {
        guard let bytes = read(old + "/" + name) else {
            throw Failure(path: old + "/" + name, detail: FileFacts.lastError)
        }
        try write(bytes, to: new + "/" + name)
        return bytes
    }

    /// Removes a folder of secrets, as far as it is one.
    package static func remove(_ folder: String) {
        for name in FileFacts.names(in: folder) ?? [] { unlink(folder + "/" + name) }
        rmdir(folder)
    }

    package static func read(_ path: String) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: largest)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0, count < largest else { return nil }
        return Array(bytes.prefix(count))
    }

    /// Writes a file that is not there yet, 0600 and synced.
    package static func write(_ bytes: [UInt8], to path: String) throws(Failure) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Failure(path: path, detail: FileFacts.lastError) }
        defer { close(descriptor) }
        guard fchmod(descriptor, 0o600) == 0, Glibc.write(descriptor, bytes, bytes.count) == bytes.count,
            fsync(descriptor) == 0
        else { throw Failure(path: path, detail: FileFacts.lastError) }
    }

    /// Makes what was made and renamed in a folder durable.
    package static func sync(_ folder: String) throws(Failure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(path: folder, detail: FileFacts.lastError) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(path: folder, detail: FileFacts.lastError) }
    }
}
