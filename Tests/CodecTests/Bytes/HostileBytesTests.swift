// What the check pass refuses, with its reason and the field.
import Codec
import TestContract
import Testing

@Suite struct HostileBytesTests {
    private func refusal<M: ProtoMessage>(
        of bytes: [UInt8], as _: M.Type, limits: DecodingLimits = .request
    ) throws -> DecodingError {
        try #require(throws: DecodingError.self) { try M(decoding: bytes, limits: limits) }
    }

    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let bytes: [UInt8]
        let reason: DecodingError.Reason
        let field: String

        init(_ words: String, _ wire: Wire, _ reason: DecodingError.Reason, _ field: String) {
            (testDescription, bytes, self.reason, self.field) = (words, wire.bytes, reason, field)
        }
    }

    static let ones = [UInt8](repeating: 0xff, count: 9)

    static let scalars: [Case] = [
        Case("a lone continuation byte as a string", Wire().delimited(14, [0x80]), .invalidUTF8, "a_string"),
        Case("an overlong slash", Wire().delimited(14, [0xc0, 0xaf]), .invalidUTF8, "a_string"),
        Case("an overlong three-byte form", Wire().delimited(14, [0xe0, 0x80, 0xaf]), .invalidUTF8, "a_string"),
        Case("an overlong four-byte form", Wire().delimited(14, [0xf0, 0x80, 0x80, 0xaf]), .invalidUTF8, "a_string"),
        Case("a surrogate", Wire().delimited(14, [0xed, 0xa0, 0x80]), .invalidUTF8, "a_string"),
        Case("above U+10FFFF", Wire().delimited(14, [0xf4, 0x90, 0x80, 0x80]), .invalidUTF8, "a_string"),
        Case("a lead byte beyond F4", Wire().delimited(14, [0xf5, 0x80, 0x80, 0x80]), .invalidUTF8, "a_string"),
        Case("a cut two-byte form", Wire().delimited(14, [0x61, 0xc3]), .invalidUTF8, "a_string"),
        Case("a cut four-byte form", Wire().delimited(14, [0xf0, 0x9f, 0x91]), .invalidUTF8, "a_string"),
        Case(
            "bad UTF-8 after a long ASCII run", Wire().delimited(14, Array("0123456789abcdef".utf8) + [0xff]),
            .invalidUTF8, "a_string"),
        Case("NUL", Wire().delimited(14, [0]), .embeddedNUL, "a_string"),
        Case(
            "NUL in the middle of a long run", Wire().delimited(14, Array("01234567\u{0}9abcdef".utf8)), .embeddedNUL,
            "a_string"),
        Case("NUL after a letter of two bytes", Wire().text(14, "ü\0"), .embeddedNUL, "a_string"),
        Case("a varint of eleven bytes", Wire().raw([0x20] + ones + [0x80, 0]), .malformedVarint, "an_int64"),
        Case("a varint of ten bytes over 64 bits", Wire().raw([0x20] + ones + [2]), .malformedVarint, "an_int64"),
        Case("a varint without an end", Wire().raw([0x20, 0x80, 0x80]), .truncated, "an_int64"),
        Case("a tag without a value", Wire().raw([0x20]), .truncated, "an_int64"),
        Case("field number 0", Wire().raw([0, 0]), .malformedTag, ""),
        Case("a tag over 32 bits", Wire().raw([0xff, 0xff, 0xff, 0xff, 0x1f, 0]), .malformedTag, ""),
        Case("a tag of six bytes", Wire().raw([0xa0, 0x80, 0x80, 0x80, 0x80, 0, 1]), .malformedTag, "an_int64"),
        Case("a cut tag", Wire().raw([0xa0]), .malformedTag, ""),
        Case("a group", Wire().raw([0x23, 0x24]), .group, "an_int64"),
        Case("the end of a group", Wire().raw([0x24]), .group, "an_int64"),
        Case("an unknown group", Wire().raw([0xa3, 6, 0xa4, 6]), .group, ""),
        Case("wire type 6", Wire().raw([0x26]), .malformedTag, "an_int64"),
        Case("wire type 7 on an unknown field", Wire().raw([0xa7, 6]), .malformedTag, ""),
        Case("a varint where a double belongs", Wire().varint(1, 1), .wrongWireType, "a_double"),
        Case("a fixed32 where a double belongs", Wire().fixed32(1, 1), .wrongWireType, "a_double"),
        Case("a fixed64 where a float belongs", Wire().fixed64(2, 1), .wrongWireType, "a_float"),
        Case("a varint where a string belongs", Wire().varint(14, 1), .wrongWireType, "a_string"),
        Case("a string where a number belongs", Wire().text(3, "1"), .wrongWireType, "an_int32"),
        Case("a fixed64 where a number belongs", Wire().fixed64(4, 1), .wrongWireType, "an_int64"),
        Case("a cut fixed64", Wire().raw([0x09, 1, 2, 3]), .truncated, "a_double"),
        Case("a length beyond the end", Wire().raw([0x72, 2, 0x61]), .truncated, "a_string"),
        Case("a length of 2^31", Wire().raw([0x72, 0x80, 0x80, 0x80, 0x80, 0x08]), .truncated, "a_string"),
        Case(
            "a length of 2^63", Wire().raw([0x72] + [UInt8](repeating: 0x80, count: 9) + [1]), .malformedVarint,
            "a_string"),
        Case("a length of 2^64-1", Wire().raw([0x72] + ones + [1]), .malformedVarint, "a_string"),
        Case("an unknown field beyond the end", Wire().raw([0xa2, 6, 9]), .truncated, ""),
        Case("an enum number without a name", Wire().varint(16, 3), .unknownEnumValue, "colour"),
        Case("an enum number in a gap", Wire().varint(16, 999), .unknownEnumValue, "colour"),
        Case("an enum number below all", Wire().varint(17, UInt64(bitPattern: -2)), .unknownEnumValue, "mood"),
    ]

    @Test(arguments: scalars)
    func isRefused(_ hostile: Case) throws {
        let error = try refusal(of: hostile.bytes, as: Scalars.self)
        #expect(error.reason == hostile.reason)
        #expect(error.field == hostile.field)
        #expect(error.offset <= hostile.bytes.count)
    }

    @Test func whatIsAtTheEdgeOfTheRulesIsAccepted() throws {
        #expect(try Scalars(decoding: Wire().raw([0x20] + Self.ones + [1]).bytes).anInt64 == -1)
        #expect(try Scalars(decoding: Wire().varint(16, 1000).bytes).colour == .far)
        #expect(try Scalars(decoding: Wire().varint(17, UInt64(bitPattern: -1)).bytes).mood == .gloomy)
        #expect(try Scalars(decoding: Wire().varint(13, 2).bytes).aBool)
        // Cut to 32 bits, as protobuf has it.
        #expect(try Scalars(decoding: Wire().varint(3, 1 << 32 | 5).bytes).anInt32 == 5)
        #expect(
            try Scalars(decoding: Wire().text(14, "\u{7f}\u{80}\u{7ff}\u{800}\u{ffff}\u{10000}\u{10ffff}").bytes)
                .aString.unicodeScalars.count == 7)
        #expect(try Scalars(decoding: Wire().delimited(15, [0, 0xff]).bytes).someBytes == [0, 0xff])
    }

    @Test func ofAScalarGivenTwiceTheLastOneCounts() throws {
        let bytes = Wire().varint(3, 1).text(14, "a").varint(3, 2).text(14, "b").varint(3, 0).bytes
        let message = try Scalars(decoding: bytes)
        #expect(message.anInt32 == 0)
        #expect(message.aString == "b")
    }

    @Test(arguments: [1, 2, 63, 64, 65, 66])
    func aSingularMessageFieldIsRefusedTheSecondTime(_ number: UInt64) throws {
        let once = Wire().message(number, Wire().varint(1, 1))
        #expect(throws: Never.self) { try Wide(decoding: once.bytes) }
        let error = try refusal(of: once.message(number, Wire()).bytes, as: Wide.self)
        #expect(error.reason == .repeatedSubmessage)
        #expect(error.field == (number < 10 ? "f0\(number)" : "f\(number)"))
    }

    @Test func aRepeatedSubmessageIsRefusedBeforeItCostsAnything() throws {
        var bytes: [UInt8] = []
        for _ in 0..<160_000 { bytes += [0x12, 0] }
        let start = ContinuousClock.now
        let error = try refusal(of: bytes, as: Outer.self, limits: .response)
        #expect(error.reason == .repeatedSubmessage)
        #expect(ContinuousClock.now - start < .seconds(1))
    }

    @Test func aOneofsLastMemberCounts() throws {
        let point = Wire().varint(1, 5)
        let message = try Choices(decoding: Wire().text(1, "w").message(6, point).varint(3, 9).bytes)
        #expect(message.choice == .count(9))
        let other = try Choices(decoding: Wire().varint(3, 9).message(6, point).bytes)
        #expect(other.choice == .point(Samples.point(5, 0, "")))
        let error = try refusal(of: Wire().message(6, point).varint(3, 9).message(6, point).bytes, as: Choices.self)
        #expect(error.reason == .repeatedSubmessage)
    }

    @Test func ofEqualMapKeysTheLastOneCounts() throws {
        func entry(_ key: String, _ value: String) -> Wire { Wire().text(1, key).text(2, value) }
        let bytes = Wire().message(1, entry("a", "1")).message(1, entry("b", "2")).message(1, entry("a", "3")).bytes
        #expect(try Maps(decoding: bytes).labels == ["a": "3", "b": "2"])
    }

    @Test func aMapEntryWithoutKeyOrValueHasTheDefaults() throws {
        let message = try Maps(decoding: Wire().message(1, Wire()).message(3, Wire().varint(1, 7)).bytes)
        #expect(message.labels == ["": ""])
        #expect(message.points == [7: Point()])
    }

    @Test func aMapEntryIsCheckedToo() throws {
        let error = try refusal(of: Wire().message(1, Wire().text(1, "k").delimited(2, [0xff])).bytes, as: Maps.self)
        #expect(error.reason == .invalidUTF8)
        #expect(error.field == "labels[0].value")
    }

    @Test func theErrorNamesThePathOfTheField() throws {
        let good = Wire().text(1, "ok")
        let bytes = Wire().message(1, good).message(2, good).message(1, good).message(1, Wire().text(1, "\0")).bytes
        let error = try refusal(of: bytes, as: Outer.self)
        #expect(error.field == "messages[2].recipient")
        #expect(error.description == "a string with a NUL character in messages[2].recipient, at byte \(error.offset)")
    }
}
