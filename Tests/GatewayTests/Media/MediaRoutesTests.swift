// Files over HTTP: bytes as they are, in forms, in parts, and what is refused before a byte of it is kept.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct MediaRoutesTests {
    private let http: ScriptedGateway
    private var shelf: MediaShelf { http.methods.shelf }

    init() async throws { http = try await ScriptedGateway { $0.mediaBytes = 1_000 } }

    private static func form(_ parts: [(String, String)]) -> String {
        parts.map { "--b\r\nContent-Disposition: form-data; \($0.0)\r\n\r\n\($0.1)\r\n" }.joined() + "--b--\r\n"
    }

    private static let formType = "multipart/form-data; boundary=b"

    @Test func bytesBecomeAFile() async throws {
        let body = String(repeating: "0123456789", count: 9)
        let answer = try await http(
            "POST", "/api/v1/media/?kind=document", body,
            headers: [
                "Content-Disposition": "attachment; filename*=UTF-8''%C3%BC.txt", "Idempotency-Key": "k",
                "Content-Digest": "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:",
            ], type: "text/plain; charset=utf-8")
        #expect(
            answer.status == 201 && answer.data["id"].integer == 7 && answer.data["size"].integer == 90, "\(answer)")
        let upload = try #require(shelf.uploads.first)
        #expect(String(decoding: upload.bytes, as: UTF8.self) == body && upload.key == "k")
        #expect(upload.start.size == 90 && upload.start.kind == .document && upload.start.inOneGo)
        #expect(upload.start.fileName == "ü.txt" && upload.start.mimeType == "text/plain")
        #expect(upload.start.sha256.hasPrefix("e3b0c442"))
        await http.end()
    }

    @Test func aBodyWithoutALengthEndsWhereItEnds() async throws {
        let connection = try http.connect()
        try connection.send(
            "POST /api/v1/media HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "5\r\nhello\r\n1\r\n!\r\n0\r\n\r\n")
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 201)
        #expect(shelf.uploads.first?.start.atMost == true && shelf.uploads.first?.bytes == Array("hello!".utf8))
        await http.end()
    }

    @Test func aFormIsUploadedAndSent() async throws {
        let file = String(repeating: "x\r\n--", count: 20)
        let form = Self.form([
            ("name=recipient", "+49170"), ("name=kind", "image"), ("name=\"file\"; filename=\"a.png\"", file),
            ("name=caption", "Grüße"), ("name=mentions", "+1"), ("name=mentions", "+2"),
        ])
        let answer = try await http(
            "POST", "/api/v1/messages/send-media/", form, headers: ["Idempotency-Key": "k"], type: Self.formType)
        #expect(answer.status == 201, "\(answer)")
        let upload = try #require(shelf.uploads.first)
        #expect(upload.isWhole && String(decoding: upload.bytes, as: UTF8.self) == file && upload.key == "k")
        #expect(upload.start.fileName == "a.png" && upload.start.kind == .image && upload.start.atMost)
        let sent = try SendMediaRequest(json: try #require(http.methods.request(MessagesMethods.sendMedia)))
        #expect(sent.mediaId == 7 && sent.recipient == "+49170" && sent.caption == "Grüße")
        #expect(sent.mentions == ["+1", "+2"] && sent.kind == .image)
        #expect(http.methods.context?.metadata["idempotency-key"] == "k")
        await http.end()
    }

    @Test func aFormIsUploaded() async throws {
        let form = Self.form([("name=file_name", "b.txt"), ("name=file; filename=a", "hello")])
        let answer = try await http("POST", "/api/v1/media", form, type: Self.formType)
        #expect(answer.status == 201 && answer.data["size"].integer == 5)
        #expect(shelf.uploads.first?.start.fileName == "b.txt")
        await http.end()
    }

    @Test func whatCannotBeSentLeavesNoFile() async throws {
        let file = ("name=file; filename=a", "hello")
        for (parts, code, field) in [
            ([file, ("name=nonsense", "x")], "VALIDATION_ERROR", "nonsense"),
            ([file, ("name=idempotency_key", "x")], "VALIDATION_ERROR", "idempotency_key"),
            ([file, file], "VALIDATION_ERROR", "file"),
            ([("name=media_id", "1"), file], "VALIDATION_ERROR", "file"),
            ([("name=kind", "nonsense"), file], "VALIDATION_ERROR", "kind"),
            ([("name=picture; filename=a", "x")], "VALIDATION_ERROR", "picture"),
            ([("name=caption", String(repeating: "x", count: 70_000))], "VALIDATION_ERROR", "caption"),
            ([("nonsense", "x")], "MALFORMED_REQUEST", "non_field_errors"),
        ] {
            let answer = try await http(
                "POST", "/api/v1/messages/send-media/", Self.form(parts), type: Self.formType)
            #expect(answer.status == 400 && answer.code == code && !answer.errors(field).isEmpty, "\(answer)")
        }
        let cut = try await http(
            "POST", "/api/v1/messages/send-media/", String(Self.form([file]).dropLast(6)), type: Self.formType)
        #expect(cut.code == "MALFORMED_REQUEST")
        #expect(http.methods.request(MessagesMethods.sendMedia) == nil)
        #expect(shelf.uploads.allSatisfy { !$0.isWhole })
        await http.end()
    }

    @Test func tooMuchIsRefusedBeforeItIsRead() async throws {
        let large = try await http(
            "POST", "/api/v1/media/", "", headers: ["Content-Length": "4000000"], type: Self.formType)
        #expect(large.status == 413 && large.code == "PAYLOAD_TOO_LARGE")
        let refused = try await http("POST", "/api/v1/media/?file_name=refused", "", headers: ["Content-Length": "900"])
        #expect(refused.status == 413 && refused.code == "MEDIA_TOO_LARGE")
        let packed = try await http("POST", "/api/v1/media", "x", headers: ["Content-Encoding": "gzip"])
        #expect(packed.status == 415)
        let unknown = try await http("POST", "/api/v1/media?nonsense=1", "x")
        #expect(unknown.status == 400 && !unknown.errors("nonsense").isEmpty)
        #expect(shelf.uploads.isEmpty)
        await http.end()
    }

    @Test func aFileIsGivenWholeAndInParts() async throws {
        let text = String(repeating: "0123456789", count: 500)
        shelf.put(Array(text.utf8))
        let media = shelf.media
        http.methods.answer(MessagesMethods.getMedia) { _ in media }
        let path = "/api/v1/media/7/content"
        let whole = try await http("GET", path)
        #expect(whole.status == 200 && whole.body == text)
        #expect(whole.headers["content-type"] == "image/png" && whole.headers["x-content-type-options"] == "nosniff")
        #expect(whole.headers["content-length"] == "5000" && whole.headers["etag"] == "\"abc\"")
        #expect(whole.headers["content-disposition"] == #"attachment; filename="_.png"; filename*=UTF-8''%C3%BC.png"#)
        let part = try await http("GET", path + "/", headers: ["Range": "bytes=995-1004"])
        #expect(part.status == 206 && part.body == "5678901234")
        #expect(part.headers["content-range"] == "bytes 995-1004/5000" && part.headers["content-length"] == "10")
        let behind = try await http("GET", path, headers: ["Range": "bytes=5000-"])
        #expect(behind.status == 416 && behind.headers["content-range"] == "bytes */5000")
        let same = try await http("GET", path, headers: ["If-None-Match": "\"abc\""])
        #expect(same.status == 304 && same.body.isEmpty)
        let head = try await http("HEAD", path, headers: ["Range": "bytes=1-2"])
        #expect(head.status == 200 && head.body.isEmpty && head.headers["content-length"] == "5000")
        #expect(shelf.downloads.map(\.length) == [0, 10])
        await http.end()
    }

    @Test func whatIsNotThereIsNotThere() async throws {
        for id in ["8", "0", "x", "07", "99999999999999999999"] {
            let answer = try await http("GET", "/api/v1/media/\(id)/content")
            #expect(answer.status == 404 && answer.code == "NOT_FOUND", "\(answer)")
        }
        let verb = try await http("PUT", "/api/v1/media/7/content", "x")
        #expect(verb.status == 405 && verb.headers["allow"] == "GET, HEAD, OPTIONS")
        await http.end()
    }
}
