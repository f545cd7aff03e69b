// What the doctor says of which facts; and that a house in order has nothing to complain of.

import Codec
import Contract
import Foundation
import Logging
import RPC
import TestKit
import Testing

@testable import Services
@testable import Store

@Suite(.timeLimit(.minutes(1))) struct DiagnosisTests {
    private let now = Instant(microseconds: 1_800_000_000_000_000)

    // MARK: Files

    private func facts(_ path: String, mode: UInt32, uid: UInt32 = geteuid(), isSecret: Bool = true) throws -> Finding?
    {
        let place = TestKit.TemporaryDirectory.make()
        defer { TestKit.TemporaryDirectory.remove(place) }
        let file = place + "/" + path
        try Data().write(to: URL(fileURLWithPath: file))
        chmod(file, mode)
        let rule = FileChecks.Rule(path: file, forbidden: 0o077, isSecret: isSecret)
        return FileChecks.judge(rule, try #require(FileFacts(file)), uid: uid)
    }

    @Test func aSecretThatOthersCanReadIsAFaultAndSaysWhatToDo() throws {
        #expect(try facts("k", mode: 0o600) == nil)
        #expect(try facts("k", mode: 0o400) == nil)
        for mode in [0o640, 0o604, 0o620, 0o666] {
            let finding = try #require(try facts("k", mode: UInt32(mode)))
            #expect(finding.level == .fail && finding.advice.hasPrefix("chmod \(mode == 0o400 ? 400 : 600) "))
        }
        #expect(try facts("k", mode: 0o604, isSecret: false)?.level == .warn)
        #expect(try facts("k", mode: 0o622, isSecret: false)?.level == .fail)
        let foreign = try #require(try facts("k", mode: 0o600, uid: 4_711))
        #expect(foreign.level == .fail && foreign.advice.hasPrefix("chown 4711 "))
    }

    @Test func backupsAreLookedForAndTheirAgeIsTold() throws {
        let place = TestKit.TemporaryDirectory.make()
        defer { TestKit.TemporaryDirectory.remove(place) }
        #expect(FileChecks.findings(directory: place + "/none").map(\.level) == [.fail])
        #expect(FileChecks.backups(directory: place, now: now.seconds).level == .warn)
        mkdir(place + "/backups", 0o700)
        try Data("notes".utf8).write(to: URL(fileURLWithPath: place + "/backups/notes.txt"))
        try Data().write(to: URL(fileURLWithPath: place + "/backups/empty.db"))
        #expect(FileChecks.backups(directory: place, now: now.seconds).detail.contains("there is none"))
        try Data("SQLite format 3\0 and so on".utf8).write(to: URL(fileURLWithPath: place + "/backups/b.db"))
        let written = try #require(FileFacts(place + "/backups/b.db")).changedAt
        #expect(FileChecks.backups(directory: place, now: written + 86_400).level == .ok)
        #expect(FileChecks.backups(directory: place, now: written + 8 * 86_400).level == .warn)
    }

    @Test func theCertificateIsWatched() {
        func level(_ left: Int64) -> FindingLevel {
            CertificateChecks.finding(goodUntil: now.seconds + left, now: now).level
        }
        #expect(level(15 * 86_400) == .ok)
        #expect(level(13 * 86_400) == .warn && level(1) == .warn)
        #expect(level(0) == .fail && level(-86_400) == .fail)
    }

    @Test func aSocketThatIsGoneOrOpenToAllIsSeen() throws {
        #expect(FileChecks.sockets(["unix:/none/rpcd.sock"]).map(\.level) == [.fail])
        #expect(FileChecks.sockets(["tcp:127.0.0.1:1", "unix:@abstract"]).isEmpty)
    }

    // MARK: The machine

    @Test(arguments: [
        (64 << 20, 10 << 30, 0, FindingLevel.fail), (400 << 20, 10 << 30, 0, .warn), (2 << 30, 10 << 30, 0, .ok),
        (2 << 30, 10 << 30, 3 << 30, .warn), (200 << 20, 300 << 20, 0, .ok),
    ])
    func theDiskHasRoomOrNot(free: Int, total: Int, database: Int, level: FindingLevel) {
        let disk = MachineChecks.Disk(
            free: Int64(free), total: Int64(total), freeFiles: 10_000, database: Int64(database))
        let finding = MachineChecks.disk(disk)
        #expect(finding.level == level && finding.advice.isEmpty == (level == .ok))
    }

    @Test func aDiskWithoutRoomForFilesIsFull() {
        let disk = MachineChecks.Disk(free: 2 << 30, total: 3 << 30, freeFiles: 5, database: 0)
        #expect(MachineChecks.disk(disk).level == .fail)
        #expect(MachineChecks.disk(nil).level == .warn)
        #expect(MachineChecks.disk(MachineChecks.Disk(directory: "/tmp")).detail.contains("free of"))
    }

    @Test func theClockIsComparedWithAllThatTellsTheTime() {
        func levels(_ facts: MachineChecks.ClockFacts) -> [FindingLevel] { MachineChecks.clock(facts).map(\.level) }
        #expect(levels(.init(now: now, moved: .zero, newest: now, isSynchronised: true)) == [.ok])
        #expect(levels(.init(now: now)) == [.ok])
        #expect(levels(.init(now: Instant(microseconds: 0))) == [.fail])
        #expect(levels(.init(now: now, newest: now + .seconds(61))) == [.fail])
        #expect(levels(.init(now: now, newest: now + .seconds(59))) == [.ok])
        #expect(levels(.init(now: now, moved: .seconds(-6))) == [.warn])
        #expect(levels(.init(now: now, moved: .seconds(6), isSynchronised: false)) == [.warn, .warn])
        #expect(MachineChecks.clock(.init(now: now, doubt: "9 days ahead")).map(\.detail) == ["9 days ahead"])
    }

    @Test func descriptorsAndBacktracesAreLookedAt() {
        #expect(MachineChecks.descriptors(1_024, wanted: 10_064).level == .warn)
        #expect(MachineChecks.descriptors(65_536, wanted: 10_064).level == .ok)
        #expect((MachineChecks.descriptorLimit ?? 0) > 0)
        #expect(MachineChecks.backtraces(nil).level == .warn)
        #expect(MachineChecks.backtraces("enable=yes").level == .warn)
        #expect(MachineChecks.backtraces("color=no,enable=no").level == .ok)
    }

    // MARK: The database

    @Test func theDatabaseIsJudgedByWhatItSaysOfItself() {
        let good = StoreSetting(name: "synchronous", value: "2", expected: "2")
        let bad = StoreSetting(name: "synchronous", value: "1", expected: "2")
        #expect(StoreChecks.settings([good]).level == .ok)
        #expect(StoreChecks.settings([good, bad]).level == .fail)
        #expect(StoreChecks.schema(version: 1, supported: 2).level == .warn)
        #expect(StoreChecks.schema(version: 2, supported: 2).level == .ok)
        #expect(StoreChecks.writer(walBytes: 1, failure: .ioFailure("x")).level == .fail)
        #expect(StoreChecks.writer(walBytes: 1 << 30, failure: nil).level == .warn)
        #expect(StoreChecks.writer(walBytes: 1 << 20, failure: nil).level == .ok)
        #expect(StoreChecks.integrity(nil, now: now).level == .ok)
        let sound = IntegrityRecord(checkedAt: now, isSound: true, detail: "d")
        let unsound = IntegrityRecord(checkedAt: now, isSound: false, detail: "d")
        #expect(StoreChecks.integrity(sound, now: now).level == .ok)
        #expect(StoreChecks.integrity(unsound, now: now).level == .fail)
        #expect(StoreChecks.integrity(sound, now: now + .seconds(4 * 86_400)).level == .warn)
    }

    @Test func jobsThatHangOrDoNotRunAreNamed() {
        var job = JobRecord(name: "purge-events", nextRunAt: now)
        #expect(StoreChecks.jobs([job], servedSince: now, now: now + .seconds(800)).map(\.level) == [.ok])
        #expect(StoreChecks.jobs([job], servedSince: now, now: now + .seconds(1_000)).map(\.level) == [.warn])
        #expect(StoreChecks.jobs([job], servedSince: nil, now: now + .seconds(1_000)).map(\.level) == [.ok])
        let restarted = now + .seconds(900)
        #expect(StoreChecks.jobs([job], servedSince: restarted, now: now + .seconds(1_000)).map(\.level) == [.ok])
        (job.isRunning, job.startedAt) = (true, now)
        #expect(StoreChecks.jobs([job], servedSince: now, now: now + .seconds(5 * 3_600)).map(\.level) == [.ok])
        let hangs = StoreChecks.jobs([job], servedSince: now, now: now + .seconds(7 * 3_600))
        #expect(hangs.map(\.subject) == ["job purge-events"] && hangs.map(\.level) == [.warn])
    }

    @Test func jobsThatFailAreNamed() {
        var job = JobRecord(name: "purge-events", nextRunAt: now)
        #expect(StoreChecks.jobs([job], servedSince: now, now: now).map(\.level) == [.ok])
        (job.outcome, job.failures, job.detail) = (.failed, 1, "disk")
        let warned = StoreChecks.jobs([job], servedSince: now, now: now)
        #expect(warned.map(\.level) == [.warn] && warned[0].subject == "job purge-events")
        job.failures = 3
        #expect(StoreChecks.jobs([job], servedSince: now, now: now).map(\.level) == [.fail])
    }

    // MARK: Together

    @Test func theServerSaysWhatIsWrongWithIt() async throws {
        let house = try House { router, house in
            var sources = SystemService.Sources(
                version: "1.2.3", startedAt: house.clock.now(), limits: ["connections": 10],
                listeners: { ["unix:/none/rpcd.sock"] }, serverCounts: { nil }, watchers: { 0 }, bridges: { 0 })
            sources.dataDirectory = house.temporary.directory
            sources.isClockSynchronised = { true }
            sources.clockDoubt = { "9 days ahead" }
            sources.findings = { [.warn("certificate", "runs out", do: "renew it")] }
            router.register(SystemService(store: house.store, clock: house.clock, sources: sources))
        }
        let system = SystemClient(house.client(as: .operator))
        let diagnosis = try await system.diagnose(.init())
        #expect(diagnosis.version == "1.2.3" && diagnosis.at == house.clock.now().timestamp)
        let subjects = Set(diagnosis.findings.map(\.subject))
        #expect(
            subjects.isSuperset(of: [
                "rpcd", "permissions", "sockets", "disk", "writing", "settings", "schema", "integrity", "clock",
                "descriptors", "backtraces", "certificate", "backups", "secrets",
            ]))
        #expect(diagnosis.findings.filter { $0.level == .fail }.map(\.subject) == ["sockets"])
        #expect(diagnosis.findings.allSatisfy { ($0.level == .ok) == $0.advice.isEmpty })
        #expect(diagnosis.findings.filter { $0.subject == "clock" }.map(\.detail) == ["9 days ahead"])
        house.clock.setWall(house.clock.now() + .seconds(30))
        let moved = try await system.diagnose(.init()).findings
        #expect(moved.contains { $0.subject == "clock" && $0.detail.contains("set forward by 30 s") })
        house.clock.setWall(house.clock.now() - .seconds(30))

        let status = try await system.getStatus(.init())
        #expect(status.integrity == nil && status.failingJobs == 0)
        let now = house.clock.now()
        try await house.store.write { db in
            try db.integrity.put(IntegrityRecord(checkedAt: now, isSound: false, detail: "page 7"))
        }
        let after = try await system.getStatus(.init())
        #expect(after.integrity?.isSound == false && after.integrity?.detail == "page 7")
        #expect(try await system.diagnose(.init()).findings.contains { $0.subject == "integrity" && $0.level == .fail })
    }
}
