// What is refused in JSON, with its reason and the path of the field.
import Codec
import TestContract
import Testing

@Suite struct HostileJSONTests {
    typealias Reason = JSONDecodingError.Reason

    private func refusal<M: ProtoMessage>(
        _ text: String, _: M.Type, _ options: JSONDecodingOptions = .house
    ) throws -> JSONDecodingError {
        try #require(throws: JSONDecodingError.self) { try M(json: text, options: options) }
    }

    @Test(arguments: [
        ("{\"an_int32\":\"5\"}", Reason.wrongType, "an_int32"),
        ("{\"an_int32\":true}", .wrongType, "an_int32"),
        ("{\"an_int32\":[]}", .wrongType, "an_int32"),
        ("{\"an_int32\":{}}", .wrongType, "an_int32"),
        ("{\"an_int32\":1.5}", .invalidValue, "an_int32"),
        ("{\"an_int32\":1e-1}", .invalidValue, "an_int32"),
        ("{\"an_int32\":2147483648}", .outOfRange, "an_int32"),
        ("{\"an_int32\":-2147483649}", .outOfRange, "an_int32"),
        ("{\"an_int32\":1e999999999999}", .outOfRange, "an_int32"),
        ("{\"a_uint32\":-1}", .outOfRange, "a_uint32"),
        ("{\"a_uint64\":-1}", .outOfRange, "a_uint64"),
        ("{\"a_double\":\"1\"}", .wrongType, "a_double"),
        ("{\"a_double\":1e999}", .outOfRange, "a_double"),
        ("{\"a_float\":1e39}", .outOfRange, "a_float"),
        ("{\"a_double\":NaN}", .syntax, "a_double"),
        ("{\"a_bool\":1}", .wrongType, "a_bool"),
        ("{\"a_bool\":\"true\"}", .wrongType, "a_bool"),
        ("{\"a_string\":1}", .wrongType, "a_string"),
        ("{\"a_string\":[\"a\"]}", .wrongType, "a_string"),
        ("{\"a_string\":\"\\u0000\"}", .embeddedNUL, "a_string"),
        ("{\"a_string\":\"\\ud800\"}", .invalidText, "a_string"),
        ("{\"some_bytes\":\"A\"}", .invalidValue, "some_bytes"),
        ("{\"some_bytes\":\"AA=\"}", .invalidValue, "some_bytes"),
        ("{\"some_bytes\":\"A===\"}", .invalidValue, "some_bytes"),
        ("{\"some_bytes\":\"A A=\"}", .invalidValue, "some_bytes"),
        ("{\"some_bytes\":\"Ä\"}", .invalidValue, "some_bytes"),
        ("{\"some_bytes\":[0]}", .wrongType, "some_bytes"),
        ("{\"colour\":1}", .wrongType, "colour"),
        ("{\"colour\":\"green\"}", .invalidValue, "colour"),
        ("{\"colour\":\"Red\"}", .invalidValue, "colour"),
        ("{\"colour\":\"\"}", .invalidValue, "colour"),
        ("{\"colour\":\"re\"}", .invalidValue, "colour"),
        ("{\"colour\":\"redd\"}", .invalidValue, "colour"),
        ("{\"nope\":1}", .unknownField, "nope"),
        ("{\"AnInt32\":1}", .unknownField, "AnInt32"),
        ("{\"an_int3\":1}", .unknownField, "an_int3"),
        ("{\"\":1}", .unknownField, ""),
        ("{\"<b>\":1}", .unknownField, "…"),
        ("{\"an_int32\":1,\"an_int32\":1}", .duplicateKey, "an_int32"),
        ("{\"an_int32\":1,\"anInt32\":1}", .duplicateKey, "an_int32"),
        ("{\"an_int32\":null,\"an_int32\":1}", .duplicateKey, "an_int32"),
        ("[]", .wrongType, ""), ("null", .wrongType, ""), ("1", .wrongType, ""), ("\"\"", .wrongType, ""),
        ("", .syntax, ""), ("{}{}", .syntax, ""), ("{\"an_int32\":}", .syntax, "an_int32"),
    ])
    func isRefused(_ text: String, _ reason: Reason, _ field: String) throws {
        let error = try refusal(text, Scalars.self)
        #expect(error.reason == reason)
        #expect(error.field == field)
        #expect(error.offset <= text.utf8.count)
    }

    @Test(arguments: [
        ("{\"messages\":[{},{},{\"recipient\":5}]}", Reason.wrongType, "messages[2].recipient"),
        ("{\"messages\":[{},null]}", .wrongType, "messages[1]"),
        ("{\"messages\":{}}", .wrongType, "messages"),
        ("{\"messages\":[{\"kind\":\"x\"}]}", .invalidValue, "messages[0].kind"),
        ("{\"messages\":[{\"nope\":1}]}", .unknownField, "messages[0].nope"),
        ("{\"messages\":[{}", .syntax, "messages"),
        ("{\"messages\":[{},{", .syntax, "messages[1]"),
        ("{\"first\":{\"sessionId\":\"1\"}}", .wrongType, "first.session_id"),
        ("{\"first\":5}", .wrongType, "first"),
        ("{\"by_name\":{\"a\":{\"recipient\":1}}}", .wrongType, "by_name[\"a\"].recipient"),
        ("{\"by_name\":{\"a\":null}}", .wrongType, "by_name[\"a\"]"),
        ("{\"by_name\":{\"a\":{},\"a\":{}}}", .duplicateKey, "by_name[\"a\"]"),
        ("{\"by_name\":{\"a b\":1}}", .wrongType, "by_name[…]"),
        ("{\"by_name\":[]}", .wrongType, "by_name"),
    ])
    func theErrorNamesThePathOfTheField(_ text: String, _ reason: Reason, _ field: String) throws {
        let error = try refusal(text, Outer.self)
        #expect(error.reason == reason)
        #expect(error.field == field)
    }

    @Test func twoMembersOfAOneofAreRefused() throws {
        let error = try refusal("{\"word\":\"a\",\"count\":1}", Choices.self)
        #expect(error.reason == .oneofConflict)
        #expect(error.field == "count")
    }

    @Test(arguments: [
        ("{\"points\":{\"a\":{}}}", Reason.invalidValue), ("{\"points\":{\"2147483648\":{}}}", .outOfRange),
        ("{\"points\":{\"01\":{}}}", .syntax), ("{\"points\":{\"+1\":{}}}", .invalidValue),
        ("{\"points\":{\"-0\":{}}}", .invalidValue), ("{\"points\":{\"\":{}}}", .invalidValue),
        ("{\"points\":{\"1.0\":{}}}", .invalidValue), ("{\"points\":{\"1e1\":{}}}", .invalidValue),
        ("{\"colours\":{\"yes\":\"red\"}}", .invalidValue), ("{\"ratios\":{\"-1\":1}}", .outOfRange),
        ("{\"ratios\":{\"18446744073709551616\":1}}", .outOfRange),
        ("{\"points\":{\"1\":{},\"\\u0031\":{}}}", .duplicateKey),
    ])
    func keysOfTheWrongKindAreRefused(_ text: String, _ reason: Reason) throws {
        let error = try refusal(text, Maps.self)
        // A leading zero is no number at all to JSON, hence no key.
        #expect(error.reason == (reason == .syntax ? .invalidValue : reason))
        #expect(error.field.hasSuffix("]"))
    }

    @Test func theLimitsOfBytesHoldForJSON() throws {
        func tree(_ depth: Int) -> String {
            String(repeating: "{\"left\":", count: depth) + "{}" + String(repeating: "}", count: depth)
        }
        #expect(throws: Never.self) { try Tree(json: tree(32)) }
        #expect(try refusal(tree(33), Tree.self).reason == .tooDeep)
        func strings(_ count: Int) -> String {
            "{\"strings\":[" + Array(repeating: "\"\"", count: count).joined(separator: ",") + "]}"
        }
        #expect(throws: Never.self) { try Lists(json: strings(10_000)) }
        let many = try refusal(strings(10_001), Lists.self)
        #expect(many.reason == .tooManyFields)
        var options = JSONDecodingOptions.house
        options.limits.memory = 10_000
        let large = try refusal("{\"a_string\":\"\(String(repeating: "a", count: 10_000))\"}", Scalars.self, options)
        #expect(large.reason == .tooLarge)
    }

    @Test func unknownFieldsCanBeIgnored() throws {
        var options = JSONDecodingOptions.house
        options.ignoresUnknownFields = true
        let text = "{\"nope\":{\"a\":[1,{\"b\":null}]},\"x\":5,\"other\":\"s\"}"
        #expect(try Point(json: text, options: options).x == 5)
        #expect(try refusal("{\"nope\":{\"a\":[1,}}", Point.self, options).reason == .syntax)
    }
}
