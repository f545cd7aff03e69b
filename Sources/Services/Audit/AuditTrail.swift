// The audit log's key, and what is remembered of the log outside the database. The rows are chained with an HMAC, so
// whoever can write the database and not read the key cannot change, remove or reorder what was written. What they could
// do is to put an older state back as a whole: so the last entry's id and hash are noted in a file beside the key, within a
// second of the commit. A log that is shorter than its note, or another one, is not whole, and the note is then kept as it
// is until somebody takes it away.

package import Store
internal import Synchronization

/// Seals the audit log of one store.
package final class AuditTrail: AuditSeal {
    private struct State {
        var noted: AuditChain.Link?
        var head: AuditChain.Link?
        /// The note tells of more, or of something else, than the log has.
        var isBehind = false
    }

    private let key: HMACKey
    private let note: AuditNote?
    private let state = Mutex(State())

    /// - Parameters:
    ///   - key: secret, the same over restarts, or nothing can be verified any more.
    ///   - notePath: where the last entry is noted; nil: nowhere.
    package init(key: HMACKey, notePath: String? = nil) {
        self.key = key
        note = notePath.map { AuditNote(path: $0, key: key) }
    }

    package func seal(_ bytes: [UInt8]) -> [UInt8] { key.authenticate(bytes) }

    package func committed(_ head: AuditChain.Link) { state.withLock { $0.head = head } }

    /// Gives the store its seal, and compares the log's end with what is noted of it. Blocks; once, before anything is
    /// served.
    /// - Returns: what is wrong with the log, as far as can be seen without reading it; nil: nothing.
    package func attach(to store: Store) throws -> String? {
        let chain = try store.sealAudit(with: self)
        if let chain, chain.mac != seal(chain.sealed) {
            state.withLock { $0.isBehind = true }
            return "the record of its ends was changed, or sealed with another key"
        }
        state.withLock { $0.head = chain?.head }
        let noted: AuditChain.Link
        do {
            guard let read = try note?.read() else { return nil }
            noted = read
        } catch {
            state.withLock { $0.isBehind = true }
            return "\(error)"
        }
        state.withLock { $0.noted = noted }
        let row = try store.readSync { db in try db.audit.get(noted.id)?.mac }
        if noted.id <= chain?.anchor.id ?? 0 || row == noted.mac { return nil }
        state.withLock { $0.isBehind = true }
        return "it does not have entry \(noted.id), which is noted in secrets/\(AuditNote.fileName)"
    }

    /// What is noted outside the database; nil where there is no note.
    /// - Throws: `AuditNote.Unreadable`.
    package func noted() throws -> AuditChain.Link? { try note?.read() }

    /// Notes the end of the log where it has moved.
    package func noteHead() throws {
        guard let note else { return }
        let (head, isBehind) = state.withLock { state in
            (state.head == state.noted ? nil : state.head, state.isBehind)
        }
        // Taken away by whoever restored the database, the note begins anew.
        guard let head, !isBehind || !note.exists else { return }
        try note.write(head)
        state.withLock {
            $0.noted = head
            $0.isBehind = false
        }
    }

    /// Notes the end of the log once a second, until cancelled; where that fails, once a minute.
    package func run(clock: any Clock, failed: @Sendable (any Error) -> Void) async {
        var pause = Duration.seconds(1)
        while (try? await clock.sleep(for: pause)) != nil {
            do {
                try noteHead()
                pause = .seconds(1)
            } catch {
                pause = .seconds(60)
                failed(error)
            }
        }
    }
}
