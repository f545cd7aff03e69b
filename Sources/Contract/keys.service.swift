// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.KeysService.
package enum KeysMethods {
    package static let listKeys = Method(service: "switchboard.v1.KeysService", name: "ListKeys", kind: .unary)
    package static let createKey = Method(service: "switchboard.v1.KeysService", name: "CreateKey", kind: .unary)
    package static let getKey = Method(service: "switchboard.v1.KeysService", name: "GetKey", kind: .unary)
    package static let updateKey = Method(service: "switchboard.v1.KeysService", name: "UpdateKey", kind: .unary)
    package static let rotateKey = Method(service: "switchboard.v1.KeysService", name: "RotateKey", kind: .unary)
    package static let revokeKey = Method(service: "switchboard.v1.KeysService", name: "RevokeKey", kind: .unary)
    package static let all = [listKeys, createKey, getKey, updateKey, rotateKey, revokeKey]
}

/// API keys: credentials for programs.
package protocol KeysServiceProtocol: Sendable {
    /// Lists keys, newest first: one's own, or all of them for an admin.
    func listKeys(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse

    /// Makes a key. Its secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS,
    /// with the key's `id` and `prefix` in the error's metadata.
    func createKey(_ request: CreateKeyRequest, context: CallContext) async throws -> CreateKeyResponse

    /// Gets one key, by id or by prefix.
    func getKey(_ request: GetKeyRequest, context: CallContext) async throws -> ApiKey

    /// Changes the fields that `update_mask` names: `name`, `scopes`, `allowed_ips`, `expires_at`, `max_messages_per_minute`;
    /// `*` is all of them.
    /// A revoked key stays as it is (CONFLICT).
    func updateKey(_ request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey

    /// Makes a successor with the same name, scopes, networks and expiry, and ends the old key after `overlap`. The new
    /// secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS, with the `id` and
    /// `prefix` of the successor in the error's metadata.
    func rotateKey(_ request: RotateKeyRequest, context: CallContext) async throws -> RotateKeyResponse

    /// Ends a key for good.
    func revokeKey(_ request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey
}

extension Router {
    /// Registers every method of switchboard.v1.KeysService.
    package mutating func register(_ service: some KeysServiceProtocol) {
        unary(KeysMethods.listKeys) { (request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse in
            try await service.listKeys(request, context: context)
        }
        unary(KeysMethods.createKey) { (request: CreateKeyRequest, context: CallContext) async throws -> CreateKeyResponse in
            try await service.createKey(request, context: context)
        }
        unary(KeysMethods.getKey) { (request: GetKeyRequest, context: CallContext) async throws -> ApiKey in
            try await service.getKey(request, context: context)
        }
        unary(KeysMethods.updateKey) { (request: UpdateKeyRequest, context: CallContext) async throws -> ApiKey in
            try await service.updateKey(request, context: context)
        }
        unary(KeysMethods.rotateKey) { (request: RotateKeyRequest, context: CallContext) async throws -> RotateKeyResponse in
            try await service.rotateKey(request, context: context)
        }
        unary(KeysMethods.revokeKey) { (request: RevokeKeyRequest, context: CallContext) async throws -> ApiKey in
            try await service.revokeKey(request, context: context)
        }
    }
}

/// Calls switchboard.v1.KeysService.
package struct KeysClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists keys, newest first: one's own, or all of them for an admin.
    package func listKeys(_ request: ListKeysRequest, options: CallOptions = .init()) async throws -> ListKeysResponse {
        try await client.unary(KeysMethods.listKeys, request, options: options)
    }

    /// Makes a key. Its secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS,
    /// with the key's `id` and `prefix` in the error's metadata.
    package func createKey(_ request: CreateKeyRequest, options: CallOptions = .init()) async throws -> CreateKeyResponse {
        try await client.unary(KeysMethods.createKey, request, options: options)
    }

    /// Gets one key, by id or by prefix.
    package func getKey(_ request: GetKeyRequest, options: CallOptions = .init()) async throws -> ApiKey {
        try await client.unary(KeysMethods.getKey, request, options: options)
    }

    /// Changes the fields that `update_mask` names: `name`, `scopes`, `allowed_ips`, `expires_at`, `max_messages_per_minute`;
    /// `*` is all of them.
    /// A revoked key stays as it is (CONFLICT).
    package func updateKey(_ request: UpdateKeyRequest, options: CallOptions = .init()) async throws -> ApiKey {
        try await client.unary(KeysMethods.updateKey, request, options: options)
    }

    /// Makes a successor with the same name, scopes, networks and expiry, and ends the old key after `overlap`. The new
    /// secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS, with the `id` and
    /// `prefix` of the successor in the error's metadata.
    package func rotateKey(_ request: RotateKeyRequest, options: CallOptions = .init()) async throws -> RotateKeyResponse {
        try await client.unary(KeysMethods.rotateKey, request, options: options)
    }

    /// Ends a key for good.
    package func revokeKey(_ request: RevokeKeyRequest, options: CallOptions = .init()) async throws -> ApiKey {
        try await client.unary(KeysMethods.revokeKey, request, options: options)
    }
}
