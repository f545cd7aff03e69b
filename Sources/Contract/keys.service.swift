// Generated from switchboard/v1/keys.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.KeysService.
package enum KeysMethods {
    package static let listKeys = Method(service: "switchboard.v1.KeysService", name: "ListKeys", kind: .unary)
    package static let createKey = Method(service: "switchboard.v1.KeysService", name: "CreateKey", kind: .unary)
    package static let revokeKey = Method(service: "switchboard.v1.KeysService", name: "RevokeKey", kind: .unary)
    package static let all = [listKeys, createKey, revokeKey]
}

/// API keys: credentials for programs.
package protocol KeysServiceProtocol: Sendable {
    /// Lists keys, newest first: one's own, or all of them for an admin.
    func listKeys(_ request: ListKeysRequest, context: CallContext) async throws -> ListKeysResponse

    /// Makes a key. Its secret is in this answer and nowhere else.
    func createKey(_ request: CreateKeyRequest, context: CallContext) async throws -> CreateKeyResponse

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

    /// Makes a key. Its secret is in this answer and nowhere else.
    package func createKey(_ request: CreateKeyRequest, options: CallOptions = .init()) async throws -> CreateKeyResponse {
        try await client.unary(KeysMethods.createKey, request, options: options)
    }

    /// Ends a key for good.
    package func revokeKey(_ request: RevokeKeyRequest, options: CallOptions = .init()) async throws -> ApiKey {
        try await client.unary(KeysMethods.revokeKey, request, options: options)
    }
}
