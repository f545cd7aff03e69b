// Words → values. Each reader takes what was given and names setting and origin in its complaint.

internal import Gateway
internal import Logging
internal import RPC

/// One setting's words, on the way to becoming a value.
struct SettingWords {
    let setting: Setting
    let given: GivenSetting

    private func wrong(_ complaint: String) -> ConfigurationError {
        ConfigurationError("\(given.origin): \(setting.rawValue) \(complaint)")
    }

    func text() throws(ConfigurationError) -> String {
        guard given.words.count == 1, let word = given.words.first, !word.isEmpty else {
            throw wrong("must have a value")
        }
        return word
    }

    func flag() throws(ConfigurationError) -> Bool {
        switch try text().lowercased() {
        case "true", "yes", "on", "1": return true
        case "false", "no", "off", "0": return false
        default: throw wrong("must be true or false")
        }
    }

    func duration(atLeast shortest: Duration = .zero, atMost longest: Duration) throws(ConfigurationError) -> Duration {
        guard let duration = DurationText.parse(try text()) else {
            throw wrong("must be a duration such as 500ms, 30s, 5m or 1h")
        }
        guard duration >= shortest, duration <= longest else {
            throw wrong("must be from \(DurationText.text(shortest)) to \(DurationText.text(longest))")
        }
        return duration
    }

    /// A duration, or `off` for nil.
    func optionalDuration(
        atLeast shortest: Duration, atMost longest: Duration
    ) throws(ConfigurationError) -> Duration? {
        try text().lowercased() == "off" ? nil : try duration(atLeast: shortest, atMost: longest)
    }

    func number(in range: ClosedRange<Int>) throws(ConfigurationError) -> Int {
        guard let number = Int(try text()), range.contains(number) else {
            throw wrong("must be a number from \(range.lowerBound) to \(range.upperBound)")
        }
        return number
    }

    func logLevel() throws(ConfigurationError) -> Logger.Level {
        guard let level = Logger.Level(rawValue: try text().lowercased()) else {
            throw wrong("must be \(Logger.Level.allCases.map(\.rawValue).joined(separator: ", "))")
        }
        return level
    }

    func logFormat() throws(ConfigurationError) -> LogFormat {
        guard let format = LogFormat(rawValue: try text().lowercased()) else { throw wrong("must be text or json") }
        return format
    }

    func uids() throws(ConfigurationError) -> Set<UInt32> {
        var uids: Set<UInt32> = []
        for word in given.words {
            guard let uid = UInt32(word) else { throw wrong("is a list of numeric user ids; \(quoted(word)) is none") }
            uids.insert(uid)
        }
        return uids
    }

    /// Networks in CIDR form and `unix`, or `off` alone.
    func proxies() throws(ConfigurationError) -> [String] {
        if given.words == ["off"] { return [] }
        for word in given.words where TrustedProxies([word]) == nil {
            throw wrong("is a list of networks such as 10.0.0.0/8, or unix; \(quoted(word)) is neither")
        }
        return given.words
    }

    /// Origins as browsers write them, or `off` alone.
    func origins() throws(ConfigurationError) -> [String] {
        if given.words == ["off"] { return [] }
        for word in given.words where CrossOrigin([word]) == nil {
            throw wrong("is a list of origins such as https://app.example.org; \(quoted(word)) is none")
        }
        return given.words
    }

    /// A path, or `off`.
    func socket() throws(ConfigurationError) -> Endpoint? {
        let word = try text()
        return word == "off" ? nil : try endpoint("unix:" + word, saidAs: word)
    }

    /// How addresses of one kind are written.
    struct AddressForms: Sendable {
        /// Before an address without TLS, and before one with it.
        var plain: String
        var secure: String
        var allowsUnix = false

        static let rpc = AddressForms(plain: "tcp:", secure: "tls:")
        static let http = AddressForms(plain: "http://", secure: "https://", allowsUnix: true)
    }

    /// `HOST:PORT`, with or without the prefix that says whether it has TLS (and `unix:PATH` where allowed), any number
    /// of times, or `off` alone.
    /// - Parameter hasCertificate: whether an address without prefix has TLS, and one with TLS is possible.
    func addresses(_ forms: AddressForms, hasCertificate: Bool) throws(ConfigurationError) -> [Endpoint] {
        if given.words == ["off"] { return [] }
        var endpoints: [Endpoint] = []
        for word in given.words {
            if word == "off" { throw wrong("off stands alone") }
            if word.hasPrefix(forms.secure) {
                guard hasCertificate else { throw wrong("\(quoted(word)) needs --tls-cert and --tls-key") }
                endpoints.append(try endpoint("tls:" + address(word, after: forms.secure), saidAs: word))
            } else if word.hasPrefix(forms.plain) {
                endpoints.append(try endpoint("tcp:" + address(word, after: forms.plain), saidAs: word))
            } else if forms.allowsUnix && word.hasPrefix("unix:") {
                endpoints.append(try endpoint(word, saidAs: word))
            } else {
                endpoints.append(try endpoint((hasCertificate ? "tls:" : "tcp:") + word, saidAs: word))
            }
        }
        return endpoints
    }

    /// URLs may end with the slash that they are copied with.
    private func address(_ word: String, after prefix: String) -> String {
        let rest = word.dropFirst(prefix.count)
        return String(prefix.hasSuffix("/") && rest.hasSuffix("/") ? rest.dropLast() : rest)
    }

    private func endpoint(_ text: String, saidAs word: String) throws(ConfigurationError) -> Endpoint {
        do {
            return try Endpoint(parsing: text)
        } catch {
            throw wrong("\(quoted(word)) cannot be used: \(error.description)")
        }
    }

    private func quoted(_ word: String) -> String { "'\(word)'" }
}
