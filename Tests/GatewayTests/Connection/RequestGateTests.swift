// What passes the gate and what does not, byte by byte and all at once: the verdict must not depend on how the bytes were
// cut into pieces.
import Testing

@testable import Gateway

private func feed(_ text: String, pieces: Int, _ limits: HTTPLimits = HTTPLimits()) -> (
    passed: String, gate: RequestGate, refusal: RequestGate.Refusal?
) {
    var gate = RequestGate(limits)
    var held: [UInt8] = []
    var passed: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
        held += rest.prefix(pieces)
        rest = rest.dropFirst(pieces)
        do {
            let count = try held.withUnsafeBytes { try gate.pass($0) }
            passed += held.prefix(count)
            held.removeFirst(count)
        } catch {
            return (String(decoding: passed, as: UTF8.self), gate, error as? RequestGate.Refusal)
        }
    }
    return (String(decoding: passed, as: UTF8.self), gate, nil)
}

@Suite struct RequestGateTests {
    static let next = "GET /next HTTP/1.1\r\nHost: x\r\n\r\n"

    @Test(
        arguments: [
            "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
            "POST /a?b=c HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\n\r\nabcde",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length:\t 0 \r\n\r\n",
            "POST / HTTP/1.1\r\nHost: x\r\ntransfer-encoding: Chunked\r\n\r\n3\r\nabc\r\n0A\r\n0123456789\r\n0\r\n\r\n",
            "GET / HTTP/1.0\r\n\r\n", "OPTIONS * HTTP/1.1\r\nHost:\r\n\r\n",
            "GET / HTTP/1.1\r\nHost: x\r\nX-Name: \u{FC}\t!\r\n\r\n",
        ], [1, 2, 3, 7, 4_096])
    func oneRequestPassesAndTheNextWaitsForItsAnswer(text: String, pieces: Int) {
        var (passed, gate, refusal) = feed(text + Self.next, pieces: pieces)
        #expect(refusal == nil)
        #expect(passed == text)
        #expect(gate.phase == .complete)
        gate.answered()
        let count = Array(Self.next.utf8).withUnsafeBytes { try? gate.pass($0) }
        #expect(count == Self.next.utf8.count)
    }

    /// What two parsers could read in two ways, and what is no HTTP at all.
    static let smuggling: [(String, String)] = [
        ("two lengths", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 5\r\n\r\nabcde"),
        ("two lengths in one field", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5, 5\r\n\r\nabcde"),
        ("a signed length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: +5\r\n\r\nabcde"),
        ("a hexadecimal length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 0x5\r\n\r\nabcde"),
        ("an empty length", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: \r\n\r\n"),
        ("a length that overflows", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999999999999999\r\n\r\n"),
        (
            "a length and an encoding",
            "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"
        ),
        (
            "an encoding and a length",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n"
        ),
        ("an unknown encoding", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"),
        ("two encodings", "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"),
        (
            "chunked twice",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n"
        ),
        ("chunks in HTTP/1.0", "POST / HTTP/1.0\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"),
        ("a folded field", "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n"),
        ("a folded first field", "GET / HTTP/1.1\r\n Host: x\r\n\r\n"),
        ("a blank before the colon", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length : 5\r\n\r\nabcde"),
        ("a field without a colon", "GET / HTTP/1.1\r\nHost: x\r\nX-A\r\n\r\n"),
        ("a field without a name", "GET / HTTP/1.1\r\nHost: x\r\n: a\r\n\r\n"),
        ("a bare LF", "GET / HTTP/1.1\nHost: x\n\n"),
        ("one bare LF", "GET / HTTP/1.1\r\nHost: x\nX-A: b\r\n\r\n"),
        ("a bare CR", "GET / HTTP/1.1\r\nHost: x\rX-A: b\r\n\r\n"),
        ("NUL in a value", "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\0c\r\n\r\n"),
        ("NUL in a name", "GET / HTTP/1.1\r\nHost: x\r\nX\0A: b\r\n\r\n"),
        ("a control character", "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\u{8}\r\n\r\n"),
        ("DEL", "GET / HTTP/1.1\r\nHost: x\r\nX-A: b\u{7F}\r\n\r\n"),
        ("absolute form", "GET http://other/ HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("authority form", "CONNECT other:80 HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("a blank in the path", "GET /a b HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("two blanks", "GET  / HTTP/1.1\r\nHost: x\r\n\r\n"),
        ("no host", "GET / HTTP/1.1\r\nAccept: x\r\n\r\n"),
        ("two hosts", "GET / HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n"),
        ("a version that is none", "GET / HTTP/1.2\r\nHost: x\r\n\r\n"),
        ("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
        ("HTTP/0.9", "GET /\r\n\r\n"),
        ("TLS", "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{FC}"),
        (
            "a chunk of a huge size",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF1\r\nabc\r\n0\r\n\r\n"
        ),
        (
            "a chunk larger than any body",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n20000000\r\nabc\r\n0\r\n\r\n"
        ),
        (
            "a chunk with an extension",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3;a=b\r\nabc\r\n0\r\n\r\n"
        ),
        (
            "a chunk without a size",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n\r\nabc\r\n0\r\n\r\n"
        ),
        (
            "a chunk that ends with LF",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\nabc\r\n0\r\n\r\n"
        ),
        (
            "a chunk longer than its size",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n"
        ),
        (
            "fields after the body",
            "POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n"
        ),
    ]

    @Test(arguments: smuggling, [1, 3, 4_096])
    func whatCouldBeReadInTwoWaysIsRefused(request: (String, String), pieces: Int) {
        let (passed, _, refusal) = feed(request.1 + Self.next, pieces: pieces)
        #expect(refusal != nil, "\(request.0)")
        #expect(!passed.contains("/next"), "\(request.0)")
    }

    @Test func aHeadIsBoundedInBytesAndInFields() {
        var limits = HTTPLimits()
        limits.headBytes = 100
        limits.headFields = 3
        let begin = "GET / HTTP/1.1\r\nHost: x\r\n"
        func padded(to size: Int) -> String {
            begin + "X: " + String(repeating: "y", count: size - begin.utf8.count - 7) + "\r\n\r\n"
        }
        for pieces in [1, 1_000] {
            #expect(feed(padded(to: 100), pieces: pieces, limits).refusal == nil)
            #expect(feed(padded(to: 101), pieces: pieces, limits).refusal == .headTooLarge)
            // Long before it ends.
            #expect(feed(String(repeating: "y", count: 101), pieces: pieces, limits).refusal == .headTooLarge)
            #expect(feed(begin + "A: b\r\nC: d\r\n\r\n", pieces: pieces, limits).refusal == nil)
            #expect(feed(begin + "A: b\r\nC: d\r\nE: f\r\n\r\n", pieces: pieces, limits).refusal == .tooManyFields)
        }
    }

    @Test func aConnectionStaysWhereBothWantIt() throws {
        func head(_ text: String) throws -> RequestHead { try #require(feed(text, pieces: 4_096).gate.head) }
        #expect(try head("GET / HTTP/1.1\r\nHost: x\r\n\r\n").keepsAlive)
        #expect(try head("GET / HTTP/1.1\r\nHost: x\r\nConnection: keep-alive\r\n\r\n").keepsAlive)
        #expect(try !head("GET / HTTP/1.1\r\nHost: x\r\nConnection: TE, Close\r\n\r\n").keepsAlive)
        #expect(try !head("GET / HTTP/1.0\r\nHost: x\r\n\r\n").keepsAlive)
        #expect(
            try head("POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 1\r\n\r\n").expectsContinue)
    }

    @Test func whatHasBegunIsToldFromWhatHasNot() {
        #expect(!feed("", pieces: 1).gate.hasBegun)
        #expect(!feed("\r\n\r\n", pieces: 1).gate.hasBegun)
        #expect(feed("\r\nG", pieces: 1).gate.hasBegun)
        #expect(!feed("GET / HTTP/1.1\r\nHost: x\r\n\r\n", pieces: 9).gate.hasBegun)
    }
}
