// What the file system says of a path, links not followed.

internal import Glibc

package struct FileFacts: Sendable, Equatable {
    package let isRegular: Bool
    package let isDirectory: Bool
    package let isSocket: Bool
    /// The permission bits.
    package let mode: UInt32
    package let uid: UInt32
    package let size: Int64
    /// When it was last written, in seconds since 1970.
    package let changedAt: Int64

    /// nil where nothing is there, or nothing that may be seen.
    package init?(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        isRegular = status.st_mode & S_IFMT == S_IFREG
        isDirectory = status.st_mode & S_IFMT == S_IFDIR
        isSocket = status.st_mode & S_IFMT == S_IFSOCK
        mode = status.st_mode & 0o7777
        uid = status.st_uid
        size = Int64(status.st_size)
        changedAt = Int64(status.st_mtim.tv_sec)
    }

    /// The names in a directory, without `.` and `..`; nil where it cannot be read.
    package static func names(in directory: String) -> [String]? {
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

    /// Whether a file begins as SQLite's do. Never to be asked of a database that this process has open: closing a second
    /// descriptor of it would drop its locks, which is why a file with a second name is not opened.
    package static func isDatabase(_ path: String) -> Bool {
        var status = stat()
        guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1 else { return false }
        let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        var header = [UInt8](repeating: 0, count: 16)
        return read(descriptor, &header, 16) == 16 && header == Array("SQLite format 3\0".utf8)
    }

    package static var lastError: String { String(cString: strerror(errno)) }
}
