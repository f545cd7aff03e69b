// AuthService.RotateSigningKey: a new key for access tokens. What was signed before stays good until it has expired, and
// refresh tokens hang on another secret, so nobody is signed out.

package import Contract
package import RPC
internal import Store

extension AuthService {
    package func rotateSigningKey(
        _ request: RotateSigningKeyRequest, context: CallContext
    ) async throws -> RotateSigningKeyResponse {
        let now = clock.now()
        let rotation = try await signingKeys.rotate(at: now)
        // The keys are no rows: where this cannot be told of, it has happened all the same, and the caller hears of both.
        try await store.write { db in
            try Audit.record(context, Audit.Target("signing_key", name: rotation.keyID), in: db, at: now)
        }
        var response = RotateSigningKeyResponse()
        response.keyId = rotation.keyID
        response.formerKeyUntil = rotation.formerUntil.timestamp
        return response
    }
}
