// What bridges can make the server hold of what engines keep, and for how long: who does not read, who does not end what it
// began, who keeps too much.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct AuthStateBoundsTests {
    private let house: DeliveryHouse
    private let holder: AuthStateHolder

    init() async throws {
        house = try await DeliveryHouse()
        holder = try await AuthStateHolder(house)
    }

    private func isFree(_ budget: AuthStateBudget) async throws {
        try await poll("what was held to be given back") { budget.total == 0 ? true : nil }
    }

    @Test func whoDoesNotReadHoldsNoMoreThanItsShare() async throws {
        _ = try await holder.put(AuthStateHolder.parts("profile", megabytes: 10))
        // Three of ten megabytes fit into a share; each waits for its reader with the rest of its value in memory.
        var slow: [ResponseStream<AuthStateItem>] = []
        for number in 1...3 {
            slow.append(try await holder.ask())
            try await poll("stream \(number) to hold its value") {
                house.reading.total >= number * 10 << 20 ? true : nil
            }
        }
        let refused = await refusal { _ = try await holder.get() }
        #expect(refused?.code == .resourceExhausted && refused?.reason == "OVERLOADED")
        #expect(refused?.retryAfter != nil)
        #expect(house.reading.total < 36 << 20)
        // Writing goes on, and so does who reads to the end.
        try await holder.put(["creds": [1]])
        var bytes = 0
        for try await item in slow.removeFirst() { bytes += item.value.count }
        #expect(bytes >= 10 << 20)
        #expect(try await holder.get().values.count == 2)
        // Who goes holds nothing.
        for stream in slow { stream.cancel() }
        try await isFree(house.reading)
    }

    @Test func aPageIsReadOnlyAsFarAsThereIsRoom() async throws {
        var values: [String: [UInt8]] = [:]
        for number in 0..<5 { values["part-\(number)"] = [UInt8](repeating: UInt8(number), count: 200_000) }
        try await holder.put(values)
        let small = AuthStateBudget(share: 450_000, all: 450_000)
        let client = BridgeClient(house.bridgeClient(reading: small))
        // Two at a time, and all of them in the end; by name, too, where some are not there.
        #expect(try await holder.get(client: client).values == values)
        let names = values.keys.sorted() + (0..<300).map { "nothing-\($0)" }
        #expect(try await holder.get(client: client, keys: names).values == values)
        try await isFree(small)
        let tiny = AuthStateBudget(share: 100_000, all: 450_000)
        let refused = await refusal {
            _ = try await holder.get(client: BridgeClient(house.bridgeClient(reading: tiny)))
        }
        #expect(refused?.reason == "OVERLOADED")
        // What was asked for by name is held, too.
        let none = AuthStateBudget(share: 1_000, all: 1_000)
        let unasked = await refusal {
            _ = try await holder.get(
                client: BridgeClient(house.bridgeClient(reading: none)), keys: (0..<9).map { "nothing-\($0)" })
        }
        #expect(unasked?.reason == "OVERLOADED")
        try await isFree(none)
    }

    @Test func allBridgesTogetherHaveABound() {
        let budget = AuthStateBudget(share: 10, all: 15)
        var first: AuthStateLoan? = AuthStateLoan(budget, for: 1)
        let second = AuthStateLoan(budget, for: 2)
        #expect(first?.has(11) == false && first?.has(10) == true && first?.has(1) == false)
        #expect(!second.has(6) && second.has(5))
        #expect(budget.total == 15)
        second.giveBack(2)
        second.giveBack(100)
        #expect(budget.total == 10)
        first = nil
        #expect(budget.total == 0)
    }

    @Test func whoAsksByNameAsksForNames() async throws {
        for key in ["", String(repeating: "k", count: 256), "a\n"] {
            #expect(await refusal { _ = try await holder.get(keys: [key]) }?.reason == "VALIDATION_ERROR")
        }
    }

    @Test(arguments: ["ends it badly", "breaks it off", "falls silent", "goes on for ever"])
    func whatIsOnItsWayInIsGivenBackHoweverTheCallEnds(how: String) async throws {
        let sleepers = house.clock.sleeperCount
        let call = try await holder.client.putAuthState(options: holder.options())
        let session = holder.line.session
        let epoch = holder.line.assign.epoch
        try await call.send(
            .with {
                $0.sessionId = session
                $0.epoch = epoch
                $0.key = "creds"
                $0.value = [UInt8](repeating: 1, count: 1 << 20)
                $0.more = true
            })
        try await poll("what came to be counted") { house.writing.total >= 1 << 20 ? true : nil }
        switch how {
        case "ends it badly":
            #expect(await refusal { _ = try await call.finish() }?.reason == "VALIDATION_ERROR")
        case "breaks it off": call.cancel()
        case "falls silent":
            #expect(house.clock.sleeperCount > sleepers)
            try await house.pass(.seconds(61), holder.line.bridge)
            #expect(await refusal { _ = try await call.finish() }?.reason == "REQUEST_TIMEOUT")
        default:
            // Empty parts cost nothing, and end with the time all the same.
            let ended = await refusal {
                for _ in 0..<10_000 {
                    try await call.send(
                        .with {
                            $0.key = "creds"
                            $0.more = true
                        })
                    try await house.pass(.seconds(5), holder.line.bridge)
                }
            }
            #expect(ended != nil)
        }
        try await isFree(house.writing)
        try await holder.put(["creds": [1]])
        #expect(try await holder.get().values == ["creds": [1]])
    }

    @Test func whoReadsTooSlowlyIsCutOff() async throws {
        _ = try await holder.put(AuthStateHolder.parts("profile", megabytes: 10))
        let stream = try await holder.ask()
        try await poll("the stream to hold its value") { house.reading.total >= 10 << 20 ? true : nil }
        try await house.pass(.seconds(301), holder.line.bridge)
        try await isFree(house.reading)
        let ended = await refusal { for try await _ in stream {} }
        #expect(ended?.reason == "REQUEST_TIMEOUT")
    }

    /// The limits of a session are looked at in its totals, which the store keeps: nothing is counted at each call.
    @Test(arguments: ["count = 100000", "bytes = 268435456"])
    func aSessionKeepsNoMoreThanItsPart(full: String) async throws {
        try await holder.put(["creds": [1]])
        try await house.store.write { db in _ = try db.execute("UPDATE auth_state_totals SET \(full)") }
        #expect(await refusal { try await holder.put(["another": [2]]) }?.reason == "PAYLOAD_TOO_LARGE")
        #expect(try await holder.get().values == ["creds": [1]])
    }

    /// The same on a server whose operator allows less.
    @Test func whatIsAllowedIsTheOperatorsToSay() async throws {
        house.authStateLimits.valueBytes = 70_000
        house.authStateLimits.callBytes = 100_000
        house.authStateLimits.callKeys = 3
        house.authStateLimits.sessionBytes = 200_000
        house.authStateLimits.sessionKeys = 4
        house.authStateLimits.putTime = .seconds(5)
        let client = BridgeClient(house.bridgeClient())
        func put(_ values: [String: Int]) async throws {
            _ = try await holder.put(
                client: client,
                values.map { key, count in
                    .with {
                        $0.key = key
                        $0.value = [UInt8](repeating: 7, count: count)
                    }
                })
        }
        try await put(["a": 69_000])
        let refused: [[String: Int]] = [["a": 70_001], ["a": 60_000, "b": 41_000], ["a": 1, "b": 1, "c": 1, "d": 1]]
        for values in refused {
            #expect(await refusal { try await put(values) }?.reason == "PAYLOAD_TOO_LARGE", "\(values)")
        }
        try await put(["b": 69_000])
        #expect(await refusal { try await put(["c": 69_000]) }?.reason == "PAYLOAD_TOO_LARGE")
        try await put(["c": 1, "d": 1])
        #expect(await refusal { try await put(["e": 1]) }?.reason == "PAYLOAD_TOO_LARGE")
        let call = try await client.putAuthState(options: holder.options())
        try await call.send(
            .with {
                $0.sessionId = 1
                $0.epoch = 1
            })
        try await poll("the call to wait") { house.clock.sleeperCount > 0 ? true : nil }
        try await house.pass(.seconds(6), holder.line.bridge)
        #expect(await refusal { _ = try await call.finish() }?.reason == "REQUEST_TIMEOUT")
    }
}
