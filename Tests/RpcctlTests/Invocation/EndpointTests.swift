// Where rpcctl dials and what it shows there: decided before anything is sent.
import RPC
import Testing

@testable import rpcctl

@Suite struct EndpointTests {
    private func choose(
        flag: String? = nil, environment: String? = nil, uid: UInt32 = 1000, _ sockets: [String: UInt32] = [:]
    ) throws -> EndpointChoice {
        try EndpointChoice.choose(flag: flag, environment: environment, uid: uid) { sockets[$0] }
    }

    @Test func aFlagBeatsTheEnvironmentWhichBeatsTheDefaults() throws {
        let sockets = ["./data/rpcd.sock": UInt32(1000), "/run/switchboard/rpcd.sock": 0]
        #expect(try choose(flag: "unix:/a", environment: "unix:/b", sockets).endpoint == .unix(path: "/a"))
        #expect(try choose(environment: "tcp:localhost:7", sockets).endpoint == .tcp(host: "localhost", port: 7))
        #expect(try choose(environment: "", sockets).endpoint == .unix(path: "./data/rpcd.sock"))
        #expect(try choose(["/run/switchboard/rpcd.sock": 0]).endpoint == .unix(path: "/run/switchboard/rpcd.sock"))
    }

    @Test func onlyRootsAndOnesOwnSocketsAreTrustedUnasked() throws {
        #expect(try !choose(["./data/rpcd.sock": 1000]).isGivenByHand)
        #expect(try !choose(["./data/rpcd.sock": 0]).isGivenByHand)
        let refused = #expect(throws: Failure.self) {
            try choose(["./data/rpcd.sock": 1001, "/run/switchboard/rpcd.sock": 0])
        }
        #expect(refused?.exit == .cannotConnect)
        #expect(refused?.message.contains("uid 1001") == true)
        #expect(refused?.hint == "if you trust it, say so: --endpoint unix:./data/rpcd.sock")
        #expect(try choose(flag: "unix:./data/rpcd.sock", ["./data/rpcd.sock": 1001]).isGivenByHand)
    }

    @Test func noSocketAtAllIs69AndAWrongOneUsage() {
        #expect(#expect(throws: Failure.self) { try choose() }?.exit == .cannotConnect)
        for wrong in ["data/rpcd.sock", "unix:", "tcp:host", "tcp:host:99999", "http://x"] {
            #expect(#expect(throws: Failure.self) { try choose(flag: wrong) }?.exit == .usage)
        }
    }

    private func authorization(
        key: String? = nil, file: String? = nil, environment: String? = nil, holding text: String = ""
    ) throws -> String? {
        try Credentials.authorization(key: key, keyFile: file, environment: environment) { path throws(InputError) in
            if path == "missing" { throw InputError(description: "cannot read missing") }
            return Array(text.utf8)
        }
    }

    @Test func theKeyComesFromFlagFileOrEnvironment() throws {
        #expect(try authorization() == nil)
        #expect(try authorization(environment: "") == nil)
        #expect(try authorization(environment: "e") == "ApiKey e")
        #expect(try authorization(key: "k", environment: "e") == "ApiKey k")
        #expect(try authorization(file: "f", environment: "e", holding: "  inside\n") == "ApiKey inside")
    }

    @Test func whatCanBeNoKeyIsRefusedWithoutShowingIt() {
        for (key, file, text) in [
            ("", nil, ""), ("a b", nil, ""), ("ü", nil, ""), (nil, "f", "\n"), (nil, "missing", ""),
        ] {
            let failure = #expect(throws: Failure.self) { try authorization(key: key, file: file, holding: text) }
            #expect(failure?.exit == .usage)
        }
        let failure = #expect(throws: Failure.self) { try authorization(key: "very secret") }
        #expect(failure?.message.contains("very secret") == false)
    }

    @Test func aTokenComesFromItsFlagAloneAndIsNoKey() throws {
        let token = try Credentials.authorization(key: nil, keyFile: nil, token: " t.o.k ", environment: "e") {
            _ throws(InputError) in []
        }
        #expect(token == "Bearer t.o.k")
        let empty = #expect(throws: Failure.self) {
            try Credentials.authorization(key: nil, keyFile: nil, token: "", environment: nil) {
                _ throws(InputError) in []
            }
        }
        #expect(empty?.exit == .usage)
    }
}
