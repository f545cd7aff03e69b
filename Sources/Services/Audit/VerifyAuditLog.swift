// AuditService.VerifyAuditLog: walks along the log for as long as the call has time, and says where to go on. What is noted
// elsewhere, in the file beside the key or by the caller, is looked up on the way.

internal import Codec
package import Contract
package import RPC
internal import Store

extension AuditService {
    package func verifyAuditLog(_ request: VerifyAuditLogRequest, context: CallContext) async throws -> AuditVerdict {
        var checks = FieldChecks()
        checks.require(request.fromId >= 0, "from_id", "must be an entry's id")
        checks.require(request.maxEntries >= 0, "max_entries", "must be a number of entries")
        try checks.finish()
        var known: AuditChain.Link?
        if request.knownId != 0 || !request.knownHash.isEmpty {
            guard request.knownId > 0, let mac = Hexadecimal.bytes(request.knownHash),
                mac.count == AuditChain.macLength
            else { throw RPCError.validation("known_hash", "and known_id must be an entry's id and its hash") }
            known = .init(id: request.knownId, mac: mac)
        }
        // Half of the time is left for the answer to be on its way.
        let end = context.deadline.remaining.map { ContinuousClock.now + $0 / 2 }
        return try await AuditVerification(store: store, trail: trail).run(
            from: request.fromId, limit: request.maxEntries == 0 ? .max : request.maxEntries, until: end,
            known: known)
    }
}
