// A handler that calls on passes on what is left of its caller's time, and the caller's request id.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct DeadlinePropagationTests {
        private struct Seen: Sendable {
            var left: Duration?
            var requestID: String
            var hasCredentials: Bool
        }

        /// A caller, a server that calls on, and the server behind it.
        private struct Chain {
            let first: Served
            let second: Served
            let seen = Notes()
            let entries = Box<[Seen]>([])

            init(_ way: Way, _ timeout: Duration?, before: Duration = .zero) async throws {
                var last = Handlers()
                last.unary = { [entries] value, context in
                    let seen = Seen(
                        left: context.deadline.remaining, requestID: context.requestID,
                        hasCredentials: context.metadata["authorization"] != nil)
                    entries.change { $0.append(seen) }
                    return "C:\(value)"
                }
                second = try await Served(last.router(), way)
                var middle = Handlers()
                let onward = RPCClient(transport: second.client.transport, defaultTimeout: nil)
                middle.unary = { [seen] value, context in
                    // In a task that nobody cancels: the deadline alone keeps the call from being made.
                    let task = Task.detached {
                        if before > .zero { try await Task.sleep(for: before) }
                        return try await onward.call(value, options: .init(inheriting: context, timeout: timeout))
                    }
                    do {
                        return "B:\(try await task.value)"
                    } catch {
                        seen.add("\((error as? RPCError)?.reason ?? "\(error)")")
                        throw error
                    }
                }
                first = try await Served(middle.router(), way)
            }

            func stop() async {
                await first.stop()
                await second.stop()
            }
        }

        @Test(arguments: Way.allCases)
        func whatIsLeftGoesOn(_ way: Way) async throws {
            let chain = try await Chain(way, nil)
            let metadata: Metadata = ["x-request-id": "the-one", "authorization": "ApiKey secret"]
            let answer = try await chain.first.client.call(
                "x", options: .init(metadata: metadata, timeout: .seconds(20)))
            #expect(answer == "B:C:x")
            let seen = try #require(chain.entries.value.first)
            let left = try #require(seen.left)
            #expect(left < .seconds(20) && left > .seconds(10))
            #expect(seen.requestID == "the-one")
            #expect(!seen.hasCredentials)
            await chain.stop()
        }

        @Test
        func theShorterOfBothCounts() async throws {
            let short = try await Chain(.unix, .seconds(5))
            _ = try await short.first.client.call("x", options: .init(timeout: .seconds(20)))
            #expect(try #require(short.entries.value.first?.left) <= .seconds(5))
            await short.stop()
            let long = try await Chain(.unix, .seconds(300))
            _ = try await long.first.client.call("x", options: .init(timeout: .seconds(20)))
            #expect(try #require(long.entries.value.first?.left) < .seconds(20))
            await long.stop()
        }

        @Test(arguments: Way.allCases)
        func withNothingLeftNothingIsCalled(_ way: Way) async throws {
            let chain = try await Chain(way, nil, before: .milliseconds(500))
            let error = await rpcError {
                _ = try await chain.first.client.call("x", options: .init(timeout: .milliseconds(300)))
            }
            #expect(error?.code == .deadlineExceeded)
            #expect(await chain.seen.eventually("DEADLINE_EXCEEDED"))
            #expect(chain.entries.value.isEmpty)
            await chain.stop()
        }

        @Test
        func itGoesOverThreeServers() async throws {
            // A calls B calls C with 300 ms; B takes some of it.
            let chain = try await Chain(.unix, nil, before: .milliseconds(20))
            let error = await rpcError {
                _ = try await chain.first.client.call("x", options: .init(timeout: .milliseconds(300)))
            }
            // A machine that is very busy may not get so far; then nothing was called, or it was with less.
            if error == nil { #expect(try #require(chain.entries.value.first?.left) < .milliseconds(281)) }
            await chain.stop()
        }
    }
}
