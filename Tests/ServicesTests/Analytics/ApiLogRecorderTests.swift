// The log of calls: what is kept of a call, that it is written in batches, and that nothing waits without bound.

import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct ApiLogRecorderTests {
    private func call(
        _ name: String = "SendText", service: String = "switchboard.v1.MessagesService", user: Int64? = 7,
        peer: Peer = Peer(transport: .tcp, address: "192.0.2.7:40000"), code: StatusCode = .ok, reason: String = "",
        id: String = "r", caller: String = "x"
    ) -> CallRecord {
        CallRecord(
            method: Method(service: service, name: name, kind: .unary), peer: peer, caller: caller, userID: user,
            keyPrefix: "sbk_12345678", requestID: id, code: code, reason: reason, cause: nil,
            duration: .microseconds(1234))
    }

    private func entries(_ store: Store) async throws -> [ApiLogRecord] {
        try await store.read { db in try db.apiLogs.following(.init(), after: 0, limit: 100_000).entries }
    }

    @Test func whatIsKeptSaysWhoAskedWhatAndHowItEnded() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        let recorder = ApiLogRecorder(store: temporary.store, clock: clock)
        recorder.record(call())
        recorder.record(
            call(
                user: nil,
                peer: Peer(
                    transport: .http, address: "[2001:db8::1]:443", listener: "http", endpoint: "POST /api/v1/x/"),
                code: .resourceExhausted, reason: "QUOTA_EXCEEDED", id: String(repeating: "x", count: 999)))
        recorder.record(call("Check", service: "grpc.health.v1.Health"))
        recorder.record(call(peer: Peer(transport: .unix, uid: 0), code: .deadlineExceeded))
        recorder.record(call("GetMessage"))
        await recorder.flush()
        let kept = try await entries(temporary.store)
        try #require(kept.count == 4)
        #expect(kept[0].method == "switchboard.v1.MessagesService/SendText" && kept[0].userID == 7)
        #expect(kept[0].status == "OK" && kept[0].httpStatus == 201 && kept[0].latencyMicroseconds == 1234)
        #expect(kept[3].status == "OK" && kept[3].httpStatus == 200)
        #expect(kept[0].transport == "tcp" && kept[0].ip == "192.0.2.7" && kept[0].keyPrefix == "sbk_12345678")
        #expect(kept[0].requestID == "r" && kept[0].endpoint == "" && kept[0].at == clock.now())
        #expect(kept[1].status == "QUOTA_EXCEEDED" && kept[1].httpStatus == 429 && kept[1].userID == 0)
        #expect(kept[1].transport == "http" && kept[1].ip == "2001:db8::1" && kept[1].endpoint == "POST /api/v1/x/")
        #expect(kept[1].requestID.utf8.count == 128)
        #expect(kept[2].status == "DEADLINE_EXCEEDED" && kept[2].httpStatus == 504 && kept[2].ip == "")
    }

    @Test func requestsAreCountedForTheirUsers() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        let recorder = ApiLogRecorder(store: temporary.store, clock: clock)
        for user in [Int64?(1), 2, 1, nil, 1] { recorder.record(call(user: user)) }
        await recorder.flush()
        let day = clock.now().day
        let rows = try await temporary.store.read { db in try db.usage.list(days: day...day, limit: 10) }
        #expect(rows.map(\.key.userID) == [2, 1])
        #expect(rows.map { $0[.apiRequests] } == [1, 3])
    }

    @Test(.timeLimit(.minutes(1))) func aBatchIsWrittenAtOnceAndTheRestEverySecond() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        let recorder = ApiLogRecorder(store: temporary.store, clock: clock)
        let running = Task { await recorder.run() }
        defer { running.cancel() }
        try await untilTrue { clock.sleeperCount == 1 }
        for _ in 0..<ApiLogRecorder.batch - 1 { recorder.record(call()) }
        #expect(recorder.waitingCount == ApiLogRecorder.batch - 1)
        recorder.record(call())
        try await untilTrue { try await entries(temporary.store).count == ApiLogRecorder.batch }
        // It sleeps again: whatever comes now waits for its second.
        try await untilTrue { clock.sleeperCount == 1 }
        recorder.record(call())
        #expect(recorder.waitingCount == 1)
        clock.advance(by: .seconds(1))
        try await untilTrue { try await entries(temporary.store).count == ApiLogRecorder.batch + 1 }
        #expect(recorder.lostCount == 0)
    }

    @Test func aDrainWritesEverything() async throws {
        let temporary = try TemporaryStore()
        let recorder = ApiLogRecorder(store: temporary.store, clock: FakeClock())
        for number in 0..<1000 { recorder.record(call(id: "r\(number)")) }
        await recorder.flush()
        #expect(try await entries(temporary.store).map(\.requestID) == (0..<1000).map { "r\($0)" })
        #expect(recorder.waitingCount == 0)
    }

    @Test func whatWaitsIsBoundedAndTheOldestGoesFirst() async throws {
        let temporary = try TemporaryStore()
        let recorder = ApiLogRecorder(store: temporary.store, clock: FakeClock(), capacity: 1000)
        for number in 0..<5000 { recorder.record(call(id: "r\(number)")) }
        #expect(recorder.waitingCount <= 1000 + ApiLogRecorder.batch)
        #expect(recorder.waitingCount + Int(recorder.lostCount) == 5000)
        await recorder.flush()
        let kept = try await entries(temporary.store)
        #expect(kept.count >= 1000 && kept.last?.requestID == "r4999")
    }

    @Test func callsOfNobodyAreKeptAtABoundedRateAndCountedBeyondIt() async throws {
        let temporary = try TemporaryStore()
        let clock = FakeClock()
        let recorder = ApiLogRecorder(store: temporary.store, clock: clock)
        func knock(_ count: Int) { for _ in 0..<count { recorder.record(call(user: nil, caller: CallRecord.nobody)) } }
        knock(5000)
        #expect(recorder.waitingCount == 100 && recorder.unkeptCount == 4900)
        clock.advance(by: .seconds(1))
        knock(50)
        #expect(recorder.waitingCount == 110 && recorder.unkeptCount == 4940)
        // A long silence saves up no more than the burst.
        clock.advance(by: .seconds(3600))
        knock(500)
        #expect(recorder.waitingCount == 210 && recorder.unkeptCount == 5340)
        // Whoever is known is kept, whether a user or the operator, who is none.
        recorder.record(call())
        recorder.record(call(user: nil, caller: "operator"))
        #expect(recorder.waitingCount == 212 && recorder.lostCount == 0)
        await recorder.flush()
        #expect(try await entries(temporary.store).count == 212)
    }

    @Test func whatAClosedStoreRefusesIsCountedAndEndsNothing() async throws {
        let temporary = try TemporaryStore()
        let recorder = ApiLogRecorder(store: temporary.store, clock: FakeClock())
        recorder.record(call())
        temporary.store.close()
        await recorder.flush()
        #expect(recorder.lostCount == 1 && recorder.waitingCount == 0)
    }
}
