// What a client brings to a TLS connection: whom it trusts, who it is. The server's certificate and its name are always
// verified; there is no switch for that.

internal import NIOCore
internal import NIOSSL

/// TLS for a client. The files are read at each dialling, so renewed ones are used without a restart.
public struct TLSOptions: Sendable, Hashable {
    /// PEM files of the authorities that may vouch for the server, in place of those of the system.
    public var authorities: [String] = []
    /// The client's certificate in PEM form, followed by those between it and its authority.
    public var certificate: String?
    /// Its key, unencrypted, not readable by others than owner and group.
    public var key: String?
    /// The name that the server's certificate must be for; `nil` = the host that is dialled.
    public var serverName: String?

    public init() {}

    /// Whether the files can be used. Throws `TLSFailure`.
    public func check() throws(TLSFailure) { _ = try context() }

    func context() throws(TLSFailure) -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        configuration.certificateVerification = .fullVerification
        configuration.shutdownTimeout = .milliseconds(200)
        if !authorities.isEmpty {
            var trusted: [NIOSSLCertificate] = []
            for file in authorities { trusted += try CertificateFiles.certificates(file, what: "authority") }
            configuration.trustRoots = .certificates(trusted)
        }
        switch (certificate, key) {
        case (let certificate?, let key?):
            let chain = try CertificateFiles.certificates(certificate, what: "certificate")
            configuration.certificateChain = chain.map { .certificate($0) }
            configuration.privateKey = .privateKey(try CertificateFiles.key(key))
        case (nil, nil): break
        default: throw TLSFailure("a client certificate and its key are given together")
        }
        do {
            return try NIOSSLContext(configuration: configuration)
        } catch {
            let pair = "\(key ?? "the key") does not belong to the certificate in \(certificate ?? "no file")"
            throw TLSFailure(certificate == nil ? "the authorities of the system cannot be read" : "the key in \(pair)")
        }
    }

    func handler(host: String) throws(TLSFailure) -> NIOSSLClientHandler {
        let name = serverName ?? host
        do {
            // An address is no name to ask for; the certificate must be for it all the same.
            return try NIOSSLClientHandler(
                context: try context(), serverHostname: ServerName.isAddress(name) ? nil : name)
        } catch let failure as TLSFailure {
            throw failure
        } catch {
            throw TLSFailure("'\(name)' cannot be the name of a server")
        }
    }
}
