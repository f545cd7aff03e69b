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
        // The keys are no rows: so the entry comes first, and a second one where it did not happen after all.
        let rotation = try await signingKeys.rotate(at: now) { [store] keyID, outcome in
            try store.writeSync { db in
                try Audit.record(
                    context, Audit.Target("signing_key", name: keyID), outcome: outcome, in: db, at: now)
            }
        }
        var response = RotateSigningKeyResponse()
        response.keyId = rotation.keyID
        response.formerKeyUntil = rotation.formerUntil.timestamp
        return response
    }
}
