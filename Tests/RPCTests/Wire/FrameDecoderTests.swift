import NIOCore
import Testing

@testable import RPC

@Suite
struct FrameDecoderTests {
    private func header(_ length: UInt32, _ stream: UInt32 = 1, _ type: FrameType = .data) -> FrameHeader {
        FrameHeader(length: length, stream: stream, type: type, flags: [])
    }

    private func frame(_ data: [UInt8], stream: UInt32 = 1) -> [UInt8] {
        RawFrame(stream: stream, type: 3, flags: 0, data: data).bytes
    }

    private func events(_ pieces: [[UInt8]], limit: Int = 100) -> [FrameDecoder.Event] {
        var decoder = FrameDecoder(maximumLength: limit)
        var events: [FrameDecoder.Event] = []
        for piece in pieces {
            decoder.append(ByteBuffer(bytes: piece))
            while let event = decoder.next() { events.append(event) }
            decoder.settle()
        }
        return events
    }

    @Test
    func headersSurviveTheRoundTrip() throws {
        let headers = [
            header(0), header(0x00FF_FFFF, .max, .request),
            FrameHeader(length: 5, stream: 7, type: .init(rawValue: 200), flags: .init(rawValue: 255)),
        ]
        for header in headers {
            var buffer = ByteBuffer()
            buffer.writeFrameHeader(header)
            #expect(buffer.readableBytes == 10)
            let back = buffer.readFrameHeader()
            #expect(back == header)
        }
    }

    @Test
    func theCutOfTheBytesDoesNotMatter() {
        let bytes = frame([1, 2, 3]) + frame([], stream: 3) + frame([9], stream: 5)
        let whole = events([bytes])
        #expect(whole.count == 3)
        for size in 1...bytes.count {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(events(pieces) == whole, "pieces of \(size)")
        }
    }

    @Test
    func aFrameAtTheLimitIsTakenAndOneOverIsSkipped() {
        let atLimit = [UInt8](repeating: 7, count: 100)
        let over = [UInt8](repeating: 7, count: 101)
        let bytes = frame(atLimit) + frame(over, stream: 3) + frame([1], stream: 5)
        let expected: [FrameDecoder.Event] = [
            .frame(header(100), ByteBuffer(bytes: atLimit)), .tooLarge(header(101, 3)),
            .frame(header(1, 5), ByteBuffer(bytes: [1])),
        ]
        #expect(events([bytes]) == expected)
        for size in [1, 3, 10, 50, 111] {
            let pieces = stride(from: 0, to: bytes.count, by: size).map {
                Array(bytes[$0..<min($0 + size, bytes.count)])
            }
            #expect(events(pieces) == expected, "pieces of \(size)")
        }
    }

    @Test
    func aFrameThatIsTooLargeIsReportedBeforeItsDataComes() {
        #expect(events([[0, 1, 0, 0, 0, 0, 0, 1, 3, 0]]) == [.tooLarge(header(65536))])
    }

    @Test
    func skippedDataIsNeverHeld() {
        var decoder = FrameDecoder(maximumLength: 100)
        decoder.append(ByteBuffer(bytes: [0, 15, 0, 0, 0, 0, 0, 1, 3, 0]))
        #expect(decoder.next() != nil)
        for _ in 0..<100 {
            decoder.append(ByteBuffer(repeating: 0, count: 1000))
            #expect(decoder.next() == nil)
            decoder.settle()
            #expect(decoder.heldBytes == 0)
        }
    }

    @Test(
        arguments: [[UInt8]]([
            [1, 0, 0, 0, 0, 0, 0, 1, 3, 0], Array("GET / HTTP/1.1\r\n".utf8), [UInt8](repeating: 255, count: 10),
        ]))
    func sixteenMebibytesOrMoreAreTheEnd(_ bytes: [UInt8]) {
        let all = events([bytes, frame([1]), frame([2])])
        #expect(all.count == 1)
        guard case .senseless = all.first else {
            Issue.record("\(all)")
            return
        }
    }

    @Test
    func anIncompleteFrameKeepsNoLentMemory() {
        var decoder = FrameDecoder(maximumLength: 4 << 20)
        var lent = ByteBufferAllocator().buffer(capacity: 1 << 16)
        lent.writeBytes(frame([UInt8](repeating: 1, count: 60_000)) + [0, 0])
        decoder.append(lent)
        guard case .frame = decoder.next() else {
            Issue.record("no frame")
            return
        }
        #expect(decoder.next() == nil)
        decoder.settle()
        #expect(decoder.heldBytes == 2)
        // What the decoder holds is its own: writing to the lent buffer needs no copy.
        let before = lent.withUnsafeReadableBytes { $0.baseAddress }
        lent.clear()
        lent.writeInteger(UInt8(0))
        #expect(lent.withUnsafeReadableBytes { $0.baseAddress } == before)
    }
}
