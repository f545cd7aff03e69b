// rpcd, the bridge and rpcctl as an operator starts them: the real binaries, a real data dir, real sockets.
import Codec
import Contract
import Foundation
import RPC

/// An rpcd on a data dir that outlives it, so that it can be killed and started again.
final class Server: @unchecked Sendable {
    let sandbox: Sandbox
    let data: String
    private(set) var child: Child

    init(in sandbox: Sandbox, arguments: [String] = [], environment: [String: String] = [:]) async throws {
        self.sandbox = sandbox
        data = sandbox.path("data")
        child = try Self.launch(sandbox, data, arguments, environment)
        try await ready()
    }

    private static func launch(
        _ sandbox: Sandbox, _ data: String, _ arguments: [String], _ environment: [String: String]
    ) throws -> Child {
        try sandbox.start(
            "rpcd", ProcessInfo.processInfo.environment["SWITCHBOARD_TEST_RPCD"] ?? Sandbox.product("rpcd"),
            ["--data-dir", data, "--http", "127.0.0.1:0", "--log-level", "info"] + arguments, environment: environment)
    }

    /// Starts it anew on the same data.
    func restart(arguments: [String] = [], environment: [String: String] = [:]) async throws {
        child = try Self.launch(sandbox, data, arguments, environment)
        try await ready()
    }

    private func ready() async throws {
        let pid = child.pid
        _ = try await eventually("rpcd to be ready", within: 30) { () -> Bool? in
            guard self.child.isRunning else { throw TimedOut(description: "rpcd ended: \(self.child.text)") }
            return self.endpoints?["pid"] as? Int == Int(pid) ? true : nil
        }
    }

    /// What endpoints.json says.
    var endpoints: [String: Any]? {
        guard let bytes = FileManager.default.contents(atPath: data + "/endpoints.json") else { return nil }
        return (try? JSONSerialization.jsonObject(with: bytes)) as? [String: Any]
    }

    var socket: String { data + "/rpcd.sock" }
    var bridgeSocket: String { data + "/bridge.sock" }

    /// A client of its own connection; `key` empty: the operator.
    func client(key: String = "") -> RPCClient {
        let transport = ClientConnection(.unix(path: socket))
        return RPCClient(
            transport: transport, metadata: key.isEmpty ? [:] : ["authorization": "ApiKey \(key)"])
    }
}

/// A bridge process with the simulator; its state dir and network outlive it.
final class SimulatedBridge: @unchecked Sendable {
    let name: String
    let network: String
    private let sandbox: Sandbox
    private let endpoint: String
    private let extra: [String]
    private(set) var child: Child

    init(_ name: String = "bridge-1", for server: Server, network: String = "network", arguments: [String] = []) throws
    {
        self.name = name
        sandbox = server.sandbox
        self.network = server.sandbox.path(network)
        endpoint = "unix:" + server.bridgeSocket
        extra = arguments
        child = try Self.launch(sandbox, name, endpoint, self.network, arguments)
    }

    private static func launch(
        _ sandbox: Sandbox, _ name: String, _ endpoint: String, _ network: String, _ extra: [String]
    ) throws -> Child {
        let script = Sandbox.repository.appendingPathComponent("bridge/bin/switchboard-bridge.js").path
        return try sandbox.start(
            name, "/usr/bin/env",
            [
                "node", script, "--endpoint", endpoint, "--driver", "simulator", "--name", name, "--seed", "1",
                "--state-dir", sandbox.path(name), "--network", network,
            ] + extra)
    }

    func restart() throws {
        child = try Self.launch(sandbox, name, endpoint, network, extra)
    }

    /// Every message that reached the make-believe network, by our id of it, with how often it was sent.
    func sentMessages() throws -> [String: Int] {
        try messages().reduce(into: [:]) { counts, event in
            if let id = event["id"] as? String { counts[id, default: 0] += 1 }
        }
    }

    /// What the network says of each message that reached it.
    func messages() throws -> [[String: Any]] {
        var messages: [[String: Any]] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: network) where file.hasSuffix(".jsonl") {
            let text = try String(contentsOfFile: network + "/" + file, encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any],
                    event["event"] as? String == "message"
                else { continue }
                messages.append(event)
            }
        }
        return messages
    }
}

/// rpcctl against one server, its configuration folder inside the sandbox.
struct Control {
    let server: Server
    var key: String?

    func callAsFunction(_ arguments: String..., input: String? = nil, within seconds: Double = 60) async throws
        -> Outcome
    {
        let credentials = key.map { ["--api-key", $0] } ?? []
        return try await run(
            Sandbox.product("rpcctl"), ["--endpoint", "unix:" + server.socket] + credentials + arguments, input: input,
            environment: ["HOME": server.sandbox.directory.path], in: server.sandbox, within: seconds)
    }

    func json(_ arguments: String..., input: String? = nil) async throws -> [String: Any] {
        let credentials = key.map { ["--api-key", $0] } ?? []
        let outcome = try await run(
            Sandbox.product("rpcctl"),
            ["--endpoint", "unix:" + server.socket] + credentials + arguments + ["-o", "json"], input: input,
            environment: ["HOME": server.sandbox.directory.path], in: server.sandbox)
        guard outcome.status == 0,
            let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        else { throw TimedOut(description: "rpcctl \(arguments): \(outcome)") }
        return object
    }
}

/// A user with a key, made as an operator makes them.
struct Account {
    let name: String
    let userID: Int64
    let key: String

    init(_ name: String, on server: Server) async throws {
        self.name = name
        let operatorClient = server.client()
        let user = try await UsersClient(operatorClient).createUser(
            .with {
                $0.username = name
                $0.maxMessagesPerDay = .with { $0.value = 0 }
                $0.maxMessagesPerMinute = .with { $0.value = 0 }
            })
        userID = user.id
        let created = try await KeysClient(operatorClient).createKey(
            .with {
                $0.userId = user.id
                $0.name = "tests"
            })
        key = created.secret
    }

    /// Links the default session and waits until it is connected.
    @discardableResult
    func link(on server: Server) async throws -> Session {
        let sessions = SessionsClient(server.client(key: key))
        let session = try await sessions.initSession(.init())
        return try await eventually("session to be connected", within: 30) {
            let now = try await sessions.getSession(.with { $0.id = session.id })
            return now.status == .connected ? now : nil
        }
    }
}
