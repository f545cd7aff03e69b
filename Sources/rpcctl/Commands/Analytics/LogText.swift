// How a logged call is shown: as a row, as a line of a log that is followed.
internal import Contract

enum LogText {
    static func table(_ logs: [ApiLog]) -> Table {
        var table = Table([
            .init("TIME"), .init("STATUS"), .init("METHOD"), .init("USER", .right), .init("KEY"), .init("FROM"),
            .init("TOOK", .right), .init("REQUEST ID", givesWay: true),
        ])
        for log in logs {
            table.add([
                .init(TimeText.milliseconds(log.time)), .init(log.status, paint(log)), .init(call(log)),
                .init(log.userId == 0 ? "" : String(log.userId)), .init(log.keyPrefix), .init(origin(log)),
                .init(latency(log.latencyUs)), .init(log.requestId),
            ])
        }
        return table
    }

    static func line(_ log: ApiLog, style: Style) -> String {
        var parts = [
            TimeText.milliseconds(log.time), style(paint(log), DisplayText.visible(log.status)),
            DisplayText.visible(call(log)), latency(log.latencyUs), DisplayText.visible(origin(log)),
        ]
        if log.userId != 0 { parts.append("user \(log.userId)") }
        parts += [DisplayText.visible(log.keyPrefix), DisplayText.visible(log.requestId)]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// Such as `850 µs`, `12.4 ms`, `3.1 s`.
    static func latency(_ microseconds: Int64) -> String {
        let count = max(0, microseconds)
        if count < 1000 { return "\(count) µs" }
        let (tenths, unit) = count < 1_000_000 ? (count / 100, "ms") : (count / 100_000, "s")
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }

    /// What HTTP callers asked for, else the method without its package.
    private static func call(_ log: ApiLog) -> String {
        if !log.endpoint.isEmpty { return log.endpoint }
        return log.method.split(separator: ".").last.map(String.init) ?? log.method
    }

    private static func origin(_ log: ApiLog) -> String {
        [log.transport, log.ip].filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func paint(_ log: ApiLog) -> Style.Paint? {
        log.status == "OK" ? .green : log.httpStatus >= 500 ? .red : .yellow
    }
}
