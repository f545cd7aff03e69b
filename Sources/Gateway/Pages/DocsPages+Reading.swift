// A whole small file of the disk. Blocks.

internal import Glibc
internal import NIOCore

extension DocsPages {
    private static let most = 16 << 20

    /// - Returns: nil where it cannot be read, is none, or has more than 16 MiB.
    static func contents(of path: String) -> ByteBuffer? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            (1...most).contains(Int(status.st_size))
        else { return nil }
        var buffer = ByteBuffer()
        let size = Int(status.st_size)
        buffer.reserveCapacity(size)
        while buffer.readableBytes < size {
            let count = buffer.writeWithUnsafeMutableBytes(minimumWritableBytes: size - buffer.readableBytes) { bytes in
                max(0, read(descriptor, bytes.baseAddress, min(bytes.count, size)))
            }
            if count == 0 { return nil }
        }
        return buffer
    }
}
