// Nothing is lost between a Swift value and its bytes.
import Codec
import TestContract
import Testing

@Suite struct RoundTripTests {
    private func there<M: ProtoMessage>(_ message: M) throws -> M {
        try M(decoding: message.encoded())
    }

    @Test func everyScalarComesBack() throws {
        #expect(try there(Samples.scalars) == Samples.scalars)
    }

    @Test func anEmptyMessageHasNoBytes() throws {
        #expect(Scalars().encoded() == [])
        #expect(try Scalars(decoding: [UInt8]()) == Scalars())
        #expect(try Nothing(decoding: [UInt8]()) == Nothing())
    }

    @Test func everyListComesBack() throws {
        #expect(try there(Samples.lists) == Samples.lists)
    }

    @Test func everyMapComesBack() throws {
        #expect(try there(Samples.maps) == Samples.maps)
    }

    @Test func equalMapsHaveEqualBytes() {
        let keys = (0..<100).map { "key \($0)" }
        let forward = Maps.with { for key in keys { $0.labels[key] = "v" } }
        let backward = Maps.with { for key in keys.reversed() { $0.labels[key] = "v" } }
        #expect(forward.encoded() == backward.encoded())
    }

    @Test(arguments: Samples.choices)
    func aOneofKeepsItsMemberEvenWhereItIsTheDefault(_ message: Choices) throws {
        #expect(try there(message) == message)
    }

    @Test(arguments: Samples.optionals)
    func anOptionalTellsAbsentFromDefault(_ message: Optionals) throws {
        #expect(try there(message) == message)
    }

    @Test func anEmptySubmessageIsNotAnAbsentOne() throws {
        let present = Outer.with { $0.first = Outer.Inner() }
        #expect(present.encoded() == [0x12, 0])
        #expect(try there(present).first == Outer.Inner())
        #expect(try there(Outer()).first == nil)
    }

    @Test func messagesInsideTheirOwnKindComeBack() throws {
        #expect(try there(Samples.tree) == Samples.tree)
        #expect(try there(Samples.tree(depth: 32)) == Samples.tree(depth: 32))
    }

    @Test func aMessageOfMoreThanSixtyFourFieldsComesBack() throws {
        #expect(try there(Samples.wide) == Samples.wide)
    }

    @Test func theLargestFieldNumberComesBack() throws {
        let message = Outer.with { $0.last = 5 }
        #expect(message.encoded().prefix(5) == [0xf8, 0xff, 0xff, 0xff, 0x0f])
        #expect(try there(message) == message)
    }

    @Test func anEnumNumberOfALaterVersionIsKeptByAClientAndRefusedByAServer() throws {
        let message = Scalars.with { $0.colour = .unrecognized(77) }
        #expect(try Scalars(decoding: message.encoded(), limits: .response) == message)
        #expect(throws: DecodingError.self) { try Scalars(decoding: message.encoded()) }
    }

    @Test func aStringWithNULIsNeitherCutNorATrapWhenItIsEncoded() throws {
        let bytes = Point.with { $0.label = "a\0b" }.encoded()
        #expect(bytes == [0x1a, 3, 0x61, 0, 0x62])
        let error = try #require(throws: DecodingError.self) { try Point(decoding: bytes) }
        #expect(error.reason == .embeddedNUL)
    }

    @Test func packWritesTheAnnouncedSizeIntoTheCallersMemory() {
        let message = Samples.scalars
        let framed = message.pack { size, write in
            [UInt8](unsafeUninitializedCapacity: size + 2) { buffer, count in
                buffer[0] = 0xaa
                buffer[size + 1] = 0xbb
                if let start = buffer.baseAddress { write(start + 1) }
                count = size + 2
            }
        }
        #expect(framed == [0xaa] + message.encoded() + [0xbb])
    }

    @Test func messagesMayBeEncodedWhileAnotherOneIs() {
        let outer = Samples.lists
        let expected = outer.encoded()
        let bytes = outer.pack { size, write in
            _ = Samples.maps.encoded()
            _ = try? Scalars(decoding: Samples.scalars.encoded())
            return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                if let start = buffer.baseAddress { write(start) }
                count = size
            }
        }
        #expect(bytes == expected)
    }

    @Test func aLargeMessageComesBack() throws {
        let message = Scalars.with {
            $0.aString = String(repeating: "ü", count: 1 << 20)
            $0.someBytes = Array(repeating: 7, count: 1 << 20)
        }
        #expect(try there(message) == message)
    }

    /// Known losses, written down so that nobody takes them for an accident.
    @Test func whatGetsLostIsKnown() throws {
        #expect(try there(Scalars.with { $0.aDouble = -0.0 }).aDouble.sign == .plus)
        #expect(try there(Lists.with { $0.doubles = [-0.0] }).doubles[0].sign == .minus)
        #expect(try there(Choices.with { $0.other = .ratio(-0.0) }).other == .ratio(-0.0))
        let composed = Wire().message(1, Wire().text(1, "\u{e9}").text(2, "1"))
        let both = composed.message(1, Wire().text(1, "e\u{301}").text(2, "2"))
        #expect(try Maps(decoding: both.bytes).labels == ["\u{e9}": "2"])
        // The bytes of a string are not touched, though.
        #expect(Array(try there(Point.with { $0.label = "e\u{301}" }).label.utf8) == Array("e\u{301}".utf8))
    }
}
