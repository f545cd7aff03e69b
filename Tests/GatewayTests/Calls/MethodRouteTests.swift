// Methods by their own names: protobuf's own JSON both ways, errors as the binary protocol's Status, and how long a caller
// waits.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct MethodRouteTests {
    private static let sendText = "/rpc/switchboard.v1.MessagesService/SendText"
    private static let getUser = "/rpc/switchboard.v1.UsersService/GetUser"

    @Test func aMessageGoesInAndAMessageComesOut() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(MessagesMethods.sendText) { context in
            context.responseMetadata = ["ratelimit-limit": "30"]
            return Message.with {
                $0.id = 9_007_199_254_740_993
                $0.status = .pending
            }
        }
        let answer = try await http(
            "POST", Self.sendText,
            #"{"recipient": "+4915112345678", "message": "Hi", "replyToId": "4", "queue": "QUEUE_NEVER"}"#,
            headers: ["Idempotency-Key": "k1", "X-API-Key": "secret", "X-Request-Id": "mine"])
        #expect(answer.status == 200, "\(answer)")
        // The house's numbers end below 2^53; these have quotes and no end.
        #expect(
            answer.json == (try JSONValue(parsing: #"{"id":"9007199254740993","status":"MESSAGE_STATUS_PENDING"}"#)))
        #expect(answer.headers["ratelimit-limit"] == "30")
        #expect(answer.headers["x-request-id"] == "mine")
        let request = try SendTextRequest(json: try #require(http.methods.request(MessagesMethods.sendText)))
        #expect(request.replyToId == 4)
        #expect(request.queue == .never)
        let context = try #require(http.methods.context)
        #expect(context.metadata["authorization"] == "ApiKey secret")
        #expect(context.metadata["idempotency-key"] == "k1")
        #expect(context.peer.transport == .http)
        #expect(context.peer.route == "POST " + Self.sendText)
        let empty = try await http("POST", Self.getUser + "/", nil)
        #expect(empty.status == 200)
        #expect(empty.json == .object([]))
        await http.end()
    }

    @Test func whatGoesWrongIsTheStatusOfTheBinaryProtocol() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(UsersMethods.getUser) { _ in
            var error = RPCError(
                .resourceExhausted, reason: "RATE_LIMITED", message: "Slow down.", retryAfter: .milliseconds(1_500))
            error.violations = [.init(field: "id", description: "is too often")]
            throw error
        }
        let answer = try await http("POST", Self.getUser, "{}", headers: ["X-Request-Id": "r-1"])
        #expect(answer.status == 429, "\(answer)")
        #expect(answer.headers["retry-after"] == "2")
        #expect(answer.json["code"].integer == 8)
        #expect(answer.json["message"].string == "Slow down.")
        let details = answer.json["details"].array
        func detail(_ type: String) -> JSONValue {
            details.first { $0["@type"].string == "type.googleapis.com/google.rpc.\(type)" } ?? .null
        }
        #expect(detail("ErrorInfo")["reason"].string == "RATE_LIMITED")
        #expect(detail("ErrorInfo")["domain"].string == "switchboard")
        #expect(detail("BadRequest")["fieldViolations"].array.first?["field"].string == "id")
        #expect(detail("RetryInfo")["retryDelay"].string == "1.500s")
        #expect(detail("RequestInfo")["requestId"].string == "r-1")
        await http.end()
    }

    @Test func aFaultSaysNothingOfTheInside() throws {
        let error = RPCError(.internalError, reason: "INTERNAL", message: "table users is gone")
        let text = String(decoding: ErrorStatus.json(error, requestID: "r"), as: UTF8.self)
        #expect(!text.contains("users"))
        #expect(text.contains("INTERNAL"))
        // A detail of a type that has no JSON here does not cost the rest.
        var odd = RPCError(.notFound, reason: "NOT_FOUND", message: "No.")
        odd.details = [.init(typeURL: "type.googleapis.com/a.Strange", value: [8, 1])]
        let status = try JSONValue(parsing: ErrorStatus.json(odd, requestID: "r"))
        #expect(status["code"].integer == 5)
        #expect(status["details"].array.isEmpty == false)
    }

    @Test(arguments: [
        (sendText, #"{"message": 7}"#, 400, "VALIDATION_ERROR"), (sendText, "{", 400, "MALFORMED_REQUEST"),
        (sendText, #"{"message": "a", "message": "b"}"#, 400, ""),
        (sendText, #"{"nothing": 1}"#, 400, "VALIDATION_ERROR"),
        (sendText + "?message=a", "{}", 400, "VALIDATION_ERROR"),
        ("/rpc/switchboard.v1.UsersService/Nothing", "{}", 404, "UNKNOWN_METHOD"),
        ("/rpc/switchboard.v1.BridgeService/Attach", "{}", 404, "UNKNOWN_METHOD"),
        ("/rpc/switchboard.v1.BridgeService/GetAuthState", "{}", 404, "UNKNOWN_METHOD"),
        ("/rpc/switchboard.v1.MessagesService/UploadMedia", "{}", 404, "UNKNOWN_METHOD"),
        ("/rpc", "{}", 404, "UNKNOWN_METHOD"),
    ])
    func whatIsNoRequestIsRefusedInTheSameShape(path: String, body: String, status: Int, reason: String) async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("POST", path, body)
        #expect(answer.status == status, "\(answer)")
        #expect(answer.json["code"].integer != nil)
        let info = answer.json["details"].array.first { $0["@type"].string.hasSuffix("google.rpc.ErrorInfo") } ?? .null
        #expect(reason.isEmpty || info["reason"].string == reason, "\(answer)")
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func theyAreAskedWithPostAlone() async throws {
        let http = try await ScriptedGateway()
        for verb in ["GET", "PUT", "DELETE", "TRACE"] {
            let answer = try await http(verb, Self.getUser)
            #expect(answer.status == 405)
            #expect(answer.headers["allow"] == "OPTIONS, POST")
        }
        #expect(try await http("OPTIONS", Self.getUser).status == 204)
        await http.end()
    }

    @Test func everyUnaryMethodIsReachedByItsName() async throws {
        let http = try await ScriptedGateway()
        // EveryMethod has those that have a path of their own.
        let scripted = Set(Routes.all.map(\.method.path))
        for (path, entry) in DescriptorSet.methods where entry.method.kind == .unary {
            let answer = try await http("POST", "/rpc/" + path, "{}")
            let isKnown = scripted.contains(path)
            #expect(answer.status == (isKnown ? 200 : 404), "\(path): \(answer)")
            if isKnown { #expect(http.methods.context?.method == entry.method) }
        }
        let served = Set(MethodRoutes.all.map(\.method.path))
        for (path, entry) in DescriptorSet.methods where entry.method.kind == .unary {
            #expect(served.contains(path), "\(path) has no route of its own name")
        }
        await http.end()
    }

    // MARK: How long a caller waits

    @Test func aCallEndsWhenItsCallerWaitsNoLonger() async throws {
        let http = try await ScriptedGateway()
        let held = http.holdUser()
        for path in ["/api/v1/users/1/", ""] {
            let answer =
                path.isEmpty
                ? try await http("POST", Self.getUser, "{}", headers: ["Connect-Timeout-Ms": "50"])
                : try await http("GET", path, headers: ["Connect-Timeout-Ms": "50"])
            #expect(answer.status == 504, "\(answer)")
            #expect(answer.description.contains("DEADLINE_EXCEEDED"))
        }
        held.open()
        await http.end()
    }

    @Test func noWaitOfTheCallersMeansTheServersOwn() async throws {
        let http = try await ScriptedGateway()
        for value in ["0", "9999999999"] {
            #expect(try await http("GET", "/api/v1/users/1/", headers: ["Connect-Timeout-Ms": value]).status == 200)
            // Whoever asks for months gets an hour.
            let left = try #require(http.methods.context?.deadline.remaining)
            #expect(left <= (value == "0" ? .seconds(30) : .seconds(3_600)))
        }
        await http.end()
    }

    @Test(arguments: ["", "-1", "1.5", "1s", "10000000000", "0x10", "5\r\nConnect-Timeout-Ms: 5"])
    func aWaitThatIsNoneIsRefused(value: String) async throws {
        let http = try await ScriptedGateway()
        let answer = try await http("GET", "/api/v1/users/1/", headers: ["Connect-Timeout-Ms": value])
        #expect(answer.status == 400, "\(answer)")
        #expect(answer.code == "MALFORMED_REQUEST")
        #expect(http.methods.callCount == 0)
        await http.end()
    }
}
