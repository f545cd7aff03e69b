// Where a call's requests come from: the command line, a file, or stdin.

enum RequestSource: Equatable {
    case none
    case text(String)
    case file(String)
    case standardInput

    init(_ argument: String?) {
        switch argument {
        case nil: self = .none
        case "-": self = .standardInput
        case .some(let text) where text.hasPrefix("@"): self = .file(String(text.dropFirst()))
        case .some(let text): self = .text(text)
        }
    }

    /// The one request.
    func whole() throws -> [UInt8] {
        switch self {
        case .none: Array("{}".utf8)
        case .text(let text): Array(text.utf8)
        case .file(let path): try InputSource.file(path)
        case .standardInput: try InputSource.standardInput()
        }
    }

    /// The requests of a stream, one a line.
    func lines() throws -> AsyncThrowingStream<[UInt8], any Error> {
        if self == .standardInput { return InputSource.lines() }
        let text = self == .none ? [] : try whole()
        let lines = text.split { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map(Array.init)
        return AsyncThrowingStream { continuation in
            for line in lines { continuation.yield(line) }
            continuation.finish()
        }
    }
}
