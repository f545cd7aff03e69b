// Lists of numbers come packed or loose, whatever the schema says, and are checked either way.
import Codec
import TestContract
import Testing

@Suite struct PackedListTests {
    @Test func aPackedFieldMayComeLooseAndALooseOnePacked() throws {
        let bytes = Wire().varint(3, 1).delimited(3, [2, 3]).varint(3, 4).delimited(18, [5, 6]).varint(18, 7)
            .delimited(3, []).fixed32(9, 8).delimited(9, [9, 0, 0, 0]).delimited(20, [1, 0]).varint(13, 1).bytes
        let lists = try Lists(decoding: bytes)
        #expect(lists.int32s == [1, 2, 3, 4])
        #expect(lists.looseInt32s == [5, 6, 7])
        #expect(lists.fixed32s == [8, 9])
        #expect(lists.looseBools == [true, false])
        #expect(lists.bools == [true])
    }

    @Test(arguments: [
        (1, [UInt8](repeating: 0, count: 12), DecodingError.Reason.malformedPackedList, "doubles"),
        (2, [0, 0, 0], .malformedPackedList, "floats"),
        (9, [1], .malformedPackedList, "fixed32s"),
        (3, [0x80], .truncated, "int32s"),
        (4, [UInt8](repeating: 0xff, count: 10) + [0], .malformedVarint, "int64s"),
        (13, [2], .malformedVarint, "bools"),
        (13, [0x81, 0], .malformedVarint, "bools"),
        (16, [1, 3], .unknownEnumValue, "colours"),
        (21, [9], .unknownEnumValue, "loose_colours"),
    ])
    func aBrokenPackedListIsRefused(
        _ number: UInt64, _ content: [UInt8], _ reason: DecodingError.Reason, _ field: String
    ) throws {
        let error = try #require(throws: DecodingError.self) {
            try Lists(decoding: Wire().delimited(number, content).bytes)
        }
        #expect(error.reason == reason)
        #expect(error.field == field)
    }

    @Test func anUnknownEnumNumberInALooseListIsRefused() throws {
        let bytes = Wire().varint(16, 1).varint(16, 5).bytes
        let error = try #require(throws: DecodingError.self) { try Lists(decoding: bytes) }
        #expect(error.reason == .unknownEnumValue)
    }

    @Test func aLargePackedListIsAccepted() throws {
        let lists = Lists.with { $0.int32s = Array(0..<500_000) }
        #expect(try Lists(decoding: lists.encoded()) == lists)
    }
}
