// Properties: something that has to be so whatever happens, tried with thousands of runs of chance. A run is made of its
// seed and of nothing else, so the seed that a failure prints repeats it: `SWITCHBOARD_SEED=123` runs that one alone, and
// `SWITCHBOARD_SEED=1000-90000` hunts for longer than the usual run has time for.

import Foundation
import Testing

/// Repeatable chance (SplitMix64).
struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { .random(in: range, using: &self) }
    /// Once in so many times.
    mutating func once(in times: Int) -> Bool { number(1...times) == 1 }
    /// 0 up to, not including, 1.
    mutating func share() -> Double { .random(in: 0..<1, using: &self) }
    mutating func pick<T>(_ things: [T]) -> T { things[number(0...things.count - 1)] }
    /// Short as often as long; in whole microseconds, as moments are.
    mutating func duration(upTo longest: Duration) -> Duration {
        .microseconds(Int64(longest / .microseconds(1) * pow(10, -8 * share())))
    }
}

/// What a run found that may not be.
struct Broken: Error, Hashable, CustomStringConvertible {
    let description: String
    init(_ description: String) { self.description = description }
}

func must(_ isSo: Bool, _ otherwise: @autoclosure () -> String) throws(Broken) {
    if !isSo { throw Broken(otherwise()) }
}

enum Property {
    struct Failure: Hashable {
        let seed: UInt64
        let what: String
    }

    /// - Parameter runs: seeds 1 to this one, unless others are asked for.
    static func holds(
        _ runs: UInt64, sourceLocation: SourceLocation = #_sourceLocation, _ run: (inout Chance) throws -> Void
    ) {
        let asked = ProcessInfo.processInfo.environment["SWITCHBOARD_SEED"] ?? ""
        guard let failure = firstFailure(of: seeds(asked) ?? 1...runs, run) else { return }
        Issue.record(
            "\(failure.what)\nOnce more: SWITCHBOARD_SEED=\(failure.seed)", sourceLocation: sourceLocation)
    }

    static func firstFailure(
        of seeds: ClosedRange<UInt64>, _ run: (inout Chance) throws -> Void
    ) -> Failure? {
        for seed in seeds {
            var chance = Chance(seed: seed)
            do {
                try run(&chance)
            } catch {
                return Failure(seed: seed, what: "\(error)")
            }
        }
        return nil
    }

    /// `7` or `7-900`.
    static func seeds(_ asked: String) -> ClosedRange<UInt64>? {
        let ends = asked.split(separator: "-").compactMap { UInt64($0) }
        guard let first = ends.first, let last = ends.last, first <= last, ends.count <= 2 else { return nil }
        return first...last
    }
}

@Suite struct PropertyTests {
    @Test func theSeedOfAFailureRepeatsIt() throws {
        func run(_ chance: inout Chance) throws {
            let dice = (0..<4).map { _ in chance.number(1...6) }
            try must(dice.reduce(0, +) < 23, "\(dice)")
        }
        let failure = try #require(Property.firstFailure(of: 1...10_000, run))
        #expect(failure.seed > 1)
        let asked = try #require(Property.seeds("\(failure.seed)"))
        #expect(Property.firstFailure(of: asked, run) == failure)
        #expect(Property.seeds("") == nil && Property.seeds("9-7") == nil && Property.seeds("7-9") == 7...9)
    }
}
