// The command line (API.md 1). Flags take words and leave their meaning to Configuration, so that a flag, a variable and
// a line in the file are read by the same code and refused with the same words.

internal import ArgumentParser

struct Flags: ParsableArguments {
    @Option(name: .customLong("config"), help: ArgumentHelp("Read settings from this YAML file.", valueName: "file"))
    var configurationFile: String?

    @Option(help: ArgumentHelp("Where everything is kept (default: ./data).", valueName: "dir"))
    var dataDir: String?

    @Flag(name: .customLong("init"), help: "Make a new database although the data directory is not empty.")
    var initialise = false

    @Option(help: ArgumentHelp("Where callers connect, or off (default: <data-dir>/rpcd.sock).", valueName: "path"))
    var socket: String?

    @Option(help: ArgumentHelp("Where bridges connect, or off (default: <data-dir>/bridge.sock).", valueName: "path"))
    var bridgeSocket: String?

    @Option(
        help: ArgumentHelp(
            "Serve RPC on TCP; may be repeated; port 0 picks a free one. With a certificate the address has TLS, unless it "
                + "begins with tcp:.", valueName: "[tcp:|tls:]host:port"))
    var listen: [String] = []

    @Option(
        help: ArgumentHelp(
            "Serve HTTP; may be repeated; off for none (default: http://127.0.0.1:8080). With a certificate the address has "
                + "TLS, unless it begins with http://.", valueName: "[http://|https://]host:port|unix:path"))
    var http: [String] = []

    @Option(
        help: ArgumentHelp(
            "The server's certificate in PEM form, followed by those between it and its authority.", valueName: "file"))
    var tlsCert: String?

    @Option(help: ArgumentHelp("Its private key; not readable by everybody.", valueName: "file"))
    var tlsKey: String?

    @Option(
        help: ArgumentHelp(
            "Admit TLS clients only with a certificate of one of these authorities, HTTPS included.", valueName: "file")
    )
    var tlsClientCa: String?

    @Flag(help: "Allow addresses other machines can reach without TLS.")
    var insecure = false

    @Option(help: ArgumentHelp("How long calls may take to end at shutdown (default: 30s).", valueName: "duration"))
    var drainTimeout: String?

    @Option(
        help: ArgumentHelp(
            "trace, debug, info, notice, warning, error or critical (default: info).", valueName: "level"))
    var logLevel: String?

    @Option(help: ArgumentHelp("text or json (default: text).", valueName: "format"))
    var logFormat: String?

    @Flag(help: "Check the settings, print them and exit.")
    var checkConfig = false

    /// For a command that serves nothing: a setting that it would not obey is a mistake, and doing something else than what
    /// was asked for is worse than doing nothing.
    /// - Throws: `ValidationError` (64).
    func allow(only settings: Set<Setting>, by command: String) throws {
        let unused =
            layer.keys.filter { !settings.contains($0) }.map { "--\($0.rawValue)" }
            + (checkConfig ? ["--check-config"] : [])
        guard let flag = unused.min() else { return }
        throw ValidationError("rpcd \(command) has no use for \(flag)")
    }

    /// What the flags say, as settings.
    var layer: SettingLayer {
        var layer: SettingLayer = [:]
        func give(_ setting: Setting, _ words: [String]) {
            if !words.isEmpty { layer[setting] = GivenSetting(words: words, origin: "--\(setting.rawValue)") }
        }
        give(.dataDirectory, dataDir.map { [$0] } ?? [])
        give(.initialise, initialise ? ["true"] : [])
        give(.socket, socket.map { [$0] } ?? [])
        give(.bridgeSocket, bridgeSocket.map { [$0] } ?? [])
        give(.listen, listen)
        give(.http, http)
        give(.tlsCertificate, tlsCert.map { [$0] } ?? [])
        give(.tlsKey, tlsKey.map { [$0] } ?? [])
        give(.tlsClientCA, tlsClientCa.map { [$0] } ?? [])
        give(.insecure, insecure ? ["true"] : [])
        give(.drainTimeout, drainTimeout.map { [$0] } ?? [])
        give(.logLevel, logLevel.map { [$0] } ?? [])
        give(.logFormat, logFormat.map { [$0] } ?? [])
        return layer
    }
}
