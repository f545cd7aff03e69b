// The end of a server over HTTP: what was begun is answered in full, what comes is refused in words and not run, and no
// answer is cut off by a close.
import Codec
import Contract
import RPC
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(1))) struct DrainTests {
    @Test func whatIsUnderWayIsAnsweredInFullAndTheConnectionIsClosed() async throws {
        let http = try await ScriptedGateway()
        let held = http.holdUser(.with { $0.username = "ada" })
        let connection = try http.connect()
        try connection.send(getUser)
        try await until { http.methods.callCount == 1 }
        async let end: Void = http.server.stop(timeout: .seconds(20))
        try await Task.sleep(for: .milliseconds(100))
        held.open()
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 200)
        #expect(answer.data["username"].string == "ada")
        #expect(answer.headers["connection"] == "close")
        await end
        #expect(http.server.connectionCount == 0)
        await http.end()
    }

    @Test func requestsThatWereSentTogetherAreRefusedBehindTheOneUnderWay() async throws {
        let http = try await ScriptedGateway()
        let held = http.holdUser()
        let connection = try http.connect()
        try connection.send(getUser + getUser + getUser)
        try await until { http.methods.callCount == 1 }
        async let end: Void = http.server.stop(timeout: .seconds(20))
        try await Task.sleep(for: .milliseconds(100))
        held.open()
        let all = try await connection.receive()
        #expect(all.ranges(of: "HTTP/1.1 200 ").count == 1, "\(all)")
        #expect(all.ranges(of: "HTTP/1.1 503 ").count == 2, "\(all)")
        #expect(all.ranges(of: #""error_code":"SHUTTING_DOWN""#).count == 2)
        #expect(all.lowercased().ranges(of: "connection: close").count == 1)
        await end
        #expect(http.methods.callCount == 1)
        await http.end()
    }

    @Test func aRequestOnAConnectionThatWasKeptIsRefusedInWords() async throws {
        let http = try await ScriptedGateway { $0.drainGrace = .seconds(5) }
        let connection = try http.connect()
        try connection.send(getUser)
        _ = try await connection.receive(until: "}")
        async let end: Void = http.server.stop(timeout: .seconds(20))
        // For the drain to have begun: nobody is let in any more.
        try await until { (try? http.connect()) == nil }
        try await Task.sleep(for: .milliseconds(50))
        try connection.send(getUser)
        let answer = try #require(HTTPAnswer(try await connection.receive()))
        #expect(answer.status == 503)
        #expect(answer.code == "SHUTTING_DOWN")
        #expect(answer.headers["connection"] == "close")
        #expect(http.methods.callCount == 1)
        #expect(http.refusals.count(of: .draining) == 1)
        await end
        await http.end()
    }

    @Test func connectionsWithoutARequestHoldNobodyUp() async throws {
        let http = try await ScriptedGateway()
        let idle = try http.connect()
        try idle.send(getUser)
        _ = try await idle.receive(until: "}")
        let silent = try http.connect()
        let half = try http.connect()
        try half.send("GET /api/v1/us")
        try await until { http.server.connectionCount == 3 }
        let begin = ContinuousClock.now
        await http.server.stop(timeout: .seconds(60))
        // The grace, and the linger for those who do not close: far from the time that is allowed.
        #expect(ContinuousClock.now - begin < .seconds(20))
        #expect(try await idle.receive() == "")
        #expect(try await silent.receive() == "")
        _ = try await half.receive()
        #expect(http.server.connectionCount == 0)
        await http.end()
    }

    /// Its sender could not know.
    @Test func aRequestOfWhichSomethingHasComeIsWaitedForAndRefusedInWords() async throws {
        let http = try await ScriptedGateway {
            $0.drainGrace = .milliseconds(50)
            $0.linger = .seconds(20)
        }
        let half = try http.connect()
        try half.send("GET /api/v1/us")
        // Answered behind it, so that the first has been read.
        #expect(try await http("GET", "/health/live").status == 200)
        try await Task.sleep(for: .milliseconds(500))
        async let end: Void = http.server.stop(timeout: .seconds(60))
        try await until { (try? http.connect()) == nil }
        try await Task.sleep(for: .milliseconds(500))
        try half.send("ers/1/ HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try #require(HTTPAnswer(try await half.receive()))
        #expect(answer.status == 503, "\(answer)")
        #expect(answer.code == "SHUTTING_DOWN")
        await end
        await http.end()
    }

    @Test func whatLastsLongerThanItMayIsCut() async throws {
        let http = try await ScriptedGateway()
        let left = HeldAnswer()
        http.methods.answer(UsersMethods.getUser) { _ in
            defer { left.open() }
            try await Task.sleep(for: .seconds(600))
            return nil
        }
        let connection = try http.connect()
        try connection.send(getUser)
        try await until { http.methods.callCount == 1 }
        await http.server.stop(timeout: .milliseconds(300))
        #expect(http.server.connectionCount == 0)
        // Not only the connection: nobody works for it any more.
        try await until { left.isOpen }
        await http.rpc.drain(timeout: .zero)
        await http.end()
    }

    @Test func aStreamIsToldAndEndsWithinItsTime() async throws {
        let http = try await ScriptedGateway()
        http.methods.onWatch { _, responses, _ in
            try await responses.write(.with { $0.cursor = "c" })
            try await Task.sleep(for: .seconds(3_600))
        }
        let connection = try http.connect()
        try connection.send("GET /api/v1/events/ HTTP/1.1\r\nHost: x\r\n\r\n")
        _ = try await connection.receive(until: "\n\n\r\n")
        let begin = ContinuousClock.now
        async let calls: Void = http.rpc.drain(timeout: .seconds(40))
        async let end: Void = http.server.stop(timeout: .seconds(40))
        let rest = try await connection.receive()
        #expect(rest.contains("SHUTTING_DOWN"), "\(rest)")
        #expect(rest.hasSuffix("0\r\n\r\n"))
        // 2 s are what it has; the rest is for a busy machine.
        #expect(ContinuousClock.now - begin < .seconds(15))
        _ = await (calls, end)
        #expect(http.server.connectionCount == 0)
    }
}
