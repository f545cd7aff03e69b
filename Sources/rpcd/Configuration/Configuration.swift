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
    var insecure: Bool
    var drainTimeout: Duration
    var logLevel: Logger.Level
    var logFormat: LogFormat
    var operatorUIDs: Set<UInt32>
    var bridgeUIDs: Set<UInt32>
    var bridgeLease: Duration
    var server = Server.Configuration()

    /// - Parameter layers: what was given, the strongest source first.
    init(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func words(_ setting: Setting, or fallback: String...) -> SettingWords {
            let given = layers.lazy.compactMap { $0[setting] }.first
            return SettingWords(setting: setting, given: given ?? GivenSetting(words: fallback, origin: "default"))
        }
        let own = geteuid()
        dataDirectory = try words(.dataDirectory, or: "./data").text()
        initialise = try words(.initialise, or: "false").flag()
        socket = try words(.socket, or: Self.inside(dataDirectory, "rpcd.sock")).socket()
        bridgeSocket = try words(.bridgeSocket, or: Self.inside(dataDirectory, "bridge.sock")).socket()
        listen = try words(.listen, or: "off").addresses(unixToo: false)
        http = try words(.http, or: "127.0.0.1:8080").addresses(unixToo: true)
        insecure = try words(.insecure, or: "false").flag()
        drainTimeout = try words(.drainTimeout, or: "30s").duration(atMost: .seconds(3600))
        logLevel = try words(.logLevel, or: "info").logLevel()
        logFormat = try words(.logFormat, or: "text").logFormat()
        operatorUIDs = try words(.operatorUIDs, or: "0", String(own)).uids()
        bridgeUIDs = try words(.bridgeUIDs, or: String(own)).uids()
        bridgeLease = try words(.bridgeLease, or: "30s").duration(atLeast: .seconds(1), atMost: .seconds(3600))
        try readServerLimits(layers)
        server.maximumTimeout = try words(.longestCallTimeout, or: "1h")
            .duration(atLeast: .seconds(1), atMost: .seconds(86_400))
        server.defaultUnaryTimeout = try words(.callTimeout, or: "30s")
            .duration(atLeast: .milliseconds(1), atMost: server.maximumTimeout)
        try check(layers)
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
            for endpoint in listen + http where !Loopback.contains(endpoint) {
                throw ConfigurationError(
                    "\(endpoint) is open to other machines and has no TLS: anybody on the way could read keys. "
                        + "Bind a loopback address, or say --insecure.")
            }
        }
        let sockets = ([socket, bridgeSocket].compactMap { $0 } + listen + http).filter { !Self.choosesPort($0) }
        for (index, endpoint) in sockets.enumerated() where sockets[..<index].contains(endpoint) {
            throw ConfigurationError("\(endpoint) is given twice")
        }
    }

    private static func choosesPort(_ endpoint: Endpoint) -> Bool {
        if case .tcp(_, 0) = endpoint { true } else { false }
    }
}

enum Loopback {
    /// Whether only this machine can reach the endpoint. Names other than `localhost` may mean anything.
    static func contains(_ endpoint: Endpoint) -> Bool {
        switch endpoint {
        case .unix: return true
        case .tcp(let host, _):
            if host.lowercased() == "localhost" { return true }
            var four = in_addr()
            if inet_pton(AF_INET, host, &four) == 1 { return UInt32(bigEndian: four.s_addr) >> 24 == 127 }
            return host == "::1"
        }
    }
}
