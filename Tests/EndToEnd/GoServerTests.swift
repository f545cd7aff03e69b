// Our client against a Go server, whose behaviours stand in Tests/Interop/go/peer/server.go: each is the recipient of a
// SendText, which arrives there through generated code as it does in rpcd.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .enabled(if: GoPeer.isBuilt, Comment(rawValue: GoPeer.absent)))
struct GoServerTests {
    private static let largest = 4 << 20

    @Test func unaryCallsMetadataAndUnknownMethods() async throws {
        let go = try await GoServer()
        #expect(try await go.ask("echo", "Grüße \u{1F980}") == "Grüße \u{1F980}")
        #expect(try await go.ask("echo", "") == "")
        let options = CallOptions(metadata: ["Trace-ID": "a1", "x-b": "1"])
        #expect(try await go.ask("metadata", "", options) == "trace-id=a1;x-b=1")
        #expect(try await go.ask("metadata", "") == "")
        let method = try await go.refusal { try await go.messages.getMessage(.init()) }
        #expect(method.code == .unimplemented && method.message == "method GetMessage")
        let service = try await go.refusal { try await UsersClient(go.client).getUser(.init()) }
        #expect(service.code == .unimplemented && service.message == "service switchboard.v1.UsersService")
    }

    @Test func deadlinesArriveAndAreKept() async throws {
        let go = try await GoServer()
        #expect(try await go.ask("deadline", "") == "none")
        let left = try #require(Int(try await go.ask("deadline", "", .init(timeout: .seconds(20)))))
        #expect((1...20_000).contains(left))
        for behaviour in ["wait", "sleep"] {
            let start = ContinuousClock.now
            let error = try await go.refusal { try await go.ask(behaviour, "400", .init(timeout: .milliseconds(60))) }
            #expect(error.code == .deadlineExceeded, "\(behaviour): \(error)")
            #expect(ContinuousClock.now - start >= .milliseconds(50))
        }
        // The answer that comes after its call was given up is nobody's.
        try await Task.sleep(for: .milliseconds(500))
        #expect(try await go.ask("echo", "still there") == "still there")
    }

    @Test func errorsArriveWhole() async throws {
        let go = try await GoServer()
        let error = try await go.refusal { try await go.ask("fail", "tea") }
        #expect(error.code == .failedPrecondition && error.reason == "FROM_GO" && error.message == "not now: tea")
        #expect(error.metadata == ["text": "tea"] && error.requestID == "go-7")
        #expect(error.violations == [.init(field: "message", description: "is odd")])
        let plain = try await go.refusal { try await go.ask("plain", "x") }
        #expect(plain.code == .unknown && plain.message == "plain: x")
        let nothing = try await go.refusal { try await go.ask("nothing", "x") }
        #expect(nothing.code == .unknown, "\(nothing)")
        #expect(try await go.ask("echo", "on") == "on")
    }

    @Test func framesOfFourMebibytesPassAndOneByteMoreCostsItsCallAlone() async throws {
        let go = try await GoServer()
        // Service, method, and the tags and lengths around the text.
        let around = 2 + 30 + 2 + 8 + 5 + 8 + 5
        let text = String(repeating: "x", count: Self.largest - around)
        #expect(try await go.ask("length", text) == String(text.utf8.count))
        let request = try await go.refusal { try await go.ask("length", text + "x") }
        #expect(request.code == .resourceExhausted && request.reason == "FRAME_TOO_LARGE", "\(request)")

        let answer = try await go.ask("size", String(Self.largest))
        #expect(answer.utf8.count > Self.largest - 100 && answer.utf8.allSatisfy { $0 == UInt8(ascii: "x") })
        // A call that is under way on the same connection must not notice.
        async let beside = go.ask("sleep", "500")
        let over = try await go.refusal { try await go.ask("size", String(Self.largest + 1)) }
        #expect(over.code == .resourceExhausted && over.reason == "FRAME_TOO_LARGE", "\(over)")
        #expect(try await beside == "500")
        #expect(try await go.ask("echo", "on") == "on")
    }

    @Test func manyCallsAtOnceEachGetTheirOwnAnswer() async throws {
        let go = try await GoServer()
        try await withThrowingTaskGroup(of: Void.self) { group in
            for caller in 0..<64 {
                group.addTask {
                    for number in 0..<25 {
                        let text = "\(caller)/\(number)"
                        let answer = try await go.ask("echo", text)
                        #expect(answer == text)
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}

/// A Go server of its own on a Unix socket, and one connection of ours to it.
private final class GoServer: Sendable {
    let sandbox: Sandbox
    let client: RPCClient
    var messages: MessagesClient { MessagesClient(client) }

    init() async throws {
        let sandbox = try Sandbox()
        self.sandbox = sandbox
        let path = sandbox.path("go.sock")
        let child = try sandbox.start("go", GoPeer.program, ["serve", "unix:" + path])
        try await eventually("the Go server to listen") { () -> Bool? in
            guard child.isRunning else { throw TimedOut(description: child.text) }
            return FileManager.default.fileExists(atPath: path) ? true : nil
        }
        // What no deadline looks like from the other side is asked too.
        client = RPCClient(transport: ClientConnection(.unix(path: path)), defaultTimeout: nil)
    }

    func ask(_ behaviour: String, _ text: String, _ options: CallOptions = .init()) async throws -> String {
        let answer = try await messages.sendText(
            .with {
                $0.recipient = behaviour
                $0.message = text
            }, options: options)
        return answer.content
    }

    /// The error of a call that must fail.
    func refusal(_ call: () async throws -> some Any) async throws -> RPCError {
        do {
            _ = try await call()
        } catch let error as RPCError {
            return error
        }
        throw TimedOut(description: "the call succeeded")
    }
}
