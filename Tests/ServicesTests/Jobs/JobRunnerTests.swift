// Jobs run when they are due, once, over restarts and failures; with a faked clock and a real database.

import Logging
import Services
import Store
import Synchronization
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct JobRunnerTests {
    private struct Broken: Error {}

    /// A job that counts its runs and waits, where it is told to, until it may go on.
    private final class Work: Sendable {
        private let state = Mutex((runs: 0, atOnce: 0, most: 0, failures: 0))
        private let gate = Mutex<Latch?>(nil)

        var runs: Int { state.withLock { $0.runs } }
        var mostAtOnce: Int { state.withLock { $0.most } }

        func hold() -> Latch {
            let latch = Latch()
            gate.withLock { $0 = latch }
            return latch
        }

        func fail(times: Int) { state.withLock { $0.failures = times } }

        func job(_ name: String = "work", every seconds: Int64 = 1_000) -> JobDefinition {
            JobDefinition(name, "Works.", schedule: JobSchedule(every: .seconds(seconds))) { [self] progress in
                let fails = state.withLock { state in
                    state.runs += 1
                    state.atOnce += 1
                    state.most = max(state.most, state.atOnce)
                    state.failures -= 1
                    return state.failures >= 0
                }
                defer { state.withLock { $0.atOnce -= 1 } }
                progress.add(3)
                if let latch = gate.withLock({ $0 }) { await latch.wait() }
                try Task.checkCancellation()
                if fails { throw Broken() }
                return "done"
            }
        }
    }

    private let temporary: TemporaryStore
    private let clock = FakeClock()
    private let work = Work()

    init() throws { temporary = try TemporaryStore() }

    private func runner(_ jobs: [JobDefinition]? = nil) async throws -> JobRunner {
        let runner = JobRunner(
            jobs ?? [work.job()], store: temporary.store, clock: clock,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            settling: .seconds(10), random: { 0.5 })
        try await runner.load()
        return runner
    }

    private func stored(_ name: String = "work") async throws -> JobRecord? {
        try await temporary.store.read { db in try db.jobs.all().first { $0.name == name } }
    }

    /// Lets time pass in steps, so that whoever sleeps for less wakes up in between.
    private func pass(_ seconds: Int64) async throws {
        for _ in 0..<max(1, seconds / 20) {
            try await untilTrue { clock.sleeperCount > 0 }
            clock.advance(by: .seconds(min(20, seconds)))
        }
    }

    @Test func aJobRunsWhenItIsDueAndAgainAnIntervalLater() async throws {
        let runner = try await runner()
        let running = Task { await runner.run() }
        // A new job begins somewhere in its first interval: the dice say in the middle.
        try await pass(480)
        #expect(work.runs == 0)
        try await pass(40)
        try await untilTrue { try await stored()?.finishedAt != nil }
        let first = try #require(try await stored())
        #expect(work.runs == 1 && first.outcome == .succeeded && first.rows == 3 && first.detail == "done")
        #expect(first.startedBy == "schedule" && !first.isRunning)
        #expect(first.nextRunAt == first.finishedAt.map { $0 + .seconds(1_000) })
        try await pass(960)
        #expect(work.runs == 1)
        try await pass(80)
        try await untilTrue { work.runs == 2 }
        running.cancel()
        await running.value
        #expect(clock.sleeperCount == 0)
    }

    @Test func whatWasMissedRunsOnceAfterTheStartAndNotBeforeItHasSettled() async throws {
        try await runner().stop()
        clock.advance(by: .seconds(10_000))
        let runner = try await runner()
        let running = Task { await runner.run() }
        try await untilTrue { clock.sleeperCount == 1 }
        clock.advance(by: .seconds(9))
        #expect(work.runs == 0)
        clock.advance(by: .seconds(1))
        try await untilTrue { try await stored()?.outcome == .succeeded }
        try await pass(900)
        #expect(work.runs == 1)
        running.cancel()
        await running.value
    }

    @Test func aJobNeverRunsTwiceAtOnceHoweverManyStartIt() async throws {
        let gate = work.hold()
        let runner = try await runner()
        let running = Task { await runner.run() }
        let latches = await withTaskGroup(of: Latch?.self) { group in
            for number in 0..<50 { group.addTask { runner.start("work", by: "caller \(number)") } }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(latches.allSatisfy { $0 != nil && $0 === latches[0] })
        try await untilTrue { work.runs == 1 }
        // It falls due as well meanwhile.
        try await pass(2_000)
        #expect(runner.snapshot("work")?.rowsSoFar == 3)
        #expect(try await stored()?.isRunning == true)
        gate.open()
        await latches[0]?.wait()
        #expect(work.runs == 1 && work.mostAtOnce == 1)
        #expect(runner.snapshot("work")?.rowsSoFar == nil)
        running.cancel()
        await running.value
    }

    @Test func aJobThatFailsIsTriedAgainLaterAndLater() async throws {
        work.fail(times: 3)
        let runner = try await runner()
        for (failures, pause) in [(1, 60), (2, 120), (3, 240)] {
            await runner.start("work", by: "test")?.wait()
            let job = try #require(try await stored())
            #expect(job.outcome == .failed && job.failures == failures && job.detail.contains("Broken"))
            #expect(job.nextRunAt - clock.now() == .seconds(pause))
        }
        await runner.start("work", by: "test")?.wait()
        #expect(try await stored()?.failures == 0)
    }

    @Test func anOrderlyEndCutsAJobShortAndTheNextLifeGoesOn() async throws {
        let gate = work.hold()
        var runner = try await runner()
        let running = Task { [runner] in await runner.run() }
        let ended = try #require(runner.start("work", by: "test"))
        try await untilTrue { work.runs == 1 }
        runner.stop()
        await ended.wait()
        await running.value
        let cut = try #require(try await stored())
        #expect(cut.outcome == .cancelled && cut.failures == 0 && cut.nextRunAt == clock.now() && !cut.isRunning)
        #expect(runner.start("work", by: "test") == nil)
        gate.open()
        runner = try await self.runner()
        let again = Task { [runner] in await runner.run() }
        try await pass(20)
        try await untilTrue { try await stored()?.outcome == .succeeded }
        again.cancel()
        await again.value
    }

    @Test func aCrashInTheMiddleIsKnownAfterTheNextStart() async throws {
        let gate = work.hold()
        let first = try await runner()
        first.start("work", by: "test")
        try await untilTrue { try await stored()?.isRunning == true }
        // Another life, without the first one's end.
        let second = try await runner()
        let job = try #require(second.snapshot("work")?.record)
        #expect(!job.isRunning && job.outcome == .interrupted && job.failures == 1)
        #expect(job.nextRunAt == clock.now() + .seconds(60))
        gate.open()
        first.stop()
    }

    @Test func aJobThatThereIsNoMoreIsForgottenAndADisabledOneDoesNotRun() async throws {
        var disabled = work.job("disabled", every: 10)
        disabled.missingSetting = "some.setting"
        let first = try await runner([work.job("gone"), disabled])
        #expect(first.start("disabled", by: "test") == nil)
        #expect(first.start("never was", by: "test") == nil)
        let running = Task { await first.run() }
        try await pass(200)
        running.cancel()
        await running.value
        #expect(work.runs == 0)
        _ = try await runner([disabled])
        #expect(try await stored("gone") == nil)
        #expect(try await stored("disabled") != nil)
    }

    @Test func aClockThatIsSetBackStarvesNoJob() async throws {
        let runner = try await runner()
        await runner.start("work", by: "test")?.wait()
        let running = Task { await runner.run() }
        clock.setWall(clock.now() - .seconds(30 * 86_400))
        try await pass(1_200)
        try await untilTrue { work.runs == 2 }
        running.cancel()
        await running.value
    }
}
