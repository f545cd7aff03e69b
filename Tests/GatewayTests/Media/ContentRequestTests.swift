// Ranges and conditions, names of attachments, digests: tables of what HTTP clients send.
import HTTPTypes
import RPC
import Testing

@testable import Gateway

struct ContentRequestTests {
    private static func decide(_ range: String, size: Int64 = 100) -> ContentRequest.Decision {
        ContentRequest([.range: range]).decide(size: size, tag: "\"t\"")
    }

    @Test(
        arguments: [
            ("bytes=0-0", 0, 1), ("bytes=10-", 10, 100), ("bytes=10-19", 10, 20), ("bytes=99-", 99, 100),
            ("bytes=-1", 99, 100), ("bytes=-1000", 0, 100), ("BYTES = 5-500", 5, 100), ("bytes=0-99", 0, 100),
        ] as [(String, Int64, Int64)])
    func aPart(range: String, first: Int64, end: Int64) {
        #expect(Self.decide(range) == .part(first..<end))
    }

    @Test(arguments: ["bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"])
    func nothingOfIt(range: String) { #expect(Self.decide(range) == .unsatisfiable) }

    @Test(arguments: [
        "bytes=", "bytes=-", "bytes=5-4", "bytes=0-1,3-4", "bytes=a-b", "items=0-1", "bytes", "bytes=0-1-2",
        "bytes=9999999999999999999-", "bytes=+1-2", "bytes=0x1-",
    ])
    func whatIsNoRangeIsTheWhole(range: String) { #expect(Self.decide(range) == .whole) }

    @Test func conditions() {
        func decide(_ headers: HTTPFields, isHead: Bool = false) -> ContentRequest.Decision {
            ContentRequest(headers, isHead: isHead).decide(size: 100, tag: "\"t\"")
        }
        for tags in ["\"t\"", "*", "W/\"t\"", "\"a\", \"t\""] {
            #expect(decide([.ifNoneMatch: tags]) == .notModified)
            #expect(decide([.ifNoneMatch: tags, .range: "bytes=0-1"]) == .notModified)
        }
        #expect(decide([.ifNoneMatch: "\"a\""]) == .whole && decide([:]) == .whole)
        #expect(decide([.range: "bytes=0-1", .ifRange: "\"t\""]) == .part(0..<2))
        for other in ["\"a\"", "W/\"t\"", "Sun, 06 Nov 1994 08:49:37 GMT"] {
            #expect(decide([.range: "bytes=0-1", .ifRange: other]) == .whole)
        }
        #expect(decide([.range: "bytes=0-1"], isHead: true) == .whole)
    }

    @Test func namesOfAttachments() {
        #expect(AttachmentName.header("a b.png", id: 1) == #"attachment; filename="a b.png""#)
        #expect(AttachmentName.header("", id: 7) == #"attachment; filename="media-7""#)
        #expect(
            AttachmentName.header("ü\"%.png", id: 1)
                == #"attachment; filename="___.png"; filename*=UTF-8''%C3%BC%22%25.png"#)
    }

    @Test func digests() throws {
        let empty = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="
        let text = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(try ContentDigest.sha256(["sha-256=:\(empty):"]) == text)
        #expect(try ContentDigest.sha256(["sha-512=:xyz:, sha-256=:\(empty):"], ["SHA-256=\(empty)"]) == text)
        #expect(try ContentDigest.sha256(["md5=:x:"]) == nil)
        let other = "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFA="
        for wrong in [
            "sha-256=:x:", "sha-256=\(empty)", "sha-256=:\(empty.dropLast())A:",
            "sha-256=:\(empty):, sha-256=:\(other):",
        ] {
            #expect(throws: RPCError.self) { try ContentDigest.sha256([wrong]) }
        }
    }
}
