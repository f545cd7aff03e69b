// A file in a form, as browsers and `curl -F` send it: POST /api/v1/media, and POST /api/v1/messages/send-media, which is
// the upload and then the send of what was uploaded. What is said of the file comes before it; the fields of the message may
// come behind it. Fields are kept, the file goes on as it comes.

internal import Codec
internal import Contract
internal import HTTPTypes
internal import HummingbirdCore
internal import NIOCore
internal import RPC

struct MediaForms: Sendable {
    let exchange: MediaExchange

    static let maximumFieldBytes = 64 << 10

    /// Nil where the body is no form.
    /// - Throws: MALFORMED_REQUEST for a form without a boundary.
    static func boundary(_ headers: HTTPFields) throws(RPCError) -> String? {
        guard let given = headers[.contentType],
            HeaderValue.trimmed(given.prefix { $0 != ";" }).lowercased() == "multipart/form-data"
        else { return nil }
        guard let boundary = HeaderValue(given)?.parameters["boundary"], (1...70).contains(boundary.utf8.count),
            boundary.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }), boundary.last != " "
        else { throw RPCError.refusal(.malformedRequest, "The form has no boundary of 1 to 70 characters.") }
        return boundary
    }

    func upload(_ target: RequestTarget, boundary: String) async throws(RPCError) -> Response {
        var intake = FormIntake(exchange, boundary: boundary, target.query)
        do {
            do {
                try await intake.run(fieldsMayFollow: false)
                guard let media = try await intake.finish() else { throw RPCError.invalid("file", "is missing") }
                return Answer.response(201, try SuccessEnvelope.json(MessagesMethods.uploadMedia, media))
            } catch {
                intake.cancel()
                throw error
            }
        } catch {
            let error = CallRoutes.rpcError(error)
            throw intake.hasCalled ? error : await exchange.refused(error)
        }
    }

    func send(_ target: RequestTarget, _ route: CallRoute, boundary: String) async throws(RPCError) -> Response {
        var intake = FormIntake(exchange, boundary: boundary, target.query)
        do {
            let payload: [UInt8]
            do {
                try await intake.run(fieldsMayFollow: true)
                // Before the file is one: a form that cannot be sent leaves none behind.
                _ = try Self.message(route, intake.fields, nil)
                payload = try Self.message(route, intake.fields, try await intake.finish()?.id)
            } catch {
                intake.cancel()
                let error = CallRoutes.rpcError(error)
                if intake.hasCalled { throw error }
                let head = CallHead(method: route.method, metadata: exchange.metadata)
                _ = try await exchange.transport.refuse(head, with: error).receive()
                throw error
            }
            let call = try await exchange.transport.open(
                CallHead(method: route.method, metadata: exchange.metadata), payload: ByteBuffer(bytes: payload))
            guard let response = try await call.receive() else { throw RPCError.refusal(.internal, "") }
            return Answer.response(
                route.status, try SuccessEnvelope.json(route, response: response, request: payload),
                metadata: call.responseMetadata)
        } catch {
            throw CallRoutes.rpcError(error)
        }
    }

    /// SendMediaRequest of the form's fields and the file that came with it.
    private static func message(
        _ route: CallRoute, _ fields: [RequestTarget.Pair], _ media: Int64?
    ) throws(RPCError) -> [UInt8] {
        var texts: [MessageParts.Texts] = []
        for pair in fields + (media.map { [RequestTarget.Pair(name: "media_id", value: String($0))] } ?? []) {
            guard let field = route.request.field(named: pair.name) else {
                throw RPCError.invalid(MediaFields.shown(pair.name), "is no field of this request")
            }
            if let index = texts.firstIndex(where: { $0.path.name == field.name }) {
                guard field.isRepeated else { throw RPCError.invalid(field.name, "is given twice") }
                texts[index].values.append(pair.value)
            } else {
                texts.append(MessageParts.Texts(FieldPath(field), [pair.value]))
            }
        }
        do throws(JSONDecodingError) {
            return try route.request.bytes(from: MessageParts(texts: texts))
        } catch {
            throw RequestTranscoder.refusal(error)
        }
    }
}
