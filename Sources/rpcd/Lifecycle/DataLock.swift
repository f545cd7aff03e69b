// The lock on a data directory: one rpcd at a time (API.md 1). The kernel drops it with the process, however that ends;
// the file stays and means nothing by itself. Its descriptor is closed on exec, so that no child keeps the lock.

internal import Glibc

final class DataLock: Sendable {
    private let descriptor: Int32

    /// - Throws: `StartFailure` 75 when another process has it, 73 when the file cannot be made.
    init(directory: String) throws(StartFailure) {
        let path = directory + "/rpcd.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot make \(path): \(Paths.lastError)")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            let reason = errno
            let holder = Self.holder(descriptor)
            close(descriptor)
            guard reason == EWOULDBLOCK else {
                throw StartFailure(
                    status: .cannotCreate, description: "cannot lock \(path): \(String(cString: strerror(reason)))")
            }
            throw StartFailure(
                status: .busy, description: "another rpcd\(holder.map { " (pid \($0))" } ?? "") runs on \(directory)",
                hint: "Stop it, or choose another --data-dir.")
        }
        let pid = Array("\(getpid())\n".utf8)
        // For people who look; the lock itself is what counts.
        if ftruncate(descriptor, 0) == 0 { _ = pwrite(descriptor, pid, pid.count, 0) }
    }

    deinit { close(descriptor) }

    private static func holder(_ descriptor: Int32) -> Int? {
        var bytes = [UInt8](repeating: 0, count: 16)
        let count = pread(descriptor, &bytes, bytes.count, 0)
        return Int(String(decoding: bytes.prefix(max(0, count)).prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self))
    }
}
