// POST /api/v1/media with the bytes as they are: what they are is said by the query and by header fields.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct MediaBody: Sendable {
    let exchange: MediaExchange

    func answer(_ target: RequestTarget) async throws(RPCError) -> Response {
        let start: UploadStart
        do throws(RPCError) {
            start = try self.start(target)
        } catch {
            throw await exchange.refused(error)
        }
        do {
            var upload = try await MediaUpload.begin(start, exchange.client)
            let media: Media
            do {
                var count = 0
                var parts = exchange.request.body.makeAsyncIterator()
                while let buffer = try await exchange.next(&parts) {
                    count += buffer.readableBytes
                    // A repeat, of which nothing is written, is bounded too.
                    if count > exchange.limits.mediaBytes {
                        throw RequestBodyReader.tooLarge(exchange.limits.mediaBytes)
                    }
                    try await upload.take(buffer.readableBytesView)
                }
                media = try await upload.finish()
            } catch {
                upload.cancel()
                throw error
            }
            return Answer.response(201, try SuccessEnvelope.json(MessagesMethods.uploadMedia, media))
        } catch {
            throw CallRoutes.rpcError(error)
        }
    }

    private func start(_ target: RequestTarget) throws(RPCError) -> UploadStart {
        let headers = exchange.request.headers
        if let encoding = headers[.contentEncoding], encoding.lowercased() != "identity" {
            throw RPCError.refusal(.unsupportedMediaType, "Compressed bodies are not accepted.")
        }
        var start = try MediaFields.start(target.query)
        if start.mimeType.isEmpty { start.mimeType = MediaFields.type(headers[.contentType]) }
        if start.fileName.isEmpty, let disposition = headers[.contentDisposition] {
            guard let value = HeaderValue(disposition) else {
                throw RPCError.invalid("Content-Disposition", "is none")
            }
            start.fileName = value.fileName ?? ""
        }
        let digest = try ContentDigest.sha256(
            headers[values: .contentDigest] + headers[values: .reprDigest], headers[values: .digest])
        if let digest {
            guard start.sha256.isEmpty || start.sha256.lowercased() == digest else {
                throw RPCError.invalid("sha256", "is given twice")
            }
            start.sha256 = digest
        }
        if let length = exchange.length { start.size = Int64(length) } else { start.atMost = true }
        return start
    }
}

extension MediaExchange {
    /// More of the body, nil at its end.
    func next(_ parts: inout RequestBody.AsyncIterator) async throws -> ByteBuffer? {
        do {
            return try await parts.next(isolation: #isolation)
        } catch {
            throw RequestBodyReader.broken(error)
        }
    }

    /// What a request for an upload is told that cannot be made one. Who may not upload learns that and no more.
    func refused(_ error: RPCError) async -> RPCError {
        do {
            let call = try await client.uploadMedia()
            try await call.closeSend()
            var answers = call.responses.makeAsyncIterator()
            _ = try await answers.next()
        } catch let refusal as RPCError
            where [.unauthenticated, .permissionDenied, .resourceExhausted, .unavailable].contains(refusal.code)
        {
            return refusal
        } catch {}
        return error
    }
}
