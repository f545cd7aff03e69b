// The audit log's key, and what is remembered of the log outside the database. The rows are chained with an HMAC, so
// whoever can write the database and not read the key cannot change, remove or reorder what was written. What they could
// do is to put an older state back as a whole: so the log's ends are known to the connection that writes it, and noted in
// a file beside the key, within a second of the commit. A log that is not what was written last is broken, and stays so:
// that is noted at once, in the file and with the next entry in the database, and nothing takes it away again.

package import Contract
package import Store
internal import Synchronization

/// Seals the audit log of one store.
package final class AuditTrail: AuditSeal {
    private struct State {
        /// In the file.
        var noted: AuditChain?
        /// As of the last commit, or as it was found.
        var chain: AuditChain?
        /// The first damage that was ever found.
        var damage: AuditDamage?
        /// What is in the file cannot be read, so it is not written over.
        var unreadable: AuditNote.Unreadable?
        var isAttached = false
    }

    private let key: HMACKey
    private let note: AuditNote?
    private let told: @Sendable (AuditDamage) -> Void
    private let noting = Mutex(())
    private let state = Mutex(State())

    /// - Parameters:
    ///   - key: secret, the same over restarts, or nothing can be verified any more.
    ///   - notePath: where the log's ends are noted; nil: nowhere.
    ///   - told: of damage that is found after `attach`; the first one only. On the store's writing thread.
    package init(key: HMACKey, notePath: String? = nil, told: @escaping @Sendable (AuditDamage) -> Void = { _ in }) {
        self.key = key
        self.told = told
        note = notePath.map { AuditNote(path: $0, key: key) }
    }

    package func seal(_ bytes: [UInt8]) -> [UInt8] { key.authenticate(bytes) }

    package func committed(_ chain: AuditChain) { state.withLock { $0.chain = chain } }

    package var brokenID: Int64 { damage?.id ?? 0 }

    /// What was found wrong with the log, first of all; nil: never anything.
    package var damage: AuditDamage? { state.withLock { $0.damage } }

    /// The last entry that is known to be committed.
    package var head: AuditChain.Link? { state.withLock { $0.chain?.head } }

    package func broke(_ damage: AuditDamage) {
        let (isFirst, isAttached) = state.withLock { state in
            defer { state.damage = state.damage ?? damage }
            return (state.damage == nil, state.isAttached)
        }
        guard isFirst, isAttached else { return }
        // Not within a second but now: whoever did it can end this process too. Where it fails, it is tried again.
        try? noteHead()
        told(damage)
    }

    /// Gives the store its seal, and compares the log's ends with what was noted of them. Blocks; once, before anything is
    /// served.
    /// - Returns: what is wrong with the log, as far as can be seen without reading it, or was ever found; nil: nothing.
    package func attach(to store: Store) throws -> String? {
        var noted: AuditChain?
        var unreadable: AuditNote.Unreadable?
        do {
            noted = try note?.read()
        } catch let error as AuditNote.Unreadable {
            unreadable = error
        }
        if let noted { remember(noted, "the note beside the key says so") }
        let (chain, found) = try store.sealAudit(with: self, noted: noted)
        remember(chain, "the log itself says so")
        if let found { broke(found) }
        if case .foreign? = unreadable {
            broke(AuditDamage(id: chain.head.id + 1, detail: unreadable?.description ?? ""))
            unreadable = nil
        }
        state.withLock {
            $0.noted = noted
            $0.chain = chain
            $0.unreadable = unreadable
            $0.isAttached = true
        }
        if damage != nil { try? noteHead() }
        if let found { return found.detail }
        return unreadable?.description
            ?? damage.map { "it was found broken at entry \($0.id), and stays so: \($0.detail)" }
    }

    private func remember(_ chain: AuditChain, _ source: String) {
        guard chain.brokenID != 0 else { return }
        state.withLock { state in
            guard chain.brokenID < state.damage?.id ?? .max else { return }
            state.damage = AuditDamage(id: chain.brokenID, detail: source)
        }
    }

    /// What is noted outside the database; nil where there is no note.
    /// - Throws: `AuditNote.Unreadable`.
    package func noted() throws -> AuditChain? { try note?.read() }

    /// Notes the ends of the log where they have moved. They never move back. One at a time: the writer's thread notes a break
    /// while the tick of the second may be on its way.
    package func noteHead() throws {
        guard let note else { return }
        try noting.withLock { _ in
            let next = try state.withLock { state -> AuditChain? in
                if let unreadable = state.unreadable { throw unreadable }
                guard var next = state.chain ?? state.noted else { return nil }
                if let noted = state.noted, !next.isAsFar(as: noted) { next = noted }
                next.brokenID = state.damage?.id ?? 0
                next.mac = []
                return next == state.noted ? nil : next
            }
            guard let next else { return }
            try note.write(next)
            state.withLock { $0.noted = next }
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
