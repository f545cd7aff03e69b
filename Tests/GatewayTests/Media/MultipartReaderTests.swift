// Forms, read whole and byte by byte alike, and hostile ones, which are refused within bounds.
import Testing

@testable import Gateway

struct MultipartReaderTests {
    /// A part as it was read.
    private struct Part: Equatable {
        var head: PartHead
        var text: String
        var isOver = false
    }

    private static func read(_ text: String, step: Int) throws -> [Part] {
        var reader = MultipartReader(boundary: "b")
        var parts: [Part] = []
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            for event in try reader.read(rest.prefix(step)) {
                switch event {
                case .part(let head): parts.append(Part(head: head, text: ""))
                case .bytes(let bytes): parts[parts.count - 1].text += String(decoding: bytes, as: UTF8.self)
                case .endOfPart: parts[parts.count - 1].isOver = true
                }
            }
            rest = rest.dropFirst(step)
        }
        try reader.finish()
        return parts
    }

    private static func part(_ fields: String, _ body: String) -> String { "--b\r\n\(fields)\r\n\r\n\(body)\r\n" }
    private static let name = #"Content-Disposition: form-data; name="a""#

    @Test(arguments: [1, 2, 3, 7, 64, 100_000])
    func aFormIsReadHoweverItComes(step: Int) throws {
        let body = "x\r\n--\r\n--c\r--b\r\n-\r\r\n"
        let text =
            "before\r\n" + Self.part(Self.name, body) + Self.part(Self.name, "")
            + "--b \t\r\n\(Self.name)\r\n\r\n--b\r\n"
            + "content-disposition:form-data;name=file; filename=\"C:\\\\d\\\\\\\"q\\\".jpg\"\r\n"
            + "Content-Type: image/jpeg\r\n\r\nlast\r\n--b--\r\nafter"
        let parts = try Self.read(text, step: step)
        #expect(parts.map(\.text) == [body, "", "", "last"])
        #expect(parts.allSatisfy { $0.isOver })
        #expect(parts[3].head == PartHead(name: "file", fileName: "\"q\".jpg", contentType: "image/jpeg"))
        #expect(parts[0].head == PartHead(name: "a"))
    }

    @Test(arguments: [
        ("", "it ends in the middle"), ("--b--\r\n", "it has no parts"),
        ("--b\r\n\(name)\r\n\r\nx\r\n--b", "it ends in the middle"),
        ("--b\r\n\(name)\r\n\r\nx\r\n--", "it ends in the middle"),
        ("--bc\r\n\(name)\r\n\r\nx\r\n--bc--", "a boundary is not followed by a line"),
        ("--b\n\(name)\n\nx\n--b--", "a boundary is not followed by a line"),
        ("--b" + String(repeating: " ", count: 100) + "\r\n", "a boundary is not followed by a line"),
        ("--b\r\nX: y\r\n\r\nx\r\n--b--", "the head of a part has no Content-Disposition: form-data with a name"),
        (
            "--b\r\n\(name); name=c\r\n\r\n\r\n--b--",
            "the head of a part has no Content-Disposition: form-data with a name"
        ),
        (
            "--b\r\nContent-Disposition: form-data; name=\"a\r\n\r\n\r\n--b--",
            "the head of a part has no Content-Disposition: form-data with a name"
        ),
        ("--b\r\n\(name)\r\n\(name)\r\n\r\n\r\n--b--", "the head of a part says something twice"),
        ("--b\r\n\(name)\r\nContent-Transfer-Encoding: base64\r\n\r\n\r\n--b--", "the head of a part has an encoding"),
        ("--b\r\n\(name)\nX: y\r\n\r\n\r\n--b--", "the head of a part has a control character"),
        ("--b\r\n\(name)\r\n folded\r\n\r\n\r\n--b--", "the head of a part has a line without a name"),
        ("--b\r\n\(name)\u{0}\r\n\r\n\r\n--b--", "the head of a part has a control character"),
        ("--b\r\nX: " + String(repeating: "y", count: 9_000), "the head of a part has more than 8192 bytes"),
        (String(repeating: "z", count: 9_000) + "\r\n--b\r\n", "too much stands outside of its parts"),
        (
            "--b\r\n\(name)\r\n\r\nx\r\n--b--" + String(repeating: "z", count: 9_000),
            "too much stands outside of its parts"
        ),
        (String(repeating: "--b\r\n\(name)\r\n\r\nx\r\n", count: 21) + "--b--", "it has more than 20 parts"),
    ])
    func whatIsNoFormIsRefused(text: String, reason: String) {
        for step in [1, 5, 100_000] {
            #expect(throws: MultipartReader.Malformed(reason)) { try Self.read(text, step: step) }
        }
    }

    @Test func aNameInUTF8IsTakenFromEitherParameter() throws {
        let extended = HeaderValue("attachment; filename=\"x.txt\"; filename*=UTF-8''na%C3%AFve%2F..%2Fy.txt")
        #expect(extended?.fileName == "y.txt")
        #expect(HeaderValue(#"attachment; filename="üñ.txt""#)?.fileName == "üñ.txt")
        #expect(HeaderValue(#"attachment; filename=a b.txt"#)?.fileName == "a b.txt")
        #expect(HeaderValue(#"attachment; filename="C:\dir\a.txt""#)?.fileName == "a.txt")
        #expect(HeaderValue("attachment; filename*=latin1''x")?.fileName == nil)
        #expect(HeaderValue("attachment; =x") == nil && HeaderValue("attachment; a=\"x\"y") == nil)
    }
}
