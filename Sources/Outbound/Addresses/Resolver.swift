// Names → addresses, by the system's resolver. getaddrinfo blocks for as long as a name server is silent, so it runs on
// threads of its own, one for a name however many ask for it, and who asks can go away from it. Each user has a share of the
// threads: whose name servers are silent waits for them alone.

internal import Glibc
internal import Synchronization

/// Where addresses come from; tests put answers of their own here.
package protocol NameResolving: Sendable {
    /// All addresses of a name, the one first that is best connected to. Empty: it has none.
    /// - Parameter party: the user who asks.
    /// - Throws: `CancellationError` when the task is cancelled, `OutboundFault.lookup`.
    func addresses(of host: String, for party: Int64) async throws -> [TargetAddress]
}

package final class SystemResolver: NameResolving {
    private struct Waiter {
        let id: UInt64
        let party: Int64
        let continuation: CheckedContinuation<[TargetAddress], any Error>
    }

    private struct Lookup {
        var waiters: [Waiter] = []
        /// Whose share its thread is of; nil: it has none yet.
        var runsFor: Int64?
    }

    private struct State {
        var nextID: UInt64 = 0
        var shares: FairShares
        var lookups: [String: Lookup] = [:]
        /// Names that wait for a thread, once for each who asks; the first is the oldest.
        var queue: [(host: String, party: Int64)] = []

        /// True where a thread is to be started.
        mutating func ask(_ host: String, _ waiter: Waiter) -> Bool {
            lookups[host, default: Lookup()].waiters.append(waiter)
            guard lookups[host]?.runsFor == nil else { return false }
            guard shares.admits(waiter.party) else {
                if !queue.contains(where: { $0 == (host, waiter.party) }) { queue.append((host, waiter.party)) }
                return false
            }
            begin(host, for: waiter.party)
            return true
        }

        mutating func begin(_ host: String, for party: Int64) {
            shares.take(party)
            lookups[host]?.runsFor = party
            queue.removeAll { $0.host == host }
        }

        /// Gives those who wait for a name whose lookup has ended, and the name whose turn it is.
        mutating func end(_ host: String) -> ([Waiter], String?) {
            let ended = lookups.removeValue(forKey: host)
            if let party = ended?.runsFor { shares.give(back: party) }
            let next = queue.first { shares.admits($0.party) }
            if let next { begin(next.host, for: next.party) }
            return (ended?.waiters ?? [], next?.host)
        }

        /// Somebody waits no longer.
        mutating func leave(_ host: String, _ id: UInt64) -> Waiter? {
            guard let index = lookups[host]?.waiters.firstIndex(where: { $0.id == id }),
                let gone = lookups[host]?.waiters.remove(at: index)
            else { return nil }
            // One that runs goes on with nobody waiting, and who asks next shares it.
            guard let left = lookups[host], left.runsFor == nil else { return gone }
            if !left.waiters.contains(where: { $0.party == gone.party }) {
                queue.removeAll { $0 == (host, gone.party) }
            }
            if left.waiters.isEmpty { lookups[host] = nil }
            return gone
        }
    }

    private let lookUp: @Sendable (String) throws -> [TargetAddress]
    private let state: Mutex<State>

    /// - Parameters:
    ///   - most: names that are looked up at once. One whose servers are silent is looked up for half a minute and longer,
    ///     whether or not anybody still waits for it: there are to be more than there are requests to such names.
    ///   - lookUp: blocks.
    init(most: Int, lookUp: @escaping @Sendable (String) throws -> [TargetAddress]) {
        self.lookUp = lookUp
        state = Mutex(State(shares: FairShares(most)))
    }

    package convenience init() { self.init(most: 256, lookUp: Self.ask) }

    /// Names that wait for a thread; for tests.
    var queued: Int { state.withLock { $0.queue.count } }

    package func addresses(of host: String, for party: Int64) async throws -> [TargetAddress] {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (isCancelled, mustStart) = state.withLock { state -> (Bool, Bool) in
                    if Task.isCancelled { return (true, false) }
                    return (false, state.ask(host, Waiter(id: id, party: party, continuation: continuation)))
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
                if mustStart { start(host) }
            }
        } onCancel: {
            let gone = state.withLock { $0.leave(host, id) }
            gone?.continuation.resume(throwing: CancellationError())
        }
    }

    private func start(_ host: String) {
        var next: String? = host
        while let host = next, !LookupThread.run({ [self] in work(from: host) }) {
            next = end(host, .failure(OutboundFault.lookup("no thread for it")))
        }
    }

    private func work(from host: String) {
        var next: String? = host
        while let host = next { next = end(host, Swift.Result { try lookUp(host) }) }
    }

    /// Tells those who wait. Gives the name whose turn it is.
    private func end(_ host: String, _ found: Swift.Result<[TargetAddress], any Error>) -> String? {
        let (waiters, next) = state.withLock { $0.end(host) }
        for waiter in waiters { waiter.continuation.resume(with: found) }
        return next
    }

    private static func ask(_ host: String) throws -> [TargetAddress] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        hints.ai_flags = AI_ADDRCONFIG
        var list: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, nil, &hints, &list)
        defer { if let list { freeaddrinfo(list) } }
        guard code == 0 else { throw OutboundFault.lookup(String(cString: gai_strerror(code))) }
        var found: [TargetAddress] = []
        var next = list
        while let info = next {
            if let address = info.pointee.ai_addr.flatMap({ TargetAddress(socket: $0) }), !found.contains(address) {
                found.append(address)
            }
            next = info.pointee.ai_next
        }
        return found
    }
}
