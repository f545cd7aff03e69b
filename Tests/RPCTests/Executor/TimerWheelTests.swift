import Testing

@testable import RPC

@Suite
struct TimerWheelTests {
    private let ms: UInt64 = 1_000_000

    @Test
    func timersFireAtTheFirstTickAfterTheirTimeAndNotBefore() {
        var wheel = TimerWheel<Int>()
        let start = 123_456_789 * UInt64(1000)
        _ = wheel.add(1, at: start + 25 * ms, now: start)
        var now = start
        while wheel.advance(to: now).isEmpty { now += ms }
        #expect(now >= start + 25 * ms)
        #expect(now <= start + 35 * ms)
        #expect(wheel.isEmpty)
    }

    @Test
    func againstASortedListOverRandomTimes() {
        var random = SplitMix(seed: 42)
        var wheel = TimerWheel<Int>()
        var times: [Int: UInt64] = [:]
        var tokens: [Int: TimerWheel<Int>.Token] = [:]
        var now: UInt64 = 1 << 40
        var next = 0
        for _ in 0..<3_000 {
            switch random.next() % 4 {
            case 0, 1:
                // Up to 40 s away: several turns of the wheel.
                times[next] = now + random.next() % (40_000 * ms)
                tokens[next] = wheel.add(next, at: times[next] ?? 0, now: now)
                next += 1
            case 2:
                if let victim = tokens.keys.min(by: { $0 * 7919 % 101 < $1 * 7919 % 101 }), let token = tokens[victim] {
                    #expect(wheel.remove(token) == victim)
                    #expect(wheel.remove(token) == nil)
                    tokens[victim] = nil
                    times[victim] = nil
                }
            default:
                now += random.next() % (500 * ms)
                for fired in wheel.advance(to: now) {
                    #expect(times[fired].map { $0 <= now } == true, "fired too early")
                    times[fired] = nil
                    tokens[fired] = nil
                }
                let overdue = times.values.filter { $0 + 2 * TimerWheel<Int>.tick < now }
                #expect(overdue.isEmpty, "fired too late")
            }
            #expect(wheel.count == times.count)
        }
        let rest = wheel.advance(to: now + 60_000 * ms)
        #expect(rest.count == times.count && wheel.isEmpty)
    }

    @Test
    func aStaleTokenTouchesNobodyElsesTimer() {
        var wheel = TimerWheel<String>()
        let old = wheel.add("old", at: 20 * ms, now: 0)
        #expect(wheel.advance(to: 100 * ms) == ["old"])
        let new = wheel.add("new", at: 200 * ms, now: 100 * ms)
        #expect(wheel.remove(old) == nil)
        #expect(wheel.remove(new) == "new")
    }

    @Test
    func theFarthestTimeIsNoOverflow() {
        var wheel = TimerWheel<Int>()
        _ = wheel.add(1, at: .max, now: 5)
        #expect(wheel.advance(to: 1 << 60).isEmpty)
        #expect(wheel.count == 1)
    }
}

/// Random numbers that are the same every time.
struct SplitMix: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
