// `<data-dir>/endpoints.json`: what is actually bound, for scripts (API.md 1). Written in one piece when everything
// accepts, removed at the end and, where a killed rpcd left one, at the start. Information, never a credential.

internal import Glibc
internal import RPC

struct EndpointsFile {
    let path: String

    init(dataDirectory: String) { path = dataDirectory + "/endpoints.json" }

    func write(version: String, rpc: [Endpoint], bridge: [Endpoint], http: [Endpoint]) throws(StartFailure) {
        func list(_ endpoints: [Endpoint], _ text: (Endpoint) -> String) -> String {
            "[" + endpoints.map { Self.quoted(text($0)) }.joined(separator: ", ") + "]"
        }
        let json = """
            {"pid": \(getpid()), "version": \(Self.quoted(version)), \
            "rpc": \(list(rpc, Self.dialled)), "bridge": \(list(bridge, Self.dialled)), "http": \(list(http, Self.url))}

            """
        try Paths.replace(path, with: Array(json.utf8), mode: 0o644)
    }

    func remove() { unlink(path) }

    /// As clients dial it from anywhere.
    static func dialled(_ endpoint: Endpoint) -> String {
        // An abstract name (`@…`) is the same from everywhere.
        if case .unix(let path) = endpoint, !path.hasPrefix("@") { return "unix:" + Paths.absolute(path) }
        return endpoint.description
    }

    static func url(_ endpoint: Endpoint) -> String {
        let authority = endpoint.description.dropFirst(4)
        return switch endpoint {
        case .unix: dialled(endpoint)
        case .tcp: "http://\(authority)"
        case .tls: "https://\(authority)"
        }
    }

    private static func quoted(_ text: String) -> String {
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"", "\\": bytes += [UInt8(ascii: "\\"), UInt8(truncatingIfNeeded: scalar.value)]
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                bytes += Array("\\u00\(digits.utf8.count == 1 ? "0" : "")\(digits)".utf8)
            default: bytes += Array(String(scalar).utf8)
            }
        }
        return "\"" + String(decoding: bytes, as: UTF8.self) + "\""
    }
}
