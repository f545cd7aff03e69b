// The parser against JSONTestSuite, and the decisive cases restated for where the suite is not at hand.
import Foundation
import Testing

@testable import Codec

@Suite struct JSONSyntaxTests {
    private static func parses(_ text: [UInt8]) -> Bool {
        // The bare parser, which leaves duplicate keys and the size of numbers to whoever pulls.
        text.withUnsafeBufferPointer { buffer in
            let none: [UInt8] = [0]
            return none.withUnsafeBufferPointer { fallback in
                guard let start = buffer.baseAddress ?? fallback.baseAddress else { return false }
                var reader = JSONReader(start: start, count: buffer.count)
                do throws(JSONDecodingError) {
                    try reader.skip()
                    try reader.finish()
                    return true
                } catch {
                    return false
                }
            }
        }
    }

    static let vectors: [URL] = {
        let here = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        let root = here.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let folder = root.appendingPathComponent("../shared/vectors/json").standardizedFileURL
        let files = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        return (files ?? []).filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }
    }()

    /// Where we are stricter than RFC 8259 on purpose: NUL.
    static let refusedOnPurpose: Set = ["y_object_escaped_null_in_key.json", "y_string_null_escape.json"]

    /// Which way we go where the RFC leaves it open: numbers are only text to the parser; everything that is not UTF-8 is
    /// refused, so are lone surrogates, a byte order mark and nesting beyond 64.
    static let acceptedByChoice: Set = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json",
    ]

    @Test(.enabled(if: !vectors.isEmpty, "../shared/vectors is not there"), arguments: vectors)
    func agreesWithTheSuite(_ file: URL) throws {
        let name = file.lastPathComponent
        let text = Array(try Data(contentsOf: file))
        let expected =
            switch name.prefix(2) {
            case "y_": !Self.refusedOnPurpose.contains(name)
            case "n_": false
            default: Self.acceptedByChoice.contains(name)
            }
        #expect(Self.parses(text) == expected)
        // What a tree is made of must not depend on which of the two read it.
        if let value = try? JSONValue(parsing: text) {
            #expect(expected)
            if name.hasPrefix("y_") { #expect(try JSONValue(parsing: value.text) == value) }
        }
    }

    @Test(arguments: [
        "0", "-0", "1e5", "-1.5E+10", "\"\"", "\"\\u00e9\\ud83d\\udc4b\\n\\/\"", " [ ] ", "{\"\":{}}", "null\n",
        "\"\u{7f}\"",
        "[1,\t2,\r\n3]",
    ])
    func accepts(_ text: String) {
        #expect(Self.parses(Array(text.utf8)))
    }

    @Test(arguments: [
        "", " ", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x1", "NaN", "Infinity", "-Infinity", "nul", "True", "'a'",
        "\"", "\"a", "\"\\\"", "\"\\x\"", "\"\\u12\"", "\"\\u123g\"", "\"\n\"", "\"\t\"", "[", "[1", "[1,", "[1,]",
        "[,1]",
        "[1 2]", "]", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{a:1}", "{1:1}", "{\"a\" 1}",
        "{,}",
        "1 1", "{}}", "{} x", "// c\n1", "\u{feff}{}", "\u{a0}1",
    ])
    func refusesAsSyntax(_ text: String) throws {
        let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: text) }
        #expect(error.reason == .syntax)
        #expect(error.offset <= text.utf8.count)
    }

    @Test(arguments: ["\\ud800", "\\udc00", "\\ud800x", "\\ud800\\n", "\\ud800\\ud800", "\\ud83d\\u0041"])
    func refusesHalfASurrogatePair(_ escape: String) throws {
        let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: "\"\(escape)\"") }
        #expect(error.reason == .invalidText)
    }

    @Test(arguments: [[0xff], [0xc0, 0xaf], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xc3]] as [[UInt8]])
    func refusesWhatIsNotUTF8(_ bytes: [UInt8]) throws {
        let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: [0x22] + bytes + [0x22]) }
        #expect(error.reason == .invalidText)
    }

    @Test func refusesNULInStringsAndKeys() throws {
        for text in ["\"\\u0000\"", "{\"a\\u0000\":1}", "\"a\0b\""] {
            let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: text) }
            #expect(error.reason == .embeddedNUL)
        }
    }

    @Test func sixtyFourLevelsAreTheLimit() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(throws: Never.self) { try JSONValue(parsing: nested(64)) }
        let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: nested(65)) }
        #expect(error.reason == .tooDeep)
        #expect(throws: JSONDecodingError.self) { try JSONValue(parsing: nested(1_000_000)) }
    }

    @Test func refusesAKeyThatIsThereTwice() throws {
        for text in ["{\"a\":1,\"a\":1}", "{\"a\":1,\"\\u0061\":2}"] {
            let error = try #require(throws: JSONDecodingError.self) { try JSONValue(parsing: text) }
            #expect(error.reason == .duplicateKey)
        }
        // Equal to Swift, two keys to JSON.
        #expect(throws: Never.self) { try JSONValue(parsing: "{\"\u{e9}\":1,\"e\u{301}\":2}") }
    }

    @Test func readsWhatItWrote() throws {
        let value = JSONValue.object([
            .init(
                "a\"\\\u{8}\u{c}\n\r\t\u{1f}\u{7f}ü👋",
                .array([.null, .bool(true), .integer(.min), .number(0.1), .number(1e300)])),
            .init("", .object([])),
        ])
        #expect(try JSONValue(parsing: value.text) == value)
        #expect(
            value.text.hasPrefix(
                "{\"a\\\"\\\\\\b\\f\\n\\r\\t\\u001f\u{7f}ü👋\":[null,true,-9223372036854775808,0.1,1e+300]"))
    }

    @Test func integersAreReadExactly() throws {
        #expect(try JSONValue(parsing: "9223372036854775807") == .integer(.max))
        #expect(try JSONValue(parsing: "-9223372036854775808") == .integer(.min))
        #expect(try JSONValue(parsing: "9223372036854775808") == .number(9_223_372_036_854_775_808))
        #expect(try JSONValue(parsing: "1.50e1") == .integer(15))
    }
}
