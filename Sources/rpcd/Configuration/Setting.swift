// Every setting that rpcd knows, once: its name in the file (flags have the same names), the name in the environment,
// and how often it may stand. Whoever adds a setting adds it here and in Configuration.

/// The name of a setting, as it stands in the YAML file.
enum Setting: String, CaseIterable, Sendable {
    case dataDirectory = "data-dir"
    case initialise = "init"
    case socket
    case bridgeSocket = "bridge-socket"
    case listen
    case http
    case tlsCertificate = "tls-cert"
    case tlsKey = "tls-key"
    case tlsClientCA = "tls-client-ca"
    case insecure
    case drainTimeout = "drain-timeout"
    case logLevel = "log-level"
    case logFormat = "log-format"
    case operatorUIDs = "operator.uids"
    case bridgeUIDs = "bridges.allowed-uids"
    case trustedProxies = "proxies.trusted"
    case corsOrigins = "cors.origins"
    case httpDocs = "http.docs"
    case signInFailures = "limits.sign-in-failures"
    case signInFailuresPerAddress = "limits.sign-in-failures-per-address"
    case signInFailuresPerSite = "limits.sign-in-failures-per-site"
    case signInFailuresPerAccount = "limits.sign-in-failures-per-account"
    case bridgeLease = "bridges.lease"
    case historyAfter = "bridges.history-after"
    case keepLogs = "retention.logs"
    case keepEvents = "retention.events"
    case keepDeliveries = "retention.deliveries"
    case keepAudit = "retention.audit"
    case keepMessages = "retention.messages"
    case keepUsage = "retention.usage"
    case keepSignIns = "retention.sign-ins"
    case keepKeys = "retention.keys"
    case keysPerUser = "limits.keys-per-user"
    case keepMedia = "retention.media"
    case keepMediaUploads = "retention.media-uploads"
    case mediaImageBytes = "limits.media-image-bytes"
    case mediaVideoBytes = "limits.media-video-bytes"
    case mediaAudioBytes = "limits.media-audio-bytes"
    case mediaDocumentBytes = "limits.media-document-bytes"
    case mediaStickerBytes = "limits.media-sticker-bytes"
    case mediaBytesPerUser = "limits.media-bytes-per-user"
    case mediaFilesPerUser = "limits.media-files-per-user"
    case mediaUploadsPerUser = "limits.media-uploads-per-user"
    case mediaUploads = "limits.media-uploads"
    case webhooksPerUser = "limits.webhooks-per-user"
    case webhooksAllowPrivate = "webhooks.allow-private"
    case connections = "limits.connections"
    case connectionsPerAddress = "limits.connections-per-address"
    case reservedDescriptors = "limits.reserved-descriptors"
    case firstFrame = "limits.first-frame"
    case tlsHandshake = "limits.tls-handshake"
    case idle = "limits.idle"
    case tcpTimeout = "limits.tcp-timeout"
    case frameBytes = "limits.frame-bytes"
    case strangerFrameBytes = "limits.stranger-frame-bytes"
    case frameTime = "limits.frame-time"
    case frameBytesPerSecond = "limits.frame-bytes-per-second"
    case parsingBytes = "limits.parsing-bytes"
    case streamsPerConnection = "limits.streams-per-connection"
    case runningHandlers = "limits.running-handlers"
    case metadataPairs = "limits.metadata-pairs"
    case metadataBytes = "limits.metadata-bytes"
    case streamItems = "limits.stream-items"
    case streamBytes = "limits.stream-bytes"
    case outboundBytes = "limits.outbound-bytes"
    case writeStall = "limits.write-stall"
    case httpHeadBytes = "limits.http-head-bytes"
    case httpHeadFields = "limits.http-head-fields"
    case httpHeadTime = "limits.http-head-time"
    case httpBodyBytes = "limits.http-body-bytes"
    case httpBodyTime = "limits.http-body-time"
    case httpIdle = "limits.http-idle"
    case httpOutboundBytes = "limits.http-outbound-bytes"
    case httpWriteStall = "limits.http-write-stall"
    case httpStreamsPerCaller = "limits.http-streams-per-caller"
    case httpStreams = "limits.http-streams"
    case authStateValueBytes = "limits.auth-state-value-bytes"
    case authStateCallBytes = "limits.auth-state-call-bytes"
    case authStateCallKeys = "limits.auth-state-call-keys"
    case authStateSessionBytes = "limits.auth-state-session-bytes"
    case authStateSessionKeys = "limits.auth-state-session-keys"
    case authStatePutTime = "limits.auth-state-put-time"
    case authStateGetTime = "limits.auth-state-get-time"
    case callTimeout = "limits.default-timeout"
    case longestCallTimeout = "limits.max-timeout"

    /// Whether it may be given several times.
    var isList: Bool {
        switch self {
        case .listen, .http, .operatorUIDs, .bridgeUIDs, .trustedProxies, .corsOrigins: true
        default: false
        }
    }

    /// `SWITCHBOARD_` and the name in capitals, dashes and dots to underscores.
    var environmentName: String {
        "SWITCHBOARD_" + String(rawValue.uppercased().map { $0 == "-" || $0 == "." ? "_" : $0 })
    }
}

/// What was given for a setting, and where, for messages.
struct GivenSetting: Sendable, Equatable {
    var words: [String]
    /// Such as `--listen`, `SWITCHBOARD_LISTEN` or `rpcd.yaml:7`.
    var origin: String
}

/// What one source says.
typealias SettingLayer = [Setting: GivenSetting]

/// A setting that cannot be used. Ends rpcd with status 78.
struct ConfigurationError: Error, CustomStringConvertible, Equatable {
    let description: String

    init(_ description: String) { self.description = description }
}
