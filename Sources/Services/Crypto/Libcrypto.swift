// What is fetched from libcrypto once and kept: algorithms are looked up by name in a provider, which costs more than
// using them. The fetched objects are immutable and may be used from any thread, which is what the unchecked box says.
// libcrypto that cannot give SHA-256 or randomness cannot serve: that stops the program at once, by its own hands and
// never by input.

internal import COpenSSL
internal import Glibc

enum Libcrypto {
    /// An object of libcrypto that is never changed after it was made.
    struct Constant<Pointer>: @unchecked Sendable {
        let pointer: Pointer
    }

    static let sha256Algorithm: Constant<OpaquePointer> = {
        guard let algorithm = EVP_MD_fetch(nil, "SHA256", nil) else { fatalError("libcrypto has no SHA-256") }
        return Constant(pointer: algorithm)
    }()

    static let hmacAlgorithm: Constant<OpaquePointer> = {
        guard let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else { fatalError("libcrypto has no HMAC") }
        return Constant(pointer: algorithm)
    }()

    /// One digest context per thread, freed with it.
    private static let contextKey: pthread_key_t = {
        var key = pthread_key_t()
        guard pthread_key_create(&key, { EVP_MD_CTX_free(OpaquePointer($0)) }) == 0 else {
            fatalError("no thread-specific storage is left")
        }
        return key
    }()

    private static var threadContext: OpaquePointer {
        if let kept = pthread_getspecific(contextKey) { return OpaquePointer(kept) }
        guard let context = EVP_MD_CTX_new() else { fatalError("out of memory") }
        pthread_setspecific(contextKey, UnsafeRawPointer(context))
        return context
    }

    /// Writes the 32 bytes of SHA-256 to `out`.
    static func sha256(_ bytes: UnsafeRawBufferPointer, into out: UnsafeMutableRawBufferPointer) {
        let context = threadContext
        guard
            out.count >= 32,
            EVP_DigestInit_ex2(context, sha256Algorithm.pointer, nil) == 1,
            EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1,
            EVP_DigestFinal_ex(context, out.baseAddress?.assumingMemoryBound(to: UInt8.self), nil) == 1
        else { fatalError("SHA-256 failed") }
    }
}

/// Random bytes from libcrypto's generator, which is seeded by the kernel.
package func randomBytes(_ count: Int) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        // Going on with predictable secrets would be worse than stopping.
        guard RAND_bytes(buffer.baseAddress, Int32(count)) == 1 else { fatalError("no randomness") }
        filled = count
    }
}
