// The limits on guessing passwords, one row each: the setting, the name that GetStatus and /metrics show it under, and
// where it is kept. Defaults are Services'.

internal import Services

private struct SignInLimit: Sendable {
    let setting: Setting
    let name: String
    let path: any WritableKeyPath<SignInLimits.Settings, Int> & Sendable
}

extension Configuration {
    private static let signIns: [SignInLimit] = [
        SignInLimit(setting: .signInFailures, name: "sign_in_failures", path: \.perPair),
        SignInLimit(setting: .signInFailuresPerAddress, name: "sign_in_failures_per_address", path: \.perNetwork),
        SignInLimit(setting: .signInFailuresPerSite, name: "sign_in_failures_per_site", path: \.perSite),
        SignInLimit(setting: .signInFailuresPerAccount, name: "sign_in_failures_per_account", path: \.perAccount),
    ]

    /// Sets what was given.
    mutating func readSignInLimits(_ layers: [SettingLayer]) throws(ConfigurationError) {
        for limit in Self.signIns {
            guard let given = layers.lazy.compactMap({ $0[limit.setting] }).first else { continue }
            signInLimits[keyPath: limit.path] = try SettingWords(setting: limit.setting, given: given)
                .number(in: 1...1_000_000)
        }
    }

    /// Each as the file has it.
    var signInLimitTexts: [(Setting, String)] {
        Self.signIns.map { ($0.setting, String(signInLimits[keyPath: $0.path])) }
    }

    /// Each by its name.
    var shownSignInLimits: [String: Int64] {
        Dictionary(uniqueKeysWithValues: Self.signIns.map { ($0.name, Int64(signInLimits[keyPath: $0.path])) })
    }
}
