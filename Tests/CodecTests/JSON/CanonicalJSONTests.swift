// The canonical mapping of proto3, where it differs from the house dialect.
import Codec
import TestContract
import Testing

@Suite struct CanonicalJSONTests {
    @Test func defaultsAndAbsencesAreLeftOut() throws {
        #expect(try Scalars().json(options: .canonical) == "{}")
        #expect(try Outer.with { $0.first = Outer.Inner() }.json(options: .canonical) == "{\"first\":{}}")
        #expect(try Choices.with { $0.choice = .count(0) }.json(options: .canonical) == "{\"count\":\"0\"}")
        #expect(try Samples.optionals[1].json(options: .canonical).hasPrefix("{\"text\":\"\",\"number\":0"))
    }

    @Test func namesAreCamelCaseEnumsInFullAndLongNumbersInQuotes() throws {
        let message = Scalars.with {
            $0.anInt64 = .min
            $0.aUint64 = .max
            $0.anInt32 = -1
            $0.colour = .deepBlue
            $0.aDouble = .nan
            $0.aFloat = -.infinity
        }
        let text = try message.json(options: .canonical)
        #expect(
            text == """
                {"aDouble":"NaN","aFloat":"-Infinity","anInt32":-1,"anInt64":"-9223372036854775808",\
                "aUint64":"18446744073709551615","colour":"COLOUR_DEEP_BLUE"}
                """)
        let back = try Scalars(json: text, options: .canonical)
        #expect(back.aDouble.isNaN)
        #expect(back.anInt64 == .min)
        #expect(back.colour == .deepBlue)
        #expect(try Outer.with { $0.oddName = "x" }.json(options: .canonical) == "{\"unusual\":\"x\"}")
    }

    @Test func everyMessageComesBack() throws {
        func check<M: ProtoMessage>(_ message: M) throws {
            #expect(try M(json: try message.json(options: .canonical), options: .canonical) == message)
        }
        try check(Samples.scalars)
        try check(Samples.lists)
        try check(Samples.maps)
        try check(Samples.tree)
        try Samples.choices.forEach(check)
        try Samples.optionals.forEach(check)
    }

    @Test(arguments: [
        ("{\"anInt32\":\"5\"}", 5), ("{\"anInt32\":\"-1\"}", -1), ("{\"anInt32\":\"1e1\"}", 10), ("{\"anInt32\":3}", 3),
    ])
    func numbersMayBeInQuotes(_ text: String, _ value: Int32) throws {
        #expect(try Scalars(json: text, options: .canonical).anInt32 == value)
    }

    @Test(arguments: ["\"\"", "\" 1\"", "\"1 \"", "\"0x1\"", "\"1.5\"", "\"NaN\"", "\"+1\"", "\"01\"", "true"])
    func whatIsNoNumberIsRefusedInQuotesToo(_ value: String) {
        #expect(throws: JSONDecodingError.self) { try Scalars(json: "{\"anInt32\":\(value)}", options: .canonical) }
    }

    @Test func enumsMayBeNumbers() throws {
        #expect(try Scalars(json: "{\"colour\":1000}", options: .canonical).colour == .far)
        #expect(throws: JSONDecodingError.self) { try Scalars(json: "{\"colour\":5}", options: .canonical) }
        #expect(throws: JSONDecodingError.self) { try Scalars(json: "{\"colour\":\"red\"}", options: .canonical) }
        var options = JSONDecodingOptions.canonical
        options.limits = .response
        #expect(try Scalars(json: "{\"colour\":5}", options: options).colour == .unrecognized(5))
    }

    @Test func base64ComesInBothAlphabets() throws {
        for text in ["-_8=", "+/8=", "-_8", "+/8"] {
            #expect(try Scalars(json: "{\"someBytes\":\"\(text)\"}", options: .canonical).someBytes == [0xfb, 0xff])
        }
    }
}
