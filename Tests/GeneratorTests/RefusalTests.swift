// What must not compile: a mistake in a .proto ends the run, with the file, the line and the method in the message.

import Foundation
import Testing

private let anybody = "option (switchboard.v1.rule) = {access: [ACCESS_PUBLIC]};"

@Suite struct RefusalTests {
    @Test func aMethodWithoutARuleIsRefusedAndItsLineIsNamed() throws {
        let run = try GeneratorRun(serviceFile("option (google.api.http) = {get: \"/things/{id}\"};"))
        #expect(run.status == 1)
        #expect(run.complaint.contains("things.proto:6: things.ThingsService/GetThing does not say who may call it"))
        #expect(run.output.isEmpty)
    }

    @Test(arguments: [
        ("scope: \"things:read\" access: [ACCESS_USER]", "the scope things:read is not known"),
        ("scope: \"messages:Read\" access: [ACCESS_USER]", "the scope messages:Read is not known"),
        ("scope: \"messages:read\"", "admits nobody"),
        ("access: [ACCESS_USER, ACCESS_UNSPECIFIED]", "access 0 is not known"),
    ])
    func aRuleThatMakesNoSenseIsRefused(rule: String, expected: String) throws {
        let run = try GeneratorRun(serviceFile("option (switchboard.v1.rule) = {\(rule)};"))
        #expect(run.status == 1)
        #expect(run.complaint.contains("things.proto:6: "))
        #expect(run.complaint.contains(expected), "\(run.complaint)")
    }

    @Test(arguments: [
        ("get: \"/things/{name}\"", "things.GetThingRequest has no field name"),
        ("get: \"/things/{part}\"", "part is a message"),
        ("get: \"/things/{part.size}\"", "things.Part has no field size"),
        ("get: \"/things/{id.size}\"", "id is no message"),
        ("get: \"/things/{tags}\"", "tags is repeated"),
        ("get: \"/things/{}\"", "a variable without a name"),
        ("get: \"/things/{id}/{id}\"", "a variable stands in it twice"),
        ("get: \"things\"", "a path begins with /"),
        ("get: \"/things//x\"", "cannot be read"),
        ("get: \"/things/\"", "segments are parted by one /"),
        ("get: \"/things/{id\"", "a { is never closed"),
        ("get: \"/**/things\"", "** can only come last"),
        ("get: \"/things:go\"", "cannot be read"),
        ("get: \"/things\" body: \"*\"", "a GET has no body"),
        ("delete: \"/things\" body: \"id\"", "a DELETE has no body"),
        ("post: \"/things\" body: \"size\"", "body: things.GetThingRequest has no field size"),
        ("post: \"/things\" response_body: \"size\"", "response_body: things.Thing has no field size"),
        ("body: \"*\"", "a route needs get, put, post"),
        ("get: \"/a\" additional_bindings {get: \"/b\" additional_bindings {get: \"/c\"}}", "within one another"),
        ("get: \"/a/{id}\" additional_bindings {get: \"/a/{part.name}\"}", "leads to things.ThingsService/GetThing"),
    ])
    func aRouteThatCannotWorkIsRefused(rule: String, expected: String) throws {
        let options = "\(anybody) option (google.api.http) = {\(rule)};"
        let run = try GeneratorRun(
            serviceFile(options, request: "int64 id = 1; Part part = 2; repeated string tags = 3;"))
        #expect(run.status == 1)
        #expect(run.complaint.contains("things.proto:6: things.ThingsService/GetThing: "), "\(run.complaint)")
        #expect(run.complaint.contains(expected), "\(run.complaint)")
    }

    @Test(arguments: [
        ("message String { int64 id = 1; }", "the name String has a meaning"),
        ("message Result {} message Router {}", "the name Router has a meaning"),
        ("message M { oneof fooBar { int64 a = 1; } int64 foo_bar = 2; }", "another is called so"),
        ("enum E { ZERO = 0; UNRECOGNIZED = 1; }", "`unrecognized` is for numbers"),
        ("message T {} message M { message T {} T inner = 1; things.T outer = 2; }", "M.T hides T"),
    ])
    func aNameThatSwiftCannotTakeIsRefused(declarations: String, expected: String) throws {
        let run = try GeneratorRun(messagesFile(declarations))
        #expect(run.status == 1)
        #expect(run.complaint.contains(expected), "\(run.complaint)")
    }

    @Test func twoFilesOfOneNameAreRefused() throws {
        let files = ["a.proto": file("a", "M"), "x/a.proto": file("x", "N")]
        let run = try GeneratorRun(files, generate: ["a.proto", "x/a.proto"])
        #expect(run.complaint.contains("x/a.proto: a file of that name is generated from a.proto already"))
    }

    @Test func twoMessagesOfOneNameAreRefused() throws {
        let files = ["a.proto": file("a", "M"), "x/b.proto": file("x", "M")]
        let run = try GeneratorRun(files, generate: ["a.proto", "x/b.proto"])
        #expect(run.complaint.contains("x/b.proto:3: x.M: a.M is called M in Swift already"), "\(run.complaint)")
        let node = try GeneratorRun(files, generate: ["a.proto", "x/b.proto"], parameters: "node=generated")
        #expect(node.complaint.contains("x.M: a.M is called M in contract.d.ts already"), "\(node.complaint)")
    }

    @Test func aTypeThatIsGeneratedNowhereIsRefused() throws {
        let main = "syntax = \"proto3\"; package a; import \"x/b.proto\"; message M { x.N n = 1; }"
        let run = try GeneratorRun(["a.proto": main, "x/b.proto": file("x", "N")])
        #expect(run.complaint.contains("a.proto:1: a.M.n: no Swift for x/b.proto"), "\(run.complaint)")
    }

    private func file(_ package: String, _ message: String) -> String {
        "syntax = \"proto3\";\npackage \(package);\nmessage \(message) {}\n"
    }

    @Test func proto2IsRefused() throws {
        let run = try GeneratorRun(["things.proto": "syntax = \"proto2\"; message M { required int32 a = 1; }"])
        #expect(run.status == 1)
        #expect(run.complaint.contains("only proto3 becomes Swift"), "\(run.complaint)")
    }

    @Test(arguments: ["nonsense", "colour=red", "access=private", "strings=short"])
    func aParameterThatIsNotKnownIsRefused(parameter: String) throws {
        let run = try GeneratorRun(messagesFile("message M {}"), parameters: parameter)
        #expect(run.status == 1)
        #expect(run.complaint.contains("parameter \(parameter)"), "\(run.complaint)")
    }
}
