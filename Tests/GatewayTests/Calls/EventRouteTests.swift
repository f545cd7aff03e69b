// Events over HTTP: the framing, where a client goes on, what ends a stream, and that nobody is waited for who has gone.
import Codec
import Contract
import RPC
import Synchronization
import Testing

@testable import Gateway

/// What happened to a watch.
private final class WatchNotes: Sendable {
    private let state = Mutex<(ended: Int, written: Int, mayWrite: Bool)>((0, 0, false))
    var ended: Int { state.withLock { $0.ended } }
    var written: Int { state.withLock { $0.written } }
    var mayWrite: Bool { state.withLock { $0.mayWrite } }
    func allowWriting() { state.withLock { $0.mayWrite = true } }
    func end() { state.withLock { $0.ended += 1 } }
    func wrote() { state.withLock { $0.written += 1 } }
}

@Suite(.timeLimit(.minutes(3))) struct EventRouteTests {
    private static func event(_ cursor: String, _ type: String, _ session: Int64 = 0) -> Event {
        .with {
            $0.cursor = cursor
            $0.type = type
            $0.sessionId = session
        }
    }

    @Test func eventsAreFramedForEventSource() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c0", ""))
            try await responses.write(Self.event("c1", "session.connected", 7))
            try await responses.write(Self.event("bad\ncursor", "x.y"))
            try await responses.write(Self.event("", ""))
        }
        let connection = try RawConnection(to: http.server.endpoints[0])
        try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
        let answer = try #require(HTTPAnswer(try await connection.receive(until: "0\r\n\r\n")))
        #expect(answer.status == 200)
        #expect(answer.headers["content-type"] == "text/event-stream")
        #expect(answer.headers["cache-control"] == "no-store")
        #expect(answer.headers["x-request-id"] != nil)
        let text = answer.unchunked
        let blocks = text.split(separator: "\n\n", omittingEmptySubsequences: true).map(String.init)
        #expect(blocks.count == 4, "\(text)")
        #expect(blocks[0] == ": heartbeat\nid: c0")
        let lines = blocks[1].split(separator: "\n").map(String.init)
        #expect(lines[0...1] == ["id: c1", "event: session.connected"])
        let data = try JSONValue(parsing: String(lines[2].dropFirst("data: ".count)))
        #expect(data["type"].string == "session.connected")
        #expect(data["session_id"].integer == 7)
        #expect(data["message"] == .null)
        #expect(blocks[2].hasPrefix("event: x.y\ndata: {"))
        #expect(blocks[3] == ": heartbeat")
        await http.end()
    }

    @Test func aClientThatComesBackGoesOnWhereItWas() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in try await responses.write(Self.event("c", "")) }
        for (path, headers, cursor) in [
            ("/api/v1/events?cursor=old&types=message.*", ["Last-Event-ID": "new"], "new"),
            ("/api/v1/events/?cursor=old&types=message.*", [:], "old"), ("/api/v1/events/?types=message.*", [:], ""),
        ] {
            let connection = try RawConnection(to: http.server.endpoints[0])
            try connection.send(HTTPAnswer.head("GET", path, headers: headers))
            _ = try await connection.receive(until: "0\r\n\r\n")
            let request = try WatchEventsRequest(json: try #require(http.methods.request(EventsMethods.watch)))
            #expect(request.cursor == cursor, "\(path)")
            #expect(request.types == ["message.*"])
        }
        await http.end()
    }

    @Test func whatFailsBeforeTheFirstEventIsAnOrdinaryError() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, _, _ in throw RPCError.refusal(.cursorExpired, "Too old.") }
        let answer = try await http("GET", "/api/v1/events/?cursor=x")
        #expect(answer.status == 410)
        #expect(answer.code == "CURSOR_EXPIRED")
        let field = try await http("GET", "/api/v1/events/?session_id=x")
        #expect(field.status == 400)
        #expect(!field.errors("session_id").isEmpty)
        await http.end()
    }

    @Test func whatFailsLaterIsAnEventOfItsOwn() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c", ""))
            throw RPCError.refusal(.tokenRevoked, "Signed out.")
        }
        let connection = try RawConnection(to: http.server.endpoints[0])
        try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
        let text = try #require(HTTPAnswer(try await connection.receive(until: "0\r\n\r\n"))).unchunked
        let last = try #require(text.split(separator: "\n\n").last)
        #expect(last.hasPrefix("event: error\ndata: {"), "\(text)")
        #expect(last.contains(#""error_code":"TOKEN_REVOKED""#))
        await http.end()
    }

    @Test func theWatchEndsWithTheClient() async throws {
        let http = try await ScriptedGateway()
        let notes = WatchNotes()
        http.methods.onWatch { _, responses, _ in
            defer { notes.end() }
            try await responses.write(Self.event("c", ""))
            // For ever, or until the caller is gone.
            try await Task.sleep(for: .seconds(3_600))
        }
        do {
            let connection = try RawConnection(to: http.server.endpoints[0])
            try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
            _ = try await connection.receive(until: "\n\n\r\n")
            #expect(notes.ended == 0)
        }
        try await until { notes.ended == 1 }
        #expect(http.rpc.counts.runningHandlers == 0)
        await http.end()
    }

    /// The head of the answer could not be written then, the body was never begun, and the watch went on for ever.
    @Test func aClientThatIsGoneBeforeTheFirstEventLeavesNoWatchBehind() async throws {
        let http = try await ScriptedGateway()
        let notes = WatchNotes()
        http.methods.onWatch { _, responses, _ in
            defer { notes.end() }
            try await until { notes.mayWrite }
            // Until the caller takes no more of it, and then until the caller is gone.
            while true { try await responses.write(Self.event("c", "")) }
        }
        let count = 8
        for number in 1...count {
            let connection = try RawConnection(to: http.server.endpoints[0])
            try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
            try await until { http.methods.callCount == number }
            connection.resetWhenClosed()
        }
        #expect(http.rpc.counts.runningHandlers == count)
        // For the server to see that they are gone.
        try await Task.sleep(for: .milliseconds(200))
        notes.allowWriting()
        try await until { notes.ended == count && http.rpc.counts.runningHandlers == 0 }
        #expect(http.rpc.counts.streams == 0)
        await http.end()
    }

    @Test func aClientThatDoesNotReadHoldsItsOwnWatchBack() async throws {
        let http = try await ScriptedGateway()
        let notes = WatchNotes()
        let count = 2_000
        let text = String(repeating: "x", count: 8_192)
        http.methods.onWatch { _, responses, _ in
            defer { notes.end() }
            for number in 0..<count {
                // 8 KiB each: far more in all than sockets and buffers hold.
                try await responses.write(
                    .with {
                        $0.cursor = "\(number)"
                        $0.type = "message.accepted"
                        $0.body = .message(.with { $0.message = .with { $0.content = text } })
                    })
                notes.wrote()
            }
        }
        let connection = try RawConnection(to: http.server.endpoints[0])
        try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
        // It writes until nothing more is taken, and then stands still while others are served.
        var last = -1
        try await until {
            defer { last = notes.written }
            return notes.written > 0 && notes.written == last
        }
        _ = try await http("GET", "/api/v1/users/1/")
        #expect(notes.ended == 0, "all \(count) events were taken although nobody read them")
        #expect(notes.written < count)
        let all = try await connection.receive(until: "0\r\n\r\n")
        #expect(notes.written == count)
        #expect(all.contains("id: \(count - 1)\n"))
        await http.end()
    }

    @Test func aDrainEndsTheStreamAndSaysSo() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(Self.event("c", ""))
            try await Task.sleep(for: .seconds(3_600))
        }
        let connection = try RawConnection(to: http.server.endpoints[0])
        try connection.send(HTTPAnswer.head("GET", "/api/v1/events/"))
        _ = try await connection.receive(until: "\n\n\r\n")
        await http.end()
        let rest = try await connection.receive()
        #expect(rest.contains("event: error"), "\(rest)")
        #expect(rest.contains("SHUTTING_DOWN"))
    }

    @Test func aBodyIsRefused() async throws {
        let http = try await ScriptedGateway()
        #expect(try await http("GET", "/api/v1/events/", "{}").code == "MALFORMED_REQUEST")
        #expect(
            try await http(
                "GET", "/api/v1/events/", "", headers: ["Transfer-Encoding": "chunked", "Content-Length": ""]
            ).status == 400)
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func headOpensNoStream() async throws {
        let http = try await ScriptedGateway()
        let notes = WatchNotes()
        http.methods.onWatch { _, responses, _ in
            defer { notes.end() }
            try await responses.write(Self.event("c", ""))
            try await Task.sleep(for: .seconds(3_600))
        }
        let answer = try await http("HEAD", "/api/v1/events/")
        #expect(answer.status == 200)
        #expect(answer.body.isEmpty)
        try await until { notes.ended == 1 }
        await http.end()
    }
}

extension HTTPAnswer {
    /// The body out of its chunks.
    var unchunked: String {
        var rest = Array(body.utf8)[...]
        var text: [UInt8] = []
        while let end = rest.firstIndex(of: 13) {
            guard let size = Int(String(decoding: rest[..<end], as: UTF8.self), radix: 16), size > 0 else { break }
            let start = end + 2
            guard start + size + 2 <= rest.endIndex else { break }
            text += rest[start..<start + size]
            rest = rest[(start + size + 2)...]
        }
        return String(decoding: text, as: UTF8.self)
    }
}
