// Passwords at rest, byte-compatible with Django's: `pbkdf2_sha256$<iterations>$<salt>$<base64 of 32 bytes>`. This file
// computes and is slow by design; only PasswordHasher calls it, off the event loops.

internal import COpenSSL

/// A stored password hash, taken apart.
package struct PasswordHash: Sendable, Hashable {
    /// What new hashes are made with.
    package static let iterations = 1_000_000
    /// More would let one row keep a core busy for seconds, and everybody's sign-in take as long (PasswordHasher). A hash
    /// that is dearer opens nothing.
    package static let mostIterations = 2_000_000

    package let iterations: Int
    package let salt: String
    /// Base64 with padding.
    package let hash: String

    /// How it is stored.
    package var text: String { "pbkdf2_sha256$\(iterations)$\(salt)$\(hash)" }

    /// Nil for anything that is no hash of this kind, such as Django's `!` for "no password".
    package init?(parsing text: String) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 4, parts[0] == "pbkdf2_sha256", !parts[2].isEmpty, parts[3].utf8.count == 44 else {
            return nil
        }
        guard parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let iterations = Int(parts[1]),
            (1...Self.mostIterations).contains(iterations)
        else { return nil }
        self.iterations = iterations
        salt = String(parts[2])
        hash = String(parts[3])
    }

    /// Computes the hash of `password`.
    /// - Parameter salt: without `$`; a random one of 22 characters (131 bits) by default, as Django makes them.
    package init(
        of password: String,
        salt: String = String(decoding: Base62.random(22, bytes: randomBytes), as: UTF8.self),
        iterations: Int = PasswordHash.iterations
    ) {
        self.iterations = iterations
        self.salt = salt
        hash = Self.base64(Self.derive(password: password, salt: salt, iterations: iterations))
    }

    /// Whether `password` is the one; computes as long as the stored iterations take.
    package func matches(_ password: String) -> Bool {
        let computed = Self.base64(Self.derive(password: password, salt: salt, iterations: iterations))
        return isEqualInConstantTime(Array(computed.utf8), Array(hash.utf8))
    }

    private static func derive(password: String, salt: String, iterations: Int) -> [UInt8] {
        PBKDF2.derive(password: Array(password.utf8), salt: Array(salt.utf8), iterations: iterations, count: 32)
    }

    private static func base64(_ bytes: [UInt8]) -> String {
        var text = [UInt8](repeating: 0, count: (bytes.count + 2) / 3 * 4 + 1)
        let length = EVP_EncodeBlock(&text, bytes, Int32(bytes.count))
        return String(decoding: text.prefix(Int(length)), as: UTF8.self)
    }
}

/// PBKDF2 with HMAC-SHA-256.
enum PBKDF2 {
    static func derive(password: [UInt8], salt: [UInt8], iterations: Int, count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
            // One byte more than counts: an empty password must not become NULL, and so "measure the string".
            let done = (password + [0]).withUnsafeBytes { bytes in
                PKCS5_PBKDF2_HMAC(
                    bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(password.count),
                    salt, Int32(salt.count), Int32(iterations), Libcrypto.sha256Algorithm.pointer,
                    Int32(count), buffer.baseAddress)
            }
            // Salt and iterations were checked when the hash was read; what is left is a process without memory.
            guard done == 1 else { fatalError("PBKDF2 failed") }
            filled = count
        }
    }
}
