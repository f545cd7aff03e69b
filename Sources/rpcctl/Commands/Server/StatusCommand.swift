// `rpcctl status`: how the server is.
internal import ArgumentParser
internal import Contract

struct StatusCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "How the server is: listeners, live counts, messages and sessions by state.",
        discussion: "Example: rpcctl status -o json")

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let status = try await rpcd.system.getStatus(.init(), options: rpcd.unary)
        try output.show(status) { Self.details(status) }
    }

    static func details(_ status: SystemStatus) -> Details {
        var details = Details()
        details.add("version", status.version)
        details.add("pid", status.pid)
        details.add("up", TimeText.span(seconds: status.uptimeSeconds))
        details.add("since", TimeText.seconds(status.startedAt))
        for listener in status.listeners { details.add("listens on", listener) }
        if let live = status.live {
            details.add("connections", live.connections)
            details.add("streams", live.streams)
            details.add("handlers", live.runningHandlers)
            details.add("watchers", live.watchers)
            details.add("bridges", live.bridges)
            details.add("leases", live.leases)
            details.add("descriptors", live.fileDescriptors)
            details.add("memory", Self.bytes(live.residentMemory))
            details.add("WAL", Self.bytes(live.walSize))
        }
        if let media = status.media {
            details.add("media", "\(media.files) files, \(Self.bytes(media.bytes)), \(media.uploads) uploads open")
        }
        if let integrity = status.integrity {
            details.add(
                "integrity",
                "\(integrity.isSound ? "sound" : integrity.detail), \(TimeText.seconds(integrity.checkedAt))",
                integrity.isSound ? nil : .red)
        }
        if status.failingJobs > 0 { details.add("failing jobs", String(status.failingJobs), .red) }
        details.add("refused", Self.counts(status.refused))
        details.add("facts dropped", Self.counts(status.droppedFacts))
        details.add("sessions", Self.counts(status.sessions))
        details.add("messages", Self.counts(status.messages))
        return details
    }

    private static func counts(_ counts: [String: Int64]) -> String {
        let present = counts.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        return present.isEmpty ? "none" : present.map { "\($0.value) \($0.key)" }.joined(separator: ", ")
    }

    /// Such as `12.4 MiB`.
    static func bytes(_ count: Int64) -> String {
        guard count >= 1024 else { return "\(count) B" }
        let (tenths, unit) =
            count >= 1 << 30
            ? (count / (1 << 20) * 10 / 1024, "GiB")
            : count >= 1 << 20 ? (count / 1024 * 10 / 1024, "MiB") : (count * 10 / 1024, "KiB")
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}
