// The body of one form with at most one file: fields are kept, the file goes on to its upload as it comes.

internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct FormIntake {
    private enum Part {
        case none, file
        case field(String, [UInt8])
    }

    private let exchange: MediaExchange
    private var reader: MultipartReader
    /// In the order in which they came, those of the query first.
    private(set) var fields: [RequestTarget.Pair]
    private var part = Part.none
    private var upload: MediaUpload?
    /// Whether a call was made, which has its line in the log.
    private(set) var hasCalled = false

    init(_ exchange: MediaExchange, boundary: String, _ query: [RequestTarget.Pair]) {
        self.exchange = exchange
        reader = MultipartReader(boundary: boundary)
        fields = query
    }

    /// Reads all of it. The file is not one before `finish`.
    /// - Parameter fieldsMayFollow: whether there may be fields behind the file.
    mutating func run(fieldsMayFollow: Bool) async throws {
        let limit = exchange.limits.mediaBytes + HTTPLimits.formBytes
        if let length = exchange.length, length > limit { throw RequestBodyReader.tooLarge(limit) }
        var parts = exchange.request.body.makeAsyncIterator()
        var count = 0
        do {
            while let buffer = try await exchange.next(&parts) {
                count += buffer.readableBytes
                if count > limit { throw RequestBodyReader.tooLarge(limit) }
                for event in try reader.read(buffer.readableBytesView) { try await take(event, fieldsMayFollow) }
            }
            try reader.finish()
        } catch let malformed as MultipartReader.Malformed {
            throw RPCError.refusal(.malformedRequest, "The form is malformed: \(malformed.reason).")
        }
    }

    /// The file that came, if one did.
    mutating func finish() async throws -> Media? { try await upload?.finish() }

    /// What came of the file is dropped.
    func cancel() { upload?.cancel() }

    private mutating func take(_ event: MultipartReader.Event, _ fieldsMayFollow: Bool) async throws {
        switch event {
        case .part(let head): try await begin(head, fieldsMayFollow)
        case .bytes(let bytes):
            if case .field(let name, var value) = part {
                part = .none
                guard value.count + bytes.count <= MediaForms.maximumFieldBytes else {
                    throw RPCError.invalid(name, "has more than \(MediaForms.maximumFieldBytes) bytes")
                }
                value += bytes
                part = .field(name, value)
            } else {
                try await upload?.take(bytes)
            }
        case .endOfPart:
            if case .field(let name, let value) = part {
                guard let text = String(validating: value, as: UTF8.self) else {
                    throw RPCError.invalid(name, "is no UTF-8")
                }
                fields.append(RequestTarget.Pair(name: name, value: text))
            }
            part = .none
        }
    }

    private mutating func begin(_ head: PartHead, _ fieldsMayFollow: Bool) async throws {
        let name = MediaFields.shown(head.name)
        guard head.name == "file" else {
            guard head.fileName == nil else { throw RPCError.invalid(name, "is a file: the field for it is file") }
            // By then the upload had to know.
            let isLate = upload != nil && (!fieldsMayFollow || ["idempotency_key", "user_id"].contains(name))
            guard !isLate else { throw RPCError.invalid(name, "has to come before the file") }
            part = .field(name, [])
            return
        }
        guard upload == nil else { throw RPCError.invalid(name, "is given twice") }
        if fieldsMayFollow, fields.contains(where: { $0.name == "media_id" || $0.name == "media_url" }) {
            throw RPCError.invalid(name, "excludes media_id and media_url")
        }
        let said = ["kind", "user_id", "idempotency_key"]
        var start = try MediaFields.start(fieldsMayFollow ? fields.filter { said.contains($0.name) } : fields)
        if start.fileName.isEmpty { start.fileName = head.fileName ?? "" }
        if start.mimeType.isEmpty { start.mimeType = MediaFields.type(head.contentType) }
        if start.sha256.isEmpty, let digest = head.contentDigest {
            start.sha256 = try ContentDigest.sha256([digest]) ?? ""
        }
        start.atMost = true
        start.size = Int64(exchange.length ?? 0)
        part = .file
        hasCalled = true
        upload = try await MediaUpload.begin(start, exchange.client)
    }
}
