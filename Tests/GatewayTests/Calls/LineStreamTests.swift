// Server streams as lines of JSON: who gets them, what a line is, and how a stream ends.
import Codec
import Contract
import HTTPTypes
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct LineStreamTests {
    private static let watch = "/rpc/switchboard.v1.EventsService/Watch"

    private static func event(_ cursor: String, _ type: String, _ session: Int64 = 0) -> Event {
        .with {
            $0.cursor = cursor
            $0.type = type
            $0.sessionId = session
        }
    }

    private func stream(
        _ http: ScriptedGateway, _ verb: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:]
    ) async throws -> HTTPAnswer {
        let connection = try http.connect()
        let type = body == nil ? nil : "application/json"
        try connection.send(HTTPAnswer.head(verb, path, body, headers: headers, type: type) + (body ?? ""))
        return try #require(HTTPAnswer(try await connection.receive(until: "0\r\n\r\n")))
    }

    private func lines(_ answer: HTTPAnswer) throws -> [JSONValue] {
        try answer.unchunked.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
    }

    @Test func whoAsksForLinesGetsThemOfTheSamePath() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c0", ""))
            try await responses.write(Self.event("c1", "session.connected", 7))
        }
        let answer = try await stream(
            http, "GET", "/api/v1/events/?types=session.*", headers: ["Accept": "application/x-ndjson"])
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "application/x-ndjson")
        #expect(answer.headers["vary"]?.contains("Accept") == true)
        let items = try lines(answer)
        #expect(items.count == 2, "\(answer)")
        // A heartbeat is an item too: it has the cursor from which to go on.
        #expect(items.first?["cursor"].string == "c0")
        #expect(items.last?["type"].string == "session.connected")
        #expect(items.last?["session_id"].integer == 7)
        await http.end()
    }

    @Test(arguments: [
        ("application/x-ndjson", true), ("application/x-ndjson;q=0.5, text/event-stream;q=0.4", true), ("", false),
        ("*/*", false), ("text/event-stream", false), ("application/x-ndjson;q=0", false),
        ("application/x-ndjson;q=0.4, text/event-stream", false), ("application/ndjson", true),
    ])
    func acceptDecides(accept: String, isLines: Bool) throws {
        let table = try RouteTable(Routes.all)
        let target = try RequestTarget("/api/v1/events")
        guard case .found(.call(let route)) = table.match("GET", target.segments) else {
            Issue.record("no such route")
            return
        }
        #expect((route.frame([.accept: accept]).mediaType == LineFrame.type) == isLines)
    }

    @Test func aStreamByItsNameIsLinesOfProtobufsOwnJSON() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { request, responses, _ in
            try await responses.write(Self.event("c1", request.types.joined(separator: "+"), 7))
        }
        let answer = try await stream(http, "POST", Self.watch, #"{"types": ["a.b", "c.d"]}"#)
        #expect(answer.status == 200, "\(answer)")
        let items = try lines(answer)
        #expect(items == [try JSONValue(parsing: #"{"cursor":"c1","type":"a.b+c.d","sessionId":"7"}"#)], "\(answer)")
        await http.end()
    }

    @Test func whatFailsLaterIsTheLastLine() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c", ""))
            throw RPCError.refusal(.tokenRevoked, "Signed out.")
        }
        let house = try lines(
            try await stream(http, "GET", "/api/v1/events/", headers: ["Accept": "application/x-ndjson"]))
        #expect(house.last?.keys == ["error"])
        #expect(house.last?["error"]["error_code"].string == "TOKEN_REVOKED")
        let plain = try lines(try await stream(http, "POST", Self.watch, "{}"))
        #expect(plain.last?.keys == ["error"])
        #expect(plain.last?["error"]["code"].integer == 16)
        await http.end()
    }

    @Test func whatFailsBeforeTheFirstLineIsAnOrdinaryError() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, _, _ in throw RPCError.refusal(.cursorExpired, "Too old.") }
        let answer = try await http("POST", Self.watch, "{}")
        #expect(answer.status == 410)
        #expect(answer.json["code"].integer == 9)
        let wrong = try await http("POST", Self.watch, #"{"types": 1}"#)
        #expect(wrong.status == 400)
        await http.end()
    }

    @Test func theStreamEndsWithTheClient() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c", ""))
            // For ever, or until the caller is gone.
            try await Task.sleep(for: .seconds(3_600))
        }
        do {
            let connection = try http.connect()
            try connection.send(HTTPAnswer.head("POST", Self.watch, "{}", type: "application/json") + "{}")
            _ = try await connection.receive(until: "\n\r\n")
        }
        try await until { http.rpc.counts.runningHandlers == 0 }
        await http.end()
    }

    /// A last line that has `error` must never be taken for an item.
    @Test func noItemOfAStreamHasAFieldNamedError() {
        for (path, entry) in DescriptorSet.methods where entry.method.kind == .serverStreaming {
            #expect(entry.response.field(named: "error") == nil, "\(path)")
        }
    }
}
