// Names → addresses, by the system's resolver. getaddrinfo blocks for as long as a name server is silent, so it runs on
// threads of its own, one for a name however many ask for it, and who asks can go away from it.

internal import Glibc
internal import Synchronization

/// Where addresses come from; tests put answers of their own here.
package protocol NameResolving: Sendable {
    /// All addresses of a name, the one first that is best connected to. Empty: it has none.
    /// - Throws: `CancellationError` when the task is cancelled, `OutboundFault.lookup`.
    func addresses(of host: String) async throws -> [TargetAddress]
}

package final class SystemResolver: NameResolving {
    private struct Waiter {
        let id: UInt64
        let continuation: CheckedContinuation<[TargetAddress], any Error>
    }

    private struct State {
        var nextID: UInt64 = 0
        var running = 0
        var waiters: [String: [Waiter]] = [:]
        /// Asked for, and no thread is free.
        var queue: [String] = []
    }

    private let most: Int
    private let lookUp: @Sendable (String) throws -> [TargetAddress]
    private let state = Mutex(State())

    /// - Parameters:
    ///   - most: names that are looked up at once. One whose servers are silent is looked up for half a minute and longer,
    ///     whether or not anybody still waits for it: there are to be more than there are requests to such names.
    ///   - lookUp: blocks.
    init(most: Int, lookUp: @escaping @Sendable (String) throws -> [TargetAddress]) {
        self.most = most
        self.lookUp = lookUp
    }

    package convenience init() { self.init(most: 256, lookUp: Self.ask) }

    /// Names that wait for a thread; for tests.
    var queued: Int { state.withLock { $0.queue.count } }

    package func addresses(of host: String) async throws -> [TargetAddress] {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let (isCancelled, mustStart) = state.withLock { state -> (Bool, Bool) in
                    if Task.isCancelled { return (true, false) }
                    let isNew = state.waiters[host] == nil
                    state.waiters[host, default: []].append(Waiter(id: id, continuation: continuation))
                    guard isNew else { return (false, false) }
                    guard state.running < most else {
                        state.queue.append(host)
                        return (false, false)
                    }
                    state.running += 1
                    return (false, true)
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
                if mustStart { start(host) }
            }
        } onCancel: {
            let gone = state.withLock { state -> CheckedContinuation<[TargetAddress], any Error>? in
                // An empty list stays: the lookup goes on, and who asks next shares it.
                guard let index = state.waiters[host]?.firstIndex(where: { $0.id == id }) else { return nil }
                return state.waiters[host]?.remove(at: index).continuation
            }
            gone?.resume(throwing: CancellationError())
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
        let (waiters, next) = state.withLock { state -> ([Waiter], String?) in
            let waiters = state.waiters.removeValue(forKey: host) ?? []
            while !state.queue.isEmpty {
                let next = state.queue.removeFirst()
                if state.waiters[next]?.isEmpty == false { return (waiters, next) }
                // Whoever asked for it has gone.
                state.waiters[next] = nil
            }
            state.running -= 1
            return (waiters, nil)
        }
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
