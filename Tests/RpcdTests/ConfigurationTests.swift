// Settings: which source wins, what is refused with which words, what the defaults are.
import ArgumentParser
import Glibc
import Logging
import RPC
import Testing

@testable import rpcd

@Suite struct ConfigurationTests {
    private func settings(
        flags: [String] = [], environment: [String: String] = [:], file: String = ""
    ) throws -> Configuration {
        let flags = try Flags.parse(flags)
        return try Configuration([
            flags.layer, EnvironmentLayer.read(environment), FileLayer.read(file, file: "rpcd.yaml"),
        ])
    }

    private func complaint(
        flags: [String] = [], environment: [String: String] = [:], file: String = ""
    ) -> String? {
        do {
            _ = try settings(flags: flags, environment: environment, file: file)
            return nil
        } catch {
            return (error as? ConfigurationError)?.description ?? "not a ConfigurationError: \(error)"
        }
    }

    @Test func theDefaultsAreThoseOfTheContract() throws {
        let defaults = try settings()
        #expect(defaults.dataDirectory == "./data")
        #expect(defaults.socket == .unix(path: "./data/rpcd.sock"))
        #expect(defaults.bridgeSocket == .unix(path: "./data/bridge.sock"))
        #expect(defaults.listen.isEmpty)
        #expect(defaults.http == [.tcp(host: "127.0.0.1", port: 8080)])
        #expect(defaults.drainTimeout == .seconds(30))
        #expect(defaults.logLevel == .info)
        #expect(defaults.logFormat == .text)
        #expect(defaults.operatorUIDs == [0, geteuid()])
        #expect(defaults.bridgeUIDs == [geteuid()])
        #expect(defaults.bridgeLease == .seconds(30))
        #expect(!defaults.insecure)
        #expect(!defaults.initialise)
        #expect(defaults.limits["connections"] == 10_000)
        #expect(defaults.limits["http_head_bytes"] == 65_536)
        #expect(defaults.limits["http_body_ms"] == 10_000)
        #expect(defaults.limits["http_streams_per_caller"] == 16)
        #expect(defaults.historyAfter == .seconds(60) && defaults.limits["history_after_ms"] == 60_000)
        #expect(defaults.limits["auth_state_value_bytes"] == 16 << 20)
        #expect(defaults.limits["auth_state_get_ms"] == 300_000)
    }

    @Test func aFlagBeatsAVariableBeatsTheFileBeatsTheDefault() throws {
        let file = "log-level: warning\ndrain-timeout: 5s\ndata-dir: /from/file\n"
        let environment = ["SWITCHBOARD_LOG_LEVEL": "error", "SWITCHBOARD_DRAIN_TIMEOUT": "6s"]
        let all = try settings(flags: ["--log-level", "debug"], environment: environment, file: file)
        #expect(all.logLevel == .debug)
        #expect(all.drainTimeout == .seconds(6))
        #expect(all.dataDirectory == "/from/file")
        #expect(all.socket == .unix(path: "/from/file/rpcd.sock"))
        #expect(all.logFormat == .text)
    }

    @Test func listsReplaceEachOtherAsAWhole() throws {
        let file = "listen: [127.0.0.1:1, '[::1]:2']\noperator:\n  uids: [5, 6]\nbridges.allowed-uids: 7\n"
        let fromFile = try settings(file: file)
        #expect(fromFile.listen == [.tcp(host: "127.0.0.1", port: 1), .tcp(host: "::1", port: 2)])
        #expect(fromFile.operatorUIDs == [5, 6])
        #expect(fromFile.bridgeUIDs == [7])
        let over = try settings(
            flags: ["--listen", "127.0.0.1:9"], environment: ["SWITCHBOARD_OPERATOR_UIDS": "8, 9"], file: file)
        #expect(over.listen == [.tcp(host: "127.0.0.1", port: 9)])
        #expect(over.operatorUIDs == [8, 9])
    }

    @Test func nestedKeysMayBeWrittenEitherWay() throws {
        let nested = try settings(file: "bridges:\n  lease: 10s\n  allowed-uids: [1]\nlimits: {connections: 5}\n")
        #expect(nested.bridgeLease == .seconds(10))
        #expect(nested.server.limits.connections == 5)
        #expect(try settings(file: "bridges.lease: 10s").bridgeLease == .seconds(10))
        #expect(complaint(file: "bridges:\n  lease: 10s\nbridges.lease: 11s\n")?.contains("given twice") == true)
    }

    @Test func offTurnsAListenerOff() throws {
        let off = try settings(
            flags: ["--socket", "off", "--bridge-socket", "off", "--http", "off"], file: "listen: off")
        #expect(off.socket == nil)
        #expect(off.bridgeSocket == nil)
        #expect(off.http.isEmpty)
        #expect(off.listen.isEmpty)
    }

    @Test func httpIsServedOnUnixSocketsToo() throws {
        let http = try settings(flags: ["--http", "unix:/run/x.sock", "--http", "127.0.0.1:0"]).http
        #expect(http == [.unix(path: "/run/x.sock"), .tcp(host: "127.0.0.1", port: 0)])
    }

    @Test func emptyFilesSayNothing() throws {
        for file in ["", "\n", "# nothing\n", "---\n", "~\n"] {
            #expect(try settings(file: file).logLevel == .info)
        }
    }

    @Test(arguments: [
        ("colour: red", "rpcd.yaml:1: unknown setting colour"),
        ("log-level: info\n\ntls-certs: x\n", "rpcd.yaml:3: unknown setting tls-certs"),
        ("tls-cert: a", "tls-cert needs tls-key"), ("tls-key: a", "tls-key needs tls-cert"),
        ("tls-client-ca: a", "needs tls-cert and tls-key"),
        ("operator:\n  gids: [0]\n", "rpcd.yaml:2: unknown setting operator.gids"),
        ("operator: 5", "must be a mapping"), ("- a\n- b\n", "must be a mapping"), ("just words", "must be a mapping"),
        ("data-dir: [a, b]", "data-dir must be a word"), ("data-dir: {a: b}", "data-dir must be a word"),
        ("data-dir: ''", "data-dir must have a value"), ("listen: [[1]]", "listen is a list of words"),
        ("log-level: loud", "log-level must be"), ("log-format: xml", "log-format must be text or json"),
        ("insecure: perhaps", "insecure must be true or false"),
        ("drain-timeout: 5", "must be a duration"), ("drain-timeout: -5s", "must be a duration"),
        ("drain-timeout: 2h", "drain-timeout must be from 0s to 1h"), ("bridges.lease: 0s", "must be from 1s"),
        ("operator.uids: [root]", "'root' is none"), ("operator.uids: [4294967296]", "is none"),
        ("operator.uids: [65534]", "65534"), ("limits.connections: 0", "must be a number"),
        ("limits.frame-bytes: 5000000", "must be a number"),
        ("limits.auth-state-call-bytes: 1000000", "may be no more than"),
        ("limits.auth-state-session-keys: 1", "must be a number"), ("limits.auth-state-put-time: 0s", "must be from"),
        ("bridges.history-after: 0s", "must be from"), ("cors.origins: ['*']", "'*' is none"),
        ("cors.origins: ['https://a.example/']", "'https://a.example/' is none"),
        ("limits.http-head-bytes: 1", "must be a number"), ("limits.http-idle: 1ms", "must be from"),
        ("listen: [off, '127.0.0.1:1']", "off stands alone"), ("listen: '127.0.0.1'", "cannot be used"),
        ("listen: '127.0.0.1:99999'", "cannot be used"), ("listen: 'unix:/x'", "cannot be used"),
        ("a: b: c", "not valid YAML"), ("a: [", "not valid YAML"), ("log-level: info\nlog-level: debug", "twice"),
        ("? [a]\n: b", "a key must be a word"),
    ])
    func whatCannotBeIsRefusedByName(file: String, part: String) throws {
        let text = try #require(complaint(file: file))
        #expect(text.contains(part) || part == "twice" && text.contains("not valid YAML"), "\(text)")
    }

    @Test func theSourceOfAWrongValueIsNamed() throws {
        #expect(complaint(flags: ["--log-level", "loud"])?.hasPrefix("--log-level: ") == true)
        #expect(complaint(environment: ["SWITCHBOARD_LOG_LEVEL": "loud"])?.hasPrefix("SWITCHBOARD_LOG_LEVEL: ") == true)
        #expect(complaint(file: "\nlog-level: loud")?.hasPrefix("rpcd.yaml:2: ") == true)
    }

    @Test(arguments: [
        "0.0.0.0:0", "192.0.2.1:80", "[::]:0", "[::ffff:127.0.0.1]:1", "[::ffff:8.8.8.8]:1", "[::2]:1", "0:80",
        "[2001:db8::1]:1", "example.org:80", "127.0.0.1.example.org:80",
    ])
    func whatOthersCanReachNeedsASayingSo(address: String) throws {
        for flag in ["--listen", "--http"] {
            #expect(complaint(flags: [flag, address])?.contains("--insecure") == true)
            #expect(complaint(flags: [flag, address, "--insecure"]) == nil)
        }
    }

    @Test(arguments: ["127.0.0.1:0", "127.9.9.9:0", "[::1]:0", "[0:0:0:0:0:0:0:1]:0", "localhost:0"])
    func loopbackNeedsNone(address: String) {
        #expect(complaint(flags: ["--listen", address]) == nil)
    }

    static let certificate = ["--tls-cert", "c.pem", "--tls-key", "c.key"]

    @Test func aCertificateMakesAddressesSecureUnlessTheySayOtherwise() throws {
        let all = try settings(
            flags: Self.certificate + [
                "--listen", "0.0.0.0:1", "--listen", "tcp:127.0.0.1:2", "--listen", "tls:[::]:3", "--http", "0.0.0.0:4",
                "--http", "http://127.0.0.1:5", "--http", "https://example.org:6/", "--http", "unix:/x",
                "--tls-client-ca", "ca.pem",
            ])
        #expect(
            all.listen == [
                .tls(host: "0.0.0.0", port: 1), .tcp(host: "127.0.0.1", port: 2), .tls(host: "::", port: 3),
            ])
        #expect(
            all.http == [
                .tls(host: "0.0.0.0", port: 4), .tcp(host: "127.0.0.1", port: 5), .tls(host: "example.org", port: 6),
                .unix(path: "/x"),
            ])
        #expect(all.tls == ServerTLS.Files(certificate: "c.pem", key: "c.key", clientCA: "ca.pem"))
        // The address that nobody asked for is for this machine, as ever.
        #expect(try settings(flags: Self.certificate).http == [.tcp(host: "127.0.0.1", port: 8080)])
        let again = try settings(file: all.summary)
        #expect(again.summary == all.summary)
        #expect(again.listen == all.listen && again.http == all.http && again.tls == all.tls)
    }

    @Test func withoutACertificateNothingIsSecure() {
        for address in [["--listen", "tls:127.0.0.1:1"], ["--http", "https://127.0.0.1:1"]] {
            #expect(complaint(flags: address)?.contains("needs --tls-cert and --tls-key") == true)
        }
        // A certificate does not make plain addresses safe.
        for address in [["--listen", "tcp:0.0.0.0:1"], ["--http", "http://[::]:1"]] {
            #expect(complaint(flags: Self.certificate + address)?.contains("--insecure") == true)
        }
    }

    @Test func oneAddressIsGivenOnce() {
        #expect(
            complaint(flags: Self.certificate + ["--listen", "127.0.0.1:5", "--http", "http://127.0.0.1:5"])?
                .contains("twice") == true)
        #expect(complaint(flags: ["--listen", "127.0.0.1:5", "--http", "127.0.0.1:5"])?.contains("twice") == true)
        #expect(complaint(flags: ["--listen", "127.0.0.1:0", "--listen", "127.0.0.1:0"]) == nil)
        #expect(complaint(flags: ["--socket", "/x", "--bridge-socket", "/x"])?.contains("twice") == true)
    }

    @Test func aPathTooLongForASocketIsToldBeforeAnythingIsMade() {
        let deep = "/" + String(repeating: "x", count: 120)
        #expect(complaint(flags: ["--data-dir", deep])?.contains("107 bytes") == true)
    }

    @Test func theSummaryIsAFileThatSaysTheSame() throws {
        let given = try settings(
            flags: ["--listen", "127.0.0.1:1", "--listen", "[::1]:2", "--http", "unix:/x", "--bridge-socket", "off"],
            file: "operator.uids: [1, 2]\nlimits.connections: 77\ndrain-timeout: 90s\n"
                + "limits.http-idle: 5s\nlimits.http-body-bytes: 2000\nlimits.http-streams: 7\n"
                + "limits.auth-state-value-bytes: 70000\nlimits.auth-state-call-keys: 500\n"
                + "limits.auth-state-put-time: 7s\nbridges.history-after: 5s\n"
                + "webhooks.allow-private: true\nlimits.webhooks-per-user: 5\n"
                + "cors:\n  origins: ['https://a.example', 'http://localhost:5173']\n")
        #expect(given.webhooksAllowPrivate && given.limits["webhooks_per_user"] == 5)
        #expect(given.limits["auth_state_value_bytes"] == 70_000 && given.limits["auth_state_call_keys"] == 500)
        #expect(given.limits["auth_state_put_ms"] == 7_000 && given.limits["history_after_ms"] == 5_000)
        #expect(given.limits["http_idle_ms"] == 5_000)
        #expect(given.limits["http_body_bytes"] == 2_000)
        #expect(given.limits["http_streams"] == 7)
        let again = try settings(file: given.summary)
        #expect(again.summary == given.summary)
        #expect(again.listen == given.listen)
        #expect(again.http == given.http)
        #expect(again.bridgeSocket == nil)
        #expect(again.corsOrigins == ["https://a.example", "http://localhost:5173"])
        #expect(again.limits == given.limits)
        #expect(try again.webhooksAllowPrivate && !settings(file: "").webhooksAllowPrivate)
    }

    @Test(arguments: [
        ("500ms", Duration.milliseconds(500)), ("0s", .zero), ("30s", .seconds(30)), ("5m", .seconds(300)),
        ("1.5h", .seconds(5_400)), ("2d", .seconds(172_800)),
    ])
    func durationsAreReadAsPeopleWriteThem(text: String, expected: Duration) {
        #expect(DurationText.parse(text) == expected)
        #expect(DurationText.parse(DurationText.text(expected)) == expected)
    }

    @Test(arguments: [
        "", "s", "5", "-5s", "+5s", "5 s", " 5s", "1e3s", ".5s", "5.s", "5..5s", "5x", "inf s", "nans", "٣s",
        "99999999999999999999s",
    ])
    func otherWordsAreNoDurations(text: String) {
        #expect(DurationText.parse(text) == nil)
    }

    @Test func everySettingHasANameOfItsOwnInTheEnvironment() {
        #expect(Set(Setting.allCases.map(\.environmentName)).count == Setting.allCases.count)
        #expect(Setting.bridgeUIDs.environmentName == "SWITCHBOARD_BRIDGES_ALLOWED_UIDS")
        #expect(Setting.dataDirectory.environmentName == "SWITCHBOARD_DATA_DIR")
    }
}
