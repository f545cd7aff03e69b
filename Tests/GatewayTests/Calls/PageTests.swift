// /metrics and the readiness page: for this machine and for admins.
import Contract
import RPC
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct GatewayPageTests {
    @Test func metricsAreForThisMachineAndAdmins() async throws {
        let http = try await ScriptedGateway(metrics: { "up 1\n" })
        http.methods.answer(SystemMethods.getStatus) { context in
            guard context.metadata["authorization"] == "Bearer admin" else {
                throw RPCError.refusal(.permissionDenied, "No.")
            }
            return nil
        }
        let here = try await http("GET", "/metrics")
        #expect(here.status == 200)
        #expect(here.body == "up 1\n")
        #expect(here.headers["content-type"] == "text/plain; version=0.0.4; charset=utf-8")
        // What a proxy passes on comes from elsewhere.
        let unfit = try await http("GET", "/metrics", headers: ["Authorization": "Bearer user"])
        #expect(unfit.status == 403, "credentials that are given count, also on this machine")
        let there = try await http("GET", "/metrics", headers: ["X-Forwarded-For": "192.0.2.1"])
        #expect(there.status == 403)
        #expect(!there.body.contains("up 1"))
        let user = try await http(
            "GET", "/metrics", headers: ["X-Forwarded-For": "192.0.2.1", "Authorization": "Bearer user"])
        #expect(user.status == 403)
        let admin = try await http(
            "GET", "/metrics/", headers: ["X-Forwarded-For": "192.0.2.1", "Authorization": "Bearer admin"])
        #expect(admin.status == 200)
        #expect(try await http("POST", "/metrics", "{}").status == 405)
        await http.end()
    }

    @Test func pagesHaveTheirLineInTheLogAndProbesDoNot() async throws {
        let lines = LogLines()
        let http = try await ScriptedGateway(logger: lines.logger, metrics: { "up 1\n" })
        http.methods.answer(SystemMethods.getStatus) { _ in throw RPCError.refusal(.permissionDenied, "No.") }
        for path in ["/health/live", "/metrics?x=1"] { _ = try await http("GET", path) }
        _ = try await http("GET", "/metrics", headers: ["X-Forwarded-For": "192.0.2.1", "X-Request-Id": "r1"])
        _ = try await http("OPTIONS", "/api/v1/users/")
        let told = lines.all.filter { $0.message == "page" }
        #expect(told.map { $0.fields["route"] } == ["GET /metrics", "GET /metrics", "OPTIONS /api/v1/users/"])
        #expect(told.map { $0.fields["http_status"] } == ["200", "403", "204"])
        #expect(told.allSatisfy { $0.fields["request_id"]?.isEmpty == false && $0.fields["ms"] != nil })
        #expect(told[1].fields["request_id"] == "r1")
        await http.end()
    }

    @Test func theDocumentOfAllRoutesIsThereAndKnownByItsTag() async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("GET", "/api/schema/")
        #expect(answer.status == 200 && answer.headers["content-type"] == "application/json")
        #expect(answer.json["openapi"].string == "3.1.0")
        let paths = answer.json["paths"]
        for route in Routes.all where !route.method.kind.clientStreams {
            let operations = paths[route.template + "/"]
            #expect(operations.keys.contains(route.verb.lowercased()), "\(route.verb) \(route.template)")
        }
        for path in ["/api/v1/media/", "/api/v1/media/{id}/content/", "/health/live/"] {
            #expect(paths.keys.contains(path))
        }
        let tag = try #require(answer.headers["etag"])
        let again = try await http("GET", "/api/schema", headers: ["If-None-Match": tag])
        #expect(again.status == 304 && again.body.isEmpty && again.headers["etag"] == tag)
        #expect(try await http("GET", "/api/schema", headers: ["If-None-Match": "\"x\""]).status == 200)
        await http.end()
    }
}
