// The limits on HTTP clients, one row each: the setting, the name that GetStatus and /metrics show it under, and what it
// may be. Defaults are the gateway's. Durations are shown in milliseconds.

internal import Gateway
internal import RPC

/// What is set about HTTP.
struct HTTPSettings: Sendable {
    var limits = HTTPLimits()
    /// Event streams of one caller, and of all.
    var streamsPerCaller = 16
    var streams = 1_024
}

private struct NumberRow: Sendable {
    let setting: Setting
    let name: String
    let range: ClosedRange<Int>
    let path: any WritableKeyPath<HTTPSettings, Int> & Sendable
}

private struct TimeRow: Sendable {
    let setting: Setting
    let name: String
    let path: any WritableKeyPath<HTTPSettings, Duration> & Sendable
}

extension Configuration {
    private static let httpNumbers: [NumberRow] = [
        NumberRow(
            setting: .httpHeadBytes, name: "http_head_bytes", range: 1_024...(1 << 20), path: \.limits.headBytes),
        NumberRow(setting: .httpHeadFields, name: "http_head_fields", range: 8...1_000, path: \.limits.headFields),
        NumberRow(
            setting: .httpBodyBytes, name: "http_body_bytes", range: 1_024...(64 << 20), path: \.limits.bodyBytes),
        NumberRow(
            setting: .httpOutboundBytes, name: "http_outbound_buffer_bytes", range: (64 << 10)...(64 << 20),
            path: \.limits.outboundHighWatermark),
        NumberRow(
            setting: .httpStreamsPerCaller, name: "http_streams_per_caller", range: 1...1_000_000,
            path: \.streamsPerCaller),
        NumberRow(setting: .httpStreams, name: "http_streams", range: 1...1_000_000, path: \.streams),
    ]

    private static let httpTimes: [TimeRow] = [
        TimeRow(setting: .httpHeadTime, name: "http_head_ms", path: \.limits.headTime),
        TimeRow(setting: .httpBodyTime, name: "http_body_ms", path: \.limits.bodyTime),
        TimeRow(setting: .httpIdle, name: "http_idle_ms", path: \.limits.idleTime),
        TimeRow(setting: .httpWriteStall, name: "http_write_stall_ms", path: \.limits.writeStall),
    ]

    /// Sets what was given.
    mutating func readHTTPLimits(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func given(_ setting: Setting) -> SettingWords? {
            layers.lazy.compactMap { $0[setting] }.first.map { SettingWords(setting: setting, given: $0) }
        }
        for row in Self.httpNumbers {
            if let words = given(row.setting) { httpSettings[keyPath: row.path] = try words.number(in: row.range) }
        }
        for row in Self.httpTimes {
            guard let words = given(row.setting) else { continue }
            httpSettings[keyPath: row.path] = try words.duration(atLeast: .milliseconds(100), atMost: .seconds(3_600))
        }
        // One setting for both doors.
        httpSettings.limits.tlsHandshake = server.limits.tlsHandshake
        httpSettings.limits.outboundLowWatermark = httpSettings.limits.outboundHighWatermark / 2
    }

    /// Each as the file has it.
    var httpLimitTexts: [(Setting, String)] {
        Self.httpNumbers.map { ($0.setting, String(httpSettings[keyPath: $0.path])) }
            + Self.httpTimes.map { ($0.setting, DurationText.text(httpSettings[keyPath: $0.path])) }
    }

    /// Each by its name.
    var shownHTTPLimits: [String: Int64] {
        let numbers = Self.httpNumbers.map { ($0.name, Int64(httpSettings[keyPath: $0.path])) }
        let times = Self.httpTimes.map { row in
            let parts = httpSettings[keyPath: row.path].components
            return (row.name, parts.seconds * 1_000 + parts.attoseconds / 1_000_000_000_000_000)
        }
        return Dictionary(uniqueKeysWithValues: numbers + times)
    }
}
