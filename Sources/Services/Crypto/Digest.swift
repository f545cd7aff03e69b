// SHA-256 over libcrypto. The EVP_MD is fetched once (a fetch costs more than the hash), the context is kept per thread.
// Comparison of anything secret goes through `isEqual`, whose time does not depend on where the first difference is.

internal import COpenSSL
internal import Synchronization

/// The 32 bytes of a SHA-256, as four words so that it lives without an allocation.
package struct SHA256Digest: Sendable {
    private var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)

    /// The hash of `bytes`.
    package init(of bytes: UnsafeRawBufferPointer) {
        withUnsafeMutableBytes(of: &words) { out in
            Libcrypto.sha256(bytes, into: out)
        }
    }

    package init(of bytes: [UInt8]) {
        self = bytes.withUnsafeBytes { SHA256Digest(of: $0) }
    }

    package init(of text: String) {
        var text = text
        self = text.withUTF8 { SHA256Digest(of: UnsafeRawBufferPointer($0)) }
    }

    /// A digest that was stored; nil unless it has 32 bytes.
    package init?(stored bytes: [UInt8]) {
        guard bytes.count == 32 else { return nil }
        withUnsafeMutableBytes(of: &words) { $0.copyBytes(from: bytes) }
    }

    package var bytes: [UInt8] {
        withUnsafeBytes(of: words) { Array($0) }
    }

    /// Whether both are the same, in constant time.
    package func isEqual(to other: SHA256Digest) -> Bool {
        let difference =
            (words.0 ^ other.words.0) | (words.1 ^ other.words.1) | (words.2 ^ other.words.2)
            | (words.3 ^ other.words.3)
        return difference == 0
    }
}

/// To be looked up by, where what was hashed is no secret to whoever could measure it.
extension SHA256Digest: Hashable {
    package static func == (a: SHA256Digest, b: SHA256Digest) -> Bool { a.isEqual(to: b) }

    package func hash(into hasher: inout Hasher) { hasher.combine(words.0) }
}

/// Whether both hold the same bytes, in a time that depends on their lengths alone.
package func isEqualInConstantTime(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    guard a.count == b.count else { return false }
    guard !a.isEmpty else { return true }
    return CRYPTO_memcmp(a, b, a.count) == 0
}
