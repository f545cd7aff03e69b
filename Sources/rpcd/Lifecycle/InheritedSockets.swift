// Sockets that whoever started us opened for us (LISTEN_PID, LISTEN_FDS, LISTEN_FDNAMES, as systemd has them). Each name
// is a role; what has none serves RPC. Nobody gets rights from connecting to one: who may was another's decision
// (SAFETY.md 5), so the operator is known on our own rpcd.sock alone.

internal import Glibc
internal import RPC
internal import Services

struct InheritedSockets: Sendable {
    enum Role: String, CaseIterable, Sendable {
        case rpc
        case rpcTLS = "rpc-tls"
        case bridge
        case http
        case https

        var hasTLS: Bool { self == .rpcTLS || self == .https }

        /// What the listener is called, by which access rules and the doors tell sockets apart.
        var listener: String {
            switch self {
            case .rpc, .rpcTLS: InheritedSockets.listener
            case .bridge: AccessPolicy.bridgeListener
            case .http, .https: InheritedSockets.httpListener
            }
        }

        /// - Parameter name: as LISTEN_FDNAMES has it. systemd names a socket without one after its unit.
        init?(name: String) {
            if name.isEmpty || name == "unknown" || name.hasSuffix(".socket") {
                self = .rpc
            } else {
                self.init(rawValue: name)
            }
        }
    }

    /// The listener of those on which no operator is known.
    static let listener = "inherited"
    /// Of those that are the gateway's.
    static let httpListener = "http"
    /// What descriptors begin at (sd_listen_fds).
    static let first: Int32 = 3

    let sockets: [(descriptor: Int32, role: Role)]

    /// Takes what is there for this process; nothing where LISTEN_PID names another.
    /// - Throws: `ConfigurationError`.
    init(
        environment: [String: String], pid: Int32 = getpid(), first: Int32 = InheritedSockets.first
    ) throws(ConfigurationError) {
        guard let listenPID = environment["LISTEN_PID"], Int32(listenPID) == pid else {
            sockets = []
            return
        }
        guard let text = environment["LISTEN_FDS"], let count = Int32(text), (0...1_000).contains(count) else {
            throw ConfigurationError("LISTEN_FDS must be a number of sockets")
        }
        var names = [String](repeating: "", count: Int(count))
        if let given = environment["LISTEN_FDNAMES"] {
            names = given.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard names.count == Int(count) || count == 0 else {
                throw ConfigurationError("LISTEN_FDNAMES has \(names.count) names for \(count) sockets")
            }
        }
        var sockets: [(descriptor: Int32, role: Role)] = []
        for (index, name) in names.prefix(Int(count)).enumerated() {
            let descriptor = first + Int32(index)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            guard let role = Role(name: name) else {
                let all = Role.allCases.map(\.rawValue).joined(separator: ", ")
                throw ConfigurationError("LISTEN_FDNAMES: nothing of ours is called '\(name)'; there is \(all)")
            }
            sockets.append((descriptor, role))
        }
        self.sockets = sockets
    }

    /// Children of ours must not think that they are meant.
    static func forget() {
        for name in ["LISTEN_PID", "LISTEN_FDS", "LISTEN_FDNAMES"] { unsetenv(name) }
    }

    /// What to serve on them.
    /// - Throws: `ConfigurationError` for a descriptor that cannot be served, or not safely.
    func listeners(_ tls: ServerTLS?, insecure: Bool) throws(ConfigurationError) -> [ListenerConfiguration] {
        var listeners: [ListenerConfiguration] = []
        for (descriptor, role) in sockets {
            if role.hasTLS, tls == nil {
                throw ConfigurationError(
                    "an inherited socket is called \(role.rawValue): it needs --tls-cert and --tls-key")
            }
            let listener: ListenerConfiguration
            do {
                listener = try ListenerConfiguration(
                    inheriting: descriptor, name: role.listener, tls: role.hasTLS ? tls : nil)
            } catch {
                throw ConfigurationError("an inherited socket cannot be used: \(error.description)")
            }
            guard insecure || Loopback.isPrivate(listener.endpoint) else {
                throw ConfigurationError(
                    "the inherited \(listener.endpoint) is open to other machines and has no TLS: call it "
                        + "\(role == .http ? "https" : "rpc-tls") (FileDescriptorName=), or say --insecure.")
            }
            listeners.append(listener)
        }
        return listeners
    }
}
