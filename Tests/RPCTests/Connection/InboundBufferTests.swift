import NIOCore
import Testing

@testable import RPC

@Suite
struct InboundBufferTests {
    private func item(_ size: Int) -> ByteBuffer { ByteBuffer(repeating: 1, count: size) }

    private func words(_ next: InboundBuffer.Next) -> String {
        switch next {
        case .item(let item): "item \(item.readableBytes)"
        case .end: "end"
        case .failed(let error): "failed \((error as? RPCError)?.code ?? .unknown)"
        case .wait: "wait"
        }
    }

    @Test
    func itemsComeOutInOrderAndThenTheEnd() {
        var buffer = InboundBuffer(itemLimit: 4, byteLimit: 100)
        #expect(words(buffer.next()) == "wait")
        for size in 1...3 { #expect(buffer.push(item(size)) == true) }
        buffer.end()
        #expect((0..<5).map { _ in words(buffer.next()) } == ["item 1", "item 2", "item 3", "end", "end"])
    }

    @Test
    func theNumberOfItemsIsBounded() {
        var buffer = InboundBuffer(itemLimit: 2, byteLimit: 100)
        #expect(buffer.push(item(0)) && buffer.push(item(0)))
        #expect(buffer.push(item(0)) == false)
        _ = buffer.next()
        #expect(buffer.push(item(0)) == true)
    }

    @Test
    func theirBytesAreBoundedButOneItemOfAnySizeFits() {
        var buffer = InboundBuffer(itemLimit: 10, byteLimit: 100)
        #expect(buffer.push(item(500)) == true)
        #expect(buffer.push(item(1)) == false)
        _ = buffer.next()
        #expect(buffer.push(item(60)) && buffer.push(item(40)))
        #expect(buffer.push(item(1)) == false)
    }

    @Test
    func anErrorComesAfterWhatCameBeforeIt() {
        var buffer = InboundBuffer(itemLimit: 10, byteLimit: 100)
        #expect(buffer.push(item(1)) == true)
        buffer.fail(RPCError(.aborted))
        buffer.fail(RPCError(.unknown))
        #expect(buffer.push(item(2)) == true)
        #expect((0..<3).map { _ in words(buffer.next()) } == ["item 1", "failed ABORTED", "failed ABORTED"])
    }

    @Test
    func discardingDropsWhatWaits() {
        var buffer = InboundBuffer(itemLimit: 10, byteLimit: 100)
        #expect(buffer.push(item(1)) == true)
        buffer.discard(RPCError(.cancelled))
        #expect(words(buffer.next()) == "failed CANCELLED")
    }

    @Test
    func whatWaitsDoesNotKeepAReadBufferAlive() {
        var buffer = InboundBuffer(itemLimit: 10, byteLimit: 1000)
        var read = ByteBufferAllocator().buffer(capacity: 1 << 16)
        read.writeRepeatingByte(7, count: 100)
        #expect(buffer.push(read.readSlice(length: 10) ?? ByteBuffer()) == true)
        guard case .item(let kept) = buffer.next() else {
            Issue.record("no item")
            return
        }
        #expect(kept.storageCapacity < 1024)
        #expect(Array(buffer: kept) == [UInt8](repeating: 7, count: 10))
    }
}
