import Contract
import Testing

@testable import Services

@Suite struct RetryScheduleTests {
    private let schedule = RetrySchedule()

    @Test func thereAreEightAttempts() {
        #expect((0...7).allSatisfy(schedule.allowsAnother))
        #expect(!schedule.allowsAnother(after: 8))
        #expect(!schedule.allowsAnother(after: .max))
    }

    @Test func theLongestWaitGrowsFromASecondToFiveMinutes() {
        let ceilings = (1...7).map(schedule.ceiling)
        #expect(ceilings == [1, 3, 9, 27, 81, 243, 300].map { .seconds($0) })
        #expect(schedule.ceiling(after: .max) == .seconds(300))
        #expect(schedule.ceiling(after: .min) == .seconds(1))
    }

    @Test(arguments: [-1, 0, 0.25, 0.999, 1, 7, .nan, .infinity, -.infinity])
    func everyWaitLiesBetweenNothingAndTheLongest(jitter: Double) {
        for attempt in 1...12 {
            let delay = schedule.delay(after: attempt, jitter: jitter)
            #expect(delay >= .zero && delay <= schedule.ceiling(after: attempt))
        }
    }

    @Test func theJitterIsFull() {
        #expect(schedule.delay(after: 7, jitter: 0) == .zero)
        #expect(schedule.delay(after: 7, jitter: 0.5) == .seconds(150))
    }

    @Test func everyReasonHasAVerdict() {
        for number in Int32(0)...80 { _ = RetryVerdict.of(Reason(rawValue: number)) }
        #expect(RetryVerdict.of(.recipientNotOnWhatsapp) == .never)
        #expect(RetryVerdict.of(.mediaFetchFailed) == .backoff)
        #expect(RetryVerdict.of(.sessionConflict) == .whenSessionIsBack)
    }
}
