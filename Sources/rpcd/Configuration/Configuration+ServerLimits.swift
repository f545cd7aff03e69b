// The limits on callers of the binary protocol, one row each: its setting, the name that GetStatus and /metrics show it
// under, and what it may be. Defaults are RPC's. Durations are shown in milliseconds.

internal import RPC

/// A limit that is a number.
private struct NumberLimit: Sendable {
    let setting: Setting
    let name: String
    let range: ClosedRange<Int>
    let path: any WritableKeyPath<Server.Limits, Int> & Sendable
}

/// A limit that is a time.
private struct TimeLimit: Sendable {
    let setting: Setting
    let name: String
    let range: ClosedRange<Duration>
    let path: any WritableKeyPath<Server.Limits, Duration> & Sendable
}

extension Configuration {
    private static let numbers: [NumberLimit] = [
        NumberLimit(setting: .connections, name: "connections", range: 1...1_000_000, path: \.connections),
        NumberLimit(
            setting: .connectionsPerAddress, name: "connections_per_address", range: 1...1_000_000,
            path: \.connectionsPerAddress),
        NumberLimit(
            setting: .reservedDescriptors, name: "reserved_descriptors", range: 16...65_536,
            path: \.reservedDescriptors),
        NumberLimit(setting: .frameBytes, name: "frame_bytes", range: 4_096...(4 << 20), path: \.frameBytes),
        NumberLimit(
            setting: .strangerFrameBytes, name: "stranger_frame_bytes", range: 4_096...(4 << 20),
            path: \.strangerFrameBytes),
        NumberLimit(
            setting: .frameBytesPerSecond, name: "frame_bytes_per_second", range: 1_024...(1 << 30),
            path: \.frameBytesPerSecond),
        NumberLimit(
            setting: .parsingBytes, name: "parsing_bytes", range: (16 << 20)...(64 << 30), path: \.parsingBytes),
        NumberLimit(
            setting: .streamsPerConnection, name: "streams_per_connection", range: 1...65_536,
            path: \.streamsPerConnection),
        NumberLimit(
            setting: .runningHandlers, name: "running_handlers", range: 1...1_000_000, path: \.runningHandlers),
        NumberLimit(setting: .metadataPairs, name: "metadata_pairs", range: 8...1_024, path: \.metadataPairs),
        NumberLimit(setting: .metadataBytes, name: "metadata_bytes", range: 2_048...(1 << 20), path: \.metadataBytes),
        NumberLimit(
            setting: .streamItems, name: "buffered_items_per_stream", range: 1...65_536, path: \.bufferedItems),
        NumberLimit(
            setting: .streamBytes, name: "buffered_bytes_per_stream", range: 4_096...(64 << 20), path: \.bufferedBytes),
        NumberLimit(
            setting: .outboundBytes, name: "outbound_buffer_bytes", range: (64 << 10)...(64 << 20),
            path: \.outboundHighWatermark),
    ]

    private static let times: [TimeLimit] = [
        TimeLimit(
            setting: .firstFrame, name: "first_frame_ms", range: .milliseconds(100)...(.seconds(3_600)),
            path: \.firstFrame),
        TimeLimit(
            setting: .tlsHandshake, name: "tls_handshake_ms", range: .milliseconds(100)...(.seconds(3_600)),
            path: \.tlsHandshake),
        TimeLimit(setting: .idle, name: "idle_ms", range: .seconds(1)...(.seconds(30 * 86_400)), path: \.idle),
        TimeLimit(
            setting: .tcpTimeout, name: "tcp_timeout_ms", range: .seconds(6)...(.seconds(86_400)), path: \.tcpTimeout),
        TimeLimit(
            setting: .frameTime, name: "frame_ms", range: .milliseconds(100)...(.seconds(3_600)), path: \.frameTime),
        TimeLimit(
            setting: .writeStall, name: "write_stall_ms", range: .milliseconds(100)...(.seconds(3_600)),
            path: \.writeStall),
    ]

    /// Sets what was given.
    mutating func readServerLimits(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func given(_ setting: Setting) -> SettingWords? {
            layers.lazy.compactMap { $0[setting] }.first.map { SettingWords(setting: setting, given: $0) }
        }
        for limit in Self.numbers {
            guard let words = given(limit.setting) else { continue }
            server.limits[keyPath: limit.path] = try words.number(in: limit.range)
        }
        for limit in Self.times {
            guard let words = given(limit.setting) else { continue }
            server.limits[keyPath: limit.path] = try words.duration(
                atLeast: limit.range.lowerBound, atMost: limit.range.upperBound)
        }
        server.limits.outboundLowWatermark = server.limits.outboundHighWatermark / 2
    }

    /// Each as the file has it.
    var serverLimitTexts: [(Setting, String)] {
        Self.numbers.map { ($0.setting, String(server.limits[keyPath: $0.path])) }
            + Self.times.map { ($0.setting, DurationText.text(server.limits[keyPath: $0.path])) }
    }

    /// Each by its name.
    var serverLimits: [String: Int64] {
        let numbers = Self.numbers.map { ($0.name, Int64(server.limits[keyPath: $0.path])) }
        let times = Self.times.map { ($0.name, server.limits[keyPath: $0.path].wholeMilliseconds) }
        return Dictionary(uniqueKeysWithValues: numbers + times)
    }
}

extension Duration {
    /// What is less than a millisecond is left out.
    var wholeMilliseconds: Int64 { components.seconds * 1_000 + components.attoseconds / 1_000_000_000_000_000 }
}
