// What a client may take of the gateway, in bytes and in time, through real sockets. The limits are small here; that they
// are what the house says is in `theDefaultsAreTheHouses`.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct LimitsTests {
    private static let user = "GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\n"
    private static func post(_ fields: String) -> String {
        "POST /api/v1/users/ HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + fields + "\r\n\r\n"
    }

    @Test func theDefaultsAreTheHouses() {
        let limits = HTTPLimits()
        #expect(limits.headBytes == 65_536)
        #expect(limits.headFields == 100)
        #expect(limits.headTime == .seconds(10))
        #expect(limits.bodyBytes == 1_048_576)
        #expect(limits.bodyTime == .seconds(10))
        #expect(limits.idleTime == .seconds(60))
        #expect(limits.outboundHighWatermark == 1_048_576)
        #expect(limits.writeStall == .seconds(10))
    }

    // MARK: Heads

    @Test func aHeadThatTricklesIsCutHoweverManyBytesCome() async throws {
        let http = try await ScriptedGateway { $0.headTime = .seconds(1) }
        let connection = try http.connect()
        try connection.send("G")
        let trickle = Task {
            for byte in Self.user.dropFirst() + String(repeating: "X-A: b\r\n", count: 90) {
                if connection.sendSome(String(byte)) == 0 { break }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        let answer = try await connection.receive()
        trickle.cancel()
        #expect(answer.hasPrefix("HTTP/1.1 408 "), "\(answer)")
        #expect(HTTPAnswer(answer)?.headers["connection"] == "close")
        #expect(http.refusals.count(of: .headTime) == 1)
        // The same on a connection that has been of use.
        let second = try http.connect()
        try second.send(Self.user + "\r\n")
        _ = try await second.receive(until: "}")
        try second.send("GET")
        #expect(try await second.receive().hasPrefix("HTTP/1.1 408 "))
        await http.end()
    }

    @Test func whoConnectsAndSaysNothingIsLetGoOfWithoutAWord() async throws {
        let http = try await ScriptedGateway { $0.headTime = .milliseconds(200) }
        let connection = try http.connect()
        #expect(try await connection.receive() == "")
        try await until { http.server.connectionCount == 0 || http.refusals.count(of: .headTime) > 0 }
        #expect(http.refusals.count(of: .headTime) == 0)
        await http.end()
    }

    @Test func refusedHeadsAreCountedByWhatWasTooMuch() async throws {
        let http = try await ScriptedGateway {
            $0.headBytes = 1_000
            $0.headFields = 5
        }
        for (text, kind) in [
            (Self.user + "X: " + String(repeating: "y", count: 1_000) + "\r\n\r\n", HTTPRefusals.Kind.headBytes),
            (Self.user + String(repeating: "X: y\r\n", count: 5) + "\r\n", .headFields),
            ("\u{16}\u{3}\u{1}\0\0\0", .malformed),
        ] {
            let connection = try http.connect()
            try connection.send(text)
            #expect(try await connection.receive().hasPrefix("HTTP/1.1 400 "), "\(kind)")
            #expect(http.refusals.count(of: kind) == 1, "\(kind)")
        }
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    // MARK: Bodies

    @Test func aBodyWhoseLengthIsTooMuchIsRefusedBeforeItComes() async throws {
        let http = try await ScriptedGateway { $0.bodyBytes = 1_000 }
        let connection = try http.connect()
        try connection.send(Self.post("Content-Length: 2000000"))
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 413)
        #expect(answer.code == "PAYLOAD_TOO_LARGE")
        #expect(answer.headers["connection"] == "close")
        #expect(http.refusals.count(of: .bodyBytes) == 1)
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func aBodyInChunksIsRefusedOnceItIsTooMuch() async throws {
        let http = try await ScriptedGateway { $0.bodyBytes = 1_000 }
        let connection = try http.connect()
        let chunk = "258\r\n" + String(repeating: " ", count: 600) + "\r\n"
        // There is no end to it.
        try connection.send(Self.post("Transfer-Encoding: chunked") + chunk + chunk)
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 413)
        #expect(answer.headers["connection"] == "close")
        await http.end()
    }

    /// Closing a socket with unread input would take the answer back.
    @Test func whoSendsFarTooMuchStillReadsWhy() async throws {
        let http = try await ScriptedGateway()
        let connection = try http.connect()
        try connection.send(Self.post("Content-Length: 4000000"))
        let text = String(repeating: " ", count: 100_000)
        for _ in 0..<20 { _ = connection.sendSome(text) }
        try await Task.sleep(for: .milliseconds(50))
        for _ in 0..<20 { _ = connection.sendSome(text) }
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 413)
        await http.end()
    }

    @Test(arguments: ["Content-Length: 1000", "Transfer-Encoding: chunked"])
    func aBodyThatTricklesIsRefusedInWords(framing: String) async throws {
        let http = try await ScriptedGateway { $0.bodyTime = .milliseconds(400) }
        let connection = try http.connect()
        try connection.send(Self.post(framing))
        let trickle = Task {
            for _ in 0..<500 {
                if connection.sendSome(framing.hasPrefix("C") ? " " : "1\r\n \r\n") == 0 { break }
                try? await Task.sleep(for: .milliseconds(20))
            }
        }
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        trickle.cancel()
        #expect(answer.status == 408)
        #expect(answer.code == "REQUEST_TIMEOUT")
        #expect(answer.headers["connection"] == "close")
        #expect(http.refusals.count(of: .bodyTime) == 1)
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    @Test func aBodyThatIsQuickEnoughHasItsTime() async throws {
        let http = try await ScriptedGateway { $0.bodyTime = .seconds(5) }
        let connection = try http.connect()
        try connection.send(Self.post("Content-Length: 20"))
        for _ in 0..<9 {
            try connection.send(" ")
            try await Task.sleep(for: .milliseconds(20))
        }
        try connection.send(#"{"email":""}"#.prefix(11) + "")
        let answer = try #require(HTTPAnswer(try await connection.receive(until: "}")))
        #expect(answer.status != 408)
        await http.end()
    }

    /// What has come has earned a second for each 64 KiB.
    @Test func aLargeBodyHasMoreTime() async throws {
        let http = try await ScriptedGateway { $0.bodyTime = .milliseconds(300) }
        let connection = try http.connect()
        let body = #"{"email":""# + String(repeating: "x", count: 640_000) + #""}"#
        try connection.send(Self.post("Connection: close\r\nContent-Length: \(body.utf8.count)"))
        try connection.send(String(body.dropLast(2)))
        try await Task.sleep(for: .milliseconds(800))
        _ = connection.sendSome(String(body.suffix(2)))
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status != 408, "\(answer)")
        #expect(http.refusals.count(of: .bodyTime) == 0)
        await http.end()
    }

    @Test func whoWaitsForLeaveToSendABodyGetsIt() async throws {
        let http = try await ScriptedGateway()
        let connection = try http.connect()
        try connection.send(Self.post("Expect: 100-continue\r\nConnection: close\r\nContent-Length: 2"))
        #expect(try await connection.receive(until: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
        try connection.send("{}")
        #expect(try await connection.receive().hasPrefix("HTTP/1.1 201 "))
        await http.end()
    }

    @Test(arguments: ["[", "{\"username\":", "{\"username\":["])
    func jsonThatIsNestedForEverIsRefused(piece: String) async throws {
        let http = try await ScriptedGateway()
        let deep = String(repeating: piece, count: 100_000)
        let answer = try await http(
            "POST", "/api/v1/users/", deep.count > 1_000_000 ? String(deep.prefix(1_000_000)) : deep)
        #expect(answer.status == 400, "\(answer.body)")
        #expect(http.methods.callCount == 0)
        await http.end()
    }

    // MARK: Between requests

    @Test func anIdleConnectionIsClosedAndABusyOneIsNot() async throws {
        let http = try await ScriptedGateway { $0.idleTime = .milliseconds(300) }
        http.methods.answer(UsersMethods.getUser) { _ in
            try await Task.sleep(for: .milliseconds(900))
            return nil
        }
        let connection = try http.connect()
        try connection.send(Self.user + "\r\n")
        let all = try await connection.receive()
        #expect(all.hasPrefix("HTTP/1.1 200 "), "\(all)")
        #expect(HTTPAnswer(all)?.headers["connection"] == nil)
        try await until { http.server.connectionCount == 0 }
        await http.end()
    }

    @Test func whoNeverClosesIsClosed() async throws {
        let http = try await ScriptedGateway { $0.linger = .milliseconds(300) }
        let connection = try http.connect()
        try connection.send(Self.user + "Connection: close\r\n\r\n")
        _ = try await connection.receive()
        // It keeps its end open, and goes on sending.
        try await until {
            _ = connection.sendSome("x")
            return http.server.connectionCount == 0
        }
        await http.end()
    }

    @Test func whoHasSaidAllStillGetsTheAnswer() async throws {
        let http = try await ScriptedGateway()
        http.methods.answer(UsersMethods.getUser) { _ in
            try await Task.sleep(for: .milliseconds(200))
            return nil
        }
        let connection = try http.connect()
        try connection.send(Self.user + "\r\n")
        connection.finishSending()
        #expect(try await connection.receive().hasPrefix("HTTP/1.1 200 "))
        try await until { http.server.connectionCount == 0 }
        await http.end()
    }

    /// More than the kernel holds, and a pause that is longer than anybody is waited for once all is written.
    @Test(arguments: [false, true])
    func aSlowReaderGetsTheLastAnswerInFull(hasFinishedSending: Bool) async throws {
        let http = try await ScriptedGateway { $0.linger = .milliseconds(100) }
        let size = 3_500_000
        http.methods.answer(UsersMethods.getUser) { _ in User.with { $0.email = String(repeating: "x", count: size) } }
        let connection = try http.connect(receiveBuffer: 4_096)
        try connection.send(Self.user + "Connection: close\r\n\r\n")
        if hasFinishedSending { connection.finishSending() }
        try await until { http.methods.callCount == 1 }
        try await Task.sleep(for: .milliseconds(700))
        let answer = try await connection.receive()
        #expect(answer.utf8.count > size, "\(answer.prefix(300))")
        try await until { http.server.connectionCount == 0 }
        await http.end()
    }

    /// The parser reads nothing behind such a request, so nothing may be let through to it.
    @Test(arguments: ["Upgrade: h2c\r\n", "Connection: upgrade\r\n", "Proxy-Connection: Upgrade\r\nUpgrade: x\r\n"])
    func whoOffersAnotherProtocolIsAnsweredInThisOneAndClosed(fields: String) async throws {
        let http = try await ScriptedGateway()
        let connection = try http.connect()
        try connection.send(Self.user + fields + "\r\n" + Self.user + "\r\n")
        let all = try await connection.receive()
        #expect(all.hasPrefix("HTTP/1.1 200 "))
        #expect(HTTPAnswer(all)?.headers["connection"] == "close")
        #expect(http.methods.callCount == 1)
        await http.end()
    }

    @Test func aClientOfHTTP10IsAnsweredAndClosed() async throws {
        let http = try await ScriptedGateway()
        let connection = try http.connect()
        try connection.send("GET /api/v1/users/1/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 200)
        #expect(answer.headers["connection"] == "close")
        await http.end()
    }

    /// A body that nobody wants is read to its end where that is near, and ends the connection where it is not.
    @Test func anAnswerBeforeTheBodyKeepsTheConnectionWhereLittleIsLeft() async throws {
        let http = try await ScriptedGateway()
        let near = try http.connect()
        try near.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n01234")
        #expect(try await near.receive(until: "}").hasPrefix("HTTP/1.1 404 "))
        try near.send("56789" + Self.user + "Connection: close\r\n\r\n")
        #expect(try await near.receive().hasPrefix("HTTP/1.1 200 "))
        let far = try http.connect()
        try far.send("POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n01234")
        let answer = try #require(HTTPAnswer(try await far.receive()))
        #expect(answer.status == 404)
        #expect(answer.headers["connection"] == "close")
        await http.end()
    }
}
