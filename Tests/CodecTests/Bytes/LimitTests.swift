// Depth, counts and memory: the bounds of a message, and that they are where they are said to be.
import TestContract
import Testing

@testable import Codec

@Suite struct LimitTests {
    private func reason<M: ProtoMessage>(
        _ bytes: [UInt8], as _: M.Type, limits: DecodingLimits = .request
    ) -> DecodingError.Reason? {
        do throws(DecodingError) {
            _ = try M(decoding: bytes, limits: limits)
            return nil
        } catch {
            return error.reason
        }
    }

    @Test func thirtyTwoMessagesInsideEachOtherAreTheLimit() {
        #expect(reason(Samples.tree(depth: 32).encoded(), as: Tree.self) == nil)
        #expect(reason(Samples.tree(depth: 33).encoded(), as: Tree.self) == .tooDeep)
        #expect(reason(Samples.tree(depth: 33).encoded(), as: Tree.self, limits: .response) == .tooDeep)
    }

    @Test func nestingThatWouldCrashTheStackIsRefused() {
        var bytes: [UInt8] = []
        for _ in 0..<10_000 { bytes = [0x12] + Wire.varint(UInt64(bytes.count)) + bytes }
        #expect(reason(bytes, as: Tree.self) == .tooDeep)
        #expect(reason(bytes, as: Tree.self, limits: .response) == .tooDeep)
    }

    @Test func unknownDataIsNotDescendedInto() {
        var inner: [UInt8] = []
        for _ in 0..<10_000 { inner = [0x12] + Wire.varint(UInt64(inner.count)) + inner }
        #expect(reason(Wire().delimited(500, inner).bytes, as: Tree.self) == nil)
    }

    @Test func tenThousandFieldsAreTheLimitOfARequest() {
        func lists(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in [UInt8(0x72), 0x01] as [UInt8] } }
        // Field 14 of Lists, one byte each: strings of one letter.
        func strings(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in [0x72, 0x01, 0x61] as [UInt8] } }
        #expect(reason(strings(10_000), as: Lists.self) == nil)
        #expect(reason(strings(10_001), as: Lists.self) == .tooManyFields)
        #expect(reason(strings(10_001), as: Lists.self, limits: .response) == nil)
    }

    @Test func sixtyFourUnknownFieldsAreTheLimitOfARequest() {
        func unknown(_ count: Int) -> [UInt8] { (0..<count).flatMap { _ in Wire().varint(500, 1).bytes } }
        #expect(reason(unknown(64), as: Point.self) == nil)
        #expect(reason(unknown(65), as: Point.self) == .tooManyUnknownFields)
        #expect(reason(unknown(65), as: Point.self, limits: .response) == nil)
    }

    @Test func unknownFieldsAreDroppedAndTheRestIsRead() throws {
        let bytes = Wire().varint(500, 1).varint(1, 4).text(501, "x").fixed32(502, 1).fixed64(503, 1).bytes
        #expect(try Point(decoding: bytes) == Samples.point(4, 0, ""))
    }

    @Test func emptySubmessagesCannotTakeMoreMemoryThanAllowed() {
        // 4 MiB of two-byte messages would take a hundred megabytes.
        let bytes = (0..<(2 << 20)).flatMap { _ in [0x0a, 0] as [UInt8] }
        #expect(reason(bytes, as: Outer.self, limits: .response) == .tooLarge)
    }

    @Test func theArenasBoundHoldsWhereTheEstimateWouldFail() throws {
        let arena = Arena.ofThread
        let mark = arena.open(limit: 100)
        defer { arena.close(mark) }
        var limits = DecodingLimits.request
        limits.memory = 1 << 20
        let bytes = Point.with { $0.label = String(repeating: "a", count: 200) }.encoded()
        let error = try #require(throws: DecodingError.self) {
            try bytes.withUnsafeBytes { buffer in
                _ = try Point.schema.unpack(buffer, limits: limits, in: arena)
            }
        }
        #expect(error.reason == .tooLarge)
    }

    /// What the check pass counts is never less than what protobuf-c takes, or else the estimate would be worthless.
    @Test func theEstimateCoversWhatProtobufTakes() throws {
        func check<M: ProtoMessage>(_ message: M) throws {
            let bytes = message.encoded()
            try bytes.withUnsafeBytes { buffer in
                let plenty = 1 << 30
                var pass = CheckPass(
                    depthLeft: 32, fieldsLeft: .max, unknownLeft: .max, memoryLeft: plenty, checksEnums: true)
                let start = try #require(buffer.baseAddress).assumingMemoryBound(to: UInt8.self)
                let passes = pass.message(M.schema.table, start, start + buffer.count)
                #expect(passes)
                let estimate = plenty - pass.memoryLeft
                var limits = DecodingLimits.request
                limits.memory = estimate
                limits.fields = .max
                #expect(try M(decoding: buffer, limits: limits) == message)
                // Not wildly more, either.
                let arena = Arena.ofThread
                let mark = arena.open(limit: plenty)
                defer { arena.close(mark) }
                _ = try M.schema.unpack(buffer, limits: limits, in: arena)
                let taken = plenty - arena.state.pointee.left
                #expect(taken <= estimate)
                #expect(estimate <= taken * 3 + 1_024)
            }
        }
        try check(Samples.scalars)
        try check(Samples.lists)
        try check(Samples.maps)
        try check(Samples.tree)
        try check(Samples.wide)
        try check(Lists.with { $0.strings = (0..<5_000).map { "string \($0)" } })
        try check(Lists.with { $0.looseInt32s = Array(0..<5_000) })
        try check(Lists.with { $0.int64s = Array(0..<5_000) })
        try check(Outer.with { $0.messages = Array(repeating: Outer.Inner(), count: 5_000) })
    }
}
