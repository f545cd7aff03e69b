// How long things are kept, one row each: the setting, the name that GetStatus shows it under, and the least that makes
// sense. `off` keeps for ever. Shown in seconds, 0 for ever.

internal import Services

private struct RetentionRow: Sendable {
    let setting: Setting
    let name: String
    let least: Duration
    let path: any WritableKeyPath<Retention, Duration?> & Sendable
}

extension Configuration {
    private static let longest: Duration = .seconds(100 * 366 * 86_400)

    private static let retentionRows: [RetentionRow] = [
        RetentionRow(setting: .keepLogs, name: "retention_logs_s", least: .seconds(3_600), path: \.logs),
        RetentionRow(setting: .keepEvents, name: "retention_events_s", least: .seconds(3_600), path: \.events),
        RetentionRow(
            setting: .keepDeliveries, name: "retention_deliveries_s", least: .seconds(3_600), path: \.deliveries),
        RetentionRow(setting: .keepAudit, name: "retention_audit_s", least: .seconds(86_400), path: \.audit),
        // Longer than answers to repeats, which name them.
        RetentionRow(
            setting: .keepMessages, name: "retention_messages_s", least: .seconds(2 * 86_400), path: \.messages),
        RetentionRow(setting: .keepUsage, name: "retention_usage_s", least: .seconds(2 * 86_400), path: \.usage),
        RetentionRow(setting: .keepKeys, name: "retention_keys_s", least: .seconds(86_400), path: \.keys),
    ]

    /// Sets what was given.
    mutating func readRetention(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func given(_ setting: Setting) -> SettingWords? {
            layers.lazy.compactMap { $0[setting] }.first.map { SettingWords(setting: setting, given: $0) }
        }
        for row in Self.retentionRows {
            guard let words = given(row.setting) else { continue }
            retention[keyPath: row.path] = try words.optionalDuration(atLeast: row.least, atMost: Self.longest)
        }
        if let words = given(.keepSignIns) {
            retention.signIns = try words.duration(atMost: Self.longest)
        }
    }

    /// Each as the file has it.
    var retentionTexts: [(Setting, String)] {
        Self.retentionRows.map { ($0.setting, retention[keyPath: $0.path].map(DurationText.text) ?? "off") }
            + [(.keepSignIns, DurationText.text(retention.signIns))]
    }

    /// Each by its name.
    var shownRetention: [String: Int64] {
        var shown = ["retention_sign_ins_s": retention.signIns.components.seconds]
        for row in Self.retentionRows { shown[row.name] = retention[keyPath: row.path]?.components.seconds ?? 0 }
        return shown
    }
}
