// What a call's entry in the log says of its HTTP status is what the gateway answered: the rule stands in two rooms that
// know nothing of each other, and this holds them together.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Gateway
@testable import Services

@Suite struct LoggedStatusTests {
    private func logged(
        _ method: RPC.Method, _ code: StatusCode = .ok, _ reason: String = "", endpoint: String = ""
    ) -> Int? {
        let call = CallRecord(
            method: method, peer: Peer(transport: .http, endpoint: endpoint), caller: "", userID: nil, keyPrefix: "",
            requestID: "r",
            code: code, reason: reason, cause: nil, duration: .zero)
        return ApiLogRecord(call, at: FakeClock().now()).map { Int($0.httpStatus) }
    }

    @Test func everyRouteThatGoesWellIsLoggedAsItIsAnswered() throws {
        var seen: Set<Int> = []
        for route in Routes.all {
            let status = try CallRoute(route).status
            #expect(logged(route.method) == status, "\(route.method.path)")
            seen.insert(status)
        }
        #expect(seen == [200, 201])
    }

    @Test func whatIsCalledByItsNameIsLoggedAsItIsAnswered() throws {
        // Health checks are not kept.
        for route in MethodRoutes.all where route.method.service != "grpc.health.v1.Health" {
            let compiled = try CallRoute(route, dialect: .canonical)
            #expect(logged(route.method, endpoint: "POST " + route.template) == compiled.status, "\(route.template)")
        }
    }

    @Test func everyReasonIsLoggedAsItIsAnswered() {
        let reasons = (1...1_000).map { Reason(rawValue: Int32($0)) }.prefix { $0.word != "" }
        #expect(!reasons.isEmpty)
        for reason in reasons {
            let answered = HTTPStatus.of(RPCError(reason.code, reason: reason.word))
            #expect(logged(MessagesMethods.sendText, reason.code, reason.word) == answered, "\(reason.word)")
        }
    }

    @Test(arguments: 1...17) func whatHasNoReasonIsLoggedAsItIsAnswered(code: Int) {
        let code = StatusCode(rawValue: Int32(code))
        for reason in ["", "SOMETHING_NEW"] {
            #expect(logged(UsersMethods.getUser, code, reason) == HTTPStatus.of(RPCError(code, reason: reason)))
        }
    }
}
