// What rpcd goes by, once flags, environment, file and defaults have been laid over each other (API.md 1): the first of
// them that says something about a setting wins. Checked as a whole: what is not safe is refused here, before anything
// is touched.

internal import Glibc
internal import Logging
internal import RPC
internal import Services

enum LogFormat: String, Sendable { case text, json }

/// Every value that rpcd runs with.
struct Configuration: Sendable {
    var dataDirectory: String
    var initialise: Bool
    /// Nil = off.
    var socket: Endpoint?
    var bridgeSocket: Endpoint?
    var listen: [Endpoint]
    var http: [Endpoint]
    /// Nil = no TLS anywhere.
    var tls: ServerTLS.Files?
    var insecure: Bool
    var drainTimeout: Duration
    var logLevel: Logger.Level
    var logFormat: LogFormat
    var operatorUIDs: Set<UInt32>
    var bridgeUIDs: Set<UInt32>
    var bridgeLease: Duration
    /// After how long an absence a session's bridge is asked for what came in meanwhile.
    var historyAfter: Duration
    /// Networks, and `unix`.
    var trustedProxies: [String]
    /// Of pages that a browser may let call over HTTP.
    var corsOrigins: [String]
    /// The folder with the files of the pages that show the OpenAPI document; nil: plain pages.
    var httpDocs: String?
    var signInLimits = SignInLimits.Settings()
    var keysPerUser: Int
    var webhooksPerUser: Int
    /// Whether users may have this server post to its own network, and without TLS.
    var webhooksAllowPrivate: Bool
    var server = Server.Configuration()
    /// What some source says something about; the rest are defaults.
    let given: Set<Setting>
    var httpSettings = HTTPSettings()
    var retention = Retention()
    var authState = AuthStateLimits()
    var media = MediaSettings()

    /// - Parameter layers: what was given, the strongest source first.
    init(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func words(_ setting: Setting, or fallback: String...) -> SettingWords {
            let given = layers.lazy.compactMap { $0[setting] }.first
            return SettingWords(setting: setting, given: given ?? GivenSetting(words: fallback, origin: "default"))
        }
        given = Set(layers.flatMap(\.keys))
        let own = geteuid()
        dataDirectory = try words(.dataDirectory, or: "./data").text()
        initialise = try words(.initialise, or: "false").flag()
        socket = try words(.socket, or: Self.inside(dataDirectory, "rpcd.sock")).socket()
        bridgeSocket = try words(.bridgeSocket, or: Self.inside(dataDirectory, "bridge.sock")).socket()
        func path(_ setting: Setting) throws(ConfigurationError) -> String? {
            try layers.contains { $0[setting] != nil } ? words(setting).text() : nil
        }
        tls = try Self.tls(path(.tlsCertificate), path(.tlsKey), path(.tlsClientCA))
        listen = try words(.listen, or: "off").addresses(.rpc, hasCertificate: tls != nil)
        // For this machine, and so without TLS: its own programs know the address and no certificate is for it.
        http = try words(.http, or: "http://127.0.0.1:8080").addresses(.http, hasCertificate: tls != nil)
        insecure = try words(.insecure, or: "false").flag()
        drainTimeout = try words(.drainTimeout, or: "30s").duration(atMost: .seconds(3600))
        logLevel = try words(.logLevel, or: "info").logLevel()
        logFormat = try words(.logFormat, or: "text").logFormat()
        operatorUIDs = try words(.operatorUIDs, or: "0", String(own)).uids()
        bridgeUIDs = try words(.bridgeUIDs, or: String(own)).uids()
        bridgeLease = try words(.bridgeLease, or: "30s").duration(atLeast: .seconds(1), atMost: .seconds(3600))
        historyAfter = try words(.historyAfter, or: "1m").duration(atLeast: .seconds(1), atMost: .seconds(86_400))
        keysPerUser = try words(.keysPerUser, or: "100").number(in: 1...1_000_000)
        webhooksPerUser = try words(.webhooksPerUser, or: "100").number(in: 1...1_000_000)
        webhooksAllowPrivate = try words(.webhooksAllowPrivate, or: "false").flag()
        trustedProxies = try words(.trustedProxies, or: "off").proxies()
        corsOrigins = try words(.corsOrigins, or: "off").origins()
        let docs = try words(.httpDocs, or: "off").text()
        httpDocs = docs == "off" ? nil : docs
        try readServerLimits(layers)
        try readSignInLimits(layers)
        try readHTTPLimits(layers)
        try readRetention(layers)
        try readAuthStateLimits(layers)
        try readMedia(layers)
        server.maximumTimeout = try words(.longestCallTimeout, or: "1h")
            .duration(atLeast: .seconds(1), atMost: .seconds(86_400))
        server.defaultUnaryTimeout = try words(.callTimeout, or: "30s")
            .duration(atLeast: .milliseconds(1), atMost: server.maximumTimeout)
        try check(layers)
    }

    private static func tls(
        _ certificate: String?, _ key: String?, _ clientCA: String?
    ) throws(ConfigurationError) -> ServerTLS.Files? {
        switch (certificate, key) {
        case (let certificate?, let key?):
            return ServerTLS.Files(certificate: certificate, key: key, clientCA: clientCA)
        case (nil, nil):
            guard clientCA == nil else { throw ConfigurationError("tls-client-ca needs tls-cert and tls-key") }
            return nil
        case (nil, _): throw ConfigurationError("tls-key needs tls-cert")
        case (_, nil): throw ConfigurationError("tls-cert needs tls-key")
        }
    }

    static func inside(_ directory: String, _ name: String) -> String {
        directory.hasSuffix("/") ? directory + name : "\(directory)/\(name)"
    }

    /// What each value allows by itself and all of them together do not.
    private func check(_ layers: [SettingLayer]) throws(ConfigurationError) {
        let given = layers.lazy.compactMap { $0[.operatorUIDs] }.first
        if let given, operatorUIDs.contains(AuthenticationInterceptor.nobodyUID) {
            throw ConfigurationError("\(given.origin): operator.uids may not name 65534, which is everybody and nobody")
        }
        if !insecure {
            for endpoint in listen + http where !Loopback.isPrivate(endpoint) {
                throw ConfigurationError(
                    "\(endpoint) is open to other machines and has no TLS: anybody on the way could read keys. "
                        + "Give a certificate, bind a loopback address, or say --insecure.")
            }
        }
        let sockets = ([socket, bridgeSocket].compactMap { $0 } + listen + http).compactMap(Self.place)
        for (index, place) in sockets.enumerated() where sockets[..<index].contains(place) {
            throw ConfigurationError("\(place) is given twice")
        }
    }

    /// What only one listener can have; nil where the system chooses.
    private static func place(_ endpoint: Endpoint) -> String? {
        switch endpoint {
        case .unix: endpoint.description
        case .tcp(_, 0), .tls(_, 0): nil
        case .tcp(let host, let port), .tls(let host, let port): "\(Endpoint.tcp(host: host, port: port))"
        }
    }
}

enum Loopback {
    /// Whether what is said there stays on this machine, or is TLS. Names other than `localhost` may mean anything.
    static func isPrivate(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .unix, .tls: return true
        case .tcp(let host, _):
            if host.lowercased() == "localhost" { return true }
            var four = in_addr()
            if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
            // `::ffff:127.0.0.1` is not among them: bound as IPv6 alone, nobody can call it.
            var six = in6_addr()
            guard inet_pton(AF_INET6, host, &six) == 1 else { return false }
            return withUnsafeBytes(of: six) { $0.dropLast().allSatisfy { $0 == 0 } && $0.last == 1 }
        }
    }
}
