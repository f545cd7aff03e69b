// A store in a directory of its own, removed with it. Real SQLite, real files: there is no other kind.

internal import Foundation
package import Services
package import Store
internal import Synchronization

package final class TemporaryStore: Sendable {
    package let directory: String
    package let store: Store
    /// What the store's audit log is sealed with; the note is in the same directory.
    package let audit: AuditTrail
    private let failures = Mutex<[StoreError]>([])

    /// What the store reported as fatal.
    package var fatalErrors: [StoreError] { failures.withLock { $0 } }

    package init(at now: Moment = Moment(microseconds: 1_767_225_600_000_000)) throws {
        directory = TemporaryDirectory.make()
        let reported = Reported()
        store = try Store.open(directory: directory, now: now) { reported.note($0) }
        audit = AuditTrail(key: HMACKey([4]), notePath: directory + "/" + AuditNote.fileName)
        _ = try audit.attach(to: store)
        reported.owner = self
    }

    deinit {
        store.close()
        TemporaryDirectory.remove(directory)
    }

    private final class Reported: Sendable {
        private struct Owner { weak var store: TemporaryStore? }
        private let held = Mutex(Owner())
        var owner: TemporaryStore? {
            get { held.withLock { $0.store } }
            set { held.withLock { $0.store = newValue } }
        }
        func note(_ error: StoreError) { owner?.failures.withLock { $0.append(error) } }
    }
}

package enum TemporaryDirectory {
    /// A new, empty directory with a short path, so that sockets fit into it.
    package static func make() -> String {
        let path = "/tmp/sb-\(UInt64.random(in: .min ... .max))"
        try? FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        return path
    }

    package static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }
}
