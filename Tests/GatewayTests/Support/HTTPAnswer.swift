// An answer as a client reads it: status, header fields, body, and the body's JSON taken apart.
import Codec
import RPC

struct HTTPAnswer: CustomStringConvertible {
    let status: Int
    /// Names in lower case; values of equal names between commas.
    let headers: [String: String]
    let body: String
    let description: String

    init?(_ text: String) {
        description = text
        guard let end = text.firstRange(of: "\r\n\r\n") else { return nil }
        let lines = text[..<end.lowerBound].split(separator: "\r\n")
        guard let first = lines.first?.split(separator: " "), first.count >= 2, let status = Int(first[1]) else {
            return nil
        }
        self.status = status
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let sides = line.split(separator: ":", maxSplits: 1)
            guard sides.count == 2 else { continue }
            let value = String(sides[1].drop { $0 == " " })
            headers.merge([sides[0].lowercased(): value]) { $0 + ", " + $1 }
        }
        self.headers = headers
        body = String(text[end.upperBound...])
    }

    /// One request on a connection of its own.
    static func get(
        _ endpoint: Endpoint, _ verb: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
        type: String? = "application/json"
    ) async throws -> HTTPAnswer {
        let connection = try RawConnection(to: endpoint)
        try connection.send(head(verb, path, body, headers: headers, type: type) + (body ?? ""))
        let text = try await connection.receive()
        guard let answer = HTTPAnswer(text) else { throw NoAnswer(text: text) }
        return answer
    }

    static func head(
        _ verb: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:], type: String? = nil
    ) -> String {
        var head = "\(verb) \(path) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
        if let body {
            if headers["Content-Length"] == nil { head += "Content-Length: \(body.utf8.count)\r\n" }
            if let type { head += "Content-Type: \(type)\r\n" }
        }
        for (name, value) in headers { head += "\(name): \(value)\r\n" }
        return head + "\r\n"
    }

    var json: JSONValue { (try? JSONValue(parsing: body)) ?? .null }
    var code: String { json["error_code"].string }
    var data: JSONValue { json["data"] }
    /// What is said of a field.
    func errors(_ field: String) -> [String] {
        guard case .array(let texts) = json["errors"][field] else { return [] }
        return texts.map(\.string)
    }
}

struct NoAnswer: Error {
    let text: String
}

extension JSONValue {
    /// A member of an object; null where there is none.
    subscript(_ key: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.key == key }?.value ?? .null
    }

    var string: String { if case .string(let text) = self { text } else { "" } }
    var integer: Int64? { if case .integer(let number) = self { number } else { nil } }
    var keys: [String] { if case .object(let members) = self { members.map(\.key) } else { [] } }
    var array: [JSONValue] { if case .array(let elements) = self { elements } else { [] } }
}
