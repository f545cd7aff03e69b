// A reader of a stream with signs of life: notices that none comes, and nothing else.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct SilenceWatchTests {
        @Test(arguments: [Way.unix, .inProcess])
        func aStreamOnWhichNothingComesIsGivenUp(_ way: Way) async throws {
            var handlers = Handlers()
            handlers.list = { _, responses, _ in
                try await responses.write(StringValue("first"))
                try await Task.sleep(for: .seconds(60))
            }
            let served = try await Served(handlers.router(), way)
            let stream = try await served.client.list(0).givingUp(afterSilence: .milliseconds(150))
            var items: [String] = []
            let error = await rpcError { for try await item in stream { items.append(item.value) } }
            #expect(items == ["first"])
            #expect(error?.code == .unavailable)
            #expect(error?.message.hasPrefix("nothing was heard from the server for") == true)
            // Its connection is its own: the server learns of it.
            #expect(await served.settles())
            await served.stop()
        }

        @Test
        func aReaderThatIsBusyHoldsItAgainstNobody() async throws {
            var handlers = Handlers()
            handlers.list = { _, responses, _ in
                for index in 0..<12 {
                    try await responses.write(StringValue("\(index)"))
                    try await Task.sleep(for: .milliseconds(100))
                }
            }
            let served = try await Served(handlers.router(), .unix)
            let stream = try await served.client.list(0).givingUp(afterSilence: .milliseconds(800))
            var count = 0
            for try await _ in stream {
                count += 1
                if count == 1 { try await Task.sleep(for: .milliseconds(1500)) }
            }
            #expect(count == 12)
            await served.stop()
        }
    }
}
