// Whether the database is set up as durability needs it, sound, of the right schema, and looked after.

package import Contract
package import Store

package enum StoreChecks {
    package static func settings(_ settings: [StoreSetting]) -> Finding {
        let wrong = settings.filter { !$0.holds }
        guard wrong.isEmpty else {
            return .fail(
                "settings",
                wrong.map { "\($0.name) is \($0.value), should be \($0.expected)" }.joined(separator: "; "),
                do: "Start the server again; if it stays, the SQLite library is not the one that this was made for.")
        }
        return .ok("settings", settings.map { "\($0.name)=\($0.value)" }.joined(separator: " "))
    }

    package static func schema(version: Int, supported: Int) -> Finding {
        version == supported
            ? .ok("schema", "\(version)")
            : .warn("schema", "\(version), this version knows \(supported)", do: "Start the server: it brings it up.")
    }

    /// - Parameter failure: why nothing is written any more.
    package static func writer(walBytes: Int64, failure: StoreError?) -> Finding {
        if let failure {
            return .fail(
                "writing", "nothing is written any more: \(failure)",
                do: "Look at the disk, then start the server again.")
        }
        guard walBytes < 512 << 20 else {
            return .warn(
                "writing", "the write-ahead log has \(Amount.bytes(walBytes))",
                do: "rpcctl jobs run checkpoint --wait; if it stays, a reader never ends.")
        }
        return .ok("writing", "the write-ahead log has \(Amount.bytes(walBytes))")
    }

    package static func integrity(_ last: IntegrityRecord?, now: Instant) -> Finding {
        guard let last else {
            return .ok("integrity", "not checked yet; `rpcctl jobs run integrity-check --wait` does it now")
        }
        let age = Amount.time(max(.zero, now - last.checkedAt))
        guard last.isSound else { return damaged("\(last.detail) (\(age) ago)") }
        guard now - last.checkedAt < .seconds(3 * 86_400) else {
            return .warn(
                "integrity", "sound, but that was \(age) ago", do: "rpcctl jobs run integrity-check --wait")
        }
        return .ok("integrity", "sound, \(age) ago: \(last.detail)")
    }

    package static func integrity(_ report: IntegrityReport) -> Finding {
        report.isSound
            ? .ok("integrity", "sound, just now: all of \(report.bytes) bytes")
            : damaged(report.faults.joined(separator: "; "))
    }

    private static func damaged(_ detail: String) -> Finding {
        .fail(
            "integrity", "the database is damaged: \(detail)",
            do: "Stop the server, copy the data directory, and restore a backup: rpcd restore FILE.")
    }

    /// Longer than any of them takes.
    private static let endless: Duration = .seconds(6 * 3_600)
    /// More than the runner sleeps.
    private static let overdue: Duration = .seconds(900)

    /// - Parameters:
    ///   - jobs: those that have their setting.
    ///   - since: when the server that is to run them was started; nil: there is none.
    package static func jobs(_ jobs: [JobRecord], servedSince since: Instant?, now: Instant) -> [Finding] {
        let bad: [Finding] = jobs.compactMap { job in
            if since != nil, job.isRunning, let began = job.startedAt, now - began > endless {
                return .warn(
                    "job \(job.name)", "it has run for \(Amount.time(now - began))",
                    do: "See what the log says of it; the end of the server ends it.")
            }
            // What was missed while it was off is done after its start.
            if let since, !job.isRunning, now - max(job.nextRunAt, since) > overdue {
                return .warn(
                    "job \(job.name)", "it should have run \(Amount.time(now - job.nextRunAt)) ago",
                    do: "rpcctl jobs run \(job.name) --wait")
            }
            if job.failures > 0 || job.outcome == .failed {
                let when = job.finishedAt.map { ", \(Amount.time(max(.zero, now - $0))) ago" } ?? ""
                let text = "failed \(job.failures) times in a row\(when): \(job.detail)"
                let advice = "Mend what it says; `rpcctl jobs run \(job.name) --wait` tries again."
                return job.failures >= 3
                    ? .fail("job \(job.name)", text, do: advice) : .warn("job \(job.name)", text, do: advice)
            }
            return nil
        }
        return bad.isEmpty ? [.ok("jobs", "\(jobs.count), none of them failing")] : bad
    }
}
