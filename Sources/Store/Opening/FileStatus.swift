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

    static var lastError: String { String(cString: strerror(errno)) }
}
