// Where settings come from, kept so that they can be read again at SIGHUP: the flags and variables of the start, and the
// file as it is now.

internal import Logging
internal import RPC

struct ConfigurationSource: Sendable {
    /// The largest file that is read as settings.
    private static let largestFile = 1 << 20

    let flags: SettingLayer
    let environment: SettingLayer
    /// Given by --config or SWITCHBOARD_CONFIG.
    let file: String?

    init(flags: Flags, environment: [String: String]) {
        self.flags = flags.layer
        self.environment = EnvironmentLayer.read(environment)
        file = flags.configurationFile ?? environment["SWITCHBOARD_CONFIG"]
    }

    /// - Throws: `ConfigurationError`, `StartFailure` where the file cannot be read.
    func read() throws -> Configuration {
        var layers = [flags, environment]
        if let file {
            guard let bytes = try Self.bytes(of: file) else {
                throw ConfigurationError("there is no file \(file)")
            }
            guard let text = String(validating: bytes, as: UTF8.self) else {
                throw ConfigurationError("\(file) is not UTF-8 text")
            }
            layers.append(try FileLayer.read(text, file: file))
        }
        return try Configuration(layers)
    }

    private static func bytes(of file: String) throws -> [UInt8]? {
        do throws(StartFailure) {
            return try Paths.read(file, atMost: largestFile)
        } catch {
            // Whatever is the matter with it, it is the configuration that is.
            throw ConfigurationError(error.description)
        }
    }
}

extension Configuration {
    /// Every setting as it will be used, in the form of the file.
    var summary: String {
        texts(namingTransports: tls != nil).map { "\($0.setting.rawValue): \($0.text)" }.joined(separator: "\n")
    }

    /// The settings that `other` has otherwise, in their order.
    func differences(from other: Configuration) -> [Setting] {
        // What an unmarked address means hangs on the certificate, which is a setting of its own.
        let (own, others) = (texts(namingTransports: true), other.texts(namingTransports: true))
        return Setting.allCases.filter { setting in
            own.first { $0.setting == setting }?.text != others.first { $0.setting == setting }?.text
        }
    }

    /// - Parameter namingTransports: with a certificate each address says whether it has TLS; without, none has.
    private func texts(namingTransports: Bool) -> [(setting: Setting, text: String)] {
        func list(_ words: [String]) -> String { "[" + words.map(quoted).joined(separator: ", ") + "]" }
        // Some words would be something else in YAML: a quoted one never is.
        func quoted(_ word: String) -> String {
            let isPlain = word.utf8.allSatisfy { (0x30...0x39).contains($0) }
            return isPlain ? word : "'" + word.replacing("'", with: "''") + "'"
        }
        func path(_ endpoint: Endpoint?) -> String {
            quoted(endpoint.map { String($0.description.dropFirst("unix:".count)) } ?? "off")
        }
        func addresses(_ texts: [String]) -> String { texts.isEmpty ? quoted("off") : list(texts) }
        func written(_ endpoint: Endpoint, _ plain: String, _ secure: String) -> String {
            let text = String(endpoint.description.dropFirst(4))
            switch endpoint {
            case .unix: return endpoint.description
            case .tcp: return namingTransports ? plain + text : text
            case .tls: return secure + text
            }
        }
        var values: [(Setting, String)] = [
            (.dataDirectory, quoted(dataDirectory)), (.initialise, String(initialise)), (.socket, path(socket)),
            (.bridgeSocket, path(bridgeSocket)),
            (.listen, addresses(listen.map { written($0, "tcp:", "tls:") })),
            (.http, addresses(http.map { written($0, "http://", "https://") })), (.insecure, String(insecure)),
            (.drainTimeout, DurationText.text(drainTimeout)), (.logLevel, logLevel.rawValue),
            (.logFormat, logFormat.rawValue), (.operatorUIDs, list(operatorUIDs.sorted().map(String.init))),
            (.bridgeUIDs, list(bridgeUIDs.sorted().map(String.init))),
            (.trustedProxies, addresses(trustedProxies)), (.corsOrigins, addresses(corsOrigins)),
            (.httpDocs, httpDocs.map(quoted) ?? "off"),
            (.keysPerUser, String(keysPerUser)),
            (.webhooksPerUser, String(webhooksPerUser)), (.webhooksAllowPrivate, String(webhooksAllowPrivate)),
            (.bridgeLease, DurationText.text(bridgeLease)), (.historyAfter, DurationText.text(historyAfter)),
            (.callTimeout, server.defaultUnaryTimeout.map(DurationText.text) ?? "0s"),
            (.longestCallTimeout, DurationText.text(server.maximumTimeout)),
        ]
        if let tls {
            values += [(.tlsCertificate, quoted(tls.certificate)), (.tlsKey, quoted(tls.key))]
            if let file = tls.clientCA { values.append((.tlsClientCA, quoted(file))) }
        }
        let tables =
            retentionTexts + mediaTexts + serverLimitTexts + httpLimitTexts + signInLimitTexts + authStateTexts
        return (values + tables)
            .map { (setting: $0, text: $1) }
    }
}
