// The server's certificate and whom it admits, as they are in force now. Listeners share one of these; reading the files
// again changes what new connections get, and those that stand keep what they were made with. A file that cannot be used
// changes nothing.

internal import Glibc
public import NIOCore
internal import NIOSSL
internal import Synchronization

/// TLS for listeners: version 1.2 or newer; with `Files.clientCA` only clients that show a certificate of that authority.
public final class ServerTLS: Sendable {
    /// PEM files.
    public struct Files: Sendable, Hashable {
        /// The server's certificate, followed by those between it and its authority.
        public var certificate: String
        /// Its key, unencrypted, not readable by others than owner and group.
        public var key: String
        /// Authorities that clients' certificates must come from; `nil` = clients need none.
        public var clientCA: String?

        public init(certificate: String, key: String, clientCA: String? = nil) {
            self.certificate = certificate
            self.key = key
            self.clientCA = clientCA
        }
    }

    /// What is in force.
    public struct Facts: Sendable, Hashable {
        /// SHA-256 of the certificate, in lower-case hexadecimal.
        public let fingerprint: String
        /// Its last day, `YYYY-MM-DD`.
        public let lastDay: String
        /// The second, since 1970, in which it runs out, or an authority that came with it does.
        public let goodUntil: Int64
        public let wantsClientCertificates: Bool
    }

    private struct State {
        let files: Files
        let context: NIOSSLContext
        let facts: Facts
    }

    private let state: Mutex<State>

    /// Reads and checks the files. Throws `TLSFailure`.
    public init(_ files: Files) throws(TLSFailure) {
        state = Mutex(try Self.load(files))
    }

    public var facts: Facts { state.withLock { $0.facts } }

    /// Reads the files again, or others in their place. On failure what was in force stays. Blocks for as long as the
    /// files take to be read.
    public func reload(_ files: Files? = nil) throws(TLSFailure) {
        let fresh = try Self.load(files ?? state.withLock { $0.files })
        state.withLock { $0 = fresh }
    }

    /// Whether the files could be used, and as what.
    public static func check(_ files: Files) throws(TLSFailure) -> Facts { try load(files).facts }

    /// What belongs in front of the handlers of a new connection that is not a `Server`'s. To be made on its event loop.
    /// - Parameters:
    ///   - limit: a handshake that takes longer ends the connection.
    ///   - failed: is told of a handshake that took too long or went wrong, with the reason in words.
    public func makeHandlers(
        handshakeWithin limit: Duration, failed: @escaping @Sendable (_ reason: String) -> Void = { _ in }
    ) -> [any ChannelHandler & RemovableChannelHandler] {
        [handler(), HandshakeLimit(limit, failed: failed)]
    }

    /// Whether all that went wrong is that the peer has ended without the goodbye of TLS. For protocols that say
    /// themselves where a request ends: what came of one in full has not been cut short.
    public static func isMissingGoodbye(_ error: any Error) -> Bool {
        if case NIOSSLError.uncleanShutdown = error { true } else { false }
    }

    func handler() -> NIOSSLServerHandler { NIOSSLServerHandler(context: state.withLock { $0.context }) }

    private static func load(_ files: Files) throws(TLSFailure) -> State {
        let chain = try CertificateFiles.certificates(files.certificate, what: "certificate")
        try CertificateFiles.checkTimes(chain[0], files.certificate, now: time(nil))
        let key = try CertificateFiles.key(files.key)
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        // How long a close waits for the other end's goodbye, once ours is on its way.
        configuration.shutdownTimeout = .milliseconds(200)
        if let file = files.clientCA {
            let authorities = try CertificateFiles.certificates(file, what: "authority")
            configuration.trustRoots = .certificates(authorities)
            configuration.certificateVerification = .noHostnameVerification
            configuration.sendCANameList = true
        }
        let context: NIOSSLContext
        do {
            context = try NIOSSLContext(configuration: configuration)
        } catch {
            // Certificate and key have been read by themselves: what is left is that they are not a pair.
            throw TLSFailure("the key in \(files.key) does not belong to the certificate in \(files.certificate)")
        }
        let facts = Facts(
            fingerprint: PeerCertificate.fingerprint(chain[0]),
            lastDay: CertificateFiles.day(chain[0].notValidAfter),
            goodUntil: Int64(chain.map(\.notValidAfter).min() ?? 0), wantsClientCertificates: files.clientCA != nil)
        return State(files: files, context: context, facts: facts)
    }
}
