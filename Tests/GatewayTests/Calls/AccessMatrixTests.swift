// Every route of the contract for every kind of caller over HTTP, through the real authentication and the real policy:
// the statuses are what the access table says, and a method that nobody has classified is open to nobody.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(3))) struct AccessMatrixTests {
    private enum Kind: CaseIterable {
        case nobody, wrongKey, wrongToken, user, userKey, keyWithoutScope, admin, adminKey
    }

    /// What the table promises a caller: 0 = may call.
    private static func expected(_ kind: Kind, _ rule: AccessRule) -> Int {
        switch kind {
        // Credentials that are given and wrong never count as none.
        case .wrongKey, .wrongToken: return 401
        case .nobody: return rule.access.contains(.public) ? 0 : 401
        default: break
        }
        if rule.access.contains(.public) { return 0 }
        let isAdmin = kind == .admin || kind == .adminKey
        guard rule.access.contains(.user) || (isAdmin && rule.access.contains(.admin)) else { return 403 }
        switch kind {
        case .user, .admin: return 0
        case .keyWithoutScope: return rule.scope == nil ? 0 : 403
        case .userKey:
            let scope = rule.scope.flatMap { ScopeSet(word: $0) }
            return scope.map { ScopeSet.ofUsers.isSuperset(of: $0) ? 0 : 403 } ?? 0
        default: return 0
        }
    }

    @Test func everyRouteAdmitsWhomTheTableAdmits() async throws {
        let methods = EveryMethod()
        methods.onWatch { _, responses, _ in try await responses.write(.with { $0.cursor = "c" }) }
        let house = try House { router, _ in methods.register(into: &router) }
        let calls = try #require(house.client(as: .http).transport as? InProcessTransport)
        let http = try await ScriptedGateway(methods, calls: calls)
        let user = try await house.user("ada")
        let admin = try await house.user("root", role: .admin)
        let credentials: [Kind: String] = [
            .wrongKey: "ApiKey " + APIKeyText.make(), .wrongToken: "Bearer a.b.c",
            .user: "Bearer " + (try await house.signIn(user).access),
            .userKey: "ApiKey " + (try await house.key(of: user, scopes: .ofUsers).secret),
            .admin: "Bearer " + (try await house.signIn(admin).access),
            .adminKey: "ApiKey " + (try await house.key(of: admin, scopes: .ofAdmins).secret),
        ]
        // A scope that is not the one asked for: two keys suffice for all methods.
        let webhooks = "ApiKey " + (try await house.key(of: user, scopes: .webhooksRead).secret)
        let messages = "ApiKey " + (try await house.key(of: user, scopes: .messagesRead).secret)

        var tried = 0
        for route in Routes.all {
            let rule = try #require(AccessTable.rules[route.method.path], "\(route.method.path) is not classified")
            let path =
                "/"
                + route.segments.map { if case .literal(let word) = $0 { word } else { "17" } }.joined(separator: "/")
            for kind in Kind.allCases {
                let other = rule.scope == "webhooks:read" ? messages : webhooks
                let given = kind == .keyWithoutScope ? other : credentials[kind]
                let answer = try await http(
                    route.verb, path, route.emptyBody,
                    headers: given.map { ["Authorization": $0] } ?? [:])
                let expected = Self.expected(kind, rule)
                let isRight = expected == 0 ? (200...201).contains(answer.status) : answer.status == expected
                #expect(isRight, "\(route.verb) \(path) by \(kind): \(answer.status), expected \(expected); \(answer)")
                tried += 1
            }
        }
        #expect(tried == Routes.all.count * Kind.allCases.count)
        await http.end()
    }

    @Test func aRequestThatCannotBeTranslatedIsLoggedAsAnyOther() async throws {
        let methods = EveryMethod()
        let house = try House { router, _ in methods.register(into: &router) }
        let calls = try #require(house.client(as: .http).transport as? InProcessTransport)
        let http = try await ScriptedGateway(methods, calls: calls)
        let secret = try await house.key(of: house.user("ada"), scopes: .ofUsers).secret
        let answer = try await http(
            "POST", "/api/v1/messages/send-text/", #"{"recipient": 1}"#,
            headers: ["X-API-Key": secret, "X-Request-Id": "r-7"])
        #expect(answer.code == "VALIDATION_ERROR")
        let record = try #require(house.calls.last)
        #expect(record.reason == "VALIDATION_ERROR")
        #expect(record.requestID == "r-7")
        #expect(record.method == MessagesMethods.sendText)
        #expect(record.peer.endpoint == "POST /api/v1/messages/send-text/")
        #expect(record.keyPrefix.isEmpty == false)
        await http.end()
    }

    @Test func aCallerOverHTTPIsNeverTheOperator() async throws {
        let methods = EveryMethod()
        let house = try House { router, _ in methods.register(into: &router) }
        let calls = try #require(house.client(as: .operator).transport as? InProcessTransport)
        let http = try await ScriptedGateway(methods, calls: calls)
        // The transport that the gateway was given is an operator's: the gateway's own peer counts.
        #expect(try await http("GET", "/api/v1/status/").status == 401)
        await http.end()
    }
}
