// One call of UploadMedia, fed as its bytes come from HTTP: whole chunks, within the credit. Whoever drops it drops the call.

internal import Codec
internal import Contract
internal import RPC

struct MediaUpload {
    private let call: BidirectionalCall<UploadMediaRequest, UploadMediaResponse>
    private var answers: ResponseStream<UploadMediaResponse>.AsyncIterator
    private var credit: Int32 = 0
    private var chunkBytes = 0
    private var offset: Int64 = 0
    private var chunk: [UInt8] = []
    /// A repeat: what it is was known before its bytes came. They are taken all the same, as the client sends them.
    private var known: Media?

    /// Asks for it, and waits until its bytes are wanted.
    static func begin(_ start: UploadStart, _ client: MessagesClient) async throws -> MediaUpload {
        let call = try await client.uploadMedia()
        var start = start
        // Over HTTP nothing is gone on with.
        start.inOneGo = true
        try await call.send(.with { $0.item = .start(start) })
        var upload = MediaUpload(call: call)
        try await upload.hear()
        return upload
    }

    private init(call: BidirectionalCall<UploadMediaRequest, UploadMediaResponse>) {
        self.call = call
        answers = call.responses.makeAsyncIterator()
    }

    private mutating func hear() async throws {
        guard let answer = try await answers.next() else { throw RPCError.refusal(.internal, "") }
        known = answer.media
        credit += answer.credit
        if answer.chunkBytes > 0 { chunkBytes = Int(answer.chunkBytes) }
    }

    /// Takes more of it; waits where the server is slower than the client.
    mutating func take(_ bytes: some RandomAccessCollection<UInt8>) async throws {
        guard known == nil else {
            offset += Int64(bytes.count)
            return
        }
        var rest = bytes[...]
        while !rest.isEmpty {
            let part = rest.prefix(max(1, chunkBytes) - chunk.count)
            chunk.append(contentsOf: part)
            rest = rest.dropFirst(part.count)
            if chunk.count >= chunkBytes { try await send() }
        }
    }

    private mutating func send() async throws {
        while credit <= 0 { try await hear() }
        let item = UploadChunk.with {
            $0.offset = offset
            $0.data = chunk
        }
        try await call.send(.with { $0.item = .chunk(item) })
        credit -= 1
        offset += Int64(chunk.count)
        chunk.removeAll(keepingCapacity: true)
    }

    /// All has come.
    mutating func finish() async throws -> Media {
        if let known {
            guard known.size == offset else {
                throw RPCError.refusal(
                    .idempotencyKeyReused, "This idempotency key was used for a file of another size.")
            }
            return known
        }
        if !chunk.isEmpty { try await send() }
        try await call.closeSend()
        while true {
            try await hear()
            if let known { return known }
        }
    }

    /// What has come is dropped.
    func cancel() { call.cancel() }
}
