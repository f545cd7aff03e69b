// Seals anew what another key than the newest has sealed: after a rotation, and at the start, where one was interrupted. In
// portions, so that no other write waits long. Each secret is read in the job that writes it, so nothing that is put
// meanwhile is overwritten.

package import Store

package struct Resealing: Sendable {
    package struct Counts: Sendable, Equatable {
        package var resealed = 0
        /// They do not open, and stay as they are.
        package var unreadable = 0
    }

    /// Rows and bytes of one job, one row of any size excepted.
    static let rows = 64
    static let bytes: Int64 = 1 << 20

    let store: Store
    let box: SecretBox

    package init(store: Store, box: SecretBox) {
        self.store = store
        self.box = box
    }

    /// - Throws: what the store throws; what was done until then is done.
    package func run() async throws -> Counts {
        var counts = Counts()
        try await walk(&counts, Self.step)
        try await walk(&counts, Self.webhookStep)
        return counts
    }

    private func walk(
        _ counts: inout Counts, _ step: @escaping @Sendable (SecretBox, Int64, Database) throws -> (Counts, Int64?)
    ) async throws {
        var last: Int64? = 0
        while let position = last {
            let box = box
            let (done, next) = try await store.write { db in try step(box, position, db) }
            counts.resealed += done.resealed
            counts.unreadable += done.unreadable
            last = next
        }
    }

    /// The same for webhooks, whose secrets are all small.
    @Sendable private static func webhookStep(
        _ box: SecretBox, after position: Int64, in db: Database
    ) throws -> (Counts, Int64?) {
        var counts = Counts()
        let page = try db.webhookSecrets.notSealed(with: box.keys.newest.id, after: position, limit: rows)
        for entry in page {
            do {
                let place = SecretBox.Place.webhook(entry.webhookID, entry.kind)
                guard let anew = try box.resealed(entry.sealed, at: place), let keyID = SecretBox.keyID(of: anew) else {
                    continue
                }
                try db.webhookSecrets.reseal(entry.id, anew, keyID: keyID)
                counts.resealed += 1
            } catch is SecretBox.Fault {
                counts.unreadable += 1
            }
        }
        return (counts, page.count < rows ? nil : page.last?.id)
    }

    /// Returns also where to go on; nil: there is no more.
    @Sendable private static func step(
        _ box: SecretBox, after position: Int64, in db: Database
    ) throws -> (Counts, Int64?) {
        var counts = Counts()
        var (last, bytes) = (position, Int64(0))
        let page = try db.authState.notSealed(with: box.keys.newest.id, after: position, limit: rows)
        for entry in page {
            bytes += entry.size
            guard last == position || bytes <= Self.bytes else { return (counts, last) }
            last = entry.id
            guard let sealed = try db.authState.sealed(sessionID: entry.sessionID, key: entry.key) else { continue }
            do {
                let place = SecretBox.Place.authState(session: entry.sessionID, key: entry.key)
                guard let anew = try box.resealed(sealed, at: place), let keyID = SecretBox.keyID(of: anew) else {
                    continue
                }
                try db.authState.reseal(entry.id, anew, keyID: keyID)
                counts.resealed += 1
            } catch is SecretBox.Fault {
                counts.unreadable += 1
            }
        }
        return (counts, page.count < rows ? nil : last)
    }
}
