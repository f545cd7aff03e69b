// Requests to servers that users have named. Each looks its name up anew, checks every address that comes back, and
// connects to one of those that were checked: a name that changes its meaning in between (DNS rebinding) changes nothing.
// Redirects are answers like any other, which OutboundClient+Fetch alone follows, one by one. No environment, no proxy, no cookies.

internal import AsyncHTTPClient
internal import Glibc
internal import NIOCore
internal import NIOHTTP1
internal import NIOPosix
package import NIOSSL

package final class OutboundClient: Sendable {
    /// Addresses of one name that are tried, one after the other.
    private static let mostAddresses = 3

    package let rules: AddressRules
    private let own: OwnListeners
    private let resolver: any NameResolving
    private let clients: ClientCache
    /// One thread for all that goes out, which serves nobody else: however slow others are, no call waits for it.
    private static let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)

    /// - Parameters:
    ///   - own: where this server listens.
    ///   - trust: whose certificates are good; the machine's authorities unless said otherwise.
    package init(
        rules: AddressRules, own: OwnListeners = OwnListeners(), resolver: any NameResolving = SystemResolver(),
        trust: NIOSSLTrustRoots = .default
    ) {
        self.rules = rules
        self.own = own
        self.resolver = resolver
        clients = ClientCache(group: Self.group, trust: trust)
    }

    /// Ends all connections. Requests that still run fail.
    package func close() async { await clients.close() }

    /// Sends a request and takes the answer.
    /// - Throws: `OutboundFault`, `CancellationError`.
    package func send(_ request: OutboundRequest, limits: OutboundLimits = OutboundLimits()) async throws
        -> OutboundAnswer
    {
        let deadline = ContinuousClock.now + limits.total
        return try await withThrowingTaskGroup(of: OutboundAnswer.self) { group in
            group.addTask { try await self.exchange(request, limits, deadline) }
            group.addTask {
                // A little later than what ends by itself at the deadline, and has more to say.
                try await Task.sleep(until: deadline + .milliseconds(250), clock: .continuous)
                throw OutboundFault.timeout
            }
            defer { group.cancelAll() }
            guard let first = try await group.next() else { throw OutboundFault.timeout }
            return first
        }
    }

    private func exchange(
        _ request: OutboundRequest, _ limits: OutboundLimits, _ deadline: ContinuousClock.Instant
    ) async throws -> OutboundAnswer {
        try await ask(request, connect: limits.connect, until: deadline) { response in
            let headers = response.headers.map { (name: $0.name, value: $0.value) }
            let (body, ending) = await Self.take(response.body, limits.answerBytes, until: deadline)
            return OutboundAnswer(status: Int(response.status.code), headers: headers, body: body, ending: ending)
        }
    }

    /// Sends a request, and hands over the answer while the connection is held.
    /// - Parameter take: throws no `.connect`, which is what the next address is tried for.
    func ask<T>(
        _ request: OutboundRequest, connect: Duration, until deadline: ContinuousClock.Instant,
        _ take: (HTTPClientResponse) async throws -> T
    ) async throws -> T {
        let addresses = try await checkedAddresses(of: request.url, for: request.party)
        var fault = OutboundFault.noAddress
        for address in addresses.prefix(Self.mostAddresses) {
            do {
                let key = ClientCache.Key(host: request.url.host, address: address, connect: connect)
                return try await clients.use(key) { client in
                    try await take(try await Self.response(to: request, deadline, client))
                }
            } catch let error as OutboundFault where error == .connect && ContinuousClock.now < deadline {
                fault = error
            }
        }
        throw fault
    }

    /// - Throws: `.refused` where any of them is.
    private func checkedAddresses(of url: TargetURL, for party: Int64) async throws -> [TargetAddress] {
        let addresses =
            if let literal = url.address { [literal] } else { try await resolver.addresses(of: url.host, for: party) }
        guard !addresses.isEmpty else { throw OutboundFault.noAddress }
        for address in addresses {
            if let what = rules.refusal(of: address) { throw OutboundFault.refused(what) }
            if !rules.allowsPrivate, own.contains(address, port: url.port) {
                throw OutboundFault.refused("this server's own")
            }
        }
        return addresses
    }

    private static func response(
        to request: OutboundRequest, _ deadline: ContinuousClock.Instant, _ client: HTTPClient
    ) async throws -> HTTPClientResponse {
        var outgoing = HTTPClientRequest(url: request.url.text)
        outgoing.method = HTTPMethod(rawValue: request.method)
        for (name, value) in request.headers { outgoing.headers.add(name: name, value: value) }
        if !request.body.isEmpty { outgoing.body = .bytes(request.body) }
        do {
            return try await client.execute(outgoing, deadline: .now() + TimeAmount(deadline - .now))
        } catch {
            throw fault(error)
        }
    }

    /// Never throws: there was a status, and what matters of an answer is there already.
    private static func take(
        _ stream: HTTPClientResponse.Body, _ most: Int, until deadline: ContinuousClock.Instant
    ) async -> ([UInt8], OutboundAnswer.Ending) {
        await withTaskGroup(of: ([UInt8], OutboundAnswer.Ending)?.self) { group in
            let taken = Taken()
            group.addTask {
                do {
                    for try await part in stream where !taken.add(part, most) { return (taken.bytes, .tooLarge) }
                    return (taken.bytes, .whole)
                } catch is CancellationError {
                    return nil
                } catch {
                    return (taken.bytes, .broken)
                }
            }
            group.addTask {
                try? await Task.sleep(until: deadline, clock: .continuous)
                return nil
            }
            defer { group.cancelAll() }
            return await group.next().flatMap { $0 } ?? (taken.bytes, .tooSlow)
        }
    }

    /// Whether it happens to who connects, and to nobody who is connected.
    private static func isDial(_ code: CInt) -> Bool {
        [ECONNREFUSED, ENETUNREACH, EHOSTUNREACH, ENETDOWN, EHOSTDOWN, EADDRNOTAVAIL, EACCES, EPERM].contains(code)
    }

    static func fault(_ error: any Error) -> any Error {
        switch error {
        case let error as OutboundFault: return error
        case is CancellationError: return error
        case is NIOConnectionError: return OutboundFault.connect
        // To an address, there is one dial, and its own error.
        case let error as IOError: return isDial(error.errnoCode) ? OutboundFault.connect : OutboundFault.broken
        case let error as ChannelError:
            if case .connectTimeout = error { return OutboundFault.connect }
            return OutboundFault.broken
        case is NIOSSLError, is NIOSSLExtraError, is BoringSSLError: return OutboundFault.tls
        case let error as HTTPClientError:
            switch error {
            case .connectTimeout: return OutboundFault.connect
            case .tlsHandshakeTimeout: return OutboundFault.tls
            case .deadlineExceeded, .readTimeout, .writeTimeout, .getConnectionFromPoolTimeout:
                return OutboundFault.timeout
            case .cancelled, .alreadyShutdown: return CancellationError()
            default: return OutboundFault.broken
            }
        default: return OutboundFault.broken
        }
    }
}
