// A line in the log, once in a while.
import Testing

@testable import Services

@Suite struct SeldomTests {
    @Test func theFirstIsToldAtOnceAndTheOthersOnceAMinuteWithTheirNumber() {
        var seldom = Seldom(every: .seconds(60))
        #expect(seldom.happened(at: .seconds(5)) == 1)
        for second in 6...64 { #expect(seldom.happened(at: .seconds(second)) == nil) }
        #expect(seldom.happened(at: .seconds(65)) == 60)
        #expect(seldom.happened(at: .seconds(66)) == nil)
        #expect(seldom.happened(at: .seconds(900)) == 2)
    }
}
