// `jobs`, `backup` and `doctor`: what is asked for, what is shown, and how it ends.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct UpkeepTests {
    private static func job(_ outcome: JobOutcome = .succeeded, _ state: JobState = .idle) -> Job {
        .with {
            $0.name = "purge-events"
            $0.summary = "Deletes events."
            $0.state = state
            $0.intervalSeconds = 300
            $0.lastStartedAt = .with { $0.seconds = 1_700_000_000 }
            $0.lastOutcome = outcome
            $0.lastDetail = outcome == .failed ? "no room" : ""
            $0.rows = 42
            $0.failures = outcome == .failed ? 2 : 0
        }
    }

    private static func jobs(_ run: [Step]) -> ScriptedTransport {
        ScriptedTransport([
            JobsMethods.listJobs.path: { _, _ in
                [.item(ListJobsResponse.with { $0.jobs = [job(), job(.failed, .running)] })]
            },
            JobsMethods.runJob.path: { _, _ in run },
        ])
    }

    // MARK: Jobs

    @Test func jobsAreATable() async throws {
        let ran = await rpcctl("jobs", "list", server: Self.jobs([]))
        #expect(ran.exit == .success)
        #expect(ran.out.contains("purge-events") && ran.out.contains("succeeded") && ran.out.contains("no room"))
        #expect(ran.out.contains("running") && ran.out.contains("42"))
        let json = await rpcctl("jobs", "list", "-o", "json", server: Self.jobs([]))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.out.utf8)) as? [String: Any])
        #expect((object["jobs"] as? [[String: Any]])?.map { $0["last_outcome"] as? String } == ["succeeded", "failed"])
    }

    @Test func aJobIsStartedAndOnlyWithWaitWaitedFor() async throws {
        let server = Self.jobs([.item(Self.job(.unspecified, .running))])
        let ran = await rpcctl("jobs", "run", "purge-events", server: server)
        #expect(ran.exit == .success && ran.out.contains("running"))
        let request = try #require(try server.requests(RunJobRequest.self, to: JobsMethods.runJob).first)
        #expect(request.name == "purge-events" && !request.wait)
        let waited = Self.jobs([.item(Self.job())])
        #expect(await rpcctl("jobs", "run", "purge-events", "--wait", server: waited).exit == .success)
        #expect(try waited.requests(RunJobRequest.self, to: JobsMethods.runJob).first?.wait == true)
    }

    @Test func aJobThatFailedIsShownAndFails() async {
        let ran = await rpcctl("jobs", "run", "purge-events", "--wait", server: Self.jobs([.item(Self.job(.failed))]))
        #expect(ran.exit == .failed)
        #expect(ran.out.contains("no room") && ran.err.contains("the job failed: no room"))
    }

    @Test func aWaitThatIsTooShortShowsTheJobAndExits75() async {
        let ran = await rpcctl(
            "jobs", "run", "purge-events", "--wait", "--timeout", "100ms", server: Self.jobs([.hang]))
        #expect(ran.exit == .outOfTime)
        #expect(ran.out.contains("purge-events") && ran.err.contains("goes on"))
    }

    // MARK: Backup

    private static func backups(_ secrets: String = "") -> ScriptedTransport {
        ScriptedTransport([
            SystemMethods.backup.path: { _, _ in
                [
                    .item(
                        BackupResponse.with {
                            $0.path = "/data/backups/monday.db"
                            $0.sizeBytes = 5 << 20
                            $0.secretsPath = secrets
                        })
                ]
            }
        ])
    }

    @Test func aBackupIsWaitedForAsLongAsItTakes() async throws {
        let server = Self.backups()
        let ran = await rpcctl("backup", "monday.db", server: server)
        #expect(ran.exit == .success)
        #expect(ran.out.contains("/data/backups/monday.db") && ran.out.contains("5.0 MiB"))
        #expect(ran.err.contains("key files") && ran.err.contains("not in it"))
        let request = try #require(try server.requests(BackupRequest.self, to: SystemMethods.backup).first)
        #expect(request.path == "monday.db" && !request.withSecrets)
        let left = try #require(server.asked.first?.head.deadline.remaining)
        #expect(left > .seconds(3_000))
        let with = Self.backups("/data/backups/monday.db.secrets")
        let second = await rpcctl("backup", "--with-secrets", server: with)
        #expect(second.out.contains(".secrets") && !second.err.contains("not in it"))
        #expect(try with.requests(BackupRequest.self, to: SystemMethods.backup).first?.withSecrets == true)
    }

    @Test(arguments: [("x.db", "x.db"), ("/a/x.db", "/a/x.db"), ("", "")])
    func aNameAndAPathFromTheRootAreSentAsTheyAre(file: String, sent: String) {
        #expect(BackupCommand.absolute(file) == sent)
    }

    @Test func aPathFromHereIsSentFromTheRoot() {
        let here = FileManager.default.currentDirectoryPath
        let above = (here as NSString).deletingLastPathComponent
        #expect(BackupCommand.absolute("./x.db") == here + "/x.db")
        #expect(BackupCommand.absolute("a/./b.db") == here + "/a/b.db")
        #expect(BackupCommand.absolute("../x.db") == (above == "/" ? "/x.db" : above + "/x.db"))
    }

    /// The scripted server says /data/backups/monday.db, whatever it is asked for.
    @Test func aBackupThatIsNotWhereTheServerSawItIsAFailure() async throws {
        let unseen = await rpcctl("backup", "/data/backups/monday.db", server: Self.backups())
        #expect(unseen.exit == .failed && unseen.out.contains("/data/backups/monday.db"))
        #expect(unseen.err.contains("no such file") && unseen.err.contains("PrivateTmp"), "\(unseen.err)")
        // A name is the server's to place.
        #expect(await rpcctl("backup", "monday.db", server: Self.backups()).exit == .success)
        let path = NSTemporaryDirectory() + "rpcctl-\(UInt32.random(in: 0 ... .max)).db"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("four".utf8).write(to: URL(fileURLWithPath: path))
        for (size, exit) in [(Int64(4), Exit.success), (5, .failed)] {
            let server = ScriptedTransport([
                SystemMethods.backup.path: { _, _ in
                    [
                        .item(
                            BackupResponse.with {
                                $0.path = path
                                $0.sizeBytes = size
                            })
                    ]
                }
            ])
            #expect(await rpcctl("backup", path, server: server).exit == exit)
        }
    }

    // MARK: Doctor

    private static func doctor(
        _ level: FindingLevel, at seconds: Int64 = 1_700_000_000, version: String = Version.text
    ) -> ScriptedTransport {
        ScriptedTransport([
            SystemMethods.diagnose.path: { _, _ in
                [
                    .item(
                        Diagnosis.with {
                            $0.at = .with { $0.seconds = seconds }
                            $0.version = version
                            $0.findings = [
                                .with {
                                    $0.subject = "rpcd"
                                    $0.level = .ok
                                    $0.detail = "fine"
                                },
                                .with {
                                    $0.subject = "disk"
                                    $0.level = level
                                    $0.detail = "full"
                                    $0.advice = "make room"
                                },
                            ]
                        })
                ]
            }
        ])
    }

    @Test func warningsAreShownAndFaultsFail() async {
        let warned = await rpcctl("doctor", server: Self.doctor(.warn))
        #expect(warned.exit == .success)
        #expect(warned.out == "ok    rpcd: fine\nwarn  disk: full\n      do: make room\n")
        let failed = await rpcctl("doctor", server: Self.doctor(.fail))
        #expect(failed.exit == .failed && failed.out.contains("fail  disk: full\n") && failed.err.isEmpty)
    }

    @Test func clocksAndVersionsOfBothSidesAreCompared() async throws {
        let apart = await rpcctl("doctor", "-o", "json", server: Self.doctor(.ok, at: 1_700_000_100, version: "9"))
        #expect(apart.exit == .success)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(apart.out.utf8)) as? [String: Any])
        let findings = try #require(object["findings"] as? [[String: Any]])
        #expect(findings.map { $0["subject"] as? String } == ["rpcd", "disk", "clocks", "versions"])
        #expect(findings.last?["level"] as? String == "warn")
    }

    @Test func whereNobodyIsThereTheOfflineDoctorIsNamed() async {
        let server = ScriptedTransport([SystemMethods.diagnose.path: { _, _ in [.fail(cannotConnect)] }])
        let ran = await rpcctl("doctor", server: server)
        #expect(ran.exit == .cannotConnect && ran.err.contains("rpcd doctor --data-dir"))
    }
}
