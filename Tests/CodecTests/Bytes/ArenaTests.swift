// The arena's bound, its nesting, and that it keeps no more than its first slab.
import TestContract
import Testing

@testable import Codec

@Suite struct ArenaTests {
    private func fresh() throws -> Arena { try #require(Arena.make()) }

    private func slabs(_ arena: Arena) -> Int {
        var count = 0
        var slab: UnsafeMutablePointer<ArenaSlab>? = arena.state.pointee.slab
        while let current = slab {
            count += 1
            slab = current.pointee.previous
        }
        return count
    }

    @Test func nothingIsGivenOutBeyondTheBound() throws {
        let arena = try fresh()
        defer { arena.destroy() }
        let mark = arena.open(limit: 64)
        #expect(arena.take(60) != nil)
        #expect(!arena.isExhausted)
        #expect(arena.take(1) == nil)
        #expect(arena.isExhausted)
        arena.close(mark)
    }

    @Test(arguments: [-1, Int.min, Int.max])
    func anAbsurdSizeIsRefused(_ size: Int) throws {
        let arena = try fresh()
        defer { arena.destroy() }
        let mark = arena.open(limit: 1 << 20)
        #expect(arena.take(size) == nil)
        arena.close(mark)
    }

    @Test func everyPieceIsAlignedAndApartFromTheOthers() throws {
        let arena = try fresh()
        defer { arena.destroy() }
        let mark = arena.open(limit: .max)
        var pieces: [(start: UnsafeMutableRawPointer, size: Int)] = []
        for size in [0, 1, 7, 8, 9, 100, 40_000, 3, 2_000_000, 5] {
            let piece = try #require(arena.take(size))
            #expect(Int(bitPattern: piece) % 8 == 0)
            piece.initializeMemory(as: UInt8.self, repeating: UInt8(pieces.count), count: size)
            pieces.append((piece, size))
        }
        for (index, piece) in pieces.enumerated() {
            #expect(UnsafeRawBufferPointer(start: piece.start, count: piece.size).allSatisfy { $0 == UInt8(index) })
        }
        arena.close(mark)
    }

    @Test func afterAUseOnlyTheFirstSlabIsLeft() throws {
        let arena = try fresh()
        defer { arena.destroy() }
        for _ in 0..<3 {
            let mark = arena.open(limit: .max)
            for _ in 0..<100 { #expect(arena.take(50_000) != nil) }
            #expect(slabs(arena) > 1)
            arena.close(mark)
            #expect(slabs(arena) == 1)
            #expect(arena.state.pointee.slab.pointee.size == ArenaSlab.first)
        }
    }

    @Test func anInnerUseLeavesTheOuterOneAsItWas() throws {
        let arena = try fresh()
        defer { arena.destroy() }
        let outer = arena.open(limit: 1_000)
        let first = try #require(arena.take(16))
        first.storeBytes(of: 42, as: UInt64.self)
        let inner = arena.open(limit: 1 << 20)
        _ = arena.take(500_000)
        arena.close(inner)
        #expect(first.load(as: UInt64.self) == 42)
        #expect(arena.take(985) == nil)
        #expect(arena.take(900) == first + 16)
        arena.close(outer)
    }

    @Test func aThreadHasOneArena() {
        #expect(Arena.ofThread.state == Arena.ofThread.state)
    }
}
