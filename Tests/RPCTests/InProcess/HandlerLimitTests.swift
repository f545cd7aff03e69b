// The limit of handlers that run, against callers on many threads at once: none of them may find a place free that
// another one has just taken.

import Synchronization
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct HandlerLimitTests {
    @Test
    func callersOnManyThreadsNeverPassIt() async throws {
        let limit = 4
        let running = Atomic<Int>(0)
        let most = Atomic<Int>(0)
        var handlers = Handlers()
        handlers.unary = { _, _ in
            let now = running.add(1, ordering: .relaxed).newValue
            most.max(now, ordering: .relaxed)
            for _ in 0..<20 { await Task.yield() }
            running.subtract(1, ordering: .relaxed)
            return ""
        }
        var configuration = Server.Configuration()
        configuration.limits.runningHandlers = limit
        let transport = InProcessTransport(router: handlers.router(), configuration: configuration)
        let client = RPCClient(transport: transport)
        let (answered, refused) = await withTaskGroup(of: (Int, Int).self) { group in
            for _ in 0..<64 {
                group.addTask {
                    var counts = (0, 0)
                    for _ in 0..<100 {
                        do {
                            _ = try await client.call()
                            counts.0 += 1
                        } catch {
                            #expect((error as? RPCError)?.reason == "OVERLOADED")
                            counts.1 += 1
                        }
                    }
                    return counts
                }
            }
            return await group.reduce((0, 0)) { ($0.0 + $1.0, $0.1 + $1.1) }
        }
        #expect(most.load(ordering: .relaxed) <= limit)
        #expect(answered + refused == 6_400)
        #expect(answered > 0)
        #expect(refused > 0)
        // Every place was given back.
        _ = try await client.call()
    }
}
