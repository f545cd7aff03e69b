// SystemService.Diagnose: gathers the facts and lets the checks judge them. What cannot be found out is a finding as well:
// a diagnosis is asked for when things do not work.

internal import Codec
package import Contract
internal import Glibc
package import RPC
internal import Store

extension SystemService {
    package func diagnose(_ request: DiagnoseRequest, context: CallContext) async throws -> Diagnosis {
        let mark = ClockMark(clock)
        let now = mark.wall
        var findings: [Finding] = [
            .ok(
                "rpcd",
                "\(sources.version), pid \(ProcessFacts.pid), up \(Amount.time(started.passed(until: mark)))")
        ]
        if let directory = sources.dataDirectory {
            let listeners = sources.listeners()
            findings += await looking { _ in
                FileChecks.findings(directory: directory) + FileChecks.sockets(listeners)
                    + [MachineChecks.disk(MachineChecks.Disk(directory: directory))]
            }
        }
        findings += await databaseFindings(now)
        let jobs = sources.jobs.map { $0.snapshots.filter { $0.definition.missingSetting == nil }.map(\.record) }
        findings += jobs.map { StoreChecks.jobs($0, servedSince: sources.startedAt, now: now) } ?? []
        if let directory = sources.dataDirectory {
            findings += await looking { db in
                [FileChecks.backups(directory: directory, now: now.seconds)]
                    + KeyChecks.findings(directory: directory, needs: try db.keyNeeds())
            }
        }
        let newest = try? await store.read { db in try db.newestMoment() }
        findings += MachineChecks.clock(
            .init(
                now: now, moved: started.moved(until: mark), newest: newest ?? nil,
                isSynchronised: sources.isClockSynchronised(), doubt: sources.clockDoubt()))
        let wanted = ["connections", "reserved_descriptors"].reduce(Int64(0)) { $0 + (sources.limits[$1] ?? 0) }
        findings.append(MachineChecks.descriptors(MachineChecks.descriptorLimit, wanted: wanted))
        findings.append(MachineChecks.backtraces(getenv("SWIFT_BACKTRACE").map { String(cString: $0) }))
        findings += await sources.findings()
        return .with {
            $0.findings = findings
            $0.at = now.timestamp
            $0.version = sources.version
        }
    }

    /// Looks at files where that holds up nobody: a call runs on its connection's own thread.
    private func looking(_ body: @escaping @Sendable (Database) throws -> [Finding]) async -> [Finding] {
        do {
            return try await store.read(body)
        } catch {
            return [.fail("files", "they cannot be looked at: \(error)", do: "See the log of rpcd; start it again.")]
        }
    }

    private func databaseFindings(_ now: Instant) async -> [Finding] {
        let statistics = store.statistics
        var findings = [StoreChecks.writer(walBytes: statistics.walBytes, failure: statistics.failure)]
        do {
            findings.append(StoreChecks.settings(try await store.settings()))
            let schema = try await store.schema()
            findings.append(StoreChecks.schema(version: schema.version, supported: schema.supported))
            findings.append(
                StoreChecks.integrity(try await store.read { db in try db.integrity.get() }, now: now))
        } catch {
            findings.append(
                .fail("database", "it cannot be asked: \(error)", do: "See the log of rpcd; start it again."))
        }
        return findings
    }
}
