// Who is let in over HTTP: the same count as for the binary protocol, and few from one address until a call has shown who
// they are.
import Codec
import Contract
import Logging
import RPC
import TestCertificates
import TestKit
import Testing

@testable import Gateway

/// Stands in for authentication: who has a key is known.
private struct KnowsKeys: ServerInterceptor {
    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        if context.metadata["authorization"] != nil { context.callerIsKnown() }
        try await next()
    }
}

@Suite(.timeLimit(.minutes(1))) struct AdmissionTests {
    private struct House {
        let rpc: RPC.Server
        let server: GatewayServer
        let refusals = HTTPRefusals(logger: .silent)

        init(tls: ServerTLS? = nil, _ change: (inout RPC.Server.Configuration) -> Void) async throws {
            var configuration = RPC.Server.Configuration()
            change(&configuration)
            let methods = EveryMethod()
            rpc = RPC.Server(
                router: .scripted(methods, interceptors: [KnowsKeys()]), configuration: configuration, logger: .silent)
            server = try await GatewayServer.start(
                on: [tls == nil ? .tcp(host: "127.0.0.1", port: 0) : .tls(host: "127.0.0.1", port: 0)], tls: tls,
                calls: InProcessTransport(server: rpc), refusals: refusals, notReadyReasons: { [] }, logger: .silent)
        }

        func connect() throws -> RawConnection { try RawConnection(to: server.endpoints[0]) }

        func request(_ connection: RawConnection, _ fields: String = "") async throws -> String {
            try connection.send("GET /api/v1/users/1/ HTTP/1.1\r\nHost: x\r\n\(fields)\r\n")
            return try await connection.receive(until: "}")
        }

        func end() async {
            async let calls: Void = rpc.drain(timeout: .seconds(5))
            await server.stop(timeout: .seconds(5))
            await calls
        }
    }

    @Test func strangersFromOneAddressAreFew() async throws {
        let house = try await House { $0.limits.connectionsPerAddress = 2 }
        let first = try house.connect()
        let second = try house.connect()
        #expect(try await house.request(first).hasPrefix("HTTP/1.1 200 "))
        #expect(try await house.request(second).hasPrefix("HTTP/1.1 200 "))
        let third = try await house.connect().receive()
        #expect(third.hasPrefix("HTTP/1.1 429 "), "\(third)")
        #expect(house.refusals.count(of: .connectionsPerAddress) == 1)
        // Who is known makes room.
        #expect(try await house.request(first, "X-API-Key: sbk_x\r\n").hasPrefix("HTTP/1.1 200 "))
        let fourth = try house.connect()
        #expect(try await house.request(fourth).hasPrefix("HTTP/1.1 200 "))
        await house.end()
    }

    @Test func thereAreOnlySoManyConnectionsAndTheyAreGivenBack() async throws {
        let house = try await House { $0.limits.connections = 2 }
        do {
            let first = try house.connect()
            let second = try house.connect()
            _ = try await house.request(first)
            _ = try await house.request(second)
            #expect(house.rpc.counts.connections == 2)
            #expect(try await house.connect().receive().hasPrefix("HTTP/1.1 503 "))
            #expect(house.refusals.count(of: .connections) == 1)
        }
        try await until { house.rpc.counts.connections == 0 }
        #expect(try await house.request(try house.connect()).hasPrefix("HTTP/1.1 200 "))
        await house.end()
    }

    /// It would be taken for TLS that is wrong.
    @Test func whoIsTurnedAwayFromHTTPSIsToldNothingInClear() async throws {
        let certificates = try Certificates()
        try certificates.issue("server")
        let tls = try ServerTLS(.init(certificate: certificates["server.pem"], key: certificates["server.key"]))
        let house = try await House(tls: tls) { $0.limits.connections = 1 }
        let first = try house.connect()
        try await until { house.server.connectionCount == 1 }
        #expect(try await house.connect().receive() == "")
        #expect(house.refusals.count(of: .connections) == 1)
        withExtendedLifetime(first) {}
        await house.end()
    }

    @Test func descriptorsAreLeftToTheRestOfTheProcess() async throws {
        // More than there are: nobody can be let in.
        let house = try await House { $0.limits.reservedDescriptors = 1 << 30 }
        #expect(try await house.connect().receive() == "")
        #expect(house.refusals.count(of: .connections) == 1)
        await house.end()
    }
}
