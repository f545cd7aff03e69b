// Answers in gzip: for whom, which, and that what comes out is what went in.
import CZlib
import Codec
import Contract
import HTTPTypes
import HummingbirdCore
import NIOCore
import RPC
import Synchronization
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct GzipTests {
    private final class Taken: ResponseBodyWriter {
        private let bytes = Mutex<[UInt8]>([])
        var all: [UInt8] { bytes.withLock { $0 } }

        func write(_ buffer: ByteBuffer) async throws { bytes.withLock { $0 += Array(buffer: buffer) } }
        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }

    private func inflated(_ bytes: [UInt8], to size: Int) -> [UInt8]? {
        var stream = z_stream()
        guard
            inflateInit2_(&stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { inflateEnd(&stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: size + 1)
        let result = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = uInt(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = uInt(target.count)
                return inflate(&stream, Z_FINISH)
            }
        }
        return result == Z_STREAM_END ? Array(output.prefix(Int(stream.total_out))) : nil
    }

    @Test(arguments: [1_024, 5_000, 300_000, 4 << 20])
    func whatComesOutIsWhatWentIn(size: Int) async throws {
        // Neither all alike nor all different.
        var bytes: [UInt8] = []
        for number in 0... {
            if bytes.count >= size { break }
            bytes += Array(#"{"id":\#(number &* 7_919)},"#.utf8)
        }
        bytes.removeSubrange(size...)
        var response = Response(
            status: .ok, headers: [.contentType: "application/json"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
        await Gzip.apply(to: &response, for: [.acceptEncoding: "gzip"])
        #expect(response.headers[.contentEncoding] == "gzip")
        let taken = Taken()
        try await response.body.write(taken)
        #expect(response.headers[.contentLength] == String(taken.all.count))
        #expect(taken.all.count < size)
        #expect(inflated(taken.all, to: size) == bytes)
    }

    @Test(arguments: [
        ("gzip", true), ("GZIP", true), ("deflate, gzip;q=0.5", true), ("*", true), ("x-gzip", true), ("", false),
        ("identity", false), ("gzip;q=0", false), ("*;q=0", false), ("gzip;q=0, *", false), ("br", false),
        ("gzip;q=x", false),
    ])
    func whoTakesItSaysSo(header: String, isTaken: Bool) {
        #expect(Gzip.isTaken(by: [.acceptEncoding: header]) == isTaken)
    }

    @Test(arguments: [
        (1_023, "application/json", 200), (2_048, "image/png", 200), (2_048, "text/event-stream", 200),
        (2_048, "application/octet-stream", 200), (2_048, "text/plain", 206),
    ])
    func whatIsNotWorthItGoesOutAsItIs(size: Int, type: String, status: Int) async {
        var response = Response(
            status: .init(code: status), headers: [.contentType: type],
            body: ResponseBody(byteBuffer: ByteBuffer(repeating: 0x61, count: size)))
        await Gzip.apply(to: &response, for: [.acceptEncoding: "gzip"])
        #expect(response.headers[.contentEncoding] == nil)
        #expect(response.headers[.vary] == nil)
        #expect(response.body.contentLength == size)
    }

    @Test func answersAreCompressedForThoseWhoAsk() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(UsersMethods.getUser) { _ in
            User.with { $0.username = String(repeating: "x", count: 5_000) }
        }
        let plain = try await http("GET", "/api/v1/users/1/")
        #expect(plain.headers["content-encoding"] == nil)
        #expect(plain.headers["vary"]?.contains("Accept-Encoding") == true)
        #expect(plain.data["username"].string.count == 5_000)
        for verb in ["GET", "HEAD"] {
            let small = try await http(verb, "/api/v1/users/1/", headers: ["Accept-Encoding": "gzip"])
            #expect(small.headers["content-encoding"] == "gzip", "\(small)")
            #expect(small.headers["content-length"].flatMap { Int($0) }.map { (20...500).contains($0) } == true)
        }
        await http.end()
    }
}
