// The directory that holds the database: made where it is missing, and judged new only where nothing in it tells of an
// earlier life.

internal import Glibc

struct DataDirectory {
    let path: String

    /// Makes the directory (0750), and those above it, where they are missing.
    func make() throws(StoreError) {
        if let there = try FileStatus(path) {
            guard there.isDirectory else { throw .refused(.inaccessible(path: path, detail: "it is no directory")) }
            return
        }
        let parent = path.split(separator: "/").dropLast().joined(separator: "/")
        let above = path.hasPrefix("/") ? "/" + parent : parent
        if !above.isEmpty, above != path { try DataDirectory(path: above).make() }
        guard mkdir(path, 0o750) == 0 || errno == EEXIST else {
            throw .refused(.inaccessible(path: path, detail: FileStatus.lastError))
        }
    }

    /// What shows that a database was here before: itself or one of its side files, media, backups. Lock, sockets,
    /// secrets, logs and endpoints.json do not count.
    func traces() throws(StoreError) -> String? {
        guard let names = FileStatus.names(in: path) else {
            throw .refused(.inaccessible(path: path, detail: FileStatus.lastError))
        }
        if let file = names.sorted().first(where: { $0.hasPrefix(DatabaseFile.name) }) { return file }
        for folder in ["media", "backups"] where names.contains(folder) {
            // What is hidden there (the mark of the media folder) is no media and no backup.
            let names = FileStatus.names(in: path + "/" + folder) ?? []
            if names.contains(where: { !$0.hasPrefix(".") }) { return folder }
        }
        return nil
    }

    /// Makes what was renamed or created in it durable.
    func sync() throws(StoreError) {
        let descriptor = Glibc.open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .refused(.inaccessible(path: path, detail: FileStatus.lastError)) }
        defer { Glibc.close(descriptor) }
        guard fsync(descriptor) == 0 else { throw .ioFailure("sync of \(path): \(FileStatus.lastError)") }
    }
}
