// What a command reads beside its arguments: files, and stdin as a whole or line by line.
internal import Glibc

enum InputSource {
    /// A file's bytes.
    static func file(_ path: String, limit: Int = 16 << 20) throws(InputError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputError(path: path, errno: errno) }
        defer { close(descriptor) }
        return try all(of: descriptor, named: path, limit: limit)
    }

    /// Everything on stdin.
    static func standardInput(limit: Int = 16 << 20) throws(InputError) -> [UInt8] {
        try all(of: 0, named: "stdin", limit: limit)
    }

    /// stdin, line by line, read in a thread of its own, because a read that waits can be woken by nothing else.
    /// The next line is read when the last one was taken.
    static func lines(of descriptor: Int32 = 0) -> AsyncThrowingStream<[UInt8], any Error> {
        let reader = LineReader(descriptor)
        return AsyncThrowingStream(unfolding: { try await reader.next() })
    }

    private static func all(of descriptor: Int32, named name: String, limit: Int) throws(InputError) -> [UInt8] {
        var result: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 64 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return result }
            if count < 0 {
                if errno == EINTR { continue }
                throw InputError(path: name, errno: errno)
            }
            result.append(contentsOf: chunk[..<count])
            guard result.count <= limit else { throw InputError(description: "\(name) is larger than \(limit) bytes") }
        }
    }
}

struct InputError: Error, CustomStringConvertible {
    let description: String

    init(description: String) { self.description = description }

    init(path: String, errno code: Int32) {
        description = "cannot read \(path): \(String(cString: strerror(code)))"
    }
}
