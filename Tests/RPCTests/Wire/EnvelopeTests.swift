// Our reading of the envelope by hand against Codec's: the same bytes give the same fields or the same refusal.

import Codec
import NIOCore
import Testing

@testable import RPC

@Suite
struct EnvelopeTests {
    private let limits = RequestEnvelope.Limits()

    private func read(_ bytes: [UInt8]) throws -> RequestEnvelope {
        try bytes.withUnsafeBytes { try RequestEnvelope.read($0, limits: limits) }
    }

    private func sample() -> EnvelopeRequest {
        var request = EnvelopeRequest()
        request.service = "switchboard.v1.MessagesService"
        request.method = "SendText"
        request.payload = [1, 2, 3, 0, 255]
        request.timeoutNano = -10_012_854
        request.metadata = [("authorization", "ApiKey x"), ("Trace-ID", "ü"), ("empty", ""), ("", "keyless")].map {
            var pair = EnvelopeKeyValue()
            (pair.key, pair.value) = $0
            return pair
        }
        return request
    }

    /// What both make of bytes; `nil` for a refusal.
    private func verdicts(_ bytes: [UInt8]) -> (ours: EnvelopeRequest?, codec: EnvelopeRequest?) {
        let codec = try? EnvelopeRequest(decoding: bytes, limits: .request)
        guard let envelope = try? read(bytes) else { return (nil, codec) }
        var ours = EnvelopeRequest()
        ours.service = String(decoding: bytes[envelope.service], as: UTF8.self)
        ours.method = String(decoding: bytes[envelope.method], as: UTF8.self)
        ours.payload = Array(bytes[envelope.payload])
        ours.timeoutNano = envelope.timeoutNanoseconds
        ours.metadata = envelope.metadata.map { key, value in
            var pair = EnvelopeKeyValue()
            (pair.key, pair.value) = (key, value)
            return pair
        }
        return (ours, codec)
    }

    private func expectAgreement(_ bytes: [UInt8], _ what: String) {
        let (ours, codec) = verdicts(bytes)
        // Keys are lowered on receipt.
        let expected = codec.map { request in
            var request = request
            for index in request.metadata.indices {
                request.metadata[index].key = request.metadata[index].key.lowercased()
            }
            return request
        }
        #expect(ours == expected, "\(what): \(bytes)")
    }

    @Test
    func readsWhatCodecWrites() throws {
        let bytes = sample().encoded()
        expectAgreement(bytes, "sample")
        #expect(try read(bytes).metadata["trace-id"] == "ü")
    }

    @Test
    func agreesWithTheCodecOnEveryTruncation() {
        let bytes = sample().encoded()
        for count in 0...bytes.count { expectAgreement(Array(bytes[..<count]), "cut at \(count)") }
    }

    @Test
    func agreesWithTheCodecOnEveryFlippedByte() {
        let bytes = sample().encoded()
        for index in bytes.indices {
            for value in [0, 1, 0x7F, 0x80, 0xFF, bytes[index] ^ 1, bytes[index] ^ 0x80] as [UInt8] {
                var changed = bytes
                changed[index] = value
                expectAgreement(changed, "byte \(index) = \(value)")
            }
        }
    }

    @Test(
        arguments: [
            ("a group", [0x0B, 0x0C]), ("field number 0", [0x02, 0x00]), ("wire type 6", [0x0E]),
            ("an eleven-byte varint", [0x20] + [UInt8](repeating: 0x80, count: 10) + [0x01]),
            ("a ten-byte varint over 64 bits", [0x20] + [UInt8](repeating: 0xFF, count: 9) + [0x02]),
            ("the largest varint", [0x20] + [UInt8](repeating: 0xFF, count: 9) + [0x01]),
            ("a padded varint", [0x20, 0x80, 0x80, 0x00]),
            ("a NUL in the service", [0x0A, 0x01, 0x00]), ("bad UTF-8 in the method", [0x12, 0x01, 0xFF]),
            ("an overlong NUL", [0x0A, 0x02, 0xC0, 0x80]), ("a surrogate", [0x0A, 0x03, 0xED, 0xA0, 0x80]),
            ("a length past the end", [0x1A, 0x05, 0x01]),
            ("a huge length", [0x1A, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]),
            ("the service as a varint", [0x08, 0x01]), ("the timeout as bytes", [0x22, 0x01, 0x01]),
            ("the service twice", [0x0A, 0x01, 0x61, 0x0A, 0x01, 0x62]), ("an unknown varint", [0x78, 0x07]),
            ("an unknown fixed32, cut", [0x7D, 0x01]), ("an unknown fixed64", [0x79, 1, 2, 3, 4, 5, 6, 7, 8]),
            ("a pair with a bad value", [0x2A, 0x03, 0x12, 0x01, 0xFF]), ("an empty pair", [0x2A, 0x00]),
            ("sixty-four unknown fields", [UInt8]((0..<64).flatMap { _ in [0x78, 0x01] as [UInt8] })),
            ("sixty-five unknown fields", [UInt8]((0..<65).flatMap { _ in [0x78, 0x01] as [UInt8] })),
        ] as [(String, [UInt8])])
    func agreesWithTheCodecOn(_ what: String, _ bytes: [UInt8]) {
        expectAgreement(bytes, what)
    }

    @Test
    func tooMuchMetadataIsToldApartFromNonsense() {
        func request(pairs: Int, valueBytes: Int) -> [UInt8] {
            var request = EnvelopeRequest()
            request.metadata = (0..<pairs).map { index in
                var pair = EnvelopeKeyValue()
                pair.key = "k\(index % 10)"
                pair.value = String(repeating: "v", count: valueBytes)
                return pair
            }
            return request.encoded()
        }
        #expect(throws: Never.self) { try read(request(pairs: 64, valueBytes: 126)) }
        #expect(throws: EnvelopeError.metadataTooLarge("more than 64 pairs of metadata")) {
            try read(request(pairs: 65, valueBytes: 0))
        }
        #expect(throws: EnvelopeError.metadataTooLarge("more than 8192 bytes of metadata")) {
            try read(request(pairs: 64, valueBytes: 127))
        }
        #expect(throws: EnvelopeError.metadataTooLarge("more than 8192 bytes of metadata")) {
            try read(request(pairs: 1, valueBytes: 8191))
        }
    }

    @Test
    func writesRequestsThatTheCodecReads() throws {
        var metadata = Metadata()
        metadata.append("v1", for: "K")
        metadata.append("", for: "e")
        for timeout in [0, 1, 30_000_000_000, -1, Int64.max, .min] as [Int64] {
            let head = RequestHead(service: "s.S", method: "M", timeoutNanoseconds: timeout, metadata: metadata)
            for payload in [ByteBuffer?.none, ByteBuffer(), ByteBuffer(bytes: [UInt8](repeating: 9, count: 300))] {
                var buffer = ByteBuffer()
                FrameWriter.writeRequest(stream: 5, flags: .remoteOpen, head, payload: payload, into: &buffer)
                let read = buffer.readFrameHeader()
                let header = try #require(read)
                #expect(
                    header
                        == FrameHeader(
                            length: UInt32(buffer.readableBytes), stream: 5, type: .request, flags: .remoteOpen))
                #expect(buffer.readableBytes == FrameWriter.requestSize(head, payload: payload?.readableBytes ?? 0))
                let request = try EnvelopeRequest(decoding: Array(buffer: buffer))
                #expect(request.service == "s.S" && request.method == "M" && request.timeoutNano == timeout)
                #expect(request.payload == payload.map { Array(buffer: $0) } ?? [])
                #expect(request.metadata.map(\.key) == ["k", "e"] && request.metadata.map(\.value) == ["v1", ""])
            }
        }
    }

    @Test
    func writesResponsesThatTheCodecReads() throws {
        for size in [0, 1, 127, 128, 20_000] {
            for metadata in [Metadata(), ["x-request-id": "7"]] {
                var buffer = ByteBuffer()
                FrameWriter.writeResponse(stream: 3, size: size, metadata: metadata, into: &buffer) {
                    $0.initializeMemory(as: UInt8.self, repeating: 5, count: size)
                }
                let read = buffer.readFrameHeader()
                let header = try #require(read)
                #expect(Int(header.length) == buffer.readableBytes)
                #expect(buffer.readableBytes == FrameWriter.responseSize(payload: size, metadata: metadata))
                let bytes = Array(buffer: buffer)
                let response = try EnvelopeResponse(decoding: bytes)
                #expect(response.payload == [UInt8](repeating: 5, count: size) && response.status == nil)
                #expect(response.metadata.map(\.value) == metadata.map(\.value))
                let ours = try bytes.withUnsafeBytes { try ResponseEnvelope.read($0) }
                #expect(ours.metadata == metadata && Array(bytes[ours.payload]) == response.payload)
            }
        }
    }

    @Test
    func aResponseFieldFifteenThatIsNoPairIsIgnored() throws {
        for bytes in [[0x7A, 0x01, 0xFF], [0x78, 0x07], [0x7A, 0x03, 0x12, 0x01, 0xFF]] as [[UInt8]] {
            let envelope = try bytes.withUnsafeBytes { try ResponseEnvelope.read($0) }
            #expect(envelope.metadata.isEmpty)
        }
    }
}
