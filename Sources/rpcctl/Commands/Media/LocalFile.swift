// A file of whoever runs us: read a piece at a time to be sent, or made and written as it comes.
internal import Glibc

final class LocalFile: Sendable {
    let path: String
    private let descriptor: Int32

    private init(_ path: String, _ descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// What is to be sent.
    static func reading(_ path: String) throws -> LocalFile {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure("cannot read \(path)") }
        let file = LocalFile(path, descriptor)
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw Failure(.failed, "FILE", "\(path) is no file")
        }
        return file
    }

    /// What is to be written. Nothing that is there is replaced, unless that is wanted.
    static func writing(_ path: String, replacing: Bool) throws -> LocalFile {
        let way = replacing ? O_TRUNC : O_EXCL
        let descriptor = open(path, O_WRONLY | O_CREAT | O_CLOEXEC | way, 0o600)
        guard descriptor >= 0 else {
            let isThere = errno == EEXIST
            var refusal = failure("cannot make \(path)")
            if isThere { refusal.hint = "--force replaces it" }
            throw refusal
        }
        return LocalFile(path, descriptor)
    }

    var size: Int64 {
        var status = stat()
        return fstat(descriptor, &status) == 0 ? Int64(status.st_size) : 0
    }

    /// Fewer at the end, none behind it.
    func read(at offset: Int64, atMost count: Int) throws -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        let read = pread(descriptor, &bytes, count, off_t(offset))
        guard read >= 0 else { throw Self.failure("cannot read \(path)") }
        bytes.removeLast(count - read)
        return bytes
    }

    func write(_ bytes: [UInt8], at offset: Int64) throws {
        var done = 0
        while done < bytes.count {
            let wrote = bytes[done...].withUnsafeBytes {
                pwrite(descriptor, $0.baseAddress, $0.count, off_t(offset) + off_t(done))
            }
            if wrote < 0, errno == EINTR { continue }
            guard wrote > 0 else { throw Self.failure("cannot write \(path)") }
            done += wrote
        }
    }

    func remove() { unlink(path) }

    private static func failure(_ what: String) -> Failure {
        Failure(.failed, "FILE", "\(what): \(String(cString: strerror(errno)))")
    }
}
