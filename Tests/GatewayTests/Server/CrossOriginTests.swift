// Pages of other origins: who may call, what a preflight says, and that nobody may where nothing is configured. Beside it,
// what every answer tells browsers.
import Contract
import RPC
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct CrossOriginTests {
    private static let page = "https://app.example.org"

    private func gateway(_ origins: [String]) async throws -> ScriptedGateway {
        try await ScriptedGateway(crossOrigin: try #require(CrossOrigin(origins)))
    }

    private func preflight(_ origin: String = page, _ verb: String = "PATCH") -> [String: String] {
        ["Origin": origin, "Access-Control-Request-Method": verb, "Access-Control-Request-Headers": "authorization"]
    }

    @Test func aKnownPageMayCallAndReadWhatItNeeds() async throws {
        let http = try await gateway([Self.page, "http://localhost:5173"])
        for origin in [Self.page, "http://localhost:5173"] {
            let answer = try await http("GET", "/api/v1/users/1/", headers: ["Origin": origin])
            #expect(answer.status == 200)
            #expect(answer.headers["access-control-allow-origin"] == origin)
            #expect(answer.headers["access-control-expose-headers"]?.contains("ETag") == true)
            #expect(answer.headers["access-control-allow-credentials"] == nil)
            #expect(answer.headers["vary"]?.contains("Origin") == true)
        }
        // It may read what went wrong, too.
        let wrong = try await http("GET", "/api/v1/nothing/", headers: ["Origin": Self.page])
        #expect(wrong.status == 404)
        #expect(wrong.headers["access-control-allow-origin"] == Self.page)
        await http.end()
    }

    @Test func aPreflightSaysWhatThePathTakes() async throws {
        let http = try await gateway([Self.page])
        let answer = try await http("OPTIONS", "/api/v1/users/1/", headers: preflight())
        #expect(answer.status == 204, "\(answer)")
        #expect(answer.headers["access-control-allow-origin"] == Self.page)
        #expect(answer.headers["access-control-allow-methods"] == "DELETE, GET, HEAD, OPTIONS, PATCH, PUT")
        let allowed = answer.headers["access-control-allow-headers"] ?? ""
        for name in ["Authorization", "Content-Type", "X-API-Key", "Idempotency-Key", "If-Match"] {
            #expect(allowed.contains(name), "\(name)")
        }
        #expect(answer.headers["access-control-max-age"] != nil)
        #expect(http.methods.callCount == 0)
        let unknown = try await http("OPTIONS", "/api/v1/nothing/", headers: preflight())
        #expect(unknown.headers["access-control-allow-methods"] == nil)
        await http.end()
    }

    @Test(arguments: [
        "https://evil.example", "https://app.example.org.evil.example", "http://app.example.org", "null", "",
    ])
    func othersAreToldNothing(origin: String) async throws {
        let http = try await gateway([Self.page])
        for answer in [
            try await http("OPTIONS", "/api/v1/users/1/", headers: preflight(origin)),
            try await http("GET", "/api/v1/users/1/", headers: ["Origin": origin]),
        ] {
            #expect(!answer.headers.keys.contains { $0.hasPrefix("access-control") }, "\(answer)")
            #expect(answer.headers["vary"]?.contains("Origin") == true)
        }
        await http.end()
    }

    @Test func withoutAConfigurationThereAreNone() async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("OPTIONS", "/api/v1/users/1/", headers: preflight())
        #expect(answer.status == 204)
        #expect(answer.headers["allow"] != nil)
        #expect(!answer.headers.keys.contains { $0.hasPrefix("access-control") })
        #expect(answer.headers["vary"] == nil)
        await http.end()
    }

    @Test(arguments: [
        ("https://app.example.org", true), ("http://localhost:5173", true), ("http://127.0.0.1:8080", true),
        ("http://[::1]:3000", true), ("http://[::1]", true), ("*", false), ("null", false), ("", false),
        ("https://app.example.org/", false), ("https://app.example.org/a", false), ("https://App.example.org", false),
        ("app.example.org", false), ("https://", false), ("https://a:443", false), ("http://a:80", false),
        ("https://a:", false), ("https://a:0", false), ("https://a:99999", false), ("https://:1", false),
        ("ftp://a", false), ("https://a b", false), ("https://u@a", false),
    ])
    func anOriginIsSpelledAsBrowsersDo(word: String, isOne: Bool) {
        #expect((CrossOrigin([word]) != nil) == isOne)
    }

    @Test func everyAnswerTellsBrowsersToRunNothing() async throws {
        let http = try await ScriptedGateway()
        for (verb, path) in [
            ("GET", "/api/v1/users/1/"), ("GET", "/nothing"), ("TRACE", "/api/v1/users/1/"), ("GET", "/health/live"),
            ("OPTIONS", "/api/v1/users/"), ("GET", "/api/v1/users/%zz"),
        ] {
            let answer = try await http(verb, path)
            #expect(answer.headers["x-content-type-options"] == "nosniff", "\(verb) \(path)")
            #expect(answer.headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'")
            #expect(answer.headers["x-frame-options"] == "DENY")
            #expect(answer.headers["referrer-policy"] == "no-referrer")
            #expect(answer.headers["cross-origin-resource-policy"] == "same-origin")
        }
        await http.end()
    }
}
