// How long things are kept, as settings and in GetStatus.

import Services
import Testing

@testable import rpcd

@Suite struct RetentionTests {
    private func settings(_ file: String) throws -> Configuration {
        try Configuration([try FileLayer.read(file, file: "rpcd.yaml")])
    }

    @Test(arguments: [
        ("logs", "12h", "retention_logs_s", 43_200), ("events", "2d", "retention_events_s", 172_800),
        ("messages", "90d", "retention_messages_s", 7_776_000), ("usage", "400d", "retention_usage_s", 34_560_000),
        ("audit", "90d", "retention_audit_s", 7_776_000), ("deliveries", "1d", "retention_deliveries_s", 86_400),
        ("keys", "30d", "retention_keys_s", 2_592_000), ("sign-ins", "2d", "retention_sign_ins_s", 172_800),
    ])
    func eachIsASettingAndIsShown(setting: String, text: String, name: String, seconds: Int64) throws {
        let given = try settings("retention:\n  \(setting): \(text)")
        #expect(given.limits[name] == seconds)
        #expect(given.summary.contains("retention.\(setting): \(text)"))
        let standard = try settings("")
        #expect(standard.limits[name] != seconds)
        #expect(standard.limits.merging([name: seconds]) { $1 } == given.limits)
        let variable = "SWITCHBOARD_RETENTION_" + (setting == "sign-ins" ? "SIGN_INS" : setting.uppercased())
        #expect(try Configuration([EnvironmentLayer.read([variable: text])]).limits[name] == seconds)
    }

    @Test func theDefaultsKeepMessagesUsageAndKeys() throws {
        let standard = try settings("")
        #expect(standard.retention == Retention())
        #expect(standard.retention.messages == nil && standard.retention.usage == nil && standard.retention.keys == nil)
        #expect(standard.retention.logs == .seconds(30 * 86_400) && standard.retention.events == .seconds(7 * 86_400))
        #expect(standard.retention.audit == .seconds(400 * 86_400))
        #expect(standard.summary.contains("retention.messages: off"))
    }

    @Test func offKeepsForEverAndTooLittleIsRefused() throws {
        let off = try settings("retention: {logs: off, events: 'off', messages: off}")
        #expect(off.retention.logs == nil && off.retention.events == nil && off.limits["retention_logs_s"] == 0)
        for text in ["messages: 1d", "logs: 5m", "events: 0s", "sign-ins: off", "keys: soon", "logs: -1d"] {
            #expect(throws: ConfigurationError.self, "\(text)") { try settings("retention: {\(text)}") }
        }
    }
}
