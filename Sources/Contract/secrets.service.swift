// Generated from switchboard/v1/secrets.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.SecretsService.
package enum SecretsMethods {
    package static let rotateSecretKey = Method(service: "switchboard.v1.SecretsService", name: "RotateSecretKey", kind: .unary)
    package static let all = [rotateSecretKey]
}

/// The keys that secrets in the database are sealed with.
package protocol SecretsServiceProtocol: Sendable {
    /// Seals with a new key from now on, and seals anew what older keys have sealed. The key files of older backups are
    /// still needed to restore those.
    func rotateSecretKey(_ request: RotateSecretKeyRequest, context: CallContext) async throws -> RotateSecretKeyResponse
}

extension Router {
    /// Registers every method of switchboard.v1.SecretsService.
    package mutating func register(_ service: some SecretsServiceProtocol) {
        unary(SecretsMethods.rotateSecretKey) { (request: RotateSecretKeyRequest, context: CallContext) async throws -> RotateSecretKeyResponse in
            try await service.rotateSecretKey(request, context: context)
        }
    }
}

/// Calls switchboard.v1.SecretsService.
package struct SecretsClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Seals with a new key from now on, and seals anew what older keys have sealed. The key files of older backups are
    /// still needed to restore those.
    package func rotateSecretKey(_ request: RotateSecretKeyRequest, options: CallOptions = .init()) async throws -> RotateSecretKeyResponse {
        try await client.unary(SecretsMethods.rotateSecretKey, request, options: options)
    }
}
