// Ends what a credential has open when the credential itself ends (SAFETY.md 5): streams that live long were let in once
// and would otherwise go on. A stream is ended by cancelling its task, with the reason told to the caller.
// Only streams register: a unary call is over soon by itself.

internal import Contract
package import RPC
internal import Synchronization

/// Open streams by the credential that opened them.
package final class CredentialEndings: Sendable {
    private struct Entry {
        let principal: Principal
        var expiresAt: Instant?
        let cancel: @Sendable () -> Void
        var reason: RPCError?
    }

    private struct State {
        var nextID: UInt64 = 0
        var entries: [UInt64: Entry] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// How many streams are open.
    package var count: Int { state.withLock { $0.entries.count } }

    /// Runs a stream's handler so that `end` reaches it.
    /// - Parameter expiresAt: when the credential ends by itself.
    /// - Throws: what the handler throws, or the reason that was given to `end`.
    func run(_ principal: Principal, expiresAt: Instant?, _ body: () async throws -> Void) async throws {
        // Cancelling is what may be done to a task from elsewhere; the entry is gone before the task is, because it is
        // removed on the task itself and `cancel` runs under the lock.
        nonisolated(unsafe) let task = withUnsafeCurrentTask { $0 }
        let id = add(Entry(principal: principal, expiresAt: expiresAt) { task?.cancel() })
        do {
            try await body()
        } catch {
            throw remove(id) ?? error
        }
        if let reason = remove(id) { throw reason }
    }

    /// Ends every open stream whose caller is one of these.
    package func end(_ reason: RPCError, where isEnded: (Principal) -> Bool) {
        endEntries(reason) { isEnded($0.principal) }
    }

    /// The streams of a sign-in may go on until then.
    func prolong(signIn family: String, until end: Instant) {
        state.withLock { state in
            for (id, entry) in state.entries where entry.principal.signIn == family {
                state.entries[id]?.expiresAt = end
            }
        }
    }

    /// Ends every open stream of a key or a sign-in whose time is up.
    package func endExpired(at now: Instant) {
        func isOver(_ entry: Entry) -> Bool { entry.expiresAt.map { $0 <= now } ?? false }
        endEntries(AuthenticationInterceptor.keyExpired) { isOver($0) && $0.principal.signIn == nil }
        endEntries(AuthService.expired) { isOver($0) && $0.principal.signIn != nil }
    }

    /// Looks for keys and sign-ins whose time is up once a second, until cancelled.
    package func run(clock: any Clock) async {
        while (try? await clock.sleep(for: .seconds(1))) != nil { endExpired(at: clock.now()) }
    }

    private func endEntries(_ reason: RPCError, where isEnded: (Entry) -> Bool) {
        state.withLock { state in
            for (id, entry) in state.entries where entry.reason == nil && isEnded(entry) {
                state.entries[id]?.reason = reason
                entry.cancel()
            }
        }
    }

    private func add(_ entry: Entry) -> UInt64 {
        state.withLock { state in
            state.nextID += 1
            state.entries[state.nextID] = entry
            return state.nextID
        }
    }

    private func remove(_ id: UInt64) -> RPCError? {
        state.withLock { $0.entries.removeValue(forKey: id)?.reason }
    }
}
