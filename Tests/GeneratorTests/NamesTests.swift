// The pure parts: names in C and Swift, path templates, the wire.

import Testing

@testable import protoc_gen_switchboard

@Suite struct NamesTests {
    @Test(arguments: [
        ("switchboard.v1.Message", "Switchboard__V1__Message", "switchboard__v1__message"),
        ("switchboard.v1.QrCode", "Switchboard__V1__QrCode", "switchboard__v1__qr_code"),
        ("google.protobuf.UInt32Value", "Google__Protobuf__UInt32Value", "google__protobuf__uint32_value"),
        ("a.my_thing.X.PartsEntry", "A__MyThing__X__PartsEntry", "a__my_thing__x__parts_entry"),
    ])
    func cNamesAreThoseOfProtocGenC(name: String, type: String, lower: String) {
        #expect(CNames.type(name) == type)
        #expect(CNames.lower(name) == lower)
    }

    @Test(arguments: [
        ("created_at", "createdAt"), ("id", "id"), ("ID", "id"), ("FIELD_NAME", "fieldNAME"), ("SendText", "sendText"),
        ("in", "`in`"), ("init", "init_"), ("_nick", "nick"), ("a__b", "aB"), ("2nd", "_2nd"), ("oneOf", "oneOf"),
    ])
    func fieldsAreLowerCamelCase(name: String, expected: String) {
        #expect(SwiftNames.member(name) == expected)
    }

    @Test func aPathTemplateComesApart() throws {
        let path = try PathTemplate("/v1/{name=files/*}/parts/{part.id}/{rest=**}")
        #expect(
            path.segments == [.literal("v1"), .literal("files"), .any, .literal("parts"), .any, .rest])
        #expect(path.variables == ["name", "part.id", "rest"])
        #expect(path.bindings.map(\.range) == [1..<3, 4..<5, 5..<6])
    }

    @Test func theWireReaderStopsAtWhatItCannotRead() {
        #expect(WireReader.fields(of: [0x08, 0x96, 0x01]).map(\.value.numbers) == [[150]])
        #expect(WireReader.fields(of: [0x08]).isEmpty)
        #expect(WireReader.fields(of: [0x08] + Array(repeating: 0xff, count: 11)).isEmpty)
        #expect(WireReader.fields(of: [0x0a, 0x7f, 0x41]).map(\.value.text) == ["A"])
        #expect(WireReader.fields(of: [0x0b]).isEmpty)
    }
}
