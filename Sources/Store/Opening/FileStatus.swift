// What the file system says of a path, by path alone: a database file must never be opened a second time in this
// process, because closing that descriptor would drop SQLite's locks.

internal import Glibc

struct FileStatus {
    let size: Int64
    let isRegular: Bool
    let isDirectory: Bool
    /// The permission bits.
    let mode: UInt32

    /// nil where nothing is there. Throws where that cannot be told.
    init?(_ path: String) throws(StoreError) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return nil }
            throw .refused(.inaccessible(path: path, detail: Self.lastError))
        }
        size = Int64(status.st_size)
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        mode = status.st_mode & 0o7777
    }

    /// 0 where nothing is there.
    static func size(of path: String) -> Int64 { (try? FileStatus(path))?.size ?? 0 }

    /// The names in a directory, without `.` and `..`; nil where it cannot be read.
    static func names(in directory: String) -> [String]? {
        guard let stream = opendir(directory) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// Whether something has this name, a link to nowhere included.
    static func isTaken(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    /// Whether it is a link, wherever that leads.
    static func isLink(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }

    /// Removes a file, or a folder of files.
    static func remove(_ path: String) {
        guard unlink(path) != 0, !isLink(path), (try? FileStatus(path))?.isDirectory == true else { return }
        for name in names(in: path) ?? [] { unlink(path + "/" + name) }
        rmdir(path)
    }

    /// Room on the disk of a directory for others than root; nil where the system does not tell.
    static func freeBytes(at path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// The directory that a path names something in.
    static func parent(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    static var lastError: String { String(cString: strerror(errno)) }
}
