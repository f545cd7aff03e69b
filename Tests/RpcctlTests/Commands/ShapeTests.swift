// The shapes of `-o json` that scripts take apart, and what the tables of the same things say.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct ShapeTests {
    private func object(_ text: String) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private static let messages = ScriptedTransport([
        MessagesMethods.listMessages.path: { _, _ in
            [
                .item(
                    ListMessagesResponse.with {
                        $0.messages = [
                            .with {
                                $0.id = 2
                                $0.status = .pending
                                $0.content = "two\u{1B}[31m"
                                $0.holdReason = "session_not_connected"
                            }, .with { $0.id = 1 },
                        ]
                        $0.nextPageToken = "t\"oken"
                        $0.totalSize = 7
                    })
            ]
        }
    ])

    @Test func aListIsItsPluralAndTheNextToken() async throws {
        let ran = await rpcctl("messages", "list", "--status", "pending", "-o", "json", server: Self.messages)
        let list = try object(ran.out)
        #expect(Set(list.keys) == ["messages", "next_page_token"])
        #expect((list["messages"] as? [[String: Any]])?.map { $0["id"] as? Int } == [2, 1])
        #expect(list["next_page_token"] as? String == "t\"oken")
        let request = try Self.messages.requests(ListMessagesRequest.self, to: MessagesMethods.listMessages)
        #expect(request.contains { $0.status == .pending })
    }

    @Test func aListIsOfWhomItIsAskedFor() async throws {
        _ = await rpcctl(
            "messages", "list", "--sender", "1@lid", "--recipient", "4915112345678", server: Self.messages)
        let requests = try Self.messages.requests(ListMessagesRequest.self, to: MessagesMethods.listMessages)
        #expect(requests.contains { $0.sender == "1@lid" && $0.recipient == "4915112345678" })
    }

    @Test func aPageByNumberHasTheTotal() async throws {
        let ran = await rpcctl("messages", "list", "--page", "1", "-o", "json", server: Self.messages)
        #expect(try object(ran.out)["total_size"] as? Int == 7)
    }

    @Test func jsonLinesAreOneItemEach() async throws {
        let ran = await rpcctl("messages", "list", "-o", "jsonl", server: Self.messages)
        let lines = ran.out.split(separator: "\n")
        #expect(try lines.map { try object(String($0))["id"] as? Int } == [2, 1])
    }

    @Test func theTableShowsWhyAndObeysNothing() async {
        let ran = await rpcctl("messages", "list", server: Self.messages)
        #expect(ran.out.contains("session_not_connected"))
        #expect(ran.out.contains("two\\u{1b}[31m"))
        #expect(ran.err.contains("more: --page-token t\"oken"))
    }

    @Test func oneDocumentIsIndentedOnATerminalOnly() async {
        let server = ScriptedTransport([
            HealthMethods.check.path: { _, _ in
                [.item(HealthCheckResponse.with { $0.status = .serving })]
            }
        ])
        #expect(await rpcctl("health", "-o", "json", server: server).out == "{\"status\":\"serving\"}\n")
        let terminal = Terminal.Size(columns: 80, rows: 24)
        #expect(
            await rpcctl("health", "-o", "json", server: server, terminal: terminal).out
                == "{\n  \"status\": \"serving\"\n}\n")
        #expect(await rpcctl("health", server: server).out == "serving\n")
    }

    @Test func poorHealthIsExit1() async {
        let server = ScriptedTransport([
            HealthMethods.check.path: { _, _ in
                [.item(HealthCheckResponse.with { $0.status = .notServing })]
            }
        ])
        let ran = await rpcctl("health", server: server)
        #expect(ran.exit == .failed)
        #expect(ran.out == "not_serving\n")
    }

    @Test func aKeyIsItsSecretAndItself() async throws {
        let server = ScriptedTransport([
            UsersMethods.getUser.path: { _, _ in [.item(User.with { $0.id = 9 })] },
            KeysMethods.createKey.path: { _, _ in
                [
                    .item(
                        CreateKeyResponse.with {
                            $0.secret = "sbk_x"
                            $0.apiKey = .with { $0.name = "laptop" }
                        })
                ]
            },
        ])
        let ran = await rpcctl("keys", "create", "--user", "ada", "--name", "laptop", "-o", "json", server: server)
        let key = try object(ran.out)
        #expect(Set(key.keys) == ["secret", "api_key"])
        #expect(key["secret"] as? String == "sbk_x")
        #expect((key["api_key"] as? [String: Any])?["name"] as? String == "laptop")
        #expect(try server.requests(CreateKeyRequest.self, to: KeysMethods.createKey).map(\.userId) == [9])
    }

    @Test(arguments: [
        ("sbk_AbCdEf12", Int64(0), "sbk_AbCdEf12"), ("AbCdEf12", 0, "AbCdEf12"), ("12345678", 0, "12345678"),
        ("17", 17, ""),
    ])
    func aKeyIsRevokedByPrefixOrId(typed: String, id: Int64, prefix: String) async throws {
        let server = ScriptedTransport([KeysMethods.revokeKey.path: { _, _ in [.item(ApiKey.with { $0.id = 17 })] }])
        let ran = await rpcctl("keys", "revoke", typed, server: server)
        #expect(ran.exit == .success)
        let request = try #require(try server.requests(RevokeKeyRequest.self, to: KeysMethods.revokeKey).first)
        #expect(request.id == id)
        #expect(request.prefix == prefix)
    }

    @Test func limitsOfANewUserAreAbsentUnlessGiven() async throws {
        let server = ScriptedTransport([UsersMethods.createUser.path: { _, _ in [.item(User())] }])
        _ = await rpcctl("users", "create", "ada", server: server)
        _ = await rpcctl("users", "create", "bob", "--max-per-day", "0", "--admin", "--email", "b@c", server: server)
        let requests = try server.requests(CreateUserRequest.self, to: UsersMethods.createUser)
        #expect(requests[0].maxMessagesPerDay == nil)
        #expect(requests[0].role == .unspecified)
        #expect(requests[1].maxMessagesPerDay?.value == 0)
        #expect(requests[1].maxMessagesPerMinute == nil)
        #expect(requests[1].role == .admin)
        #expect(requests[1].email == "b@c")
    }

    @Test(arguments: [
        ("secret\n", "secret"), ("secret\r\n", "secret"), ("secret", "secret"), (" a b ", " a b "), ("a\n\n", "a\n"),
    ])
    func thePasswordIsStdinWithoutItsLastNewline(typed: String, password: String) throws {
        #expect(try UsersCreateCommand.password(Array(typed.utf8)) == password)
    }

    @Test(arguments: [[], [10], [0xFF, 0xFE]] as [[UInt8]])
    func whatIsNoPasswordIsUsage(bytes: [UInt8]) {
        #expect(#expect(throws: Failure.self) { try UsersCreateCommand.password(bytes) }?.exit == .usage)
    }

    @Test func aNumericNameIsTriedAsAnIdFirst() async throws {
        let server = ScriptedTransport([
            UsersMethods.getUser.path: { _, bytes in
                let request = try GetUserRequest(decoding: bytes)
                if request.id != 0 { throw RPCError(.notFound, reason: "NOT_FOUND", message: "none") }
                return [.item(User.with { $0.username = request.username })]
            }
        ])
        let ran = await rpcctl("users", "get", "4711", "-o", "json", server: server)
        #expect(try object(ran.out)["username"] as? String == "4711")
        #expect(server.asked.count == 2)
    }

    @Test func aStateThatDoesNotExistIsUsageAndNamesThoseThatDo() async {
        let ran = await rpcctl("messages", "list", "--status", "lost")
        #expect(ran.exit == .usage)
        #expect(ran.err.contains("pending, dispatched, submitted"))
        #expect(ran.server.asked.isEmpty)
    }

    @Test func aMessageIsShownWithItsTimeline() async {
        let server = ScriptedTransport([
            MessagesMethods.getMessage.path: { _, _ in
                [
                    .item(
                        Message.with {
                            $0.id = 42
                            $0.status = .dispatched
                            $0.timeline = [
                                .with {
                                    $0.to = .pending
                                    $0.cause = "accepted"
                                    $0.at = .with {
                                        $0.seconds = 1_700_000_000
                                        $0.nanos = 120_000_000
                                    }
                                },
                                .with {
                                    $0.from = .pending
                                    $0.to = .dispatched
                                    $0.cause = "handed_to_bridge"
                                    $0.attempt = 1
                                    $0.bridge = "b1"
                                },
                            ]
                        })
                ]
            }
        ])
        let ran = await rpcctl("messages", "get", "42", server: server)
        #expect(ran.out.contains("2023-11-14 22:13:20.120Z  pending     accepted"))
        #expect(ran.out.contains("dispatched  handed_to_bridge    1  b1"))
    }

    @Test func tailPrintsChangesAndNoHeartbeats() async throws {
        let change = MessageUpdate.with {
            $0.message = .with { $0.id = 1 }
            $0.entry = .with { $0.to = .sent }
        }
        let server = ScriptedTransport([
            MessagesMethods.watchMessages.path: { _, _ in
                [.item(MessageUpdate()), .item(change), .item(MessageUpdate())]
            }
        ])
        let ran = await rpcctl("messages", "tail", "-o", "json", server: server)
        #expect(ran.out.split(separator: "\n").count == 1)
        let entry = try object(ran.out)["entry"] as? [String: Any]
        #expect(entry?["to"] as? String == "sent")
        #expect(server.asked.first?.head.deadline.isNever == true)
    }
}
