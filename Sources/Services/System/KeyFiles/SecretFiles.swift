// The key files of a server, copied beside a backup when the operator asks for it. Whoever has both can make tokens and open
// what is encrypted; a backup without them is safe to keep where the server's secrets are not, and says at its restore
// what is lost without them.

internal import Glibc

package enum SecretFiles {
    /// Behind a backup's path.
    package static let suffix = ".secrets"
    private static let largest = 1 << 20

    package struct Failure: Error, Sendable {
        package let path: String
        package let detail: String
    }

    /// The names of the files in a folder of secrets; empty where there is none.
    package static func names(in folder: String) -> [String] {
        (FileFacts.names(in: folder) ?? []).sorted().filter { FileFacts(folder + "/" + $0)?.isRegular == true }
    }

    /// Those of them that a backup takes along: keys, and the note of where the audit log ends, which tells of no more than
    /// a database that is copied afterwards.
    package static func kept(in folder: String) -> [String] {
        names(in: folder).filter { KeyFile(named: $0) != nil || $0 == AuditNote.fileName }
    }

    /// Copies the key files of one folder into a new one (0700, files 0600), which is there as a whole or not at all.
    /// - Throws: `Failure`; what was begun is removed.
    package static func copy(from old: String, to new: String) throws(Failure) {
        let draft = new + ".part-" + String(UInt64.random(in: .min ... .max), radix: 36)
        guard mkdir(draft, 0o700) == 0 else { throw Failure(path: draft, detail: FileFacts.lastError) }
        do throws(Failure) {
            for name in kept(in: old) {
                guard let bytes = read(old + "/" + name) else {
                    throw Failure(path: old + "/" + name, detail: FileFacts.lastError)
                }
                try write(bytes, to: draft + "/" + name)
            }
            try sync(draft)
            guard FileFacts(new) == nil, rename(draft, new) == 0 else {
                throw Failure(path: new, detail: FileFacts(new) == nil ? FileFacts.lastError : "it is there already")
            }
        } catch {
            remove(draft)
            throw error
        }
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

    private static func sync(_ folder: String) throws(Failure) {
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Failure(path: folder, detail: FileFacts.lastError) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw Failure(path: folder, detail: FileFacts.lastError) }
    }
}
