// What a URL names, handed over as it comes: no more of it is in memory than what is just being taken. Redirects are followed
// one by one, each as a URL that somebody else has given: read strictly, looked up, checked.

internal import AsyncHTTPClient
internal import NIOCore
internal import NIOHTTP1
internal import Synchronization

package struct OutboundFetchLimits: Sendable, Hashable {
    /// From the first lookup to the last byte.
    package var total: Duration = .seconds(120)
    package var connect: Duration = .seconds(5)
    /// How long nothing may come, of a lookup, an answer or a body.
    package var silence: Duration = .seconds(20)
    package var redirects = 5

    package init() {}
}

/// What is said before a body.
package struct OutboundHead: Sendable {
    package let status: Int
    package let headers: [(name: String, value: String)]

    /// The first of that name, in lower case.
    package func header(_ name: String) -> String? { headers.first { $0.name.lowercased() == name }?.value }
}

extension OutboundClient {
    /// Gets what a URL names.
    /// - Parameters:
    ///   - party: the user on whose behalf it is asked for; 0: nobody's.
    ///   - head: called once, with what is no redirect.
    ///   - part: called with each piece of the body, in order; the next is read when it has returned.
    /// - Throws: `OutboundFault`, `CancellationError`, and what head and part throw.
    package func fetch(
        _ url: TargetURL, for party: Int64 = 0, headers: [(name: String, value: String)] = [],
        limits: OutboundFetchLimits = OutboundFetchLimits(),
        head: @escaping @Sendable (OutboundHead) async throws -> Void,
        part: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws {
        let deadline = ContinuousClock.now + limits.total
        let pulse = Pulse()
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                var url = url
                for _ in 0...limits.redirects {
                    let request = OutboundRequest("GET", url, headers: headers, party: party)
                    let from = url
                    let next: TargetURL? = try await self.ask(request, connect: limits.connect, until: deadline) {
                        pulse.beat()
                        if let next = try self.redirect($0, from: from) { return next }
                        try await Self.give($0, head, part, pulse)
                        return nil
                    }
                    guard let next else { return }
                    url = next
                }
                throw OutboundFault.redirect("there are more than \(limits.redirects)")
            }
            group.addTask {
                try await pulse.watch(limits.silence, until: deadline)
                throw OutboundFault.timeout
            }
            defer { group.cancelAll() }
            try await group.next()
        }
    }

    /// Where an answer leads; nil: it is no redirect.
    private func redirect(_ response: HTTPClientResponse, from url: TargetURL) throws -> TargetURL? {
        guard [301, 302, 303, 307, 308].contains(response.status.code) else { return nil }
        let places = response.headers["location"]
        guard places.count == 1, let place = places.first else { throw OutboundFault.redirect("it has no place") }
        let next: TargetURL
        do {
            next = try url.following(place)
        } catch {
            throw OutboundFault.redirect("its place \(error)")
        }
        guard next.scheme == .https || url.scheme == .http || rules.allowsPrivate else {
            throw OutboundFault.redirect("it leads from https:// to http://")
        }
        return next
    }

    private static func give(
        _ response: HTTPClientResponse, _ head: @Sendable (OutboundHead) async throws -> Void,
        _ part: @Sendable ([UInt8]) async throws -> Void, _ pulse: Pulse
    ) async throws {
        let headers = response.headers.map { (name: $0.name, value: $0.value) }
        try await pulse.pausing { try await head(OutboundHead(status: Int(response.status.code), headers: headers)) }
        do {
            for try await bytes in response.body {
                do {
                    try await pulse.pausing { try await part(Array(bytes.readableBytesView)) }
                } catch {
                    throw NotTaken(error: error)
                }
            }
        } catch let refusal as NotTaken {
            throw refusal.error
        } catch {
            let fault = fault(error)
            // No other address is tried in the middle of a body.
            throw fault as? OutboundFault == .connect ? OutboundFault.broken : fault
        }
    }

    /// What the taker of a piece has thrown, which is no fault of whoever sends it.
    private struct NotTaken: Error { let error: any Error }
}

/// When something came last. What the taker's own disk takes is nobody's silence.
private final class Pulse: Sendable {
    private struct State {
        var last = ContinuousClock.now
        var isPaused = false
    }

    private let state = Mutex(State())

    func beat() { state.withLock { $0.last = .now } }

    func pausing(_ body: () async throws -> Void) async throws {
        state.withLock { $0.isPaused = true }
        defer {
            state.withLock { state in
                state.isPaused = false
                state.last = .now
            }
        }
        try await body()
    }

    /// Returns when nothing came for so long, or the time is over.
    func watch(_ silence: Duration, until deadline: ContinuousClock.Instant) async throws {
        while true {
            let now = ContinuousClock.now
            let last = state.withLock { $0.isPaused ? now : $0.last }
            let end = min(deadline, last + silence)
            guard end > now else { return }
            try await Task.sleep(until: end, clock: .continuous)
        }
    }
}
