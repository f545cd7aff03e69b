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
        let resolver = SystemResolver(most: 4) { _ in
            let file = try #require(fopen("/proc/thread-self/comm", "r"))
            defer { fclose(file) }
            var text = [CChar](repeating: 0, count: 32)
            _ = fgets(&text, 32, file)
            names.withLock { $0.append(String(decoding: text.prefix { $0 > 32 }.map(UInt8.init), as: UTF8.self)) }
            return []
        }
        #expect(try await resolver.addresses(of: "a.example").isEmpty)
        #expect(names.withLock { $0 } == [LookupThread.name])
    }

    @Test func whoAsksForTheSameNameSharesALookup() async throws {
        let gate = Gate()
        let resolver = SystemResolver(most: 4) { gate.lookUp($0) }
        async let first = resolver.addresses(of: "a.example")
        try await untilTrue { gate.asked.count == 1 }
        async let second = resolver.addresses(of: "a.example")
        async let third = resolver.addresses(of: "b.example")
        try await untilTrue { gate.asked.count == 2 }
        gate.letGo()
        _ = try await (first, second, third)
        #expect(gate.asked == ["a.example", "b.example"])
        // What was found is not kept.
        _ = try await resolver.addresses(of: "a.example")
        #expect(gate.asked.count == 3)
    }

    @Test func soManyAreLookedUpAtOnceAndWhoGoesIsNotLookedUpFor() async throws {
        let gate = Gate()
        let resolver = SystemResolver(most: 2) { gate.lookUp($0) }
        let running = ["a.example", "b.example"].map { name in Task { try await resolver.addresses(of: name) } }
        try await untilTrue { gate.asked.count == 2 }
        let waiting = ["c.example", "d.example"].map { name in Task { try await resolver.addresses(of: name) } }
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
}
