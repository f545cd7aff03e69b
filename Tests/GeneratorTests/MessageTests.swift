// What messages become: C whose strings have lengths, side tables, Swift values.

import Foundation
import Testing

private let all = messagesFile(
    """
    import "google/protobuf/timestamp.proto";
    // What is tested.
    //
    // At length.
    message Thing {
      // Its name.
      string name = 1;  // As given.
      bytes data = 2;
      repeated string tags = 3;
      map<string, Part> parts = 4;
      // One of two.
      oneof choice {
        // A word.
        string word = 5;
        Thing inner = 6;
      }
      optional string nick = 7;
      optional int32 age = 8;
      Colour colour = 9;
      google.protobuf.Timestamp made_at = 10;
      repeated int32 sizes = 11;
      repeated int32 loose = 12 [packed = false];
      bool default = 13;
      Thing child = 14;
      Other other = 15;
      map<int32, Colour> colours = 16;
      string odd = 17 [json_name = "ODD"];
    }
    message Part { int64 id = 1; }
    message Other { Thing thing = 1; repeated Thing things = 2; }
    enum Colour {
      option allow_alias = true;
      COLOUR_UNSPECIFIED = 0;
      COLOUR_DARK_RED = 1;
      COLOUR_CRIMSON = 1;
      COLOUR_IN = -2;
    }
    enum Plain { UNKNOWN = 0; KNOWN = 1; JSON = 2; INIT = 3; }
    """)

@Suite struct MessageTests {
    private let run: GeneratorRun

    init() throws {
        run = try GeneratorRun(all)
        try #require(run.status == 0, "\(run.complaint)")
    }

    @Test func everyStringInCHasItsLength() {
        let header = run.output["CThings/include/things.pb-c.h"] ?? ""
        #expect(header.contains("ProtobufCBinaryData name;"))
        #expect(header.contains("ProtobufCBinaryData *tags;"))
        #expect(header.contains("ProtobufCBinaryData word;"))
        #expect(header.contains("ProtobufCBinaryData nick;"))
        // The key of a map's entry.
        #expect(header.contains("ProtobufCBinaryData key;"))
        #expect(!header.contains("char *"))
    }

    @Test func theSideTableSaysWhatTheDescriptorForgets() {
        #expect(
            run.wrote(
                "CThings/things.schema.c",
                "{1, SB_KIND_STRING, 0, -1, \"name\", \"name\", NULL, NULL},",
                "{2, SB_KIND_BYTES, 0, -1, \"data\", \"data\", NULL, NULL},",
                "{4, SB_KIND_MESSAGE, SB_REPEATED | SB_MAP, -1, \"parts\", \"parts\", &things__thing__parts_entry__table, NULL},",
                "{5, SB_KIND_STRING, SB_ONEOF, 0, \"word\", \"word\", NULL, NULL},",
                "{7, SB_KIND_STRING, SB_OPTIONAL, 1, \"nick\", \"nick\", NULL, NULL},",
                "{9, SB_KIND_ENUM, 0, -1, \"colour\", \"colour\", NULL, &things__colour__enumeration},",
                "{10, SB_KIND_MESSAGE, 0, -1, \"made_at\", \"madeAt\", &google__protobuf__timestamp__table, NULL},",
                "{11, SB_KIND_INT32, SB_REPEATED | SB_PACKED, -1, \"sizes\", \"sizes\", NULL, NULL},",
                "{12, SB_KIND_INT32, SB_REPEATED, -1, \"loose\", \"loose\", NULL, NULL},",
                "{17, SB_KIND_STRING, 0, -1, \"odd\", \"ODD\", NULL, NULL},",
                "static const char *const things__thing__table_oneofs[] = {\"choice\", \"_nick\", \"_age\"};",
                ".is_map_entry = 1,"))
    }

    @Test func enumTablesRiseByNumberAndKnowTheirPrefix() {
        let table = run.output["CThings/things.schema.c"] ?? ""
        let numbers = [
            "{-2, \"COLOUR_IN\"}", "{0, \"COLOUR_UNSPECIFIED\"}", "{1, \"COLOUR_DARK_RED\"}", "{1, \"COLOUR_CRIMSON\"}",
        ]
        let places = numbers.compactMap { table.range(of: $0)?.lowerBound }
        #expect(places.count == 4)
        #expect(places == places.sorted())
        #expect(table.contains(".prefix = \"COLOUR_\","))
        #expect(table.contains(".prefix = \"\","))
    }

    @Test func theCCompilesWithoutAWarning() throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("c-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        for (name, content) in run.output where name.hasPrefix("CThings/") {
            let file = directory.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }
        let include = GeneratorRun.root.appendingPathComponent("Sources/CDescriptors/include").path
        for name in ["things.pb-c.c", "things.schema.c", "descriptor_set.c"] {
            let compiler = Process()
            compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            compiler.currentDirectoryURL = directory.appendingPathComponent("CThings")
            compiler.arguments = ["clang", "-fsyntax-only", "-Wall", "-Werror", "-I", "include", "-I", include, name]
            try compiler.run()
            compiler.waitUntilExit()
            #expect(compiler.terminationStatus == 0, "\(name)")
        }
    }

    @Test func messagesBecomeValuesWithTheirComments() {
        #expect(
            run.wrote(
                "Things/things.messages.swift",
                "/// What is tested.", "///", "/// At length.",
                "package struct Thing: ProtoMessage {",
                "/// Its name.", "/// As given.",
                "package var name: String = \"\"",
                "package var data: [UInt8] = []",
                "package var tags: [String] = []",
                "package var parts: [String: Part] = [:]",
                "package var choice: OneOfChoice?",
                "package var nick: String?",
                "package var age: Int32?",
                "package var colour: Colour = .init()",
                "package var madeAt: Timestamp?",
                "package var `default`: Bool = false",
                "package var colours: [Int32: Colour] = [:]",
                "case word(String)"))
    }

    @Test func whatCanContainItselfIsKeptOnTheHeap() {
        #expect(
            run.wrote(
                "Things/things.messages.swift",
                "@Indirect package var child: Thing?",
                "@Indirect package var other: Other?",
                "@Indirect package var thing: Thing?",
                "package indirect enum OneOfChoice: Sendable, Hashable {",
                // A list is on the heap anyway.
                "package var things: [Thing] = []"))
    }

    @Test func enumsLoseTheirPrefixAndKeepUnknownNumbers() {
        #expect(
            run.wrote(
                "Things/things.messages.swift",
                "case unspecified", "case darkRed", "case `in`", "case unrecognized(Int32)",
                "package static var crimson: Self { .darkRed }",
                "case -2: self = .`in`",
                "package enum Plain: ProtoEnum {", "case unknown", "case known",
                "case json", "case init_"))
    }

    @Test func conversionsGoFieldByField() {
        #expect(
            run.wrote(
                "Things/things.conversions.swift",
                "self.name = Unpacked.string(c.pointee.name)",
                "self.parts = Unpacked.map(c.pointee.n_parts, c.pointee.parts) { (Unpacked.string($0.pointee.key), Unpacked.message($0.pointee.value) ?? Part()) }",
                "case 6: self.choice = .inner(Unpacked.message(c.pointee.inner) ?? Thing())",
                "if c.pointee._nick_case.rawValue == 7 {",
                // protoc-gen-c quotes what C keeps for itself.
                "self.`default` = c.pointee.default_ != 0",
                "c.pointee.default_ = self.`default` ? 1 : 0",
                "(c.pointee.n_parts, c.pointee.parts) = arena.map(self.parts, things__thing__parts_entry__init) { entry, key, value in",
                "c.pointee.choice_case = .init(rawValue: 5)",
                "if let value = self.nick {"))
    }

    @Test func fieldsMayBeCalledAsTheCodeAroundThem() throws {
        let names = ["c", "pointer", "arena", "value", "entry", "key"]
        let fields = names.enumerated().map { "int32 \($0.element) = \($0.offset + 1);" }.joined()
        let run = try GeneratorRun(messagesFile("message M { \(fields) }"))
        for name in names {
            #expect(
                run.wrote(
                    "Things/things.conversions.swift",
                    "self.\(name) = c.pointee.\(name)", "c.pointee.\(name) = self.\(name)"))
        }
    }

    @Test func twoRunsGiveTheSameFiles() throws {
        let again = try GeneratorRun(all)
        #expect(again.output == run.output)
        #expect(again.output.count >= 9)
    }

    @Test func everyFileSaysWhereItComesFrom() {
        for (name, content) in run.output {
            let first = content.prefix { $0 != "\n" }
            #expect(first.hasPrefix("// Generated from "), "\(name)")
            #expect(first.hasSuffix(" by scripts/generate.sh. Do not edit."), "\(name)")
        }
    }
}
