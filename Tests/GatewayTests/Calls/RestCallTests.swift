// Whole requests over a socket: what reaches the router, and what comes back.
import Codec
import Contract
import NIOCore
import RPC
import Synchronization
import Testing

@testable import Gateway

/// Admits whoever has credentials, and notes how calls ended.
private final class OutcomeLog: ServerInterceptor {
    private let reasons = Mutex<[String]>([])

    /// What was noted since the last time.
    func take() -> [String] {
        reasons.withLock { reasons in
            defer { reasons = [] }
            return reasons
        }
    }

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        do {
            if context.metadata["authorization"] == nil { throw RPCError.refusal(.notAuthenticated, "No.") }
            try await next()
        } catch let error as RPCError {
            reasons.withLock { $0.append(error.reason) }
            throw error
        }
    }
}

@Suite(.timeLimit(.minutes(2))) struct RestCallTests {
    @Test func aSendIsAnsweredWithItsEnvelope() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(MessagesMethods.sendText) { context in
            context.responseMetadata = [
                "ratelimit-limit": "30", "ratelimit-remaining": "29", "ratelimit-reset": "2",
                "pacing-profile": "careful", "pacing-next-send": "4", "pacing-cold-remaining": "19",
            ]
            return Message.with { $0.id = 4 }
        }
        let answer = try await http(
            "POST", "/api/v1/messages/send-text/", #"{"recipient": "+4915112345678", "message": "Hello"}"#,
            headers: ["X-Request-Id": "mine-1", "Idempotency-Key": "k1", "Authorization": "ApiKey secret"])
        #expect(answer.status == 201, "\(answer)")
        #expect(answer.json["success"] == .bool(true))
        #expect(answer.json["message"].string == "Message queued successfully.")
        #expect(answer.data["id"].integer == 4)
        #expect(answer.headers["x-request-id"] == "mine-1")
        #expect(answer.headers["x-content-type-options"] == "nosniff")
        #expect(answer.headers["content-type"] == "application/json")
        #expect(answer.headers["ratelimit-limit"] == "30")
        #expect(answer.headers["ratelimit-remaining"] == "29")
        #expect(answer.headers["ratelimit-reset"] == "2")
        #expect(answer.headers["pacing-profile"] == "careful")
        #expect(answer.headers["pacing-next-send"] == "4")
        #expect(answer.headers["pacing-cold-remaining"] == "19")
        let context = try #require(http.methods.context)
        #expect(context.requestID == "mine-1")
        #expect(context.metadata["authorization"] == "ApiKey secret")
        #expect(context.metadata["idempotency-key"] == "k1")
        #expect(context.peer.transport == .http)
        #expect(context.peer.uid == nil)
        #expect(context.peer.listener == "http")
        #expect(context.peer.address.hasPrefix("127.0.0.1:"))
        #expect(context.peer.endpoint == "POST /api/v1/messages/send-text/")
        #expect(context.peer.route == "POST /api/v1/messages/send-text")
        #expect(!context.deadline.isNever)
        await http.end()
    }

    /// The response used to wake its reader before the call counted as over, and what came beside it was lost.
    @Test func whatIsLeftOfALimitIsToldAlsoWhereTheHandlerHadToWait() async throws {
        let methods = EveryMethod()
        methods.answer(UsersMethods.getUser) { context in
            context.responseMetadata = ["ratelimit-limit": "30"]
            for _ in 0..<10 { await Task.yield() }
            return nil
        }
        let calls = InProcessTransport(router: .scripted(methods))
        for _ in 0..<500 {
            let call = try await calls.open(CallHead(method: UsersMethods.getUser), payload: .init())
            _ = try await call.receive()
            #expect(call.responseMetadata["ratelimit-limit"] == "30")
        }
    }

    @Test func theQueryIsNotPartOfTheEndpointThatIsLogged() async throws {
        let http = try await ScriptedGateway()
        _ = try await http("GET", "/api/v1/messages/?recipient=%2B4915112345678")
        #expect(http.methods.context?.peer.endpoint == "GET /api/v1/messages/")
        await http.end()
    }

    @Test func aRefusalIsAnsweredWithItsRowAndItsHeaders() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(MessagesMethods.sendText) { context in
            context.responseMetadata = ["ratelimit-limit": "30", "ratelimit-remaining": "0", "ratelimit-reset": "9"]
            throw RPCError(
                .resourceExhausted, reason: "RATE_LIMITED", message: "Slow down.", retryAfter: .milliseconds(8_100))
        }
        let answer = try await http("POST", "/api/v1/messages/send-text", "{}")
        #expect(answer.status == 429, "\(answer)")
        #expect(answer.code == "RATE_LIMITED")
        #expect(answer.headers["retry-after"] == "9")
        #expect(answer.json["retry_after_ms"].integer == 8_100)
        #expect(answer.headers["ratelimit-remaining"] == "0")
        let id = answer.json["request_id"].string
        #expect(!id.isEmpty)
        #expect(answer.headers["x-request-id"] == id)
        #expect(http.methods.context?.requestID == id)
        await http.end()
    }

    @Test func credentialsThatAreMissingAreAskedFor() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(AuthMethods.getMe) { _ in throw RPCError.refusal(.notAuthenticated, "Who are you?") }
        let answer = try await http("GET", "/api/v1/auth/me/")
        #expect(answer.status == 401)
        #expect(answer.headers["www-authenticate"]?.contains("Bearer") == true)
        #expect(answer.headers["www-authenticate"]?.contains("ApiKey") == true)
        await http.end()
    }

    @Test func anAPIKeyMayStandInAHeaderOfItsOwnButNotBesideOthers() async throws {
        let http = try await ScriptedGateway()
        #expect(try await http("GET", "/api/v1/auth/me", headers: ["X-API-Key": "sbk_x"]).status == 200)
        #expect(http.methods.context?.metadata["authorization"] == "ApiKey sbk_x")
        let both = try await http(
            "GET", "/api/v1/auth/me", headers: ["X-API-Key": "sbk_x", "Authorization": "Bearer y"])
        #expect(both.status == 400)
        #expect(both.code == "MALFORMED_REQUEST")
        let twice = try await http(
            "GET", "/api/v1/auth/me", headers: ["Authorization": "Bearer x\r\nAuthorization: Bearer y"])
        #expect(twice.status == 400)
        #expect(http.methods.callCount == 1)
        await http.end()
    }

    @Test(arguments: ["application/json", "application/json; charset=utf-8", "Application/JSON;charset=\"UTF-8\""])
    func bodiesAreJSON(type: String) async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("POST", "/api/v1/auth/login/", #"{"username": "ada"}"#, type: type)
        #expect(answer.status == 200, "\(answer)")
        #expect(http.methods.request(AuthMethods.login)?.contains(#""username":"ada""#) == true)
        await http.end()
    }

    @Test(arguments: [
        "application/x-www-form-urlencoded", "text/plain", "application/json; charset=latin1", "multipart/form-data",
        "application/jsonx",
    ])
    func otherBodiesAreRefused(type: String) async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("POST", "/api/v1/auth/login/", "username=ada", type: type)
        #expect(answer.status == 415, "\(answer)")
        #expect(answer.code == "UNSUPPORTED_MEDIA_TYPE")
        let packed = try await http("POST", "/api/v1/auth/login/", "{}", headers: ["Content-Encoding": "gzip"])
        #expect(packed.status == 415)
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func aBodyOfOneMebibyteIsTakenAndOneMoreByteIsNot() async throws {
        let http = try await ScriptedGateway()
        func body(_ size: Int) -> String {
            let frame = #"{"message": ""}"#
            return #"{"message": ""# + String(repeating: "x", count: size - frame.utf8.count) + #""}"#
        }
        #expect(try await http("POST", "/api/v1/messages/send-text", body(1 << 20)).status == 201)
        let more = try await http("POST", "/api/v1/messages/send-text", body(1 << 20 + 1))
        #expect(more.status == 413)
        #expect(more.code == "PAYLOAD_TOO_LARGE")
        let connection = try RawConnection(to: http.server.endpoints[0])
        try connection.send(
            "POST /api/v1/messages/send-text HTTP/1.1\r\nHost: x\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                + "100001\r\n" + String(repeating: " ", count: 0x100001) + "\r\n0\r\n\r\n")
        #expect(HTTPAnswer(try await connection.receive())?.status == 413)
        #expect(http.methods.callCount == 1)
        await http.end()
    }

    @Test func pathsAndVerbsThatAreNotThereAreToldInTheEnvelope() async throws {
        let http = try await ScriptedGateway()
        let path = try await http("GET", "/api/v1/nothing/", headers: ["X-Request-Id": "r"])
        #expect(path.status == 404)
        #expect(path.code == "UNKNOWN_METHOD")
        #expect(path.headers["x-request-id"] == "r")
        let verb = try await http("DELETE", "/api/v1/messages/list/")
        #expect(verb.status == 405)
        #expect(verb.code == "METHOD_NOT_ALLOWED")
        #expect(verb.headers["allow"] == "GET, HEAD, OPTIONS")
        let options = try await http("OPTIONS", "/api/v1/users/")
        #expect(options.status == 204)
        #expect(options.headers["allow"] == "GET, HEAD, OPTIONS, POST")
        #expect(options.body.isEmpty)
        #expect(try await http("GET", "/api/%zz").status == 400)
        let id = try await http("GET", "/api/v1/users/ada/")
        #expect(id.status == 404)
        #expect(id.code == "NOT_FOUND")
        await http.end()
    }

    @Test func headIsGetWithoutItsBody() async throws {
        let http = try await ScriptedGateway()
        let get = try await http("GET", "/api/v1/users/1/")
        let head = try await http("HEAD", "/api/v1/users/1/")
        #expect(head.status == 200)
        #expect(head.body.isEmpty)
        #expect(head.headers["content-length"] == get.headers["content-length"])
        #expect(Int(head.headers["content-length"] ?? "") == get.body.utf8.count)
        await http.end()
    }

    @Test func whoMayNotCallLearnsNothingOfTheirRequest() async throws {
        struct Refusing: ServerInterceptor {
            func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
                if context.metadata["authorization"] == nil { throw RPCError.refusal(.notAuthenticated, "No.") }
                try await next()
            }
        }
        let http = try await ScriptedGateway(interceptors: [Refusing()])
        for (path, body) in [
            ("/api/v1/messages/send-text", "{"), ("/api/v1/messages/send-text?x=1", "{}"),
            ("/api/v1/users/ada/activate", "{}"),
        ] {
            #expect(try await http("POST", path, body).code == "NOT_AUTHENTICATED")
            #expect(try await http("POST", path, body, headers: ["Authorization": "Bearer x"]).status != 401)
        }
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    /// Some of these used to be refused before there was a call: to anybody, and without a line in the log.
    @Test func bodiesAndFormatsThatAreNotTakenAreRefusedToThoseWhoMayCallAndLogged() async throws {
        let log = OutcomeLog()
        let http = try await ScriptedGateway(interceptors: [log])
        let known = ["Authorization": "Bearer x"]
        for (verb, path, body, extra, code) in [
            ("POST", "/api/v1/messages/send-text", "x=1", ["Content-Encoding": "gzip"], "UNSUPPORTED_MEDIA_TYPE"),
            ("POST", "/api/v1/messages/send-text", "", ["Content-Length": "1048577"], "PAYLOAD_TOO_LARGE"),
            ("GET", "/api/v1/sessions/1/qr/?format=gif", nil, [:], "VALIDATION_ERROR"),
            ("GET", "/api/v1/events/", "{}", [:], "MALFORMED_REQUEST"),
        ] as [(String, String, String?, [String: String], String)] {
            #expect(try await http(verb, path, body, headers: extra).code == "NOT_AUTHENTICATED", "\(path)")
            let answer = try await http(verb, path, body, headers: extra.merging(known) { $1 })
            #expect(answer.code == code, "\(path)")
            #expect(log.take() == ["NOT_AUTHENTICATED", code], "\(path)")
        }
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func errorsAreNamedInTheWordsOfTheBody() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(UsersMethods.updateUser) { _ in
            throw RPCError(
                .invalidArgument, reason: "VALIDATION_ERROR", message: "No.",
                violations: [.init(field: "user.email", description: "is no address")])
        }
        let answer = try await http("PATCH", "/api/v1/users/1/", #"{"email": "x"}"#)
        #expect(answer.status == 400)
        #expect(answer.errors("email") == ["is no address"])
        let unknown = try await http("PATCH", "/api/v1/users/1/", #"{"emial": "x"}"#)
        #expect(unknown.errors("emial") == ["no such field"], "\(unknown)")
        await http.end()
    }

    @Test func aServerThatDrainsRefusesAndSaysSo() async throws {
        let http = try await ScriptedGateway()
        await http.rpc.drain(timeout: .seconds(5))
        let answer = try await http("GET", "/api/v1/users/1/")
        #expect(answer.status == 503)
        #expect(answer.code == "SHUTTING_DOWN")
        await http.end()
    }

    @Test func everyRouteReachesItsMethod() async throws {
        let http = try await ScriptedGateway()
        for route in Routes.all where route.method.kind == .unary {
            let path =
                "/"
                + route.segments.map { if case .literal(let word) = $0 { word } else { "17" } }.joined(separator: "/")
            let before = http.methods.callCount
            let answer = try await http(route.verb, path, route.emptyBody)
            #expect([200, 201].contains(answer.status), "\(route.verb) \(path): \(answer)")
            #expect(http.methods.callCount == before + 1)
            #expect(http.methods.context?.method == route.method, "\(route.verb) \(path)")
        }
        await http.end()
    }
}
