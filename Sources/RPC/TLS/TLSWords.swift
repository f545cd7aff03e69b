// What went wrong with a handshake, in words that a person can act on. The library below knows more than it says: its
// errors are told apart by the names in their texts, which are the protocol's own.

internal import NIOCore
internal import NIOSSL

enum TLSWords {
    /// Why the peer, who has sent an alert about it, does not want our certificate; `nil` for every other error.
    static func refusal(_ error: any Error) -> String? {
        let names = names(error)
        return certificateAlerts.first { names.contains($0.name) }?.words
    }

    /// - Parameter certificate: what the peer showed, where it got so far.
    static func reason(_ error: any Error, certificate: NIOSSLCertificate? = nil, now: Int = 0) -> String {
        if isUntrusted(error) {
            guard let certificate, now > 0 else { return "its certificate is not trusted" }
            if certificate.notValidAfter < now {
                return "its certificate expired on \(CertificateFiles.day(certificate.notValidAfter))"
            }
            if certificate.notValidBefore > now {
                return "its certificate is not valid before \(CertificateFiles.day(certificate.notValidBefore))"
            }
            return "its certificate (\(PeerCertificate(certificate))) comes from no authority that is trusted here"
        }
        if let refusal = refusal(error) { return refusal }
        switch error {
        case let error as NIOSSLExtraError where error == .failedToValidateHostname:
            let names = certificate.map { PeerCertificate($0).alternativeNames.joined(separator: ", ") } ?? ""
            return names.isEmpty
                ? "its certificate is for no name that was dialled"
                : "its certificate is for \(names) and not for this name"
        case ChannelError.connectTimeout, ChannelError.eof: return "no TLS handshake in time"
        default: break
        }
        let names = names(error)
        return otherErrors.first { names.contains($0.name) }?.words ?? "the TLS handshake failed: \(names)"
    }

    /// Whether it was us who did not like the other's certificate.
    static func isUntrusted(_ error: any Error) -> Bool { names(error).contains("CERTIFICATE_VERIFY_FAILED") }

    /// Whether the other end went away, or said nothing, without a reason.
    static func isSilence(_ error: any Error) -> Bool {
        switch error {
        case ChannelError.connectTimeout, ChannelError.eof, is IOError: true
        default: names(error).contains("EOF during handshake")
        }
    }

    private static let certificateAlerts: [(name: String, words: String)] = [
        ("ALERT_CERTIFICATE_REQUIRED", "it wants a client certificate, and none was given"),
        ("ALERT_UNKNOWN_CA", "the client certificate comes from no authority that it trusts"),
        ("ALERT_CERTIFICATE_EXPIRED", "the client certificate has expired"),
        ("ALERT_CERTIFICATE_REVOKED", "the client certificate was revoked"),
        ("ALERT_CERTIFICATE_UNKNOWN", "it does not accept the certificate"),
        ("ALERT_BAD_CERTIFICATE", "it does not accept the certificate"),
        ("ALERT_UNSUPPORTED_CERTIFICATE", "it does not accept this kind of certificate"),
    ]

    private static let otherErrors: [(name: String, words: String)] = [
        ("PEER_DID_NOT_RETURN_A_CERTIFICATE", "a client certificate is wanted, and none came"),
        ("ALERT_PROTOCOL_VERSION", "no version of TLS that both allow (1.2 is the least)"),
        ("UNSUPPORTED_PROTOCOL", "no version of TLS that both allow (1.2 is the least)"),
        ("ALERT_HANDSHAKE_FAILURE", "it refused the TLS handshake (does it want a client certificate?)"),
        ("WRONG_VERSION_NUMBER", "what answers there does not speak TLS"),
        ("HTTP_REQUEST", "plain HTTP was sent to it"),
        ("HTTPS_PROXY_REQUEST", "plain HTTP was sent to it"),
        ("EOF during handshake", "the connection was closed in the TLS handshake"),
    ]

    /// The names that the TLS library gives an error, without its files and lines.
    private static func names(_ error: any Error) -> String {
        let stack: NIOBoringSSLErrorStack
        switch error {
        case NIOSSLError.handshakeFailed(.sslError(let errors)), BoringSSLError.sslError(let errors),
            NIOSSLError.shutdownFailed(.sslError(let errors)):
            stack = errors
        default: return "\(error)"
        }
        let names = stack.map { error in
            let text = error.description
            // `Error: NUMBER error:CODE:library:function:NAME at file:line`
            let end = text.firstRange(of: " at ")?.lowerBound ?? text.endIndex
            return text[..<end].split(separator: ":").last.map(String.init) ?? text
        }
        return names.joined(separator: ", ")
    }
}
