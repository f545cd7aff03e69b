// HMAC-SHA-256 with a key that is set up once: a MAC then costs a re-initialised context and not a new one. The context
// is mutable, so a lock stands before it; who needs it on a hot path takes one key per thread. No key and no input can make
// these calls fail, only a libcrypto without HMAC or a process without memory: that ends the program, as in Libcrypto.swift.

internal import COpenSSL
internal import Synchronization

/// A key for HMAC-SHA-256.
package final class HMACKey: Sendable {
    private struct Context: @unchecked Sendable {
        let pointer: OpaquePointer
    }

    private let context: Mutex<Context>

    /// - Parameter key: any length, also empty; 32 random bytes are right.
    package init(_ key: [UInt8]) {
        guard let context = EVP_MAC_CTX_new(Libcrypto.hmacAlgorithm.pointer) else { fatalError("out of memory") }
        // Parameters hold pointers to both words, so both must live as long as the call.
        let ready = OSSL_MAC_PARAM_DIGEST.withCString { parameter in
            "SHA256".withCString { digest in
                var parameters = [
                    OSSL_PARAM_construct_utf8_string(parameter, UnsafeMutablePointer(mutating: digest), 0),
                    OSSL_PARAM_construct_end(),
                ]
                // libcrypto takes no empty key; HMAC fills keys up with zeros, so one zero is the same key.
                let key = key.isEmpty ? [0] : key
                return EVP_MAC_init(context, key, key.count, &parameters)
            }
        }
        guard ready == 1 else { fatalError("libcrypto refuses HMAC-SHA-256") }
        self.context = Mutex(Context(pointer: context))
    }

    deinit {
        context.withLock { EVP_MAC_CTX_free($0.pointer) }
    }

    /// The 32 bytes of the MAC over the concatenation of `parts`.
    package func authenticate(_ parts: [UInt8]...) -> [UInt8] {
        context.withLock { context in
            guard EVP_MAC_init(context.pointer, nil, 0, nil) == 1 else { fatalError("HMAC failed") }
            for part in parts {
                guard EVP_MAC_update(context.pointer, part, part.count) == 1 else { fatalError("HMAC failed") }
            }
            return [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
                guard EVP_MAC_final(context.pointer, buffer.baseAddress, &filled, buffer.count) == 1 else {
                    fatalError("HMAC failed")
                }
            }
        }
    }
}
