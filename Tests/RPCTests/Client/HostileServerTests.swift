// A server that sends whatever it likes: the client never traps, every call ends, and the next connection works.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct HostileServerTests {
        /// A frame that may be wrong in any way: header, data, or both.
        private static func nonsense(_ random: inout some RandomNumberGenerator) -> [UInt8] {
            var frame = RawFrame.response(1, "fine")
            switch Int.random(in: 0..<5, using: &random) {
            case 0: frame = RawFrame.data(1, "item", flags: UInt8.random(in: 0...7, using: &random))
            case 1: frame.data = (0..<20).map { _ in UInt8.random(in: 0...255, using: &random) }
            case 2: frame.type = UInt8.random(in: 0...255, using: &random)
            case 3: frame.data = Array(repeating: 0x0A, count: Int.random(in: 0..<2000, using: &random))
            default: break
            }
            frame.stream = [1, 1, 3, 5, 2, 0, .max].randomElement(using: &random) ?? 1
            var bytes = frame.bytes
            if Int.random(in: 0..<4, using: &random) == 0 {
                bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            if Int.random(in: 0..<6, using: &random) == 0 {
                bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random))
            }
            return bytes
        }

        @Test(arguments: [true, false])
        func nonsenseEndsCallsAndNothingElse(_ shared: Bool) async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = shared
            configuration.backoff = Backoff(base: .milliseconds(1), maximum: .milliseconds(1))
            configuration.waitForServer = .seconds(20)
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            let peers = Task {
                while !Task.isCancelled {
                    guard let peer = try? await server.accept(within: 100) else { continue }
                    _ = try? await peer.receive(within: 500)
                    var random = SystemRandomNumberGenerator()
                    for _ in 0..<8 { try? await peer.send(bytes: Self.nonsense(&random)) }
                    await peer.close()
                }
            }
            let options = CallOptions(timeout: .seconds(2))
            for _ in 0..<60 {
                async let unary = rpcError { _ = try await client.call("x", options: options) }
                async let list = rpcError { for try await _ in try await client.list(1, options: options) {} }
                async let chat = rpcError {
                    let call = try await client.chat(options: options)
                    try await call.send(StringValue("x"))
                    try await call.closeSend()
                    for try await _ in call.responses {}
                }
                _ = await (unary, list, chat)
            }
            peers.cancel()
            await peers.value
            async let answer = client.call("real")
            var peer = try await server.accept()
            // A call of before may have left a connection in the queue.
            while try await peer.receive() == nil { peer = try await server.accept() }
            try await peer.send(.response(1, "fine"))
            #expect(try await answer == "fine")
        }

        @Test
        func aServerThatTakesTheRequestAndNeverAnswersIsLeftInTime() async throws {
            let server = try RawServer(path: temporaryPath())
            #expect(RPCClient(transport: ClientConnection(.unix(path: server.path))).defaultTimeout == .seconds(30))
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path)), defaultTimeout: .milliseconds(100))
            #expect(await rpcError { _ = try await client.call() }?.code == .deadlineExceeded)
        }
    }
}
