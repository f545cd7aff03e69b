// Clients that mean no good, through real sockets: requests that two parsers would read differently, floods of requests
// on one connection, readers who do not read, and what the log says of those who never made a call.
import Codec
import Contract
import Logging
import RPC
import Synchronization
import TestKit
import Testing

@testable import Gateway

@Suite(.timeLimit(.minutes(2))) struct HostileClientTests {
    @Test func whatCouldBeReadInTwoWaysIsAnswered400AndClosed() async throws {
        let http = try await ScriptedGateway()
        for (name, text) in RequestGateTests.smuggling {
            // As if behind a proxy that read it otherwise: what follows must never be answered.
            let aimed = text.replacing(" / HTTP", with: " /api/v1/users/ HTTP")
            let connection = try http.connect()
            try connection.send(aimed + "GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
            let answer = try await connection.receive()
            #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(name): \(answer)")
            #expect(answer.ranges(of: "HTTP/1.1").count == 1, "\(name): \(answer)")
            #expect(HTTPAnswer(answer)?.headers["connection"] == "close", "\(name)")
        }
        #expect(http.methods.callCount == 0)
        #expect(http.refusals.count(of: .malformed) == RequestGateTests.smuggling.count)
        await http.end()
    }

    /// As a hundred connections would be: all are answered, in order, and only one at a time is anybody's work.
    @Test func aFloodOfRequestsOnOneConnectionWaitsInTheKernel() async throws {
        let http = try await ScriptedGateway()
        let held = http.holdUser()
        let connection = try http.connect()
        // Large ones, so that those that the kernel takes are not too many to answer.
        let padding = String(repeating: "y", count: 16_384)
        let request = Array("GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\nX: \(padding)\r\n\r\n".utf8)
        var sent = 0
        var refused = 0
        // Until nothing more is taken for a while; what is sent goes on where it was cut.
        while refused < 50, sent < 64 << 20 {
            let count = connection.sendSome(String(decoding: request[(sent % request.count)...], as: UTF8.self))
            sent += count
            refused = count == 0 ? refused + 1 : 0
            if count == 0 { try await Task.sleep(for: .milliseconds(5)) }
        }
        #expect(sent < 64 << 20)
        try await until { http.methods.callCount == 1 }
        #expect(http.methods.callCount == 1)
        held.open()
        let whole = sent / request.count
        connection.finishSending()
        let all = try await connection.receive()
        #expect(all.ranges(of: "HTTP/1.1 200 ").count == whole)
        #expect(http.methods.callCount == whole)
        await http.end()
    }

    @Test func whoDoesNotReadIsCut() async throws {
        let http = try await ScriptedGateway { $0.writeStall = .milliseconds(800) }
        let ended = Mutex(0)
        let text = String(repeating: "x", count: 8_192)
        http.methods.onWatch { _, responses, _ in
            defer { ended.withLock { $0 += 1 } }
            while true {
                try await responses.write(
                    .with {
                        $0.type = "message.accepted"
                        $0.body = .message(.with { $0.message = .with { $0.content = text } })
                    })
            }
        }
        let stream = try http.connect()
        try stream.send("GET /api/v1/events/ HTTP/1.1\r\nHost: x\r\n\r\n")
        try await until { ended.withLock { $0 } == 1 }
        #expect(http.refusals.count(of: .writeStall) == 1)
        // An answer that is larger than what sockets hold is no different.
        http.methods.answer(UsersMethods.getUser) { _ in
            User.with { $0.username = String(repeating: "x", count: 3_900_000) }
        }
        let large = try http.connect(receiveBuffer: 4_096)
        try large.send(getUser)
        try await until { http.refusals.count(of: .writeStall) == 2 }
        try await until { http.server.connectionCount == 0 }
        await http.end()
    }

    /// Whoever writes for a client that does not read stands still: what waits is bounded.
    @Test func nothingIsPiledUpForWhoDoesNotRead() async throws {
        let http = try await ScriptedGateway {
            $0.outboundHighWatermark = 65_536
            $0.outboundLowWatermark = 32_768
            $0.writeStall = .seconds(60)
        }
        let written = Mutex(0)
        let text = String(repeating: "x", count: 8_192)
        http.methods.onWatch { _, responses, _ in
            while written.withLock({ $0 }) < 30_000 {
                try await responses.write(
                    .with {
                        $0.type = "message.accepted"
                        $0.body = .message(.with { $0.message = .with { $0.content = text } })
                    })
                written.withLock { $0 += 1 }
            }
        }
        let stream = try http.connect(receiveBuffer: 4_096)
        try stream.send("GET /api/v1/events/ HTTP/1.1\r\nHost: x\r\n\r\n")
        try await until { written.withLock { $0 } > 0 }
        // Until nothing more was written for a second.
        var last = -1
        while true {
            let now = written.withLock { $0 }
            if now == last { break }
            last = now
            try await Task.sleep(for: .seconds(1))
        }
        #expect(last < 30_000)
        #expect(http.server.connectionCount == 1)
        withExtendedLifetime(stream) {}
        stream.resetWhenClosed()
        await http.server.stop(timeout: .zero)
        await http.rpc.drain(timeout: .zero)
    }

    @Test func whoReadsSlowlyIsNotCut() async throws {
        let http = try await ScriptedGateway { $0.writeStall = .milliseconds(400) }
        http.methods.answer(UsersMethods.getUser) { _ in
            User.with { $0.username = String(repeating: "x", count: 3_900_000) }
        }
        let connection = try http.connect(receiveBuffer: 65_536)
        try connection.send("GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        var count = 0
        // Over more than a second in all.
        for _ in 0..<24 {
            count += try await connection.receiveSome(150_000)
            try await Task.sleep(for: .milliseconds(50))
        }
        count += try await connection.receive().utf8.count
        #expect(count > 3_900_000)
        #expect(http.refusals.count(of: .writeStall) == 0)
        await http.end()
    }

    @Test func whatBecomesNoCallHasItsLineInTheLog() async throws {
        let lines = LogLines()
        let http = try await ScriptedGateway(logger: lines.logger)
        _ = try await http("GET", "/nowhere/sbk_12345678_secretsecretsecret?key=secret")
        _ = try await http("DELETE", "/api/v1/status/")
        _ = try await http("GET", "/api/v1/users/%zz/")
        _ = try await http("GET", "/api/v1/users/1/", headers: ["X-API-Key": "sbk_a", "Authorization": "Bearer b"])
        let connection = try http.connect()
        try connection.send("nonsense\r\n\r\n")
        _ = try await connection.receive()
        let told = lines.all
        #expect(told.allSatisfy { $0.message == "http refused" })
        #expect(told.map { $0.fields["limit"] } == ["path", "method", "malformed", "credentials", "malformed"])
        #expect(told.map { $0.fields["status"] } == ["404", "405", "400", "400", "400 Bad Request"])
        #expect(told.allSatisfy { $0.fields["peer"]?.hasPrefix("127.0.0.1:") == true })
        #expect(told[0].fields["endpoint"] == "GET /nowhere/sbk_12345678…")
        #expect(told[0].fields["request_id"]?.isEmpty == false)
        #expect(!told.contains { "\($0)".contains("secret") })
        await http.end()
    }

    @Test func aFloodOfRefusalsIsNoFloodOfLines() async throws {
        let lines = LogLines()
        let refusals = HTTPRefusals(logger: lines.logger)
        let begin = ContinuousClock.now
        for _ in 0..<1_000 { refusals.note(.path, status: "404", reason: "x", peer: "") }
        let seconds = (ContinuousClock.now - begin).components.seconds + 2
        #expect(lines.all.count <= 10 * Int(seconds))
        #expect(refusals.count(of: .path) == 1_000)
        try await until {
            refusals.note(.path, status: "404", reason: "x", peer: "")
            return lines.all.contains { $0.fields["untold_before"] != nil }
        }
    }
}
