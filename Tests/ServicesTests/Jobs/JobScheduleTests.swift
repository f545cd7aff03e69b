// When a job runs next, and what a start makes of what an earlier life left.

import Services
import Store
import Testing

@Suite struct JobScheduleTests {
    private let now = Instant(microseconds: 1_767_225_600_000_000)
    private let schedule = JobSchedule(every: .seconds(1_000))

    @Test func aRunFollowsTheLastOneGiveOrTakeATenth() {
        #expect(schedule.pause(failures: 0, random: 0) == .seconds(900))
        #expect(schedule.pause(failures: 0, random: 0.5) == .seconds(1_000))
        #expect(schedule.pause(failures: 0, random: 0.999) < .seconds(1_100))
    }

    @Test(arguments: [
        (1, 60), (2, 120), (3, 240), (4, 480), (6, 1_920), (7, 3_600), (8, 3_600), (1_000_000, 3_600),
    ])
    func aJobThatFailsWaitsLongerEachTimeUpToAnHour(failures: Int32, seconds: Int64) {
        #expect(schedule.pause(failures: failures, random: 0.5) == .seconds(seconds))
        let daily = JobSchedule(every: .seconds(86_400))
        #expect(daily.pause(failures: 1_000, random: 0.5) == .seconds(86_400))
        // What is not to be repeated before its time is not.
        #expect(
            JobSchedule(every: .seconds(1_000), retriesSooner: false).pause(failures: failures, random: 0.5)
                == .seconds(1_000))
    }

    @Test func aNewJobRunsWithinItsInterval() {
        #expect(schedule.adopted(nil, name: "x", at: now, random: 0.25).nextRunAt == now + .seconds(250))
    }

    @Test func whatWasMissedIsDueAndWhatIsPlannedStaysPlanned() {
        var job = JobRecord(name: "x", nextRunAt: now - .seconds(9_999))
        #expect(schedule.adopted(job, name: "x", at: now, random: 0.5) == job)
        job.nextRunAt = now + .seconds(500)
        #expect(schedule.adopted(job, name: "x", at: now, random: 0.5) == job)
    }

    @Test func aRunThatACrashCutOffCountsAsFailed() {
        var job = JobRecord(name: "x", nextRunAt: now - .seconds(10))
        job.failures = 1
        let cut = schedule.adopted(
            schedule.begun(job, by: "schedule", at: now - .seconds(5)), name: "x", at: now, random: 0.5)
        #expect(!cut.isRunning && cut.outcome == .interrupted && cut.failures == 2)
        #expect(cut.nextRunAt == now + .seconds(120))
    }

    @Test func aPlanOfAClockThatWasSetBackIsMadeAnew() {
        let job = JobRecord(name: "x", nextRunAt: now + .seconds(365 * 86_400))
        #expect(schedule.adopted(job, name: "x", at: now, random: 0.5).nextRunAt == now + .seconds(1_000))
    }

    @Test func whatWasCutShortGoesOnAtOnceAndIsNoFailure() {
        let begun = schedule.begun(JobRecord(name: "x", nextRunAt: now), by: "me", at: now)
        #expect(begun.isRunning && begun.startedBy == "me" && begun.startedAt == now)
        let end = now + .seconds(3)
        let cut = schedule.ended(begun, .cancelled, "", rows: 5, after: .seconds(3), at: end, random: 0.5)
        #expect(!cut.isRunning && cut.nextRunAt == end && cut.failures == 0 && cut.rows == 5)
        let failed = schedule.ended(begun, .failed, "why", rows: 0, after: .zero, at: end, random: 0.5)
        #expect(failed.failures == 1 && failed.nextRunAt == end + .seconds(60) && failed.detail == "why")
        let again = schedule.ended(failed, .succeeded, "", rows: 0, after: .zero, at: end, random: 0.5)
        #expect(again.failures == 0 && again.nextRunAt == end + .seconds(1_000))
    }
}
