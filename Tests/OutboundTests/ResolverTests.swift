// Lookups: on threads of their own, each name once at a time, so many names and no more, and who goes away waits no longer.

import Glibc
import Synchronization
import TestKit
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(2))) struct ResolverTests {
    /// Looks nothing up before it is let go. Blocks, as name servers that are silent do.
    private final class Gate: Sendable {
        private let open = Mutex(false)
        private let names = Mutex<[String]>([])
        var asked: [String] { names.withLock { $0 } }

        func letGo() { open.withLock { $0 = true } }

        func lookUp(_ host: String) -> [TargetAddress] {
            names.withLock { $0.append(host) }
            while !open.withLock({ $0 }) { usleep(1_000) }
            return [.v4(1)]
        }
    }

    /// What Swift's tasks run on is not what is blocked: that is a handful of threads for the whole process.
    @Test func aLookupRunsOnAThreadOfItsOwn() async throws {
        let names = Mutex<[String]>([])
        let resolver = SystemResolver(most: 16) { _ in
            let file = try #require(fopen("/proc/thread-self/comm", "r"))
            defer { fclose(file) }
            var text = [CChar](repeating: 0, count: 32)
            _ = fgets(&text, 32, file)
            names.withLock { $0.append(String(decoding: text.prefix { $0 > 32 }.map(UInt8.init), as: UTF8.self)) }
            return []
        }
        #expect(try await resolver.addresses(of: "a.example", for: 1).isEmpty)
        #expect(names.withLock { $0 } == [LookupThread.name])
    }

    @Test func whoAsksForTheSameNameSharesALookup() async throws {
        let gate = Gate()
        let resolver = SystemResolver(most: 16) { gate.lookUp($0) }
        async let first = resolver.addresses(of: "a.example", for: 1)
        try await untilTrue { gate.asked.count == 1 }
        async let second = resolver.addresses(of: "a.example", for: 1)
        async let third = resolver.addresses(of: "b.example", for: 1)
        try await untilTrue { gate.asked.count == 2 }
        gate.letGo()
        _ = try await (first, second, third)
        #expect(gate.asked == ["a.example", "b.example"])
        // What was found is not kept.
        _ = try await resolver.addresses(of: "a.example", for: 1)
        #expect(gate.asked.count == 3)
    }

    @Test func soManyAreLookedUpAtOnceAndWhoGoesIsNotLookedUpFor() async throws {
        let gate = Gate()
        let resolver = SystemResolver(most: 2) { gate.lookUp($0) }
        let running = [("a.example", 1), ("b.example", 2)].map { name, party in
            Task { try await resolver.addresses(of: name, for: Int64(party)) }
        }
        try await untilTrue { gate.asked.count == 2 }
        let waiting = ["c.example", "d.example"].map { name in
            Task { try await resolver.addresses(of: name, for: 3) }
        }
        try await untilTrue { resolver.queued == 2 }
        waiting[0].cancel()
        await #expect(throws: CancellationError.self) { try await waiting[0].value }
        // One that runs is not waited for any longer, either.
        running[0].cancel()
        await #expect(throws: CancellationError.self) { try await running[0].value }
        #expect(gate.asked.count == 2)
        gate.letGo()
        #expect(try await waiting[1].value == [.v4(1)])
        #expect(Set(gate.asked) == ["a.example", "b.example", "d.example"])
        #expect(try await running[1].value == [.v4(1)])
    }

    /// Somebody's name servers are silent, and there are more of their names than there are threads.
    @Test func whoseNamesHangHasAShareOfTheThreadsAndOthersHaveTheRest() async throws {
        let gate = Gate()
        let resolver = SystemResolver(most: 20) { host in
            host.hasPrefix("hangs") ? gate.lookUp(host) : [.v4(2)]
        }
        let hanging = (0..<40).map { number in
            Task { try await resolver.addresses(of: "hangs\(number).example", for: 1) }
        }
        try await untilTrue { gate.asked.count + resolver.queued == 40 }
        #expect(gate.asked.count == 4)
        #expect(try await resolver.addresses(of: "well.example", for: 2) == [.v4(2)])
        // A name that waits for its share is looked up for somebody else who asks, by theirs.
        let asked = gate.asked
        let late = try #require((0..<40).map { "hangs\($0).example" }.first { !asked.contains($0) })
        let other = Task { try await resolver.addresses(of: late, for: 2) }
        try await untilTrue { gate.asked.contains(late) }
        gate.letGo()
        for task in hanging { #expect(try await task.value == [.v4(1)]) }
        #expect(try await other.value == [.v4(1)])
        #expect(gate.asked.count == 40)
    }

    /// They are many: still something is left for who comes next.
    @Test func sharesBecomeSmallerTheMoreThereAreWhoWantMuch() {
        var shares = FairShares(96)
        for round in 0..<96 {
            for party: Int64 in 1...10 where shares.admits(party) { shares.take(party) }
            if round == 0 { #expect(shares.free == 86) }
        }
        #expect((1...10).allSatisfy { (6...8).contains(shares.held(by: $0)) })
        #expect(shares.free > 20 && shares.admits(11))
        shares.give(back: 1)
        shares.give(back: 99)
        #expect(shares.free == 96 - (1...10).reduce(0) { $0 + shares.held(by: $1) })
    }
}
