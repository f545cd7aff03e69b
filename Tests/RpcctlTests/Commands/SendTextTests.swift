// `send text`, with and without `--wait`: what is printed where, and how it ends.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct SendTextTests {
    private static func message(_ status: MessageStatus, error: String = "") -> Message {
        .with {
            $0.id = 42
            $0.recipient = "+491701234567"
            $0.content = "hi"
            $0.status = status
            $0.errorCode = error
            $0.errorMessage = error.isEmpty ? "" : "not there"
        }
    }

    private static func update(_ status: MessageStatus, from: MessageStatus, error: String = "") -> Step {
        .item(
            MessageUpdate.with {
                $0.message = message(status, error: error)
                $0.entry = .with {
                    $0.from = from
                    $0.to = status
                    $0.cause = "ack"
                }
            })
    }

    /// Accepts everything; a watch then goes through these steps.
    private static func server(_ watch: [Step], accepted: [Step] = [.item(message(.pending))]) -> ScriptedTransport {
        ScriptedTransport([
            MessagesMethods.sendText.path: { _, _ in accepted },
            MessagesMethods.watchMessages.path: { _, _ in
                [.item(MessageUpdate.with { $0.message = message(.pending) }), .item(MessageUpdate())] + watch
            },
        ])
    }

    private func status(_ ran: Ran) throws -> String? {
        let object = try JSONSerialization.jsonObject(with: Data(ran.out.utf8)) as? [String: Any]
        #expect(object?["id"] as? Int == 42)
        return object?["status"] as? String
    }

    @Test func withoutWaitItPrintsWhatWasAccepted() async throws {
        let ran = await rpcctl("send", "text", "+49 170 1234567", "hi", "-o", "json", server: Self.server([]))
        #expect(ran.exit == .success)
        #expect(try status(ran) == "pending")
        #expect(ran.out.hasSuffix("}\n"))
        #expect(ran.err.isEmpty)
        #expect(ran.server.asked.map(\.method) == [MessagesMethods.sendText.path])
    }

    @Test func everySendCarriesAKeyOfItsOwnUnlessOneIsGiven() async throws {
        let server = Self.server([])
        _ = await rpcctl("send", "text", "+491701234567", "hi", server: server)
        _ = await rpcctl("send", "text", "+491701234567", "hi", server: server)
        _ = await rpcctl("send", "text", "+491701234567", "hi", "--idempotency-key", "mine", server: server)
        let keys = try server.requests(SendTextRequest.self, to: MessagesMethods.sendText).map(\.idempotencyKey)
        #expect(Set(keys).count == 3)
        #expect(keys.last == "mine")
        #expect(keys.allSatisfy { (1...255).contains($0.utf8.count) })
    }

    @Test func theRequestSaysWhatWasTyped() async throws {
        let server = Self.server([])
        _ = await rpcctl(
            "send", "text", "+491701234567", "hi", "--session", "work", "--queue-never", "--reply-to", "7",
            server: server)
        let request = try #require(try server.requests(SendTextRequest.self, to: MessagesMethods.sendText).first)
        #expect(request.recipient == "+491701234567")
        #expect(request.message == "hi")
        #expect(request.session == "work")
        #expect(request.sessionId == 0)
        #expect(request.queue == .never)
        #expect(request.replyToId == 7)
    }

    @Test(arguments: [("sent", MessageStatus.sent), ("sent", .read), ("delivered", .delivered), ("delivered", .played)])
    func theStateThatIsWaitedForOrALaterOneEndsTheWait(goal: String, reached: MessageStatus) async throws {
        let server = Self.server([
            Self.update(.dispatched, from: .pending), Self.update(.submitted, from: .dispatched),
            Self.update(reached, from: .submitted), .hang,
        ])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", goal, "-o", "json", server: server)
        #expect(ran.exit == .success)
        #expect(try status(ran) == MessageText.status(reached))
        #expect(ran.err.isEmpty)
    }

    @Test func submittedIsNotSent() async throws {
        let server = Self.server([Self.update(.submitted, from: .dispatched), .hang])
        let ran = await rpcctl(
            "send", "text", "+491701234567", "hi", "--wait", "sent", "--timeout", "100ms", "-o", "json", server: server)
        #expect(ran.exit.rawValue == 75)
        #expect(try status(ran) == "submitted")
        #expect(ran.err.hasPrefix("error: DEADLINE_EXCEEDED: submitted after 100ms, not sent"))
    }

    @Test(arguments: [
        (
            MessageStatus.failed, "RECIPIENT_NOT_ON_WHATSAPP",
            "error: RECIPIENT_NOT_ON_WHATSAPP: the message is failed: not there"
        ),
        (.expired, "", "error: EXPIRED: the message is expired"),
        (.cancelled, "", "error: CANCELLED: the message is cancelled"),
    ])
    func aFailureForGoodPrintsTheMessageAndTheErrorApart(final: MessageStatus, code: String, error: String) async throws
    {
        let server = Self.server([Self.update(final, from: .pending, error: code)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", "sent", "-o", "json", server: server)
        #expect(ran.exit.rawValue == 1)
        #expect(try status(ran) == MessageText.status(final))
        #expect(ran.err == error + "\n")
    }

    @Test func peopleSeeTheWayOfTheMessage() async {
        let server = Self.server([Self.update(.dispatched, from: .pending), Self.update(.sent, from: .dispatched)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", "sent", server: server)
        #expect(ran.exit == .success)
        #expect(ran.err.contains("pending → dispatched"))
        #expect(ran.err.contains("dispatched → sent"))
        #expect(ran.out.contains("status   sent"))
    }

    @Test func aConnectionLostWhileSendingLeavesTheOutcomeOpen() async {
        let server = Self.server([], accepted: [.fail(connectionLost)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--idempotency-key", "mine", server: server)
        #expect(ran.exit.rawValue == 69)
        #expect(ran.out.isEmpty)
        #expect(ran.err.contains("outcome unknown, the same --idempotency-key is safe"))
        #expect(ran.err.contains("--idempotency-key mine"))
    }

    @Test func aConnectionLostWhileWaitingSaysSoToo() async throws {
        let server = Self.server([Self.update(.dispatched, from: .pending), .fail(connectionLost)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", "sent", "-o", "json", server: server)
        #expect(ran.exit.rawValue == 69)
        #expect(try status(ran) == "dispatched")
        #expect(ran.err.contains("outcome unknown, the same --idempotency-key is safe"))
    }

    @Test func aServerThatGoesDownMeanwhileIsAsGoodAsGone() async throws {
        let goodbye = RPCError(
            .unavailable, reason: "SHUTTING_DOWN", message: "The server is going down.", requestID: "r")
        let server = Self.server([Self.update(.dispatched, from: .pending), .fail(goodbye)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", "sent", "-o", "json", server: server)
        #expect(ran.exit.rawValue == 69)
        #expect(try status(ran) == "dispatched")
        #expect(ran.err.contains("outcome unknown, the same --idempotency-key is safe"))
    }

    @Test func whateverElseEndsTheWaitTheMessageIsPrinted() async throws {
        let revoked = RPCError(.unauthenticated, reason: "KEY_REVOKED", message: "revoked", requestID: "r")
        let server = Self.server([.fail(revoked)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", "--wait", "sent", "-o", "json", server: server)
        #expect(ran.exit.rawValue == 1)
        #expect(try status(ran) == "pending")
        #expect(ran.err == "error: KEY_REVOKED: revoked\n")
    }

    @Test func aServerThatWasNeverReachedLeavesNothingOpen() async {
        let server = Self.server([], accepted: [.fail(cannotConnect)])
        let ran = await rpcctl("send", "text", "+491701234567", "hi", server: server)
        #expect(ran.exit.rawValue == 69)
        #expect(!ran.err.contains("outcome unknown"))
    }

    @Test func aSendThatRunsOutOfTimeIs75OnlyWhereSomebodyWaits() async {
        let server = Self.server([], accepted: [.hang])
        let plain = await rpcctl("send", "text", "+491701234567", "hi", "--timeout", "50ms", server: server)
        #expect(plain.exit.rawValue == 1)
        #expect(plain.err.contains("error: DEADLINE_EXCEEDED: "))
        #expect(plain.err.contains("--idempotency-key"))
        let waiting = await rpcctl(
            "send", "text", "+491701234567", "hi", "--timeout", "50ms", "--wait", "sent", server: server)
        #expect(waiting.exit.rawValue == 75)
    }

    @Test func anOperatorSendsForANamedUser() async throws {
        let server = ScriptedTransport([
            UsersMethods.getUser.path: { _, _ in [.item(User.with { $0.id = 9 })] },
            MessagesMethods.sendText.path: { _, _ in [.item(Self.message(.pending))] },
        ])
        _ = await rpcctl("send", "text", "+491701234567", "hi", "--user", "ada", server: server)
        #expect(try server.requests(GetUserRequest.self, to: UsersMethods.getUser).map(\.username) == ["ada"])
        #expect(try server.requests(SendTextRequest.self, to: MessagesMethods.sendText).map(\.userId) == [9])
    }

    @Test(arguments: WaitState.allCases)
    func rankAloneDecidesWhatIsReached(goal: WaitState) {
        let path: [MessageStatus] = [.sent, .delivered, .read, .played]
        let reached = path.filter { goal.verdict($0) == .reached }
        #expect(reached == Array(path.suffix(reached.count)))
        #expect(reached.count == 4 - (WaitState.allCases.firstIndex(of: goal) ?? 0))
        for status: MessageStatus in [.scheduled, .pending, .dispatched, .submitted, .unknown, .unrecognized(99)] {
            #expect(goal.verdict(status) == .waiting)
        }
        for status: MessageStatus in [.failed, .expired, .cancelled] { #expect(goal.verdict(status) == .failed) }
    }
}
