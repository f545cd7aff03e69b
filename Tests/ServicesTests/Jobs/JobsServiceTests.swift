// Jobs as admins see and start them: through the whole line of a call.

import Codec
import Contract
import Logging
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct JobsServiceTests {
    private let house: House
    private let runner: JobRunner
    private let gate = Latch()

    init() async throws {
        let box = Box()
        let gate = gate
        house = try House { router, house in
            let quick = JobDefinition("quick", "Is quick.", schedule: JobSchedule(every: .seconds(60))) {
                $0.add(7)
                return "found seven"
            }
            let slow = JobDefinition("slow", "Is slow.", schedule: JobSchedule(every: .seconds(60))) { _ in
                await gate.wait()
                throw JobFailure("it was in vain")
            }
            var off = JobDefinition("off", "Is off.", schedule: JobSchedule(every: .seconds(60))) { _ in "" }
            off.missingSetting = "retention.things"
            let runner = JobRunner(
                [slow, quick, off], store: house.store, clock: house.clock,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
            box.runner = runner
            router.register(JobsService(runner: runner, clock: house.clock))
        }
        runner = try #require(box.runner)
        try await runner.load()
    }

    private final class Box { var runner: JobRunner? }

    private var jobs: JobsClient { JobsClient(house.client(as: .operator)) }

    @Test func jobsAreListedByNameWithWhatBecameOfThem() async throws {
        let before = try await jobs.listJobs(.init()).jobs
        #expect(before.map(\.name) == ["off", "quick", "slow"])
        #expect(before.map(\.state) == [.disabled, .idle, .idle])
        #expect(before[0].nextRunAt == nil && before[1].nextRunAt != nil)
        #expect(before.allSatisfy { $0.lastOutcome == .unspecified && $0.intervalSeconds == 60 })
        let run = try await jobs.runJob(
            .with {
                $0.name = "quick"
                $0.wait = true
            })
        #expect(run.lastOutcome == .succeeded && run.rows == 7 && run.lastDetail == "found seven" && run.state == .idle)
        #expect(run.lastStartedBy == "operator(\(House.operatorUID))")
        #expect(try await jobs.listJobs(.init()).jobs[1] == run)
        let told = try await house.store.read { db in try db.audit.list(.init(), limit: 9).rows }
        #expect(told.map(\.targetName) == ["quick"] && told[0].who == "operator(\(House.operatorUID))")
    }

    @Test func whoDoesNotWaitIsAnsweredWhileItRuns() async throws {
        let run = try await jobs.runJob(.with { $0.name = "slow" })
        #expect(run.state == .running && run.lastOutcome == .unspecified && run.lastFinishedAt == nil)
        let second = Task { [jobs] in
            try await jobs.runJob(
                .with {
                    $0.name = "slow"
                    $0.wait = true
                })
        }
        try await Task.sleep(for: .milliseconds(20))
        gate.open()
        let ended = try await second.value
        #expect(ended.lastOutcome == .failed && ended.failures == 1 && ended.lastDetail == "it was in vain")
        #expect(ended.lastStartedAt == run.lastStartedAt)
    }

    @Test func aDeadlineEndsTheWaitAndNotTheJob() async throws {
        let waiting = await refusal {
            _ = try await jobs.runJob(
                .with {
                    $0.name = "slow"
                    $0.wait = true
                }, options: CallOptions(timeout: .milliseconds(50)))
        }
        #expect(waiting?.reason == "DEADLINE_EXCEEDED")
        #expect(runner.snapshot("slow")?.record.isRunning == true)
        gate.open()
        await runner.start("slow", by: "test")?.wait()
    }

    @Test func aJobThatThereIsNotOrThatIsOffCannotBeStarted() async throws {
        #expect(await refusal { _ = try await jobs.runJob(.with { $0.name = "none" }) }?.reason == "NOT_FOUND")
        let off = await refusal { _ = try await jobs.runJob(.with { $0.name = "off" }) }
        #expect(off?.reason == "VALIDATION_ERROR" && off?.message.contains("retention.things") == true)
        runner.stop()
        #expect(await refusal { _ = try await jobs.runJob(.with { $0.name = "quick" }) }?.reason == "SHUTTING_DOWN")
    }
}
