// Key files that a restore puts in the place of others: written beside them first, so that a full disk changes nothing; then,
// while there is no database, what is there is set aside and they get their names.

internal import Glibc
internal import Services

struct KeyPlacement {
    let folder: String
    /// By their names.
    let files: [String: [UInt8]]

    private static let draftEnd = ".restoring"

    private func path(_ name: String) -> String { "\(folder)/\(name)" }

    /// - Throws: `StartFailure` (73).
    func draft() throws {
        guard !files.isEmpty else { return }
        try Paths.makeDirectory(folder, mode: 0o700)
        sweep()
        do throws(SecretFiles.Failure) {
            for (name, bytes) in files { try SecretFiles.write(bytes, to: path(name) + Self.draftEnd) }
            try SecretFiles.sync(folder)
        } catch {
            sweep()
            throw StartFailure(status: .cannotCreate, description: "cannot write \(error.path): \(error.detail)")
        }
    }

    /// Removes drafts; nothing else ends like them.
    func sweep() {
        for name in FileFacts.names(in: folder) ?? [] where name.hasSuffix(Self.draftEnd) { unlink(path(name)) }
    }

    /// - Parameter stamp: of the names that what is there gets.
    /// - Returns: these names, where there was something else.
    /// - Throws: `StartFailure` (73).
    func place(_ stamp: String) throws -> [String] {
        var aside: [String] = []
        // It tells of the log that was there: the one that is restored is shorter, and was not tampered with.
        for name in Set(files.keys).union([AuditNote.fileName]).sorted() where FileFacts(path(name)) != nil {
            if let bytes = files[name], SecretFiles.read(path(name)) == bytes { continue }
            let kept = "\(path(name)).before-restore-\(stamp)"
            if FileFacts(kept) == nil {
                try move(path(name), to: kept)
                aside.append(kept)
            } else {
                // From a restore of that time, which was broken off: what was there before it is kept already.
                unlink(path(name))
            }
        }
        for name in files.keys.sorted() { try move(path(name) + Self.draftEnd, to: path(name)) }
        do throws(SecretFiles.Failure) {
            if FileFacts(folder)?.isDirectory == true { try SecretFiles.sync(folder) }
        } catch {
            throw StartFailure(status: .cannotCreate, description: "cannot write \(error.path): \(error.detail)")
        }
        return aside
    }

    private func move(_ old: String, to new: String) throws(StartFailure) {
        guard rename(old, new) == 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot make \(new): \(Paths.lastError)")
        }
    }
}
