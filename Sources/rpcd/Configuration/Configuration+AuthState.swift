// The limits on what engines keep (auth state), one row each: the setting, the name that GetStatus shows it under, and what it
// may be. Durations are shown in milliseconds.

internal import RPC
internal import Services

private struct AuthStateNumber: Sendable {
    let setting: Setting
    let name: String
    let range: ClosedRange<Int>
    let path: any WritableKeyPath<AuthStateLimits, Int> & Sendable
}

private struct AuthStateTime: Sendable {
    let setting: Setting
    let name: String
    let path: any WritableKeyPath<AuthStateLimits, Duration> & Sendable
}

extension Configuration {
    private static let authStateNumbers: [AuthStateNumber] = [
        AuthStateNumber(
            setting: .authStateValueBytes, name: "auth_state_value_bytes", range: (64 << 10)...(256 << 20),
            path: \.valueBytes),
        AuthStateNumber(
            setting: .authStateCallBytes, name: "auth_state_call_bytes", range: (64 << 10)...(512 << 20),
            path: \.callBytes),
        AuthStateNumber(
            setting: .authStateCallKeys, name: "auth_state_call_keys", range: 100...1_000_000, path: \.callKeys),
        AuthStateNumber(
            setting: .authStateSessionBytes, name: "auth_state_session_bytes", range: (64 << 10)...(16 << 30),
            path: \.sessionBytes),
        AuthStateNumber(
            setting: .authStateSessionKeys, name: "auth_state_session_keys", range: 100...10_000_000,
            path: \.sessionKeys),
    ]

    private static let authStateTimes: [AuthStateTime] = [
        AuthStateTime(setting: .authStatePutTime, name: "auth_state_put_ms", path: \.putTime),
        AuthStateTime(setting: .authStateGetTime, name: "auth_state_get_ms", path: \.getTime),
    ]

    /// Sets what was given.
    mutating func readAuthStateLimits(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func given(_ setting: Setting) -> SettingWords? {
            layers.lazy.compactMap { $0[setting] }.first.map { SettingWords(setting: setting, given: $0) }
        }
        for row in Self.authStateNumbers {
            guard let words = given(row.setting) else { continue }
            authState[keyPath: row.path] = try words.number(in: row.range)
        }
        for row in Self.authStateTimes {
            guard let words = given(row.setting) else { continue }
            authState[keyPath: row.path] = try words.duration(atLeast: .seconds(1), atMost: .seconds(3_600))
        }
        guard authState.valueBytes <= authState.callBytes, authState.callBytes <= authState.sessionBytes else {
            throw ConfigurationError(
                "limits.auth-state-value-bytes may be no more than limits.auth-state-call-bytes, and that no more than "
                    + "limits.auth-state-session-bytes")
        }
    }

    /// Each as the file has it.
    var authStateTexts: [(Setting, String)] {
        Self.authStateNumbers.map { ($0.setting, String(authState[keyPath: $0.path])) }
            + Self.authStateTimes.map { ($0.setting, DurationText.text(authState[keyPath: $0.path])) }
    }

    /// Each by its name.
    var shownAuthState: [String: Int64] {
        let numbers = Self.authStateNumbers.map { ($0.name, Int64(authState[keyPath: $0.path])) }
        let times = Self.authStateTimes.map { ($0.name, authState[keyPath: $0.path].wholeMilliseconds) }
        return Dictionary(uniqueKeysWithValues: numbers + times)
    }
}
