// The house dialect (docs/REST.md): what is printed, and what is taken.
import Codec
import TestContract
import Testing

@Suite struct HouseJSONTests {
    @Test func everythingIsPrintedDefaultsIncluded() throws {
        #expect(
            try Scalars().json() == """
                {"a_double":0,"a_float":0,"an_int32":0,"an_int64":0,"a_uint32":0,"a_uint64":0,"a_sint32":0,"a_sint64":0,\
                "a_fixed32":0,"a_fixed64":0,"a_sfixed32":0,"a_sfixed64":0,"a_bool":false,"a_string":"","some_bytes":"",\
                "colour":null,"mood":"calm"}
                """)
        #expect(
            try Samples.scalars.json() == """
                {"a_double":-1.5,"a_float":3.25,"an_int32":-2147483648,"an_int64":-9007199254740991,\
                "a_uint32":4294967295,"a_uint64":9007199254740991,"a_sint32":-2,"a_sint64":-3,"a_fixed32":4,\
                "a_fixed64":5,"a_sfixed32":-6,"a_sfixed64":-7,"a_bool":true,"a_string":"Grüße, 世界 👋",\
                "some_bytes":"AAH/","colour":"deep_blue","mood":"gloomy"}
                """)
    }

    @Test func absentMessagesAreNullAndEmptyListsAndMapsAreEmpty() throws {
        #expect(
            try Outer().json() == """
                {"messages":[],"first":null,"by_name":{},"odd_name":"","last":0}
                """)
        #expect(
            try Outer.with { $0.first = Outer.Inner() }.json() == """
                {"messages":[],"first":{"recipient":"","session_id":0,"kind":null},"by_name":{},"odd_name":"","last":0}
                """)
    }

    @Test func everyMemberOfAOneofIsPrintedAndOnlyTheSetOneIsNotNull() throws {
        #expect(
            try Choices.with { $0.choice = .count(0) }.json() == """
                {"word":null,"blob":null,"count":0,"yes":null,"hue":null,"point":null,"at":null,"ratio":null,"place":null,\
                "apart":""}
                """)
    }

    @Test func absentOptionalsAreNull() throws {
        #expect(
            try Optionals().json() == """
                {"text":null,"number":null,"flag":null,"blob":null,"colour":null,"point":null}
                """)
        #expect(try Samples.optionals[1].json().hasPrefix("{\"text\":\"\",\"number\":0,\"flag\":false,\"blob\":\"\""))
    }

    @Test func anUnspecifiedEnumIsNullAloneAndNamedInLists() throws {
        #expect(try Samples.lists.json().contains("\"colours\":[\"unspecified\",\"red\",\"far\"]"))
        #expect(try Samples.maps.json().contains("\"colours\":{\"false\":\"unspecified\",\"true\":\"red\"}"))
    }

    @Test func anEnumNumberWithoutANameIsPrintedAsNumber() throws {
        #expect(try Scalars.with { $0.colour = .unrecognized(77) }.json().contains("\"colour\":77"))
    }

    @Test func everyMessageComesBack() throws {
        func check<M: ProtoMessage>(_ message: M) throws {
            let text = try message.json()
            #expect(try M(json: text) == message)
            // The same without the Swift type.
            #expect(try M.schema.json(fromBytes: message.encoded()) == text)
            #expect(try M.schema.bytes(fromJSON: text) == message.encoded())
        }
        try check(Samples.scalars)
        try check(Samples.maps)
        try check(Samples.tree)
        try check(Samples.wide)
        for choice in Samples.choices where choice.choice != .hue(.unspecified) { try check(choice) }
        for optional in Samples.optionals where optional.colour != .unspecified { try check(optional) }
        try check(Samples.lists)
    }

    @Test func integersOfTwoToThe53AreRefusedBothWays() throws {
        let edge: Int64 = 1 << 53
        #expect(try Scalars.with { $0.anInt64 = edge - 1 }.json().contains("9007199254740991"))
        for message in [
            Scalars.with { $0.anInt64 = edge }, Scalars.with { $0.aSint64 = -edge }, Scalars.with { $0.aUint64 = .max },
            Scalars.with { $0.anInt64 = .min },
        ] {
            #expect(throws: JSONEncodingError.self) { try message.json() }
        }
        #expect(try Scalars(json: "{\"an_int64\":9007199254740991}").anInt64 == edge - 1)
        for number in ["9007199254740992", "-9007199254740992", "1e300"] {
            let error = try #require(throws: JSONDecodingError.self) { try Scalars(json: "{\"an_int64\":\(number)}") }
            #expect(error.reason == .outOfRange)
            #expect(error.field == "an_int64")
        }
    }

    @Test func whatHasNoJSONFormNamesItsField() throws {
        let message = Lists.with { $0.doubles = [0, .nan] }
        let error = try #require(throws: JSONEncodingError.self) { try message.json() }
        #expect(error.field == "doubles[1]")
        #expect(throws: JSONEncodingError.self) { try Scalars.with { $0.aFloat = .infinity }.json() }
    }

    @Test(arguments: [
        ("{\"an_int32\":5}", 5), ("{\"anInt32\":5}", 5), ("{\"an_int32\":5.0}", 5), ("{\"an_int32\":50e-1}", 5),
        ("{\"an_int32\":0.5e1}", 5), ("{\"an_int32\":-0}", 0), ("{\"an_int32\":null}", 0), ("{}", 0),
        ("{\"an_int32\":-2147483648}", Int32.min), (" { \"an\\u005fint32\" : 7 } ", 7),
    ])
    func takesInEitherSpelling(_ text: String, _ value: Int32) throws {
        #expect(try Scalars(json: text).anInt32 == value)
    }

    @Test(arguments: [
        ("red", Colour.red), ("deep_blue", .deepBlue), ("COLOUR_DEEP_BLUE", .deepBlue), ("far", .far),
        ("unspecified", .unspecified),
    ])
    func takesEnumsByName(_ name: String, _ colour: Colour) throws {
        #expect(try Scalars(json: "{\"colour\":\"\(name)\"}").colour == colour)
    }

    @Test func takesNullAsAbsent() throws {
        let text = "{\"first\":null,\"messages\":null,\"by_name\":null,\"odd_name\":null,\"unusual\":null}"
        let error = try #require(throws: JSONDecodingError.self) { try Outer(json: text) }
        #expect(error.reason == .duplicateKey)
        #expect(try Outer(json: "{\"first\":null,\"messages\":null,\"by_name\":null,\"unusual\":null}") == Outer())
        #expect(try Scalars(json: "{\"colour\":null,\"a_bool\":null}") == Scalars())
        #expect(try Choices(json: "{\"word\":null,\"count\":3,\"yes\":null}").choice == .count(3))
    }
}
