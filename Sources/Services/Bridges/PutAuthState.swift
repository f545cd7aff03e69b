// BridgeService.PutAuthState: what an engine wants kept of a session, all of a call in one transaction: after a crash there is
// what there was before, or all of it. Sealed before the job, off the event loop; in the job it is asked once more which
// key seals, so that nothing comes in under an old one behind a rotation.

package import Contract
package import RPC
internal import Store

extension BridgeService {
    package func putAuthState(
        _ requests: RequestStream<PutAuthStateRequest>, context: CallContext
    ) async throws -> PutAuthStateResponse {
        let link = try caller(context)
        let loan = AuthStateLoan(writing, for: link.bridgeID)
        // Nothing else is waited for until the last has come: what waits for a handler is bounded.
        let change = try await engine.clock.within(limits.putTime, "The last item did not come in time.") {
            [limits] in
            try await AuthStateChange.read(requests, loan, limits)
        }
        let (session, epoch, clears) = (change.sessionID, change.epoch, change.clears)
        let gone = change.values.compactMap { $0.value == nil ? $0.key : nil }
        let sealed = try await seal(change.values, of: session)
        let (box, limits, now) = (box, limits, engine.clock.now())
        let counts = try await engine.store.write { db in
            try requireHolder(link, sessionID: session, epoch: epoch, in: db)
            var deleted = try clears ? db.authState.deleteAll(ofSession: session) : 0
            for key in gone where try db.authState.delete(sessionID: session, key: key) { deleted += 1 }
            for (key, value) in sealed {
                var value = value
                if SecretBox.keyID(of: value) != box.keys.newest.id {
                    value = try box.resealed(value, at: .authState(session: session, key: key)) ?? value
                }
                try db.authState.put(
                    value, sessionID: session, key: key, keyID: SecretBox.keyID(of: value) ?? 0, at: now)
            }
            let total = try db.authState.total(ofSession: session)
            guard total.count <= limits.sessionKeys, total.bytes <= limits.sessionBytes else {
                throw AuthStateLimits.tooLarge(
                    "A session may keep \(limits.sessionBytes) bytes in \(limits.sessionKeys) keys.")
            }
            return (stored: sealed.count, deleted: deleted)
        }
        withExtendedLifetime(loan) {}
        var response = PutAuthStateResponse()
        response.stored = Int64(counts.stored)
        response.deleted = Int64(counts.deleted)
        return response
    }

    private func seal(_ values: [String: [UInt8]?], of session: Int64) async throws -> [(String, [UInt8])] {
        let box = box
        return try await sealing.run {
            values.compactMap { key, value in
                value.map { (key, box.seal($0, at: .authState(session: session, key: key))) }
            }
        }
    }
}
