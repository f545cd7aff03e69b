// UploadMedia and DownloadMedia as the gateway meets them, with files in memory: what was asked and what came.
import Codec
import Contract
import RPC
import Synchronization

@testable import Gateway

final class MediaShelf: Sendable {
    struct Upload: Sendable {
        var start: UploadStart
        var bytes: [UInt8] = []
        var isWhole = false
        var key: String?
    }

    private let state = Mutex<(uploads: [Upload], file: [UInt8], downloads: [DownloadMediaRequest])>(([], [], []))
    let chunkBytes = 16

    var uploads: [Upload] { state.withLock { $0.uploads } }
    var downloads: [DownloadMediaRequest] { state.withLock { $0.downloads } }
    func put(_ bytes: [UInt8]) { state.withLock { $0.file = bytes } }

    /// What file 7 is.
    var media: Media {
        state.withLock { state in
            .with {
                $0.id = 7
                $0.size = Int64(state.file.count)
                $0.sha256 = "abc"
                $0.mimeType = "image/png"
                $0.fileName = "ü.png"
            }
        }
    }

    func register(into router: inout Router) {
        router.bidirectional(MessagesMethods.uploadMedia) {
            (
                requests: RequestStream<UploadMediaRequest>, responses: ResponseWriter<UploadMediaResponse>,
                context: CallContext
            ) async throws in
            try await self.take(requests, responses, context)
        }
        router.serverStreaming(MessagesMethods.downloadMedia) {
            (request: DownloadMediaRequest, responses: ResponseWriter<DownloadMediaResponse>, _: CallContext)
                async throws in
            try await self.give(request, responses)
        }
    }

    private func take(
        _ requests: RequestStream<UploadMediaRequest>, _ responses: ResponseWriter<UploadMediaResponse>,
        _ context: CallContext
    ) async throws {
        var items = requests.makeAsyncIterator()
        guard case .start(let start) = try await items.next()?.item else {
            throw RPCError.invalid("start", "has to be in the first item")
        }
        if start.fileName == "refused" { throw RPCError.refusal(.mediaTooLarge, "Too large.") }
        let index = state.withLock { state in
            state.uploads.append(Upload(start: start, key: context.metadata["idempotency-key"]))
            return state.uploads.count - 1
        }
        try await responses.write(
            .with {
                $0.credit = 2
                $0.chunkBytes = Int32(self.chunkBytes)
            })
        var count: Int64 = 0
        while start.atMost || count < start.size, let item = try await items.next() {
            guard case .chunk(let chunk) = item.item, chunk.offset == count, chunk.data.count <= chunkBytes else {
                throw RPCError.invalid("chunk", "is wrong")
            }
            count += Int64(chunk.data.count)
            state.withLock { $0.uploads[index].bytes += chunk.data }
            try await responses.write(.with { $0.credit = 1 })
        }
        state.withLock { $0.uploads[index].isWhole = true }
        let size = count
        try await responses.write(
            .with {
                $0.media = .with {
                    $0.id = 7
                    $0.size = size
                }
            })
    }

    private func give(
        _ request: DownloadMediaRequest, _ responses: ResponseWriter<DownloadMediaResponse>
    ) async throws {
        let file = state.withLock { state in
            state.downloads.append(request)
            return state.file
        }
        guard request.id == 7 else { throw RPCError.nothingThere }
        let media = media
        try await responses.write(.with { $0.media = media })
        let end = request.length == 0 ? file.count : min(file.count, Int(request.offset + request.length))
        var position = Int(request.offset)
        while position < end {
            let data = Array(file[position..<min(end, position + 1_000)])
            try await responses.write(.with { $0.data = data })
            position += data.count
        }
    }
}
