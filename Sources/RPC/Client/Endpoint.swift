// Where to dial, or what to listen on: `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT`.

/// An address of a server.
public enum Endpoint: Sendable, Hashable {
    /// A path in the file system, 1…107 bytes.
    case unix(path: String)
    /// A name or address, IPv6 without brackets, and a port; 0 lets the system choose when listening.
    case tcp(host: String, port: Int)
    /// The same with TLS on it. The server's certificate must be for the host.
    case tls(host: String, port: Int)

    /// Why a text is no endpoint.
    public struct ParsingError: Error, Sendable, Hashable, CustomStringConvertible {
        public let description: String
    }

    /// Reads `unix:PATH`, `tcp:HOST:PORT` or `tls:HOST:PORT`; IPv6 addresses stand in brackets.
    public init(parsing text: String) throws(ParsingError) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst(5))
            guard (1...107).contains(path.utf8.count), !path.utf8.contains(0) else {
                throw ParsingError(description: "'\(text)': the path of a Unix socket has 1 to 107 bytes")
            }
            self = .unix(path: path)
            return
        }
        guard text.hasPrefix("tcp:") || text.hasPrefix("tls:") else {
            throw ParsingError(description: "'\(text)' is no endpoint: unix:PATH, tcp:HOST:PORT or tls:HOST:PORT")
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
        self =
            text.hasPrefix("tls:")
            ? .tls(host: String(host), port: Int(port)) : .tcp(host: String(host), port: Int(port))
    }
}

extension Endpoint: CustomStringConvertible {
    public var description: String {
        switch self {
        case .unix(let path): "unix:\(path)"
        case .tcp(let host, let port): "tcp:\(Self.authority(host, port))"
        case .tls(let host, let port): "tls:\(Self.authority(host, port))"
        }
    }

    /// As it stands in URLs.
    static func authority(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
