// /metrics and the readiness page: for this machine and for admins.
import Contract
import RPC
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
}
