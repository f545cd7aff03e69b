// `call`: names, input, and the kinds of method, all by schema.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct CallTests {
    @Test(arguments: [
        "switchboard.v1.MessagesService/SendText", "v1.MessagesService/SendText", "MessagesService/SendText",
    ])
    func aMethodIsFoundByAsMuchAsIsEnough(name: String) throws {
        #expect(try MethodName.find(name).method == MessagesMethods.sendText)
    }

    @Test(arguments: ["Service/SendText", "MessagesService/SendSmoke", "agesService/SendText", "bench.Echo/Echo"])
    func anUnknownMethodIsNamed(name: String) {
        let failure = #expect(throws: Failure.self) { try MethodName.find(name) }
        #expect(failure?.exit == .failed)
        #expect(failure?.reason == "UNKNOWN_METHOD")
    }

    @Test(arguments: ["SendText", "/SendText", "MessagesService/", "a/b/c", ""])
    func whatIsNoMethodIsUsage(name: String) {
        #expect(#expect(throws: Failure.self) { try MethodName.find(name) }?.exit == .usage)
    }

    /// One for each test: they run side by side, and each looks at what it was asked itself.
    private static var echo: ScriptedTransport {
        ScriptedTransport([
            MessagesMethods.getMessage.path: { _, bytes in
                let request = try GetMessageRequest(decoding: bytes)
                return [.item(Message.with { $0.id = request.id })]
            },
            MessagesMethods.watchMessages.path: { _, bytes in
                let request = try WatchMessagesRequest(decoding: bytes)
                return [
                    .item(MessageUpdate()), .item(MessageUpdate.with { $0.message = .with { $0.id = request.id } }),
                ]
            },
            BridgeMethods.attach.path: { _, _ in
                [.item(ServerFrame.with { $0.frame = .confirm(.with { $0.upToSeq = 5 }) }), .item(ServerFrame())]
            },
        ])
    }

    private func lines(_ text: String) throws -> [[String: Any]] {
        try text.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
        }
    }

    @Test func unaryTakesJSONAndGivesJSON() async throws {
        let ran = await rpcctl("call", "MessagesService/GetMessage", #"{"id": 7}"#, server: Self.echo)
        #expect(ran.exit == .success)
        #expect(try lines(ran.out).first?["id"] as? Int == 7)
    }

    @Test func withoutARequestItIsEmpty() async throws {
        let ran = await rpcctl("call", "MessagesService/GetMessage", server: Self.echo)
        #expect(try lines(ran.out).first?["id"] as? Int == 0)
    }

    @Test func aFileCanHoldTheRequest() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent(
            "rpcctl-\(UInt32.random(in: 0 ... .max))")
        try Data("{\n  \"id\": 8\n}\n".utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        let ran = await rpcctl("call", "MessagesService/GetMessage", "@\(path.path)", server: Self.echo)
        #expect(try lines(ran.out).first?["id"] as? Int == 8)
        let missing = await rpcctl("call", "MessagesService/GetMessage", "@\(path.path).none", server: Self.echo)
        #expect(missing.exit == .usage)
    }

    @Test func aStreamOfAnswersIsOneObjectALine() async throws {
        let ran = await rpcctl("call", "MessagesService/WatchMessages", #"{"id": 3}"#, server: Self.echo)
        let answers = try lines(ran.out)
        #expect(answers.count == 2)
        #expect((answers[1]["message"] as? [String: Any])?["id"] as? Int == 3)
    }

    @Test func streamsBothWaysAreLinesBothWays() async throws {
        let server = Self.echo
        let ran = await rpcctl(
            "call", "BridgeService/Attach", "{\"seq\": 1}\n\n{\"heartbeat\": {\"sessions\": 2}}\n", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(try lines(ran.out).count == 2)
    }

    @Test func whatIsWrongWithTheRequestIsSaidBeforeAnythingIsSent() async {
        for (json, word) in [
            (#"{"idd": 1}"#, "idd"), (#"{"id": "x"}"#, "id"), ("{", "GetMessageRequest"), ("[]", "GetMessageRequest"),
        ] {
            let ran = await rpcctl("call", "MessagesService/GetMessage", json, server: ScriptedTransport([:]))
            #expect(ran.exit == .usage)
            #expect(ran.err.contains("error: MALFORMED_REQUEST: "))
            #expect(ran.err.contains(word))
            #expect(ran.server.asked.isEmpty)
        }
        let stream = await rpcctl("call", "BridgeService/Attach", "{\"seq\": 1}\n{\"nothing\": 1}", server: Self.echo)
        #expect(stream.exit == .usage)
        #expect(stream.err.contains("nothing"))
    }

    @Test func aRefusalIsTheServers() async {
        let ran = await rpcctl("call", "UsersService/GetUser", "{}", server: ScriptedTransport([:]))
        #expect(ran.exit == .failed)
        #expect(ran.err.hasPrefix("error: UNKNOWN_METHOD: switchboard.v1.UsersService/GetUser?"))
    }

    @Test func unaryCallsHaveTenSecondsAndStreamsAllTheTimeThereIs() async throws {
        let server = Self.echo
        func deadline(_ arguments: String...) async throws -> Duration? {
            _ =
                arguments.count == 1
                ? await rpcctl("call", arguments[0], server: server)
                : await rpcctl("call", arguments[0], "--timeout", arguments[1], server: server)
            return try #require(server.asked.last).head.deadline.remaining
        }
        let unary = try #require(try await deadline("MessagesService/GetMessage"))
        #expect(unary > .seconds(5) && unary <= .seconds(10))
        #expect(try await deadline("MessagesService/WatchMessages") == nil)
        let stream = try #require(try await deadline("MessagesService/WatchMessages", "1h"))
        #expect(stream > .seconds(3500) && stream <= .seconds(3600))
    }
}
