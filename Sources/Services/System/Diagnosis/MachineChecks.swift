// Whether the machine gives the server what it needs: room on the disk, a clock that goes right, descriptors.

package import Contract
internal import Glibc
internal import Store

package enum MachineChecks {
    // MARK: Disk

    package struct Disk: Sendable {
        package var free: Int64
        package var total: Int64
        package var freeFiles: Int64
        /// Of the database, its WAL included.
        package var database: Int64

        package init(free: Int64, total: Int64, freeFiles: Int64, database: Int64) {
            self.free = free
            self.total = total
            self.freeFiles = freeFiles
            self.database = database
        }

        /// nil where the system does not tell.
        package init?(directory: String) {
            var status = statvfs()
            guard statvfs(directory, &status) == 0 else { return nil }
            func bytes(_ blocks: UInt) -> Int64 {
                Int64(clamping: UInt64(blocks).multipliedReportingOverflow(by: UInt64(status.f_frsize)).partialValue)
            }
            let sizes = ["", "-wal"].map { FileFacts("\(directory)/switchboard.db\($0)")?.size ?? 0 }
            self.init(
                free: bytes(status.f_bavail), total: bytes(status.f_blocks),
                // File systems without a fixed number of files say 0 of 0.
                freeFiles: status.f_files == 0 ? .max : Int64(clamping: status.f_favail),
                database: sizes.reduce(0, +))
        }
    }

    private static let leastFree: Int64 = 128 << 20

    package static func disk(_ disk: Disk?) -> Finding {
        guard let disk else { return .warn("disk", "the system does not tell how full it is", do: "Look with df.") }
        let text =
            "\(Amount.bytes(disk.free)) free of \(Amount.bytes(disk.total)), the database has "
            + Amount.bytes(disk.database)
        if disk.free < leastFree || disk.freeFiles < 100 {
            return .fail(
                "disk", disk.freeFiles < 100 ? "hardly a file can be made any more" : text,
                do: "Make room: when the disk is full, everything that changes something is refused as STORAGE_FULL.")
        }
        if disk.free < disk.total / 20 || disk.free < disk.database + leastFree {
            return .warn("disk", text, do: "Make room: a backup, or a busy day, may not fit any more.")
        }
        return .ok("disk", text)
    }

    // MARK: Clock

    package struct ClockFacts: Sendable {
        package var now: Instant
        /// How far the wall clock moved against the monotonic one since the server began; nil: it has not begun.
        package var moved: Duration?
        /// The newest time that the database holds.
        package var newest: Instant?
        /// Whether the kernel's clock is kept right by somebody; nil: it does not tell.
        package var isSynchronised: Bool?
        /// Why the jobs do not believe it; nil: they do.
        package var doubt: String?

        package init(
            now: Instant, moved: Duration? = nil, newest: Instant? = nil, isSynchronised: Bool? = nil,
            doubt: String? = nil
        ) {
            self.now = now
            self.moved = moved
            self.newest = newest
            self.isSynchronised = isSynchronised
            self.doubt = doubt
        }
    }

    /// 2026-01-01: whoever says less has no clock.
    private static let floor = Instant(microseconds: 1_767_225_600_000_000)

    package static func clock(_ clock: ClockFacts) -> [Finding] {
        var found: [Finding] = []
        let advice = "Keep the clock right with chrony, ntpd or systemd-timesyncd."
        if clock.now < floor {
            found.append(
                .fail("clock", "it says \(CalendarDay.text(clock.now.day)): tokens and keys run out by it", do: advice))
        } else if let newest = clock.newest, newest - clock.now > .seconds(60) {
            found.append(
                .fail(
                    "clock", "the database was written \(Amount.time(newest - clock.now)) in the future", do: advice))
        }
        if let moved = clock.moved, moved > .seconds(5) || moved < .seconds(-5) {
            found.append(
                .warn(
                    "clock",
                    "it was set \(moved < .zero ? "back" : "forward") by "
                        + "\(Amount.time(moved < .zero ? .zero - moved : moved)) since the server began", do: advice))
        }
        if let doubt = clock.doubt { found.append(.warn("clock", doubt, do: advice)) }
        if clock.isSynchronised == false {
            found.append(
                .warn("clock", "nobody keeps the system's clock right, as far as the kernel knows", do: advice))
        }
        guard found.isEmpty else { return found }
        let kept = clock.isSynchronised == true ? ", kept right" : ""
        return [.ok("clock", "\(CalendarDay.stamp(clock.now))\(kept)")]
    }

    // MARK: Limits

    /// - Parameters:
    ///   - descriptors: how many the system lets the process have.
    ///   - wanted: how many its own limits come to.
    package static func descriptors(_ descriptors: Int64?, wanted: Int64) -> Finding {
        guard let descriptors else { return .warn("descriptors", "the system does not tell", do: "ulimit -n") }
        guard descriptors < wanted else { return .ok("descriptors", "\(descriptors), \(wanted) are needed at most") }
        return .warn(
            "descriptors", "\(descriptors), while limits.connections and the rest come to \(wanted)",
            do: "Raise LimitNOFILE in the unit (or ulimit -n), or lower limits.connections.")
    }

    /// As many as the system lets this process have.
    package static var descriptorLimit: Int64? {
        var limit = rlimit()
        guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return nil }
        return Int64(clamping: limit.rlim_cur)
    }

    /// - Parameter setting: of SWIFT_BACKTRACE.
    package static func backtraces(_ setting: String?) -> Finding {
        (setting ?? "").split(separator: ",").contains("enable=no")
            ? .ok("backtraces", "off")
            : .warn(
                "backtraces", "a crash would print memory, and memory holds secrets",
                do: "Set SWIFT_BACKTRACE=enable=no in the server's environment.")
    }
}
