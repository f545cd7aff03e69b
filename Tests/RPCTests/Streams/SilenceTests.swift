// How long nothing was said: pure, time is an argument.

import RPC
import Testing

@Suite struct SilenceTests {
    @Test func itCountsFromTheLastWord() {
        var silence = Silence(limit: .seconds(15), since: .seconds(100))
        #expect(silence.left(at: .seconds(100)) == .seconds(15))
        #expect(!silence.isTooLong(at: .seconds(114)) && silence.left(at: .seconds(114)) == .seconds(1))
        #expect(silence.isTooLong(at: .seconds(115)) && silence.left(at: .seconds(116)) == .zero)
        silence.broken(at: .seconds(114))
        #expect(!silence.isTooLong(at: .seconds(128)) && silence.isTooLong(at: .seconds(129)))
        #expect(silence.length(at: .seconds(120)) == .seconds(6))
    }

    @Test func wordsThatAreToldLateDoNotTurnItBack() {
        var silence = Silence(limit: .seconds(15), since: .seconds(100))
        silence.broken(at: .seconds(110))
        silence.broken(at: .seconds(105))
        #expect(silence.since == .seconds(110))
        #expect(silence.left(at: .seconds(50)) == .seconds(15))
    }
}
