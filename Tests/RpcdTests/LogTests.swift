// Log lines: one event, one line, nothing in it that could be mistaken for another, no phone numbers.
import Foundation
import Logging
import RPC
import Store
import TestKit
import Testing

@testable import Services
@testable import rpcd

@Suite struct LogLineTests {
    private func line(_ message: String, _ fields: [(String, String)] = [], as format: LogFormat) -> String {
        var bytes: [UInt8] = []
        LogLine(
            time: Instant(microseconds: 1_795_375_981_123_456), level: .warning, message: message,
            fields: fields.map { (name: $0.0, value: $0.1) }
        ).append(to: &bytes, as: format)
        return String(decoding: bytes, as: UTF8.self)
    }

    @Test func textIsReadable() {
        #expect(
            line("ready", [("pid", "7"), ("why", "two words"), ("empty", "")], as: .text)
                == "2026-11-22T19:33:01.123Z WARNING  ready pid=7 why=\"two words\" empty=\"\"\n")
    }

    @Test func jsonIsJSON() throws {
        let text = line("a \"quoted\" \\ thing", [("k\n", "v\u{1B}[2J\u{0}\u{202E}é😀")], as: .json)
        let object = try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: String])
        #expect(object["message"] == "a \"quoted\" \\ thing")
        #expect(object["k\n"] == "v\u{1B}[2J\u{0}\u{202E}é😀")
        #expect(object["level"] == "warning")
        #expect(object["time"] == "2026-11-22T19:33:01.123Z")
    }

    @Test(arguments: [
        "\n", "\r", "\r\n", "\u{1B}[31m", "\u{0}", "\u{7F}", "\u{85}", "\u{9B}2J", "\u{2028}", "\u{2029}", "\u{202E}",
        "\u{FEFF}", "\t",
    ])
    func nothingEndsALineOrSteersATerminal(hostile: String) {
        for format in [LogFormat.text, .json] {
            let text = line("a\(hostile)b", [("k\(hostile)k", "x\(hostile)y"), ("plain", hostile)], as: format)
            #expect(text.filter { $0 == "\n" }.count == 1)
            #expect(text.hasSuffix("\n"))
            for scalar in text.dropLast().unicodeScalars {
                #expect(
                    scalar.value >= 0x20 && scalar.properties.generalCategory != .control
                        && scalar.properties.generalCategory != .format, "\(scalar.value)")
            }
        }
    }

    @Test(arguments: [
        ("to +4915112345678 now", "to +49*********78 now"), ("+49151123", "+49****23"), ("+491511", "+491511"),
        ("4915112345678@s.whatsapp.net", "49*********78@s.whatsapp.net"),
        ("1234567890123456789@lid", "12***************89@lid"),
        ("12345@x", "12345@x"), ("id 4915112345678", "id 4915112345678"),
        ("+4915112345678,+33612345678", "+49*********78,+33*******78"),
        ("++++", "++++"), ("@", "@"), ("", ""),
    ])
    func phoneNumbersAreMasked(text: String, masked: String) {
        #expect(PhoneMask.masked(text) == masked)
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (951_782_400_000_000, "2000-02-29T00:00:00.000Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (4_107_542_399_999_999, "2100-02-28T23:59:59.999Z"),
        (4_107_542_400_000_000, "2100-03-01T00:00:00.000Z"),
    ])
    func timesAreUTC(microseconds: Int64, text: String) {
        var bytes: [UInt8] = []
        UTCTime.append(Instant(microseconds: microseconds), to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self) == text)
    }
}

@Suite(.timeLimit(.minutes(1))) struct LogSinkTests {
    /// A sink that writes into a pipe.
    private final class Piped {
        let sink: LogSink
        let pipe = Pipe()
        init(level: Logger.Level = .info, format: LogFormat = .text, capacity: Int = 1 << 20) {
            sink = LogSink(
                format: format, level: level, clock: FakeClock(), descriptor: pipe.fileHandleForWriting.fileDescriptor,
                capacity: capacity)
        }

        /// Everything that was written, once no more will be. Read on a thread of its own, and so also what is more
        /// than a pipe holds.
        func text() async -> String {
            await withCheckedContinuation { continuation in
                DispatchQueue.global().async { [reading = pipe.fileHandleForReading] in
                    continuation.resume(returning: String(decoding: reading.readDataToEndOfFile(), as: UTF8.self))
                }
                DispatchQueue.global().async { [sink, writing = pipe.fileHandleForWriting] in
                    sink.flush()
                    sink.log(.error, "the end")
                    sink.flush()
                    try? writing.close()
                }
            }
        }

        /// The lines of the test itself.
        func lines() async -> [Substring] { await text().split(separator: "\n").dropLast() }
    }

    @Test func whatIsBelowTheLevelIsNotWritten() async {
        let piped = Piped(level: .warning)
        piped.sink.log(.info, "no")
        piped.sink.log(.warning, "yes")
        piped.sink.level = .debug
        piped.sink.log(.debug, "now")
        piped.sink.log(.trace, "never")
        let lines = await piped.lines()
        #expect(lines.map { $0.split(separator: " ").last ?? "" } == ["yes", "now"])
    }

    @Test func aReaderThatDoesNotReadHoldsNobodyUp() async {
        let piped = Piped(capacity: 4_096)
        let begin = ContinuousClock.now
        // Far more than pipe and buffer hold together.
        for number in 0..<20_000 { piped.sink.log(.info, "line \(number) \(String(repeating: "x", count: 100))") }
        #expect(ContinuousClock.now - begin < .seconds(5))
        let text = await piped.text()
        #expect(text.contains("log lines were dropped"))
        #expect(text.hasSuffix("the end\n"))
        for line in text.split(separator: "\n") { #expect(line.hasPrefix("2026-01-01T00:00:00.000Z")) }
    }

    @Test func aCallIsOneLineWithoutSecrets() async {
        let piped = Piped()
        piped.sink.record(
            CallRecord(
                method: Method(service: "a.B", name: "C", kind: .unary),
                peer: Peer(transport: .unix, uid: 5, listener: "rpc"), caller: "nobody", requestID: "id\nforged",
                code: .unauthenticated, reason: "INVALID_CREDENTIALS", cause: nil, duration: .microseconds(1_234)))
        let lines = await piped.lines()
        #expect(lines.count == 1)
        #expect(
            lines.first?.hasSuffix(
                #"call method=a.B/C status=UNAUTHENTICATED reason=INVALID_CREDENTIALS ms=1.234 caller=nobody request_id="id\nforged" peer=rpc(5)"#
            )
                == true, "\(lines)")
    }

    @Test func aCallOverHTTPSaysByWhichRouteAndWithWhichStatus() async {
        let piped = Piped()
        var peer = Peer(transport: .http, address: "192.0.2.1:5", endpoint: "GET /api/v1/messages/4711/")
        peer.route = "GET /api/v1/messages/{id}"
        piped.sink.record(
            CallRecord(
                method: Method(service: "a.B", name: "C", kind: .unary), peer: peer, caller: "ada(2)", requestID: "r",
                code: .notFound, reason: "NOT_FOUND", cause: nil, duration: .microseconds(1_234)))
        let lines = await piped.lines()
        #expect(
            lines.first?.hasSuffix(
                #"call method=a.B/C status=NOT_FOUND reason=NOT_FOUND ms=1.234 caller=ada(2) request_id=r peer=192.0.2.1:5 route="GET /api/v1/messages/{id}" http_status=404"#
            )
                == true, "\(lines)")
    }

    @Test func loggersOfPackagesComeOutInTheSameLines() async {
        let piped = Piped()
        var logger = Logger(label: "part") { [sink = piped.sink] in SinkLogHandler(label: $0, sink: sink) }
        logger[metadataKey: "a"] = "1"
        logger.info("hello", metadata: ["b": "2 3"])
        logger.debug("hidden")
        logger.logLevel = .error
        logger.warning("quiet")
        let lines = await piped.lines()
        #expect(lines.count == 1)
        #expect(lines.first?.hasSuffix(#"hello a=1 b="2 3" from=part"#) == true, "\(lines)")
    }
}
