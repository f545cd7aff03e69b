// The types with a spelling of their own: times, durations, masks, wrappers, Struct, Any.
import Codec
import TestContract
import Testing

@Suite struct WellKnownJSONTests {
    private func at(_ text: String) throws -> Timestamp? {
        try WellKnowns(json: "{\"at\":\"\(text)\"}").at
    }

    @Test(arguments: [
        ("1970-01-01T00:00:00Z", 0, 0), ("2026-01-31T12:34:56Z", 1_769_862_896, 0),
        ("2026-01-31T12:34:56.5Z", 1_769_862_896, 500_000_000),
        ("2026-01-31T12:34:56.123456789Z", 1_769_862_896, 123_456_789),
        ("2026-01-31T13:34:56+01:00", 1_769_862_896, 0), ("2026-01-31T02:04:56-10:30", 1_769_862_896, 0),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0), ("9999-12-31T23:59:59.999999999Z", 253_402_300_799, 999_999_999),
        ("2000-02-29T00:00:00Z", 951_782_400, 0), ("1969-12-31T23:59:59.999Z", -1, 999_000_000),
        ("1600-02-29T00:00:00Z", -11_670_998_400, 0),
    ])
    func timesAreRead(_ text: String, _ seconds: Int64, _ nanos: Int32) throws {
        #expect(try at(text) == Samples.timestamp(seconds, nanos))
    }

    @Test(arguments: [
        "", "now", "2026-01-31", "2026-01-31T12:34:56", "2026-01-31 12:34:56Z", "2026-01-31t12:34:56Z",
        "2026-01-31T12:34:56z", "2026-1-31T12:34:56Z", "2026-00-31T12:34:56Z", "2026-13-01T12:34:56Z",
        "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z", "2026-01-00T00:00:00Z",
        "2026-01-31T24:00:00Z", "2026-01-31T12:60:00Z", "2026-01-31T12:34:60Z", "2026-01-31T12:34:56.Z",
        "2026-01-31T12:34:56.1234567890Z", "2026-01-31T12:34:56+24:00", "2026-01-31T12:34:56+01:60",
        "2026-01-31T12:34:56+0100", "2026-01-31T12:34:56Zx", "0000-12-31T23:59:59Z", "10000-01-01T00:00:00Z",
        "0001-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "-001-01-01T00:00:00Z", "２026-01-31T12:34:56Z",
    ])
    func whatIsNoTimeIsRefused(_ text: String) throws {
        let error = try #require(throws: JSONDecodingError.self) { try at(text) }
        #expect(error.reason == .invalidValue)
        #expect(error.field == "at")
    }

    @Test(arguments: [
        (0, 0, "1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00Z"),
        (1_769_862_896, 500_000_000, "2026-01-31T12:34:56.500Z", "2026-01-31T12:34:56.500Z"),
        (1_769_862_896, 123_456_789, "2026-01-31T12:34:56.123Z", "2026-01-31T12:34:56.123456789Z"),
        (1_769_862_896, 999_999_000, "2026-01-31T12:34:56.999Z", "2026-01-31T12:34:56.999999Z"),
        (-1, 999_999_999, "1969-12-31T23:59:59.999Z", "1969-12-31T23:59:59.999999999Z"),
        (-62_135_596_800, 0, "0001-01-01T00:00:00.000Z", "0001-01-01T00:00:00Z"),
        (253_402_300_799, 0, "9999-12-31T23:59:59.000Z", "9999-12-31T23:59:59Z"),
    ])
    func timesAreWritten(_ seconds: Int64, _ nanos: Int32, _ house: String, _ canonical: String) throws {
        let time = Samples.timestamp(seconds, nanos)
        #expect(try time.json() == "\"\(house)\"")
        #expect(try time.json(options: .canonical) == "\"\(canonical)\"")
        #expect(try Timestamp(json: "\"\(canonical)\"") == time)
    }

    @Test func everyDayOfEightHundredYearsComesBack() throws {
        for day in Int64(-146_097)..<146_097 where day % 7 == 0 {
            let time = Samples.timestamp(day * 86_400, 0)
            #expect(try Timestamp(json: try time.json()) == time)
        }
    }

    @Test(
        arguments: [
            (253_402_300_800, 0), (-62_135_596_801, 0), (0, -1), (0, 1_000_000_000), (.max, 0), (.min, .min),
        ] as [(Int64, Int32)])
    func timesOutOfRangeHaveNoJSON(_ seconds: Int64, _ nanos: Int32) throws {
        let message = WellKnowns.with { $0.at = Samples.timestamp(seconds, nanos) }
        let error = try #require(throws: JSONEncodingError.self) { try message.json() }
        #expect(error.field == "at")
    }

    @Test(arguments: [
        ("0s", 0, 0), ("1.5s", 1, 500_000_000), ("-1.5s", -1, -500_000_000), ("-0.5s", 0, -500_000_000),
        ("315576000000s", 315_576_000_000, 0), ("0.000000001s", 0, 1),
    ])
    func durationsComeAndGo(_ text: String, _ seconds: Int64, _ nanos: Int32) throws {
        let duration = try DurationMessage(json: "\"\(text)\"")
        #expect(duration.seconds == seconds)
        #expect(duration.nanos == nanos)
        let written = try duration.json()
        #expect(try DurationMessage(json: written) == duration)
    }

    @Test(arguments: ["", "1", "s", "1.s", ".5s", "1 s", "+1s", "315576000001s", "1.0000000001s", "1e3s", "--1s"])
    func whatIsNoDurationIsRefused(_ text: String) {
        #expect(throws: JSONDecodingError.self) { try DurationMessage(json: "\"\(text)\"") }
    }

    @Test func durationsAreWrittenWithTheDigitsTheyNeed() throws {
        func text(_ seconds: Int64, _ nanos: Int32) throws -> String {
            try DurationMessage.with {
                $0.seconds = seconds
                $0.nanos = nanos
            }.json()
        }
        #expect(try text(1, 0) == "\"1s\"")
        #expect(try text(-1, -500_000_000) == "\"-1.500s\"")
        #expect(try text(0, -1) == "\"-0.000000001s\"")
        #expect(throws: JSONEncodingError.self) { try text(1, -1) }
    }

    @Test func fieldMasksTakeBothSpellings() throws {
        let mask = try FieldMask(json: "\"user_id,isActive,a.bC\"")
        #expect(mask.paths == ["user_id", "is_active", "a.b_c"])
        #expect(try mask.json() == "\"user_id,is_active,a.b_c\"")
        #expect(try mask.json(options: .canonical) == "\"userId,isActive,a.bC\"")
        #expect(try FieldMask(json: "\"\"").paths == [])
        #expect(try FieldMask(json: "\"*\"").paths == ["*"])
        #expect(throws: JSONDecodingError.self) { try FieldMask(json: "\"*\"", options: .canonical) }
        #expect(throws: JSONDecodingError.self) { try FieldMask(json: "\"a,,b\"") }
        #expect(throws: JSONDecodingError.self) { try FieldMask(json: "\"a b\"") }
        #expect(throws: JSONDecodingError.self) { try FieldMask(json: "\"a_b\"", options: .canonical) }
        #expect(throws: JSONEncodingError.self) {
            try FieldMask.with { $0.paths = ["a__b"] }.json(options: .canonical)
        }
    }

    @Test func wrappersAreTheBareValue() throws {
        let text =
            "{\"small\":0,\"large\":-5,\"text\":\"\",\"flag\":false,\"ratio\":0.5,\"blob\":\"AQ==\",\"short_ratio\":1}"
        let message = try WellKnowns(json: text)
        #expect(message.small == Int32Value())
        #expect(message.large?.value == -5)
        #expect(message.text == StringValue())
        #expect(message.flag == BoolValue())
        #expect(message.ratio?.value == 0.5)
        #expect(message.blob?.value == [1])
        #expect(message.shortRatio?.value == 1)
        #expect(message.smallUnsigned == nil)
        let written = try message.json()
        #expect(
            written.contains("\"small\":0,\"large\":-5,\"text\":\"\",\"flag\":false,\"ratio\":0.5,\"blob\":\"AQ==\""))
        #expect(written.contains("\"small_unsigned\":null"))
        #expect(try WellKnowns(json: written) == message)
        let error = try #require(throws: JSONDecodingError.self) { try WellKnowns(json: "{\"small\":{\"value\":1}}") }
        #expect(error.field == "small")
    }

    @Test func structsAreAnyJSON() throws {
        let text = "{\"a\":[1,-2.5,\"x\",null,true,{\"b\":{}},[]],\"c\":null}"
        let object = try StructMessage(json: text)
        #expect(object.fields.count == 2)
        #expect(try StructMessage(json: try object.json()) == object)
        #expect(try StructMessage(decoding: object.encoded()) == object)
        let twice = try #require(throws: JSONDecodingError.self) {
            try StructMessage(json: "{\"a\":{\"b\":1,\"b\":1}}")
        }
        #expect(twice.reason == .duplicateKey)
        #expect(throws: JSONEncodingError.self) {
            try ValueMessage.with { $0.kind = .numberValue(.nan) }.json()
        }
        #expect(throws: JSONEncodingError.self) {
            try ValueMessage.with { $0.kind = .numberValue(.nan) }.json(options: .canonical)
        }
    }

    /// The house prints what is absent as null, so null has to mean absent when it comes back.
    @Test func nullIsAValueInListsAndMapsAndAloneOnlyInTheCanonicalDialect() throws {
        let text = "{\"value\":null,\"values\":[null,1],\"valuesBy\":{\"k\":null},\"nothing\":null}"
        let null = ValueMessage.with { $0.kind = .nullValue(NullValue()) }
        let house = try WellKnowns(json: text)
        #expect(house.value == nil)
        let canonical = try WellKnowns(json: text, options: .canonical)
        #expect(canonical.value == null)
        for message in [house, canonical] {
            #expect(message.values.first == null)
            #expect(message.values.count == 2)
            #expect(message.valuesBy == ["k": null])
        }
    }

    @Test func anythingOfAKnownTypeIsWrittenOut() throws {
        let info = ErrorInfo.with {
            $0.reason = "NOT_FOUND"
            $0.domain = "switchboard"
        }
        let any = AnyMessage.with {
            $0.typeUrl = "type.googleapis.com/google.rpc.ErrorInfo"
            $0.value = info.encoded()
        }
        let text =
            "{\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\",\"reason\":\"NOT_FOUND\",\"domain\":\"switchboard\",\"metadata\":{}}"
        #expect(try any.json() == text)
        #expect(try AnyMessage(json: text) == any)
        // The type may come last.
        let reordered =
            "{\"reason\":\"NOT_FOUND\",\"domain\":\"switchboard\",\"@type\":\"type.googleapis.com/google.rpc.ErrorInfo\"}"
        #expect(try AnyMessage(json: reordered) == any)
        let time =
            "{\"@type\":\"type.googleapis.com/google.protobuf.Timestamp\",\"value\":\"1970-01-01T00:00:01.000Z\"}"
        #expect(try AnyMessage(json: time).json() == time)
        #expect(try AnyMessage(json: "{}") == AnyMessage())
    }

    @Test(arguments: [
        ("{\"a\":1}", ""), ("{\"@type\":\"x/nope\"}", "@type"), ("{\"@type\":5}", "@type"),
        ("{\"@type\":\"google.rpc.ErrorInfo\"}", "@type"),
        ("{\"@type\":\"x/google.rpc.ErrorInfo\",\"@type\":\"x/google.rpc.ErrorInfo\"}", "@type"),
        ("{\"@type\":\"x/google.rpc.ErrorInfo\",\"nope\":1}", "nope"),
        ("{\"@type\":\"x/google.protobuf.Timestamp\"}", ""),
        ("{\"@type\":\"x/google.protobuf.Timestamp\",\"value\":1}", "value"),
    ])
    func whatIsNotKnownToBeAnythingIsRefused(_ text: String, _ field: String) throws {
        let error = try #require(throws: JSONDecodingError.self) { try AnyMessage(json: text) }
        #expect(error.field == field)
    }

    @Test func anythingOfAnUnknownTypeIsWrittenAsBytes() throws {
        let any = AnyMessage.with {
            $0.typeUrl = "x/nope"
            $0.value = [1, 2]
        }
        #expect(try any.json() == "{\"@type\":\"x/nope\",\"value\":\"AQI=\"}")
        #expect(throws: JSONEncodingError.self) { try any.json(options: .canonical) }
    }

    @Test func anAnyInsideOfItselfEnds() throws {
        var any = AnyMessage()
        for _ in 0..<2_000 {
            let inner = any
            any = AnyMessage.with {
                $0.typeUrl = "x/google.protobuf.Any"
                $0.value = inner.encoded()
            }
        }
        #expect(try any.json().hasPrefix("{\"@type\":\"x/google.protobuf.Any\",\"value\":{\"@type\""))
        let text =
            String(repeating: "{\"@type\":\"x/google.protobuf.Any\",\"value\":", count: 60) + "{}"
            + String(repeating: "}", count: 60)
        let error = try #require(throws: JSONDecodingError.self) { try AnyMessage(json: text) }
        #expect(error.reason == .tooDeep)
    }
}
