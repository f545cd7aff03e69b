// PEM files → certificates and keys. Everything that can be wrong with them is found here, when they are read, and not
// by the first peer that connects.

internal import Glibc
internal import NIOSSL

enum CertificateFiles {
    /// The largest file that is read.
    private static let largest = 1 << 20

    /// All certificates of a file, one at least, in their order.
    static func certificates(_ path: String, what: String) throws(TLSFailure) -> [NIOSSLCertificate] {
        let bytes = try read(path, what: what).bytes
        guard let certificates = try? NIOSSLCertificate.fromPEMBytes(bytes), !certificates.isEmpty else {
            throw TLSFailure("\(path) holds no \(what) in PEM form")
        }
        return certificates
    }

    /// A key that only its owner and group may read.
    static func key(_ path: String) throws(TLSFailure) -> NIOSSLPrivateKey {
        let (bytes, mode) = try read(path, what: "key")
        guard mode & 0o007 == 0 else {
            throw TLSFailure("\(path) holds a key and is open to everybody on this machine: chmod o= it")
        }
        guard let key = try? NIOSSLPrivateKey(bytes: bytes, format: .pem) else {
            throw TLSFailure("\(path) holds no private key in PEM form, or one that is encrypted")
        }
        return key
    }

    /// - Parameter now: seconds since 1970.
    static func checkTimes(_ certificate: NIOSSLCertificate, _ path: String, now: Int) throws(TLSFailure) {
        if certificate.notValidAfter < now {
            throw TLSFailure("the certificate in \(path) expired on \(day(certificate.notValidAfter))")
        }
        if certificate.notValidBefore > now {
            throw TLSFailure("the certificate in \(path) is not valid before \(day(certificate.notValidBefore))")
        }
    }

    /// `YYYY-MM-DD`, UTC.
    static func day(_ seconds: Int) -> String {
        var time = time_t(seconds)
        var parts = tm()
        gmtime_r(&time, &parts)
        func digits(_ number: CInt) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
    }

    private static func read(_ path: String, what: String) throws(TLSFailure) -> (bytes: [UInt8], mode: mode_t) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY)
        guard descriptor >= 0 else {
            throw TLSFailure("cannot read the \(what) in \(path): \(String(cString: strerror(errno)))")
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw TLSFailure("\(path) is no file")
        }
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count == 0 { return (bytes, status.st_mode) }
            guard count > 0 || errno == EINTR else {
                throw TLSFailure("cannot read the \(what) in \(path): \(String(cString: strerror(errno)))")
            }
            bytes += piece.prefix(max(0, count))
            guard bytes.count <= largest else { throw TLSFailure("\(path) is too large to be a \(what)") }
        }
    }
}
