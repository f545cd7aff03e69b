// A backup as it lies somewhere: the database, and a WAL where it is a copy made by hand. Opened once and then read through
// what was opened, so that whoever opens it may have other rights than whoever restores it.

internal import Glibc

package final class BackupSource {
    package let path: String
    private var database: Int32 = -1
    private var wal: Int32 = -1
    /// Of both, in bytes; known once it is open.
    private(set) var size: Int64 = 0

    package init(_ path: String) { self.path = path }

    deinit { for descriptor in [database, wal] where descriptor >= 0 { close(descriptor) } }

    /// Is it one of ours at all? Does nothing where it is open already.
    /// - Throws: `.refused`.
    package func open() throws(StoreError) {
        guard database < 0 else { return }
        // Not waiting for a writer, where it is a pipe.
        let opened = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard opened >= 0 else {
            throw inaccessible(errno == ENOENT ? "there is no such file" : FileStatus.lastError)
        }
        do throws(StoreError) {
            size = try judge(opened)
            wal = Glibc.open(path + "-wal", O_RDONLY | O_CLOEXEC | O_NONBLOCK)
            // A WAL that is there and cannot be read has commits that would be lost.
            guard wal >= 0 || errno == ENOENT else { throw inaccessible("its -wal: " + FileStatus.lastError) }
            if wal >= 0 { size += try Self.status(of: wal, path + "-wal").size }
        } catch {
            close(opened)
            throw error
        }
        database = opened
    }

    private func inaccessible(_ detail: String) -> StoreError { .refused(.inaccessible(path: path, detail: detail)) }

    private static func status(of descriptor: Int32, _ path: String) throws(StoreError) -> (
        size: Int64, isRegular: Bool
    ) {
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            throw .refused(.inaccessible(path: path, detail: FileStatus.lastError))
        }
        return (Int64(status.st_size), status.st_mode & S_IFMT == S_IFREG)
    }

    private func judge(_ descriptor: Int32) throws(StoreError) -> Int64 {
        let status = try Self.status(of: descriptor, path)
        guard status.isRegular else { throw inaccessible("it is no file") }
        guard status.size > 0 else { throw .refused(.empty(path: path)) }
        var header = [UInt8](repeating: 0, count: 100)
        guard pread(descriptor, &header, header.count, 0) == header.count,
            header.starts(with: Array("SQLite format 3\0".utf8))
        else { throw .refused(.foreign(path: path, detail: "it is no SQLite database")) }
        let application = header[68..<72].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        guard application == DatabaseFile.applicationID else {
            throw .refused(.foreign(path: path, detail: "its application id is \(application)"))
        }
        return status.size
    }

    /// Copies the database, and the WAL, to files that are not there yet (0600).
    func copy(to new: String) throws(StoreError) {
        try copy(database, path, to: new)
        if wal >= 0, try Self.status(of: wal, path + "-wal").size > 0 { try copy(wal, path + "-wal", to: new + "-wal") }
    }

    private func copy(_ reading: Int32, _ old: String, to new: String) throws(StoreError) {
        let writing = Glibc.open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard writing >= 0 else { throw .refused(.inaccessible(path: new, detail: FileStatus.lastError)) }
        defer { Glibc.close(writing) }
        var chunk = [UInt8](repeating: 0, count: 1 << 20)
        var offset = 0
        while true {
            let count = pread(reading, &chunk, chunk.count, offset)
            if count == 0 { return }
            guard count > 0 else { throw .ioFailure("reading \(old): \(FileStatus.lastError)") }
            offset += count
            var done = 0
            while done < count {
                let written = chunk.withUnsafeBytes { write(writing, $0.baseAddress?.advanced(by: done), count - done) }
                guard written > 0 else {
                    throw errno == ENOSPC ? .storageFull : .ioFailure("writing \(new): \(FileStatus.lastError)")
                }
                done += written
            }
        }
    }
}
