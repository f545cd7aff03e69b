// Path, query and body into request messages, and what is said of those that cannot be.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway
@testable import Services

@Suite struct TranscoderTests {
    private let table: RouteTable

    init() throws { table = try RouteTable(Routes.all) }

    private func bytes(_ verb: String, _ path: String, _ body: String) throws -> ([UInt8], CallRoute) {
        let target = try RequestTarget(path)
        guard case .found(.call(let route)) = table.match(verb, target.segments) else {
            throw RPCError.refusal(.unknownMethod, path)
        }
        return (try RequestTranscoder.bytes(route, target, body: Array(body.utf8)), route)
    }

    private func request<Message: ProtoMessage>(
        _: Message.Type, _ verb: String, _ path: String, _ body: String = ""
    ) throws -> Message {
        try Message(decoding: try bytes(verb, path, body).0)
    }

    /// Reason and field of a refusal, as the client is told.
    private func refusal(_ verb: String, _ path: String, _ body: String = "") -> String {
        do {
            _ = try bytes(verb, path, body)
            return "none"
        } catch let error as RPCError {
            return ([error.reason] + error.violations.map(\.field)).joined(separator: " ")
        } catch {
            return "\(error)"
        }
    }

    @Test func theBodyIsTheRequest() throws {
        let send = try request(
            SendTextRequest.self, "POST", "/api/v1/messages/send-text/",
            #"{"recipient": "+4915112345678", "message": "Hi ✓", "replyToId": 4, "queue": "never", "session": null}"#)
        #expect(send.recipient == "+4915112345678")
        #expect(send.message == "Hi ✓")
        #expect(send.replyToId == 4)
        #expect(send.queue == .never)
        #expect(try request(InitSessionRequest.self, "POST", "/api/v1/sessions/init/") == InitSessionRequest())
    }

    @Test func pathAndQueryAreFieldsToo() throws {
        #expect(try request(GetUserRequest.self, "GET", "/api/v1/users/17/").id == 17)
        #expect(try request(DescribeServiceRequest.self, "GET", "/api/v1/services/a%2Fb%20c").name == "a/b c")
        let list = try request(
            ListMessagesRequest.self, "GET",
            "/api/v1/messages/?page=2&page_size=50&status=delivered&recipient=%2B49151&direction=MESSAGE_DIRECTION_INBOUND"
        )
        #expect(list.page == 2)
        #expect(list.pageSize == 50)
        #expect(list.status == .delivered)
        #expect(list.recipient == "+49151")
        #expect(list.direction == .inbound)
        let watch = try request(
            WatchEventsRequest.self, "GET", "/api/v1/events/?types=message.*&types=session.connected&sessionId=3")
        #expect(watch.types == ["message.*", "session.connected"])
        #expect(watch.sessionId == 3)
        #expect(try request(DeleteUserRequest.self, "DELETE", "/api/v1/users/5/?purge_messages=true").purgeMessages)
        let initial = try request(
            InitSessionRequest.self, "POST", "/api/v1/sessions/9/init", #"{"engine": "simulator"}"#)
        #expect(initial.sessionId == 9)
        #expect(initial.engine == "simulator")
    }

    @Test func aFieldThatBodyAndPathAgreeOnIsFine() throws {
        let request = try request(
            SetPasswordRequest.self, "POST", "/api/v1/users/5/password/", #"{"id": 5, "password": "x"}"#)
        #expect(request.id == 5)
        #expect(refusal("POST", "/api/v1/users/5/password/", #"{"id": 6}"#) == "VALIDATION_ERROR id")
    }

    @Test func aPatchChangesWhatIsPresent() throws {
        let user = try request(
            UpdateUserRequest.self, "PATCH", "/api/v1/users/5/", #"{"email": "", "maxMessagesPerDay": 10}"#)
        #expect(user.id == 5)
        #expect(user.user?.maxMessagesPerDay == 10)
        #expect(user.updateMask?.paths == ["email", "max_messages_per_day"])
        let session = try request(
            UpdateSessionRequest.self, "PATCH", "/api/v1/sessions/5/", #"{"settings": {"pacing": "fast"}}"#)
        #expect(session.updateMask?.paths == ["settings.pacing"])
        #expect(session.session?.settings?.pacing == .fast)
        let key = try request(
            UpdateKeyRequest.self, "PATCH", "/api/v1/api-keys/5", #"{"expires_at": null, "scopes": []}"#)
        #expect(key.updateMask?.paths == ["expires_at", "scopes"])
        let cleared = try request(UpdateSessionRequest.self, "PATCH", "/api/v1/sessions/5/", #"{"settings": null}"#)
        #expect(cleared.updateMask?.paths == ["settings"])
        let nothing = try request(UpdateUserRequest.self, "PATCH", "/api/v1/users/5/")
        #expect(nothing.updateMask?.paths == [])
        let told = try request(
            UpdateUserRequest.self, "PATCH", "/api/v1/users/5/?update_mask=email,is_active", #"{"email": "a@b"}"#)
        #expect(told.updateMask?.paths == ["email", "is_active"])
    }

    @Test func aPutReplacesTheWhole() throws {
        // As it was read, changed, and sent back.
        let user = try request(
            UpdateUserRequest.self, "PUT", "/api/v1/users/5/",
            #"{"id": 5, "username": "ada", "email": "", "role": "user", "isActive": true, "max_messages_per_day": 0, "max_messages_per_minute": 7, "created_at": "2026-01-31T12:00:00.000Z", "etag": "3"}"#
        )
        #expect(
            user.updateMask?.paths == [
                "username", "email", "role", "is_active", "max_messages_per_day", "max_messages_per_minute",
            ])
        #expect(user.user?.username == "ada")
        #expect(user.user?.etag == "3")
        // What is not there must not become false, or a limit of none.
        #expect(
            refusal("PUT", "/api/v1/users/5/", #"{"username": "ada", "isActive": true}"#)
                == "VALIDATION_ERROR email role max_messages_per_day max_messages_per_minute")
        #expect(refusal("PUT", "/api/v1/users/5/").hasPrefix("VALIDATION_ERROR username email"))
        // Who names what is to change asks for no more than that.
        let told = try request(
            UpdateUserRequest.self, "PUT", "/api/v1/users/5/?update_mask=email", #"{"email": "a@b"}"#)
        #expect(told.updateMask?.paths == ["email"])
    }

    /// What a PUT asks for is what the method can change: no more, and no less.
    @Test func aPutAsksForWhatCanBeChanged() throws {
        for route in table.routes where route.route.verb == "PUT" {
            guard case .field(let field) = route.body, let schema = field.messageSchema else {
                Issue.record("\(route.route.template) replaces nothing")
                continue
            }
            #expect(schema.name == "switchboard.v1.User")
            let readOnly = ["id", "created_at", "updated_at", "etag"]
            #expect(Set(schema.fields.map(\.name)).subtracting(readOnly) == UserDraft.updatable)
        }
    }

    @Test(arguments: [
        ("users", #"{"is_active": null}"#, "is_active"), ("users", #"{"isActive": null}"#, "is_active"),
        ("users", #"{"email": "a@b", "max_messages_per_day": null}"#, "max_messages_per_day"),
        ("users", #"{"max_messages_per_minute": null}"#, "max_messages_per_minute"),
        ("users", #"{"email": null}"#, "email"), ("api-keys", #"{"allowed_ips": null}"#, "allowed_ips"),
        ("sessions", #"{"name": null}"#, "name"), ("users?update_mask=is_active", #"{"is_active": null}"#, "is_active"),
    ])
    func whatIsAlwaysThereCannotBeMadeNull(of: String, body: String, field: String) {
        let parts = of.split(separator: "?")
        let query = parts.count == 2 ? "?" + parts[1] : ""
        for verb in of.hasPrefix("users") ? ["PATCH", "PUT"] : ["PATCH"] {
            #expect(refusal(verb, "/api/v1/\(parts[0])/5/\(query)", body) == "VALIDATION_ERROR \(field)")
        }
    }

    @Test(arguments: [
        "0", "-1", "+1", "01", "1.0", "1e3", "abc", "9007199254740992", "99999999999999999999", "%20", "1%00",
    ])
    func anIdThatIsNoneIsNotThere(id: String) {
        #expect(["NOT_FOUND", "MALFORMED_REQUEST"].contains(refusal("GET", "/api/v1/users/\(id)/")))
        if id != "1%00" { #expect(refusal("GET", "/api/v1/users/\(id)/") == "NOT_FOUND") }
    }

    @Test(arguments: [
        (#"{"recipient": 5}"#, "VALIDATION_ERROR recipient"), (#"{"recipeint": "x"}"#, "VALIDATION_ERROR recipeint"),
        (#"{"recipient": "a", "recipient": "b"}"#, "VALIDATION_ERROR recipient"),
        (#"{"reply_to_id": 1.5}"#, "VALIDATION_ERROR reply_to_id"),
        (#"{"reply_to_id": "1"}"#, "VALIDATION_ERROR reply_to_id"),
        (#"{"queue": "later"}"#, "VALIDATION_ERROR queue"),
        (#"{"scheduled_at": "tomorrow"}"#, "VALIDATION_ERROR scheduled_at"),
        (#"{"message": "a\u0000b"}"#, "VALIDATION_ERROR message"), (#"{"message": NaN}"#, "MALFORMED_REQUEST"),
        (#"{"message": "a"#, "MALFORMED_REQUEST"), ("[]", "MALFORMED_REQUEST"), ("null", "MALFORMED_REQUEST"),
        ("{} {}", "MALFORMED_REQUEST"), (#"{"message": "\ud800"}"#, "MALFORMED_REQUEST"),
    ])
    func whatIsWrongIsSaidOfTheField(body: String, answer: String) {
        #expect(refusal("POST", "/api/v1/messages/send-text", body) == answer)
    }

    @Test func fieldsInsideOfTheBodysFieldAreNamedAsTheClientNamesThem() {
        #expect(refusal("PATCH", "/api/v1/users/5", #"{"user": {}}"#) == "VALIDATION_ERROR user")
        #expect(refusal("PATCH", "/api/v1/users/5", #"{"is_active": 1}"#) == "VALIDATION_ERROR is_active")
        #expect(
            refusal("PATCH", "/api/v1/sessions/5", #"{"settings": {"pacing": "x"}}"#)
                == "VALIDATION_ERROR settings.pacing")
    }

    @Test(arguments: [
        ("?page=two", "VALIDATION_ERROR page"), ("?page=1&page=2", "VALIDATION_ERROR page"),
        ("?page=3000000000", "VALIDATION_ERROR page"), ("?limit=5", "VALIDATION_ERROR limit"),
        ("?status=gone", "VALIDATION_ERROR status"), ("?page=1.5", "VALIDATION_ERROR page"),
        ("?page=%221%22", "VALIDATION_ERROR page"), ("?page=", "VALIDATION_ERROR page"),
        ("?%0Ax=1", "VALIDATION_ERROR …"), ("?session_id=9007199254740992", "VALIDATION_ERROR session_id"),
        ("?session=a%00", "VALIDATION_ERROR session"),
    ])
    func theQueryIsJudgedAsABodyIs(query: String, answer: String) {
        #expect(refusal("GET", "/api/v1/messages/" + query) == answer)
    }

    @Test func whatStandsInTheWrongPlaceIsRefused() {
        #expect(refusal("POST", "/api/v1/messages/send-text?recipient=1", "{}") == "VALIDATION_ERROR recipient")
        #expect(refusal("GET", "/api/v1/users/5?id=5") == "VALIDATION_ERROR id")
        #expect(refusal("GET", "/api/v1/users/5", #"{"id": 5}"#) == "MALFORMED_REQUEST")
        #expect(refusal("DELETE", "/api/v1/users/5", " {} ") == "none")
    }

    @Test func aBodyThatFillsTheMemoryItMayTakeIsRefusedAndNothingElseHappens() {
        // Each element costs far more than the three bytes that it is written with.
        let scopes = "{\"scopes\": [" + Array(repeating: "\"\"", count: 300_000).joined(separator: ",") + "]}"
        #expect(refusal("PATCH", "/api/v1/api-keys/5", scopes).hasPrefix("VALIDATION_ERROR scopes"))
    }
}
