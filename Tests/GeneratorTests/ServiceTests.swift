// What services become: protocols, registrations, clients, access, routes, the descriptor set and Node's tables.

import Foundation
import Testing

private let services = [
    "things.proto": """
    syntax = "proto3";
    package things;
    import "google/api/annotations.proto";
    import "switchboard/v1/options.proto";
    // Things, one by one.
    service ThingsService {
      // Gets one.
      rpc GetThing(GetThingRequest) returns (Thing) {
        option (switchboard.v1.rule) = {
          access: [ACCESS_USER, ACCESS_ADMIN] scope: "messages:read" idempotent: true success: "Say \\"yes\\"."
        };
        option (google.api.http) = {
          get: "/things/{id}"
          additional_bindings {post: "/things:get" body: "*"}
        };
      }
      rpc PutThings(stream Thing) returns (GetThingRequest) {
        option (switchboard.v1.rule) = {access: [ACCESS_PUBLIC]};
      }
      rpc WatchThings(GetThingRequest) returns (stream Thing) {
        option (switchboard.v1.rule) = {access: [ACCESS_BRIDGE]};
      }
      rpc Talk(stream Thing) returns (stream Thing) {
        option (switchboard.v1.rule) = {access: [ACCESS_BRIDGE]};
      }
    }
    message GetThingRequest { int64 id = 1; }
    message Thing {
      // Which one.
      int64 thing_id = 1;
      optional string nick = 2;
      oneof kind { string text = 3; Size size = 4; }
      map<string, int64> counts = 5;
      repeated Size sizes = 6;
    }
    enum Size { SIZE_UNSPECIFIED = 0; SIZE_LARGE = 1; }
    """.replacing("/things:get", with: "/things/get")
]

@Suite struct ServiceTests {
    @Test func eachKindOfCallHasItsShape() throws {
        let run = try GeneratorRun(services)
        try #require(run.status == 0, "\(run.complaint)")
        #expect(
            run.wrote(
                "Things/things.service.swift",
                "package static let getThing = Method(service: \"things.ThingsService\", name: \"GetThing\", kind: .unary)",
                "package static let all = [getThing, putThings, watchThings, talk]",
                "/// Things, one by one.",
                "/// Gets one.",
                "func getThing(_ request: GetThingRequest, context: CallContext) async throws -> Thing",
                "func putThings(_ requests: RequestStream<Thing>, context: CallContext) async throws -> GetThingRequest",
                "func watchThings(_ request: GetThingRequest, responses: ResponseWriter<Thing>, context: CallContext) async throws",
                "func talk(_ requests: RequestStream<Thing>, responses: ResponseWriter<Thing>, context: CallContext) async throws",
                "package mutating func register(_ service: some ThingsServiceProtocol) {",
                "package func putThings(options: CallOptions = .init()) async throws -> ClientStreamingCall<Thing, GetThingRequest> {",
                "package func talk(options: CallOptions = .init()) async throws -> BidirectionalCall<Thing, Thing> {"))
    }

    @Test func theAccessTableHasEveryMethod() throws {
        let run = try GeneratorRun(services)
        #expect(
            run.wrote(
                "Things/AccessTable.generated.swift",
                "\"things.ThingsService/GetThing\": AccessRule(",
                "access: [.user, .admin], scope: \"messages:read\",",
                "idempotent: true, success: \"Say \\\"yes\\\".\"",
                "\"things.ThingsService/PutThings\": AccessRule(",
                "access: [.`public`], scope: nil,",
                "\"things.ThingsService/WatchThings\": AccessRule(",
                "\"things.ThingsService/Talk\": AccessRule("))
    }

    @Test func routesKeepTheirPartsAndAdditionalBindings() throws {
        let run = try GeneratorRun(services)
        #expect(
            run.wrote(
                "Things/Routes.generated.swift",
                "method: ThingsMethods.getThing, verb: \"GET\", template: \"/things/{id}\",",
                "segments: [.literal(\"things\"), .any],",
                "variables: [.init(field: \"id\", segments: 1..<2)],",
                "body: \"\", responseBody: \"\"),",
                "method: ThingsMethods.getThing, verb: \"POST\", template: \"/things/get\",",
                "body: \"*\", responseBody: \"\"),"))
    }

    @Test func theDescriptorSetKeepsOurCommentsAndNobodyElses() throws {
        let run = try GeneratorRun(services)
        let bytes = (run.output["CThings/descriptor_set.c"] ?? "").replacing("\"\n    \"", with: "")
        #expect(bytes.contains("Which one."))
        #expect(bytes.contains("google/protobuf/descriptor.proto"))
        // Its first comment.
        #expect(!bytes.contains("The protocol compiler can output"))
    }

    @Test func nodeGetsTablesAndTypes() throws {
        let run = try GeneratorRun(services, parameters: "node=generated")
        try #require(run.status == 0, "\(run.complaint)")
        #expect(
            run.wrote(
                "generated/contract.js",
                "{ no: 1, name: 'thingId', kind: 'int64' },",
                "{ no: 2, name: 'nick', kind: 'string', oneof: '_nick' },",
                "{ no: 4, name: 'size', kind: 'enum', type: 'things.Size', oneof: 'kind' },",
                "{ no: 5, name: 'counts', kind: 'map', map: { key: 'string', value: { kind: 'int64' } } },",
                "{ no: 6, name: 'sizes', kind: 'enum', type: 'things.Size', repeated: true, packed: true },",
                "SIZE_LARGE: 1,", "PutThings: {", "clientStreaming: true,"))
        #expect(
            run.wrote(
                "generated/contract.d.ts",
                "export interface Thing {", "/** Which one. */", "thingId: number;", "nick?: string;", "size?: Size;",
                "counts: { [key: string]: number };", "sizes: Size[];", "| 'SIZE_LARGE'",
                "'things.ThingsService': {", "request: GetThingRequest;"))
        #expect(run.output.count == 2)
    }

    @Test func reasonsCarryTheirStatus() throws {
        let run = try GeneratorRun(
            messagesFile(
                """
                import "switchboard/v1/options.proto";
                enum Why {
                  WHY_UNSPECIFIED = 0;
                  WHY_NOT_FOUND = 1 [(switchboard.v1.error) = {code: 5 http: 404}];
                }
                """))
        #expect(
            run.wrote(
                "Things/Reasons.generated.swift",
                "case .notFound: \"NOT_FOUND\"", "case .notFound: StatusCode(rawValue: 5)", "case .notFound: 404",
                "case \"NOT_FOUND\": self = .notFound"))
        let wrong = try GeneratorRun(
            messagesFile(
                """
                import "switchboard/v1/options.proto";
                enum Why { WHY_UNSPECIFIED = 0; WHY_ODD = 1 [(switchboard.v1.error) = {code: 5 http: 200}]; }
                """))
        #expect(wrong.complaint.contains("WHY_ODD: code 1 to 16 and http 400 to 599 are expected"))
    }
}
