// Where to dial, or what to listen on: `unix:PATH` or `tcp:HOST:PORT`. TLS will be one more case.

/// An address of a server.
public enum Endpoint: Sendable, Hashable {
    /// A path in the file system, 1…107 bytes.
    case unix(path: String)
    /// A name or address, IPv6 without brackets, and a port; 0 lets the system choose when listening.
    case tcp(host: String, port: Int)

    /// Why a text is no endpoint.
    public struct ParsingError: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// Reads `unix:PATH` or `tcp:HOST:PORT`; IPv6 addresses stand in brackets.
    public init(parsing text: String) throws(ParsingError) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard (1...107).contains(path.utf8.count), !path.utf8.contains(0) else {
                throw ParsingError(description: "'\(text)': the path of a Unix socket has 1 to 107 bytes")
            }
            self = .unix(path: path)
            return
        }
        guard text.hasPrefix("tcp:") else {
            throw ParsingError(description: "'\(text)' is no endpoint: unix:PATH or tcp:HOST:PORT")
        }
        let rest = text.dropFirst(4)
        guard let colon = rest.lastIndex(of: ":"), let port = UInt16(rest[rest.index(after: colon)...]) else {
            throw ParsingError(description: "'\(text)' has no port from 0 to 65535")
        }
        var host = rest[..<colon]
        if host.hasPrefix("["), host.hasSuffix("]") {
            host = host.dropFirst().dropLast()
        } else if host.contains(":") {
            throw ParsingError(description: "'\(text)': an IPv6 address stands in brackets")
        }
        guard !host.isEmpty else { throw ParsingError(description: "'\(text)' has no host") }
        self = .tcp(host: String(host), port: Int(port))
    }
}

extension Endpoint: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .tcp(let host, let port): host.contains(":") ? "tcp:[\(host)]:\(port)" : "tcp:\(host):\(port)"
        }
    }
}
