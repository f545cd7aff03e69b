// A file of messages through real processes: each row becomes one message, whoever is killed in the middle.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .timeLimit(.minutes(4))) struct BulkTests {
    private static let rows = 5_000

    /// An account whose session waits for its bridge, so that nothing but the sends is measured by what comes after.
    private func account(on server: Server) async throws -> Account {
        let bridge = try SimulatedBridge(for: server)
        let ada = try await Account("ada", on: server)
        try await ada.link(on: server)
        bridge.child.kill()
        return ada
    }

    private func file(_ sandbox: Sandbox, rows: Int = rows) throws -> String {
        let path = sandbox.path("customers.csv")
        let lines = (1...rows).map { "+49151\(1_000_000 + $0),\"Customer, \($0)\"\r\n" }
        try Data(("\u{FEFF}recipient,name\r\n" + lines.joined()).utf8).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func makeTemplate(_ rpcctl: Control) async throws {
        _ = try await rpcctl.json("templates", "create", "welcome", "Hello {{name}}.")
    }

    private func total(_ ada: Account, _ server: Server) async throws -> Int64 {
        try await MessagesClient(server.client(key: ada.key)).listMessages(.with { $0.page = 1 }).totalSize
    }

    private func lines(_ path: String) -> [Substring] {
        ((try? String(contentsOfFile: path + ".results.csv", encoding: .utf8)) ?? "").split(separator: "\n")
    }

    private func start(_ server: Server, _ ada: Account, _ path: String) throws -> Child {
        try server.sandbox.start(
            "rpcctl-\(UUID().uuidString)", Sandbox.product("rpcctl"),
            [
                "--endpoint", "unix:" + server.socket, "--api-key", ada.key, "send", "bulk", path, "--template",
                "welcome",
            ], environment: ["HOME": server.sandbox.directory.path])
    }

    /// One message a row, each with its own text, and a result for each row.
    private func expectEachRowOnce(_ ada: Account, _ server: Server, _ path: String) async throws {
        #expect(try await total(ada, server) == Int64(Self.rows))
        let results = lines(path).dropFirst().map { $0.split(separator: ",", omittingEmptySubsequences: false) }
        #expect(results.map { String($0[0]) } == (2...(Self.rows + 1)).map(String.init))
        #expect(Set(results.map { $0[1] }).count == Self.rows)
        let last = try #require(results.last.flatMap { Int64($0[1]) })
        let message = try await MessagesClient(server.client(key: ada.key)).getMessage(.with { $0.id = last })
        #expect(message.content == "Hello Customer, \(Self.rows).")
    }

    @Test func rpcdKilledInTheMiddleOfABulkSendDoublesAndLosesNothing() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await account(on: server)
        let rpcctl = Control(server: server, key: ada.key)
        try await makeTemplate(rpcctl)
        let path = try file(server.sandbox)
        let sending = try start(server, ada, path)
        for part in [500, 2_000] {
            _ = try await eventually("\(part) rows to be answered", within: 60) { () -> Bool? in
                self.lines(path).count > part ? true : nil
            }
            server.child.kill()
            try await server.restart()
        }
        #expect(try await sending.exitStatus(within: 120) == 0, "\(sending.text)")
        try await expectEachRowOnce(ada, server, path)
        let again = try await rpcctl.json("send", "bulk", path, "--template", "welcome")
        #expect(again["accepted_before"] as? Int == Self.rows && again["accepted"] as? Int == 0)
        try await expectEachRowOnce(ada, server, path)
    }

    @Test func rpcctlKilledInTheMiddleIsGoneOnWithByRunningItAgain() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await account(on: server)
        let rpcctl = Control(server: server, key: ada.key)
        try await makeTemplate(rpcctl)
        let path = try file(server.sandbox)
        let sending = try start(server, ada, path)
        _ = try await eventually("some rows to be answered", within: 60) { () -> Bool? in
            self.lines(path).count > 500 ? true : nil
        }
        sending.kill()
        let outcome = try await rpcctl("send", "bulk", path, "--template", "welcome", within: 120)
        #expect(outcome.status == 0, "\(outcome)")
        try await expectEachRowOnce(ada, server, path)
        // Without the file the server still knows the keys.
        try FileManager.default.removeItem(atPath: path + ".results.csv")
        #expect(try await rpcctl("send", "bulk", path, "--template", "welcome", within: 120).status == 0)
        try await expectEachRowOnce(ada, server, path)
    }

    @Test func rowsThatAreRefusedAreNamedAndFailTheRun() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await account(on: server)
        let rpcctl = Control(server: server, key: ada.key)
        let path = server.sandbox.path("three.csv")
        let text = "recipient,message\n+4915112345678,one\n+0,x\n"
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        // Wrong as far as can be told here: nothing goes.
        let wrong = try await rpcctl("send", "bulk", path)
        #expect(wrong.status == 1 && wrong.errors.contains("row 3"), "\(wrong)")
        #expect(try await total(ada, server) == 0)
        // Wrong by the server's word alone: the rest goes.
        try Data(text.replacing("+0,", with: "nobody@nowhere,").utf8).write(to: URL(fileURLWithPath: path))
        let some = try await rpcctl("send", "bulk", path)
        #expect(some.status == 1 && some.errors.contains("row 3: VALIDATION_ERROR"), "\(some)")
        #expect(try await total(ada, server) == 1)
        #expect(lines(path).last?.contains("refused,VALIDATION_ERROR") == true)
    }
}
