// What HTTP clients read: the table of reasons and statuses, the shapes of success, list and error.
import Codec
import Contract
import NIOCore
import RPC
import Testing

@testable import Gateway

@Suite struct ReasonTableTests {
    /// The table of errors as it is promised to clients (docs/REST.md): code, HTTP status, reasons; a status of its own
    /// behind the reason.
    static let rows: [(code: Int32, http: Int, reasons: String)] = [
        (
            3, 400,
            "VALIDATION_ERROR MALFORMED_REQUEST METADATA_TOO_LARGE PAYLOAD_TOO_LARGE=413 UNSUPPORTED_MEDIA_TYPE=415 MEDIA_TOO_LARGE=413 MEDIA_UNSUPPORTED=415"
        ),
        (
            16, 401,
            "NOT_AUTHENTICATED INVALID_CREDENTIALS TOKEN_EXPIRED TOKEN_REVOKED TOKEN_REUSED KEY_REVOKED KEY_EXPIRED"
        ),
        (7, 403, "PERMISSION_DENIED SCOPE_MISSING USER_INACTIVE IP_NOT_ALLOWED"), (5, 404, "NOT_FOUND"),
        (6, 409, "ALREADY_EXISTS IDEMPOTENCY_KEY_REUSED=422"),
        (
            9, 409,
            "SESSION_NOT_CONNECTED SESSION_BUSY SESSION_LOGGED_OUT NUMBER_ALREADY_LINKED MESSAGE_NOT_CANCELLABLE LAST_ADMIN CURSOR_EXPIRED=410 RECIPIENT_NOT_ON_WHATSAPP=422 ENGINE_UNSUPPORTED=422 ACCOUNT_RESTRICTED=403 ACCOUNT_BANNED=403 MEDIA_EXPIRED=410"
        ),
        (10, 409, "CONFLICT ETAG_MISMATCH=412 IDEMPOTENCY_IN_FLIGHT SESSION_CONFLICT"),
        (
            8, 429,
            "RATE_LIMITED QUOTA_EXCEEDED PAIR_RATE_LIMITED SESSION_RATE_LIMITED RECIPIENT_COLD_RESTRICTED TOO_MANY_STREAMS STREAM_OVERFLOW FRAME_TOO_LARGE=413 OVERLOADED=503 STORAGE_FULL=507 TOO_MANY_CONNECTIONS=503"
        ), (14, 503, "UNAVAILABLE BRIDGE_UNAVAILABLE ENGINE_ERROR=502 MEDIA_FETCH_FAILED=502 SHUTTING_DOWN"),
        (4, 504, "DEADLINE_EXCEEDED REQUEST_TIMEOUT=408 OUTCOME_UNKNOWN"),
        (12, 404, "UNKNOWN_METHOD METHOD_NOT_ALLOWED=405 NOT_IMPLEMENTED=501"), (1, 499, "CANCELLED"),
        (13, 500, "INTERNAL"), (15, 500, "DATA_LOSS"),
    ]

    @Test func everyReasonStandsInExactlyOneRowAndIsAnsweredSo() throws {
        var seen: Set<Int32> = []
        for row in Self.rows {
            for word in row.reasons.split(separator: " ") {
                let sides = word.split(separator: "=")
                let reason = try #require(Reason(word: String(sides[0])), "\(word) is no reason")
                #expect(seen.insert(reason.rawValue).inserted, "\(word) stands in two rows")
                #expect(reason.code.rawValue == row.code, "\(word)")
                let http = sides.count == 2 ? Int(sides[1]) : row.http
                #expect(HTTPStatus.of(RPCError(reason.code, reason: reason.word)) == http, "\(word)")
            }
        }
        // The contract's own list, from 1 until there is no more.
        let known = (1...1_000).prefix { Reason(rawValue: Int32($0)).word != "" }.map(Int32.init)
        #expect(
            Set(known) == seen, "reasons in no row: \(Set(known).subtracting(seen).map { Reason(rawValue: $0).word })")
    }

    @Test func whatHasNoReasonOfTheContractGoesByItsCode() {
        #expect(HTTPStatus.of(RPCError(.notFound)) == 404)
        #expect(HTTPStatus.of(RPCError(.unavailable, reason: "SOMETHING_NEW")) == 503)
        #expect(HTTPStatus.of(RPCError(StatusCode(rawValue: 99))) == 500)
        #expect(ErrorEnvelope.word(RPCError(.unavailable, reason: "SOMETHING_NEW")) == "UNAVAILABLE")
    }
}

@Suite struct ErrorEnvelopeTests {
    private func json(_ error: RPCError, bodyField: String? = nil) throws -> JSONValue {
        try JSONValue(parsing: ErrorEnvelope.json(error, requestID: "r-1", bodyField: bodyField))
    }

    @Test func theShapeIsTheDjangoSystems() throws {
        var error = RPCError.refusal(.validationError, "Some fields are not valid.")
        error.violations = [
            .init(field: "recipient", description: "is required"), .init(field: "message", description: "is empty"),
            .init(field: "recipient", description: "is too short"),
        ]
        let expected =
            #"{"success":false,"message":"Some fields are not valid.","errors":{"recipient":["is required","is too short"],"message":["is empty"]},"error_code":"VALIDATION_ERROR","request_id":"r-1","retry_after_ms":null}"#
        #expect(String(decoding: ErrorEnvelope.json(error, requestID: "r-1"), as: UTF8.self) == expected)
    }

    @Test func anErrorOfNoFieldSaysSo() throws {
        var error = RPCError.refusal(.rateLimited, "Slow down.")
        error.retryAfter = .milliseconds(1_500)
        error.hint = "Ask for a higher limit."
        let json = try json(error)
        #expect(json["message"].string == "Slow down. Ask for a higher limit.")
        #expect(json["errors"]["non_field_errors"].array.map(\.string) == ["Slow down. Ask for a higher limit."])
        #expect(json["retry_after_ms"].integer == 1_500)
    }

    @Test func fieldsAreNamedAsTheClientNamedThem() throws {
        var error = RPCError.refusal(.validationError, "No.")
        error.violations = [
            .init(field: "user.email", description: "a"), .init(field: "update_mask", description: "b"),
            .init(field: "id", description: "c"), .init(field: "user", description: "d"),
        ]
        #expect(try json(error, bodyField: "user")["errors"].keys == ["email", "non_field_errors", "id"])
        #expect(try json(error)["errors"].keys == ["user.email", "update_mask", "id", "user"])
    }

    @Test(arguments: [StatusCode.internalError, .unknown, .dataLoss, StatusCode(rawValue: 77)])
    func faultsOfTheServerSayNothingOfItsInside(code: StatusCode) throws {
        let error = RPCError(
            code, reason: code == .dataLoss ? "DATA_LOSS" : "INTERNAL", message: "SELECT secret FROM users",
            violations: [.init(field: "secret", description: "secret")], hint: "secret")
        let text = String(decoding: ErrorEnvelope.json(error, requestID: "r"), as: UTF8.self)
        #expect(!text.contains("secret"))
        #expect(text.contains(ErrorEnvelope.internalMessage))
    }

    @Test(arguments: [
        (Duration.zero, 0, 0), (.nanoseconds(1), 1, 1), (.milliseconds(1), 1, 1), (.seconds(1), 1_000, 1),
        (.milliseconds(1_001), 1_001, 2), (.seconds(86_400), 86_400_000, 86_400), (.seconds(-5), 0, 0),
    ])
    func waitsAreRoundedUp(wait: Duration, milliseconds: Int64, seconds: Int64) {
        #expect(ErrorEnvelope.milliseconds(wait) == milliseconds)
        #expect(ErrorEnvelope.seconds(wait) == seconds)
    }
}

@Suite struct SuccessEnvelopeTests {
    private func route(_ verb: String, _ path: String) throws -> CallRoute {
        let target = try RequestTarget(path)
        guard case .found(.call(let route)) = try RouteTable(Routes.all).match(verb, target.segments) else {
            throw RPCError.refusal(.unknownMethod, path)
        }
        return route
    }

    private func json(
        _ verb: String, _ path: String, _ response: some ProtoMessage, _ request: [UInt8] = []
    ) throws -> JSONValue {
        let text = try SuccessEnvelope.json(
            route(verb, path), response: ByteBuffer(bytes: response.encoded()), request: request)
        return try JSONValue(parsing: text)
    }

    @Test func anEntityIsTheData() throws {
        let user = User.with {
            $0.id = 7
            $0.username = "ada"
            $0.role = .admin
        }
        let json = try json("GET", "/api/v1/users/7", user)
        #expect(json.keys == ["success", "message", "data"])
        #expect(json["success"] == .bool(true))
        #expect(json["message"].string == "User retrieved successfully.")
        #expect(json["data"]["id"].integer == 7)
        #expect(json["data"]["role"].string == "admin")
        #expect(json["data"]["created_at"] == .null)
    }

    @Test func aListIsResultsAndWhatPagesNeed() throws {
        let users = ListUsersResponse.with {
            $0.users = [.with { $0.id = 2 }, .with { $0.id = 1 }]
            $0.nextPageToken = "more"
            $0.totalSize = 12
        }
        let paged = ListUsersRequest.with {
            $0.page = 3
            $0.pageSize = 2
        }
        let data: JSONValue = try json("GET", "/api/v1/users", users, paged.encoded())["data"]
        #expect(data.keys == ["results", "count", "page", "page_size", "next_page_token"])
        #expect(data["results"].array.map { $0["id"].integer } == [2, 1])
        #expect(data["count"].integer == 12)
        #expect(data["page"].integer == 3)
        #expect(data["page_size"].integer == 2)
        #expect(data["next_page_token"].string == "more")
        let first: JSONValue = try json("GET", "/api/v1/users", ListUsersResponse())["data"]
        #expect(first["results"] == .array([]))
        #expect(first["count"] == .null)
        #expect(first["page"] == .null)
        #expect(first["page_size"].integer == 20)
    }

    @Test func everyListOfTheContractIsOne() throws {
        for route in try RouteTable(Routes.all).routes where route.method.name.hasPrefix("List") {
            guard case .list = route.answer else {
                Issue.record("\(route.methodPath) is not answered as a list")
                continue
            }
        }
    }

    @Test func deletingAndWhatHasNothingToSayIsNull() throws {
        #expect(try json("DELETE", "/api/v1/api-keys/7", ApiKey.with { $0.id = 7 })["data"] == .null)
        #expect(try json("DELETE", "/api/v1/users/7", DeleteUserResponse())["data"] == .null)
        #expect(try json("POST", "/api/v1/auth/logout", LogoutResponse())["data"] == .null)
    }

    @Test func createsAndSendsAre201AndNothingElse() throws {
        let created = try RouteTable(Routes.all).routes.filter { $0.status == 201 }.map(\.method.name)
        #expect(
            Set(created) == [
                "CreateUser", "CreateKey", "CreateSession", "SendText", "SendLocation", "SendContact", "SendPoll",
                "SendReaction", "SendMedia", "CreateWebhook", "CreateTemplate",
            ])
    }

    @Test func everyRouteHasWordsForSuccess() throws {
        for route in try RouteTable(Routes.all).routes { #expect(!route.success.isEmpty, "\(route.methodPath)") }
    }

    @Test func whatHasNoJSONFormIsAFaultAndNoHalfAnswer() throws {
        let user = User.with { $0.id = 1 << 53 }
        #expect(throws: (any Error).self) { _ = try json("GET", "/api/v1/users/7", user) }
    }
}
