// The folder that media lie in, `<data-dir>/media`: 0700, its files 0600, under names that we make and never use again. A file
// is written under its name and `.part`, synced, renamed, and the folder synced: then it is there under its name as a whole,
// or not at all. No link is followed. Everything here blocks, and belongs on threads that may.

internal import Contract
internal import Glibc
internal import RPC

package struct MediaFolder: Sendable {
    package let path: String
    let calls: Calls

    package static let partSuffix = ".part"
    private static let nameLength = 32

    package init(_ path: String, calls: Calls = Calls()) {
        self.path = path
        self.calls = calls
    }

    /// What becomes of a file, and what makes it durable, in the order in which it has to happen; tests see it happen, or
    /// fail. As the system's own: -1 and errno.
    package struct Calls: Sendable {
        package var write: @Sendable (Int32, UnsafeRawPointer, Int, Int64) -> Int = { pwrite($0, $1, $2, off_t($3)) }
        package var read: @Sendable (Int32, UnsafeMutableRawPointer, Int, Int64) -> Int = {
            pread($0, $1, $2, off_t($3))
        }
        package var syncFile: @Sendable (Int32) -> Int32 = { fdatasync($0) }
        package var rename: @Sendable (_ old: String, _ new: String) -> Int32 = { Glibc.rename($0, $1) }
        package var syncFolder: @Sendable (Int32) -> Int32 = { fsync($0) }
        /// Bytes that are free on the disk of a folder; nil where the system does not tell.
        package var freeBytes: @Sendable (_ folder: String) -> Int64? = { MediaFolder.free(on: $0) }

        package init() {}
    }

    /// Why something could not be done with a file, for the log.
    package struct Failure: Error, Sendable, CustomStringConvertible {
        package let code: Int32
        package let description: String

        init(_ what: String) {
            code = errno
            description = "\(what): \(String(cString: strerror(code)))"
        }
    }

    /// What callers are told; what it was stands in the cause.
    static func refusal(_ failure: Failure) -> RPCError {
        if failure.code == ENOSPC || failure.code == EDQUOT {
            return RPCError.make(
                .storageFull, "The server's disk is full.", hint: "What has come is safe; go on when there is room.",
                cause: failure)
        }
        return RPCError.make(
            .unavailable, "The server cannot use its storage just now.", retryAfter: .seconds(1), cause: failure)
    }

    /// Makes it where it is missing.
    package func make() throws(Failure) {
        guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw Failure("mkdir of the media folder") }
        try close(try open(self.path, O_RDONLY | O_DIRECTORY))
    }

    /// A name that no file has and none had: 128 random bits, in hexadecimal.
    package static func newName() -> String { Hexadecimal.text(randomBytes(nameLength / 2)) }

    /// Whether we could have made it.
    static func isName(_ name: some StringProtocol) -> Bool {
        name.utf8.count == nameLength
            && name.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }

    /// What lies in it: names, those of parts without their suffix. Whatever is none of ours is not among them.
    func names() throws(Failure) -> Set<String> {
        guard let stream = opendir(path) else { throw Failure("opendir of the media folder") }
        defer { closedir(stream) }
        var names: Set<String> = []
        while let entry = readdir(stream) {
            let found = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            let name = found.hasSuffix(Self.partSuffix) ? String(found.dropLast(Self.partSuffix.utf8.count)) : found
            if Self.isName(name) { names.insert(name) }
        }
        return names
    }

    /// Bytes that are free on its disk; nil where the system does not tell.
    func freeBytes() -> Int64? { calls.freeBytes(path) }

    private static func free(on path: String) -> Int64? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int64(
            clamping: UInt64(status.f_bavail).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
    }

    /// The size of a whole file; nil where there is none. A disk that does not answer is no reason to say so.
    func size(of name: String) throws(Failure) -> Int64? {
        var status = stat()
        guard lstat("\(path)/\(name)", &status) == 0 else {
            guard errno == ENOENT else { throw Failure("status of a media file") }
            return nil
        }
        return status.st_mode & S_IFMT == S_IFREG ? Int64(status.st_size) : nil
    }

    /// Deletes a file, whole or in part. What is not there is deleted.
    func delete(_ name: String) {
        guard Self.isName(name) else { return }
        unlink("\(path)/\(name)")
        unlink("\(path)/\(name)\(Self.partSuffix)")
    }

    /// Opens a whole file for reading.
    /// - Parameter size: what it must have.
    func read(_ name: String, size: Int64) throws(Failure) -> MediaReader {
        let descriptor = try open("\(path)/\(name)", O_RDONLY)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, Int64(status.st_size) == size
        else {
            Glibc.close(descriptor)
            errno = EIO
            throw Failure("size of a media file")
        }
        return MediaReader(descriptor: descriptor, calls: calls)
    }

    /// Opens the part of an upload, made where it is missing: a new one, or what is left of one that was broken off.
    /// - Parameter position: so much of it is safe; what lies behind goes.
    /// - Returns: nil where less than that is there.
    func part(_ name: String, from position: Int64) throws(Failure) -> Int32? {
        let part = "\(path)/\(name)\(Self.partSuffix)"
        // Whole, and not noted as that before a crash.
        if position > 0, try size(of: name) != nil, Glibc.rename("\(path)/\(name)", part) != 0 {
            throw Failure("rename of an upload")
        }
        let descriptor = try open(part, O_RDWR | O_CREAT)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_nlink == 1,
            fchmod(descriptor, 0o600) == 0
        else {
            Glibc.close(descriptor)
            errno = EIO
            throw Failure("the part of an upload")
        }
        guard Int64(status.st_size) >= position else {
            Glibc.close(descriptor)
            return nil
        }
        guard ftruncate(descriptor, off_t(position)) == 0 else {
            let failure = Failure("truncate of an upload")
            Glibc.close(descriptor)
            throw failure
        }
        return descriptor
    }

    /// Gives a part, which was synced, its name, for good.
    func publish(_ name: String) throws(Failure) {
        guard calls.rename("\(path)/\(name)\(Self.partSuffix)", "\(path)/\(name)") == 0 else {
            throw Failure("rename of an upload")
        }
        try sync()
    }

    /// Makes durable what is in a file.
    func sync(file descriptor: Int32) throws(Failure) {
        guard calls.syncFile(descriptor) == 0 else { throw Failure("sync of an upload") }
    }

    /// Makes durable what has which name.
    private func sync() throws(Failure) {
        let folder = try open(path, O_RDONLY | O_DIRECTORY)
        guard calls.syncFolder(folder) == 0 else {
            let failure = Failure("sync of the media folder")
            Glibc.close(folder)
            throw failure
        }
        Glibc.close(folder)
    }

    private func open(_ path: String, _ flags: Int32) throws(Failure) -> Int32 {
        let descriptor = Glibc.open(path, flags | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0o600)
        guard descriptor >= 0 else { throw Failure("open of \(path)") }
        return descriptor
    }

    private func close(_ descriptor: Int32) throws(Failure) {
        guard Glibc.close(descriptor) == 0 else { throw Failure("close") }
    }
}

/// A file that is read. Stays whole while it is open, whatever becomes of its name.
final class MediaReader: Sendable {
    private let descriptor: Int32
    private let calls: MediaFolder.Calls

    init(descriptor: Int32, calls: MediaFolder.Calls) {
        self.descriptor = descriptor
        self.calls = calls
    }

    deinit { close(descriptor) }

    /// At most so many bytes from an offset on; fewer at the end, none behind it.
    func bytes(at offset: Int64, atMost count: Int) throws(MediaFolder.Failure) -> [UInt8] {
        try Self.bytes(of: descriptor, at: offset, atMost: count, calls)
    }

    static func bytes(
        of descriptor: Int32, at offset: Int64, atMost count: Int, _ calls: MediaFolder.Calls
    ) throws(MediaFolder.Failure) -> [UInt8] {
        var failure: MediaFolder.Failure?
        let bytes = [UInt8](unsafeUninitializedCapacity: max(0, count)) { buffer, filled in
            while filled < count, let start = buffer.baseAddress {
                let read = calls.read(descriptor, start + filled, count - filled, offset + Int64(filled))
                if read < 0, errno == EINTR { continue }
                if read < 0 { failure = MediaFolder.Failure("read of a media file") }
                if read <= 0 { return }
                filled += read
            }
        }
        if let failure { throw failure }
        return bytes
    }
}
