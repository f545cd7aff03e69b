// AES-256-GCM over libcrypto: what hides and what proves that nothing was changed, in one. A nonce must never be used twice
// with one key: SecretBox draws it at random, 96 bits, which is safe for some four thousand million secrets under a key.
// As with the other primitives, no input can end the program: that does a libcrypto without the algorithm, or a process
// without memory, where Swift's own allocations end it too. What cannot be opened is nil, whatever the reason.

internal import COpenSSL

enum AESGCM {
    static let keyLength = 32
    static let nonceLength = 12
    static let tagLength = 16

    private static let cipher: Libcrypto.Constant<OpaquePointer> = {
        // Once, at the first use: without it no secret could be kept, and in clear none is.
        guard let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil) else { fatalError("libcrypto has no AES-256-GCM") }
        return Libcrypto.Constant(pointer: cipher)
    }()

    /// - Parameters:
    ///   - key: `keyLength` bytes.
    ///   - nonce: `nonceLength` bytes, never used before with this key.
    ///   - beside: bytes that are not hidden and must be the same when it is opened.
    /// - Returns: as many bytes as `plain` has, and the tag.
    static func seal(_ plain: [UInt8], key: [UInt8], nonce: [UInt8], beside: [UInt8]) -> [UInt8] {
        precondition(key.count == keyLength && nonce.count == nonceLength)
        guard let context = EVP_CIPHER_CTX_new() else { fatalError("out of memory") }
        defer { EVP_CIPHER_CTX_free(context) }
        var sealed = [UInt8](repeating: 0, count: plain.count)
        var tag = [UInt8](repeating: 0, count: tagLength)
        var length: Int32 = 0
        // What is sealed makes none of this fail: only a broken libcrypto does, and nothing may be stored in its stead.
        guard EVP_EncryptInit_ex2(context, cipher.pointer, key, nonce, nil) == 1,
            beside.isEmpty || EVP_EncryptUpdate(context, nil, &length, beside, Int32(beside.count)) == 1,
            plain.isEmpty || EVP_EncryptUpdate(context, &sealed, &length, plain, Int32(plain.count)) == 1,
            EVP_EncryptFinal_ex(context, &tag, &length) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagLength), &tag) == 1
        else { fatalError("AES-256-GCM failed") }
        return sealed + tag
    }

    /// nil unless `seal` made exactly this with this key, nonce and `beside`.
    static func open(_ sealed: [UInt8], key: [UInt8], nonce: [UInt8], beside: [UInt8]) -> [UInt8]? {
        precondition(key.count == keyLength && nonce.count == nonceLength)
        guard sealed.count >= tagLength else { return nil }
        let hidden = Array(sealed.dropLast(tagLength))
        var tag = Array(sealed.suffix(tagLength))
        guard let context = EVP_CIPHER_CTX_new() else { fatalError("out of memory") }
        defer { EVP_CIPHER_CTX_free(context) }
        var plain = [UInt8](repeating: 0, count: hidden.count)
        var rest = [UInt8](repeating: 0, count: tagLength)
        var length: Int32 = 0
        guard EVP_DecryptInit_ex2(context, cipher.pointer, key, nonce, nil) == 1,
            beside.isEmpty || EVP_DecryptUpdate(context, nil, &length, beside, Int32(beside.count)) == 1,
            hidden.isEmpty || EVP_DecryptUpdate(context, &plain, &length, hidden, Int32(hidden.count)) == 1,
            EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagLength), &tag) == 1
        else { return nil }
        // This is where the tag is compared; nothing of `plain` may be used before.
        return EVP_DecryptFinal_ex(context, &rest, &length) == 1 ? plain : nil
    }
}
