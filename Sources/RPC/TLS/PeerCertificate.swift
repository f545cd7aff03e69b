// What the certificate of a verified client says. The transport has checked that an authority we trust signed it and that
// the client holds its key, so this is as much a fact as a uid on a Unix socket; what it entitles to is for others to say.

internal import COpenSSL
internal import NIOCore
internal import NIOSSL

/// A client's certificate. A class, so that a peer without one carries a pointer and no more.
public final class PeerCertificate: Sendable, Hashable, CustomStringConvertible {
    /// Such as `CN=bridge-1,O=Example`, in the order of the certificate; commas and backslashes in values are escaped.
    public let subject: String
    /// Such as `DNS:bridge-1.example`, `IP:10.0.0.1`, `URI:spiffe://…`, `email:…`.
    public let alternativeNames: [String]
    /// SHA-256 of the whole certificate, in lower-case hexadecimal.
    public let fingerprint: String

    public init(subject: String, alternativeNames: [String], fingerprint: String) {
        self.subject = subject
        self.alternativeNames = alternativeNames
        self.fingerprint = fingerprint
    }

    public var description: String { subject.isEmpty ? "sha256:\(fingerprint)" : subject }

    public static func == (one: PeerCertificate, other: PeerCertificate) -> Bool {
        one.fingerprint == other.fingerprint && one.subject == other.subject
            && one.alternativeNames == other.alternativeNames
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(fingerprint) }
}

extension PeerCertificate {
    convenience init(_ certificate: NIOSSLCertificate) {
        self.init(
            subject: certificate.subjectName.map { "\(Self.word($0.type))=\(Self.escaped($0.value))" }
                .joined(separator: ","),
            alternativeNames: certificate._subjectAlternativeNames().compactMap(Self.text),
            fingerprint: Self.fingerprint(certificate))
    }

    static func fingerprint(_ certificate: NIOSSLCertificate) -> String {
        guard let bytes = try? certificate.toDERBytes() else { return "" }
        var digest = [UInt8](repeating: 0, count: 32)
        var size = digest.count
        guard EVP_Q_digest(nil, "SHA256", nil, bytes, bytes.count, &digest, &size) == 1 else { return "" }
        return digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }

    private static func word(_ type: SSLCertificateNameType) -> String {
        switch type {
        case .commonName: "CN"
        case .organization: "O"
        case .organizationalUnit: "OU"
        case .country: "C"
        case .state: "ST"
        case .city: "L"
        case .emailAddress: "emailAddress"
        case .userId: "UID"
        default: "?"
        }
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("\\", with: "\\\\").replacing(",", with: "\\,").replacing("=", with: "\\=")
    }

    private static func text(_ name: _SubjectAlternativeName) -> String? {
        func contents() -> String { String(decoding: name.contents, as: UTF8.self) }
        switch name.nameType {
        case .dnsName: return "DNS:\(contents())"
        case .uri: return "URI:\(contents())"
        case .email: return "email:\(contents())"
        case .ipAddress:
            let address = try? SocketAddress(packedIPAddress: ByteBuffer(bytes: name.contents), port: 0)
            return address?.ipAddress.map { "IP:\($0)" }
        default: return nil
        }
    }
}
