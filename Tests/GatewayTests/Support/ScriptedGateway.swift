// A gateway on a real socket before methods that a test has written, with what tests of the gateway have in common: limits,
// counts of what was refused, answers that are held back, waiting.
import Contract
import Logging
import RPC
import Synchronization
import TestKit
import Testing

@testable import Gateway

/// A gateway before scripted methods, and clients of it.
final class ScriptedGateway: Sendable {
    let methods: EveryMethod
    /// Serves the router, but for `init(calls:)`.
    let rpc: RPC.Server
    let server: GatewayServer
    let refusals: HTTPRefusals

    /// - Parameter tls: makes it HTTPS.
    init(
        _ methods: EveryMethod = EveryMethod(), interceptors: [any ServerInterceptor] = [], tls: ServerTLS? = nil,
        logger: Logger = .silent, proxies: TrustedProxies = TrustedProxies(),
        crossOrigin: CrossOrigin = CrossOrigin(),
        limits change: (inout HTTPLimits) -> Void = { _ in }, metrics: (@Sendable () async -> String)? = nil
    ) async throws {
        self.methods = methods
        var limits = HTTPLimits()
        change(&limits)
        refusals = HTTPRefusals(logger: logger)
        rpc = RPC.Server(router: .scripted(methods, interceptors: interceptors), logger: .silent)
        let here = tls == nil ? Endpoint.tcp(host: "127.0.0.1", port: 0) : .tls(host: "127.0.0.1", port: 0)
        server = try await GatewayServer.start(
            on: [here], tls: tls, calls: InProcessTransport(server: rpc), limits: limits, proxies: proxies,
            crossOrigin: crossOrigin, refusals: refusals, metrics: metrics, notReadyReasons: { [] }, logger: logger)
    }

    /// Before a router that is served elsewhere.
    init(_ methods: EveryMethod, calls: InProcessTransport) async throws {
        self.methods = methods
        refusals = HTTPRefusals(logger: .silent)
        rpc = RPC.Server(router: Router(), logger: .silent)
        server = try await GatewayServer.start(
            on: [.tcp(host: "127.0.0.1", port: 0)], calls: calls, notReadyReasons: { [] }, logger: .silent)
    }

    func end() async {
        await rpc.drain(timeout: .seconds(5))
        await server.stop(timeout: .seconds(5))
    }

    func connect(receiveBuffer: Int32? = nil) throws -> RawConnection {
        try RawConnection(to: server.endpoints[0], receiveBuffer: receiveBuffer)
    }

    func callAsFunction(
        _ verb: String, _ path: String, _ body: String? = nil, headers: [String: String] = [:],
        type: String? = "application/json"
    ) async throws -> HTTPAnswer {
        try await HTTPAnswer.get(server.endpoints[0], verb, path, body, headers: headers, type: type)
    }

    /// Holds back what GetUser answers until the test lets it go.
    func holdUser(_ user: User? = nil) -> HeldAnswer {
        let held = HeldAnswer()
        methods.answer(UsersMethods.getUser) { _ in
            try await until { held.isOpen }
            return user
        }
        return held
    }
}

/// The request that most of these tests make: of a method that can be scripted, without a body.
let getUser = "GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\n\r\n"

extension Contract.Route {
    /// The least that this route takes for a body; nil: it takes none. A PUT wants all there is.
    var emptyBody: String? {
        if body.isEmpty { return nil }
        guard verb == "PUT" else { return "{}" }
        return #"{"username": "", "email": "", "role": null, "is_active": false, "max_messages_per_day": 0, "#
            + #""max_messages_per_minute": 0}"#
    }
}

final class HeldAnswer: Sendable {
    private let state = Mutex(false)

    var isOpen: Bool { state.withLock { $0 } }
    func open() { state.withLock { $0 = true } }
}

func until(_ what: String = "waited in vain", _ condition: () -> Bool) async throws {
    let end = ContinuousClock.now + .seconds(30)
    while !condition() {
        try #require(ContinuousClock.now < end, "\(what)")
        try await Task.sleep(for: .milliseconds(5))
    }
}

extension HTTPRefusals {
    func count(of kind: Kind) -> Int { counts.first { $0.kind == kind }?.count ?? 0 }
}
