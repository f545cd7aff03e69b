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

    package static var lastError: String { String(cString: strerror(errno)) }
}
