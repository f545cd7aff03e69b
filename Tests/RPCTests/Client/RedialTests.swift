// When a client dials again: pure, time is an argument.

import NIOCore
import Testing

@testable import RPC

@Suite struct RedialTests {
    private let start = NIODeadline.uptimeNanoseconds(1_000_000_000_000)

    private func pause(_ redial: Redial, _ now: NIODeadline) -> TimeAmount { redial.notBefore - now }

    @Test func theFirstDialWaitsForNothing() {
        #expect(Redial(Backoff()).notBefore <= start)
    }

    @Test func pausesGrowWithFailuresUpToABoundAndAreNeverWhole() {
        var redial = Redial(Backoff(base: .milliseconds(100), maximum: .seconds(1)))
        for ceiling in [100, 200, 400, 800, 1000, 1000, 1000] as [Int64] {
            redial.failed(at: start)
            let pause = pause(redial, start)
            #expect(pause >= .milliseconds(ceiling / 2) && pause <= .milliseconds(ceiling), "\(pause) of \(ceiling)")
        }
    }

    @Test func twoClientsDoNotComeBackTogether() {
        let pauses = (0..<20).map { _ in
            var redial = Redial(Backoff(base: .seconds(1), maximum: .seconds(1)))
            redial.failed(at: start)
            return pause(redial, start).nanoseconds
        }
        #expect(Set(pauses).count > 10)
    }

    @Test func aServerThatSpeaksEndsThePauses() {
        var redial = Redial(Backoff(base: .milliseconds(100), maximum: .seconds(1)))
        for _ in 0..<5 { redial.failed(at: start) }
        redial.heard()
        #expect(redial.notBefore <= start)
        redial.failed(at: start)
        #expect(pause(redial, start) <= .milliseconds(100))
    }

    @Test func oneHangUpIsForgivenAndTheSecondIsAFailure() {
        var redial = Redial(Backoff(base: .milliseconds(100), maximum: .seconds(1)))
        redial.hungUp(at: start)
        #expect(redial.notBefore <= start)
        redial.hungUp(at: start)
        #expect(pause(redial, start) >= .milliseconds(50))
        redial.heard()
        redial.hungUp(at: start)
        #expect(redial.notBefore <= start)
    }
}
