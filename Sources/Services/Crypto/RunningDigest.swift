// SHA-256 of what comes bit by bit. For one user at a time, who sees to that; hence the unchecked box.
// Where libcrypto fails, memory or the library itself is gone, which no input can bring about: that stops the program, as in
// Libcrypto.swift, for a file known by a wrong hash would be given for another one.

internal import COpenSSL

final class RunningDigest: @unchecked Sendable {
    private let context: OpaquePointer

    init() {
        guard let context = EVP_MD_CTX_new(), EVP_DigestInit_ex2(context, Libcrypto.sha256Algorithm.pointer, nil) == 1
        else { fatalError("SHA-256 failed") }
        self.context = context
    }

    deinit { EVP_MD_CTX_free(context) }

    func update(_ bytes: UnsafeRawBufferPointer) {
        guard !bytes.isEmpty else { return }
        guard EVP_DigestUpdate(context, bytes.baseAddress, bytes.count) == 1 else { fatalError("SHA-256 failed") }
    }

    /// The hash of all that came; nothing may come after it.
    func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            guard EVP_DigestFinal_ex(context, buffer.baseAddress, nil) == 1 else { fatalError("SHA-256 failed") }
            filled = 32
        }
    }
}
