// The QR code as what the client can show: JSON with the raw string, or a picture drawn here. `?format=` says which, else
// the header Accept does. A code is a credential while it lives: no cache may keep it.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import QRCode
internal import RPC

enum PictureFormat: String, CaseIterable, Sendable {
    case json, png, svg, txt

    var mediaType: String {
        switch self {
        case .json: "application/json"
        case .png: "image/png"
        case .svg: "image/svg+xml"
        case .txt: "text/plain; charset=utf-8"
        }
    }

    /// The format asked for; takes `format` out of the query.
    /// - Throws: VALIDATION_ERROR for a format that there is not.
    static func choose(_ headers: HTTPFields, _ target: inout RequestTarget) throws(RPCError) -> PictureFormat {
        let asked = target.query.filter { $0.name == "format" }
        guard let last = asked.last else { return accepted(headers[values: .accept].joined(separator: ",")) }
        guard asked.count == 1, let format = PictureFormat(rawValue: last.value) else {
            throw RPCError.invalid("format", "must be json, png, svg or txt")
        }
        target = target.without("format")
        return format
    }

    /// The first of the formats that the client likes best; JSON where it has no wish that can be met.
    static func accepted(_ header: String) -> PictureFormat {
        var best: (format: PictureFormat, weight: Double) = (.json, 0)
        for range in header.lowercased().split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { $0 != " " && $0 != "\t" } }
            guard let type = parts.first, let format = format(of: type) else { continue }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if weight > best.weight { best = (format, weight) }
        }
        return best.format
    }

    private static func format(of type: String) -> PictureFormat? {
        switch type {
        case "application/json", "application/*", "*/*": .json
        case "image/png", "image/*": .png
        case "image/svg+xml": .svg
        case "text/plain", "text/*": .txt
        default: nil
        }
    }

    /// The picture of a QrCode.
    /// - Throws: where the code cannot be drawn; a fault of the server.
    func response(_ route: CallRoute, _ message: ByteBuffer) throws -> Response {
        guard let field = route.response.field(named: "code") else { throw RPCError.refusal(.internal, "") }
        let code = try message.withUnsafeReadableBytes { bytes in
            try route.response.reading(bytes) { $0.string(field) }
        }
        let picture = try QRCode(text: code)
        let body: [UInt8] =
            switch self {
            case .png: try picture.png()
            case .svg: Array(picture.svg().utf8)
            case .txt: Array(picture.terminal().utf8)
            case .json: []
            }
        var answer = Answer.response(route.status, body, type: mediaType)
        answer.headers[.vary] = "Accept"
        return answer
    }
}

extension RequestTarget {
    /// The same without a parameter of the query.
    func without(_ name: String) -> RequestTarget {
        RequestTarget(segments: segments, query: query.filter { $0.name != name })
    }
}
