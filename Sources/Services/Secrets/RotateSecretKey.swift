// SecretsService.RotateSecretKey: a new key for secrets at rest. In the write job, in this order: the entry in the audit
// log, the key file, the commit; sealed is with the new key from the commit on. A crash in between leaves a key in the
// file that nothing was sealed with. Then what older keys have sealed is sealed anew, in portions. One at a time: two in
// one transaction would both begin with the same keys, and the file of the second would not have the key of the first.

package import Contract
package import RPC
internal import Store

extension SecretsService {
    package func rotateSecretKey(
        _ request: RotateSecretKeyRequest, context: CallContext
    ) async throws -> RotateSecretKeyResponse {
        let now = clock.now()
        let (box, save) = (box, save)
        let name = try await rotations.take { [store] in
            try await store.write { db in
                guard let next = box.keys.rotated(keeping: try db.sealingKeys()) else {
                    throw RPCError.make(
                        .conflict, "So many keys are still in use that there is no room for another.",
                        hint: "Look into the log for what could not be sealed anew.")
                }
                try Audit.record(context, Audit.Target("secret_key", name: next.newest.name), in: db, at: now)
                do {
                    try save(next.text)
                } catch {
                    throw RPCError.make(.unavailable, "The new key could not be kept.", cause: error)
                }
                db.afterCommit { box.use(next) }
                return next.newest.name
            }
        }
        // Goes on to its end, whether or not somebody waits for it.
        let counts = try await Task { [store] in try await Resealing(store: store, box: box).run() }.value
        var response = RotateSecretKeyResponse()
        response.keyId = name
        response.resealed = Int64(counts.resealed)
        response.unreadable = Int64(counts.unreadable)
        return response
    }
}
