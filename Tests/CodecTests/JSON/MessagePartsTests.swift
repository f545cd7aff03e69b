// Messages put together from a body and single texts, and looked at field by field: what a gateway needs of the codec.
import Codec
import TestContract
import Testing

@Suite struct MessagePartsTests {
    private func texts(_ schema: MessageSchema, _ name: String, _ values: String...) throws -> MessageParts.Texts {
        MessageParts.Texts(try #require(FieldPath(name, in: schema)), values)
    }

    private func make<Message: ProtoMessage>(
        _: Message.Type, body: String? = nil, field: String? = nil, _ texts: MessageParts.Texts...
    ) throws -> Message {
        let parts = MessageParts(
            body: body.map { Array($0.utf8) }, bodyField: field.flatMap { Message.schema.field(named: $0) },
            texts: texts)
        return try Message(decoding: try Message.schema.bytes(from: parts))
    }

    /// Reason and field of a refusal.
    private func refusal<Message: ProtoMessage>(
        _ type: Message.Type, body: String? = nil, field: String? = nil, _ texts: MessageParts.Texts...
    ) -> String {
        let parts = MessageParts(
            body: body.map { Array($0.utf8) }, bodyField: field.flatMap { Message.schema.field(named: $0) },
            texts: texts)
        do throws(JSONDecodingError) {
            _ = try Message.schema.bytes(from: parts)
            return "none"
        } catch {
            return "\(error.reason) \(error.field)"
        }
    }

    @Test(arguments: [
        ("a_double", "-1.5"), ("a_float", "2"), ("an_int32", "-7"), ("an_int64", "9007199254740991"),
        ("a_uint32", "4294967295"), ("a_uint64", "1e3"), ("a_sint32", "0"), ("a_sfixed64", "-1"), ("a_bool", "true"),
        ("a_string", "17"), ("a_string", "tr\"ü\\e"), ("a_string", ""), ("some_bytes", "AAH_"), ("colour", "deep_blue"),
        ("colour", "COLOUR_RED"), ("mood", "glad"),
    ])
    func aTextIsReadAsTheFieldsKind(name: String, text: String) throws {
        let made = try make(Scalars.self, try texts(Scalars.schema, name, text))
        let isQuoted = ["a_string", "some_bytes", "colour", "mood"].contains(name)
        var writer = JSONWriter()
        writer.beginObject()
        writer.key(name)
        if isQuoted { writer.string(text) } else { writer.raw(text) }
        writer.endObject()
        #expect(try made == Scalars(json: writer.bytes))
    }

    @Test(arguments: [
        ("an_int32", "1.5"), ("an_int32", "2147483648"), ("an_int32", ""), ("an_int32", "\"1\""), ("an_int32", "true"),
        ("an_int32", "0x10"), ("an_int32", "+1"), ("an_int32", " 1"), ("an_int32", "1 "),
        ("an_int64", "9007199254740992"),
        ("a_uint32", "-1"), ("a_bool", "1"), ("a_bool", "True"), ("a_double", "NaN"), ("a_double", "1e999"),
        ("colour", "green"), ("colour", "1"), ("some_bytes", "*"), ("a_string", "a\0b"), ("an_int32", "null"),
    ])
    func whatIsNoValueOfTheFieldIsRefusedAndNamed(name: String, text: String) throws {
        let answer = refusal(Scalars.self, try texts(Scalars.schema, name, text))
        #expect(answer.hasSuffix(" \(name)"), "\(answer)")
    }

    @Test func textsOfAListAreItsElements() throws {
        let lists = try make(
            Lists.self, try texts(Lists.schema, "strings", "a", "", "b"), try texts(Lists.schema, "colours", "red"))
        #expect(lists.strings == ["a", "", "b"])
        #expect(lists.colours == [.red])
        #expect(refusal(Lists.self, try texts(Lists.schema, "int32s", "1", "x")).hasSuffix("int32s[1]"))
        #expect(
            refusal(Lists.self, body: #"{"int32s": [1]}"#, try texts(Lists.schema, "int32s", "2"))
                == "duplicateKey int32s")
    }

    @Test func whatIsNoListIsGivenOnce() throws {
        #expect(refusal(Scalars.self, try texts(Scalars.schema, "an_int32", "1", "1")) == "duplicateKey an_int32")
        #expect(refusal(Scalars.self, try texts(Scalars.schema, "an_int32")) == "duplicateKey an_int32")
    }

    @Test func bodyAndTextMayAgreeButNotDiffer() throws {
        let same = try make(
            Scalars.self, body: #"{"an_int32": 5, "a_string": "x", "a_bool": true}"#,
            try texts(Scalars.schema, "an_int32", "5"), try texts(Scalars.schema, "a_string", "x"))
        #expect(same.anInt32 == 5 && same.aString == "x" && same.aBool)
        for (name, text) in [("an_int32", "6"), ("a_string", "xy"), ("a_bool", "false")] {
            let body = #"{"an_int32": 5, "a_string": "x", "a_bool": true}"#
            #expect(refusal(Scalars.self, body: body, try texts(Scalars.schema, name, text)) == "duplicateKey \(name)")
        }
    }

    @Test func aPathLeadsIntoMessagesThatAreMadeOnTheWay() throws {
        let choices = try make(
            Choices.self, try texts(Choices.schema, "place.x", "3"), try texts(Choices.schema, "place.label", "here"),
            try texts(Choices.schema, "apart", "z"))
        #expect(
            choices
                == Choices.with {
                    $0.other = .place(
                        .with {
                            $0.x = 3
                            $0.label = "here"
                        })
                    $0.apart = "z"
                })
        let both = try make(Choices.self, body: #"{"place": {"y": 4}}"#, try texts(Choices.schema, "place.x", "3"))
        #expect(both.other == .place(.with { ($0.x, $0.y) = (3, 4) }))
        #expect(
            refusal(Choices.self, body: #"{"ratio": 1}"#, try texts(Choices.schema, "place.x", "3"))
                == "oneofConflict place.x")
        #expect(
            refusal(Choices.self, body: #"{"word": "w"}"#, try texts(Choices.schema, "count", "3"))
                == "oneofConflict count")
        #expect(try make(Choices.self, try texts(Choices.schema, "at", "2026-01-31T12:00:00Z")).choice != nil)
    }

    @Test func theBodyMayBeOneFieldAndItsErrorsAreItsOwn() throws {
        let optionals = try make(
            Optionals.self, body: #"{"x": 1}"#, field: "point", try texts(Optionals.schema, "text", "t"))
        #expect(optionals.point == Point.with { $0.x = 1 })
        #expect(optionals.text == "t")
        #expect(refusal(Optionals.self, body: #"{"x": "1"}"#, field: "point") == "wrongType x")
        #expect(refusal(Optionals.self, body: #"{"point": {}}"#, field: "point") == "unknownField point")
    }

    @Test func pathsAreFoundInEitherSpellingAndOnlyWhereTheyLead() throws {
        #expect(FieldPath("anInt32", in: Scalars.schema)?.name == "an_int32")
        #expect(FieldPath("place.label", in: Choices.schema)?.name == "place.label")
        for name in ["", ".", "place.", "place.z", "at.seconds", "apart.x", "nothing"] {
            #expect(FieldPath(name, in: Choices.schema) == nil, "\(name)")
        }
        #expect(FieldPath("points.x", in: Lists.schema) == nil)
        #expect(FieldPath("points.key", in: Maps.schema) == nil)
    }

    @Test func memoryIsBoundedThroughAllParts() throws {
        var options = JSONDecodingOptions.house
        options.limits.memory = 2_048
        let long = String(repeating: "x", count: 1_900)
        let parts = MessageParts(
            body: Array(#"{"a_string": "\#(long)"}"#.utf8), texts: [try texts(Scalars.schema, "some_bytes", long)])
        #expect(throws: JSONDecodingError.self) { _ = try Scalars.schema.bytes(from: parts, options: options) }
    }
}

@Suite struct MessageViewTests {
    @Test func fieldsAreWrittenOneByOneAsTheWholeWouldWriteThem() throws {
        for (schema, bytes, json) in [
            (Scalars.schema, Samples.scalars.encoded(), try Samples.scalars.json()),
            (Lists.schema, Samples.lists.encoded(), try Samples.lists.json()),
            (Choices.schema, Choices().encoded(), try Choices().json()),
        ] {
            let (whole, single) = try bytes.withUnsafeBytes { buffer in
                try schema.reading(buffer) { view in
                    var whole = JSONWriter()
                    try view.writeJSON(to: &whole)
                    var single = JSONWriter()
                    single.beginObject()
                    for field in schema.fields {
                        single.key(field.name)
                        try view.writeJSON(field, to: &single)
                    }
                    single.endObject()
                    return (whole.string, single.string)
                }
            }
            #expect(whole == json)
            #expect(single == json)
        }
    }

    @Test func plainValuesAreReadAndOthersAreNothing() throws {
        func field(_ name: String) throws -> FieldSchema { try #require(Scalars.schema.field(named: name)) }
        let (small, large, text) = (try field("an_int32"), try field("an_int64"), try field("a_string"))
        try Samples.scalars.encoded().withUnsafeBytes { buffer in
            try Scalars.schema.reading(buffer) { view in
                #expect(view.integer(small) == Int64(Int32.min))
                #expect(view.integer(large) == -9_007_199_254_740_991)
                #expect(view.integer(text) == 0)
                #expect(view.string(text) == "Grüße, 世界 👋")
                #expect(view.string(small).isEmpty)
            }
        }
    }

    @Test func bytesThatAreNoMessageAreRefused() {
        #expect(throws: DecodingError.self) {
            try [0xff as UInt8].withUnsafeBytes { try Scalars.schema.reading($0) { _ in } }
        }
    }
}
