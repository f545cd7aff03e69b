// `events tail`, `stats` and `logs`: what is asked for, what is left out, and how numbers become bars.
import Codec
import Contract
import Foundation
import RPC
import Synchronization
import Testing

@testable import rpcctl

@Suite struct AnalyticsTests {
    // MARK: Events

    private static func event(_ cursor: String, _ type: String = "") -> Step {
        .item(
            Event.with {
                $0.cursor = cursor
                $0.type = type
                $0.userId = 7
                $0.messageId = type.isEmpty ? 0 : 42
                $0.body =
                    type.isEmpty
                    ? nil
                    : .message(
                        .with {
                            $0.message = .with { $0.recipient = "+491" }
                            $0.entry = .with { $0.cause = "ack" }
                        })
            })
    }

    private static func events(_ steps: [Step]) -> ScriptedTransport {
        ScriptedTransport([EventsMethods.watch.path: { _, _ in steps }])
    }

    @Test func eventsAreLinesAndHeartbeatsAreNot() async throws {
        let server = Self.events([
            Self.event("c0"), Self.event("c1", "message.sent"), Self.event("c1"), Self.event("c2", "message.delivered"),
        ])
        let ran = await rpcctl("events", "tail", "-o", "jsonl", server: server)
        #expect(ran.exit == .success)
        let cursors = try ran.out.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["cursor"] as? String
        }
        #expect(cursors == ["c1", "c2"])
        #expect(ran.err.contains("go on with --from c2"))
        #expect(server.asked.first?.head.deadline.isNever == true)
        let people = await rpcctl("events", "tail", server: server)
        #expect(people.out.contains("message.sent  user 7  message 42  +491  ack\n"))
        #expect(people.out.split(separator: "\n").count == 2)
    }

    @Test func theWatchIsAskedForAsTyped() async throws {
        let server = Self.events([])
        _ = await rpcctl(
            "events", "tail", "--from", "abc", "--type", "message.*", "--type", "session.connected", "--session", "3",
            server: server)
        let request = try #require(try server.requests(WatchEventsRequest.self, to: EventsMethods.watch).first)
        #expect(request.cursor == "abc")
        #expect(request.types == ["message.*", "session.connected"])
        #expect(request.sessionId == 3)
    }

    @Test func whateverEndsTheStreamOneIsToldWhereToGoOn() async {
        let ran = await rpcctl(
            "events", "tail",
            server: Self.events([Self.event("c0"), Self.event("c9", "message.sent"), .fail(connectionLost)]))
        #expect(ran.exit == .cannotConnect)
        #expect(ran.err.contains("hint: go on with --from c9"))
        let first = RPCError(.failedPrecondition, reason: "CURSOR_EXPIRED", message: "Gone.", requestID: "r")
        let expired = await rpcctl("events", "tail", "--from", "old", server: Self.events([.fail(first)]))
        #expect(expired.exit == .failed)
        #expect(expired.err.hasPrefix("error: CURSOR_EXPIRED: Gone."))
    }

    // MARK: Statistics

    private static let overview = ScriptedTransport([
        AnalyticsMethods.getOverview.path: { _, _ in
            [
                .item(
                    Overview.with {
                        $0.users = 3
                        $0.apiKeys = 4
                        $0.queueDepth = 2
                        $0.oldestQueuedAt = .with { $0.seconds = 1_700_000_000 - 90 }
                        $0.messages = ["pending": 2, "delivered": 200, "failed": 0]
                        $0.sessions = ["connected": 1]
                        $0.today = .with {
                            $0.messagesSent = 10
                            $0.apiRequests = 40
                        }
                    })
            ]
        }
    ])

    @Test func anOverviewHasItsNumbersAndNoBarsInAPipe() async {
        let ran = await rpcctl("stats", "overview", server: Self.overview)
        #expect(ran.exit == .success)
        #expect(ran.out.contains("waiting   2, the oldest for 1m 30s"))
        #expect(ran.out.contains("  delivered  200\n  pending      2\n"))
        #expect(!ran.out.contains("failed     0") && !ran.out.contains("█"))
        let json = await rpcctl("stats", "overview", "-o", "json", server: Self.overview)
        #expect(json.out.contains("\"queue_depth\":2"))
    }

    @Test func onATerminalTheLargestBarFillsTheRoom() async {
        let ran = await rpcctl("stats", "overview", server: Self.overview, terminal: .init(columns: 60, rows: 40))
        let lines = ran.out.split(separator: "\n").map(String.init)
        let delivered = lines.first { $0.hasPrefix("  delivered") } ?? ""
        let pending = lines.first { $0.hasPrefix("  pending") } ?? ""
        #expect(delivered.count { $0 == "█" } == 60 - 9 - 3 - 6)
        #expect(pending.hasSuffix("▍") || pending.hasSuffix("▌") || pending.hasSuffix("▎") || pending.hasSuffix("▏"))
        #expect(lines.allSatisfy { DisplayText.width(of: $0) <= 60 })
    }

    @Test(arguments: [
        (Int64(0), Int64(10), 10, ""), (10, 10, 10, "██████████"), (5, 10, 10, "█████"), (1, 16, 1, "▏"),
        (1, 1_000_000, 10, "▏"), (3, 4, 1, "▊"), (20, 10, 2, "██"), (-1, 10, 10, ""), (1, 0, 10, ""), (1, 1, 0, ""),
        (.max, .max, 3, "███"),
    ])
    func barsAreExactToAnEighth(value: Int64, largest: Int64, width: Int, bar: String) {
        #expect(Bars.bar(value, of: largest, width: width) == bar)
    }

    @Test func usageIsARowADay() async throws {
        let server = ScriptedTransport([
            AnalyticsMethods.listUsage.path: { _, _ in
                [
                    .item(
                        ListUsageResponse.with {
                            $0.usage = [
                                .with {
                                    $0.date = "2026-11-22"
                                    $0.userId = 7
                                    $0.messagesSent = 12
                                    $0.messagesAccepted = 13
                                }
                            ]
                            $0.nextPageToken = "t"
                        })
                ]
            }
        ])
        let ran = await rpcctl(
            "stats", "usage", "--from", "2026-11-01", "--to", "2026-11-22", "-o", "json", server: server)
        #expect(ran.out.hasPrefix("{\"usage\":[{\"user_id\":7,\"date\":\"2026-11-22\""))
        let request = try #require(try server.requests(ListUsageRequest.self, to: AnalyticsMethods.listUsage).first)
        #expect(request.fromDate == "2026-11-01" && request.toDate == "2026-11-22")
        let plain = await rpcctl("stats", "usage", server: server)
        #expect(plain.out.contains("2026-11-22") && !plain.out.contains("█"))
        let wide = await rpcctl("stats", "usage", server: server, terminal: .init(columns: 120, rows: 40))
        #expect(wide.out.contains(String(repeating: "█", count: 30)))
        #expect(wide.out.split(separator: "\n").allSatisfy { DisplayText.width(of: String($0)) <= 120 })
    }

    // MARK: Logs

    private static func log(_ id: Int64, _ status: String = "OK", requestID: String = "") -> ApiLog {
        .with {
            $0.requestId = requestID
            $0.id = id
            $0.method = "switchboard.v1.MessagesService/SendText"
            $0.status = status
            $0.httpStatus = status == "OK" ? 200 : 429
            $0.transport = "unix"
            $0.latencyUs = 1_234
        }
    }

    @Test func logsAreAskedForAsTyped() async throws {
        let server = ScriptedTransport([
            AnalyticsMethods.listApiLogs.path: { _, _ in
                [.item(ListApiLogsResponse.with { $0.apiLogs = [Self.log(2, "RATE_LIMITED"), Self.log(1)] })]
            }
        ])
        let ran = await rpcctl(
            "logs", "--status", "error", "--method", "MessagesService/SendText", "--request-id", "r", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(ran.out.contains("RATE_LIMITED  MessagesService/SendText"))
        #expect(ran.out.contains("1.2 ms"))
        let request = try #require(try server.requests(ListApiLogsRequest.self, to: AnalyticsMethods.listApiLogs).first)
        #expect(request.status == "error")
        #expect(request.method == "switchboard.v1.MessagesService/SendText")
        #expect(request.requestId == "r")
        #expect(request.afterId == 0)
        #expect(await rpcctl("logs", "--method", "NoService/Nothing", server: server).exit == .failed)
    }

    @Test func followingGoesOnAfterTheLastOneAndRepeatsNone() async throws {
        let asked = Mutex(0)
        let server = ScriptedTransport([
            AnalyticsMethods.listApiLogs.path: { head, bytes in
                let request = try ListApiLogsRequest(decoding: bytes)
                let own = head.metadata["x-request-id"] ?? ""
                #expect(own.hasPrefix("rpcctl-logs-"))
                let count = asked.withLock { count in
                    count += 1
                    return count
                }
                switch count {
                // Newest first, as a list is.
                case 1:
                    #expect(request.afterId == 0)
                    return [.item(ListApiLogsResponse.with { $0.apiLogs = [Self.log(2), Self.log(1)] })]
                // Oldest first, after the last; a full page, so the next one is asked for at once.
                case 2:
                    #expect(request.afterId == 2)
                    return [
                        .item(
                            ListApiLogsResponse.with {
                                $0.apiLogs = (3...202).map { Self.log($0, requestID: $0 == 7 ? own : "") }
                            })
                    ]
                case 3:
                    #expect(request.afterId == 202)
                    throw RPCError(.unavailable, reason: "SHUTTING_DOWN", message: "Going down.", requestID: "r")
                default: return []
                }
            }
        ])
        let ran = await rpcctl("logs", "--follow", "-o", "jsonl", server: server)
        #expect(ran.exit == .failed)
        let ids = try ran.out.split(separator: "\n").map {
            try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])["id"] as? Int
        }
        // What following itself asks for is left out, else the log would grow by looking at it.
        #expect(ids == Array(1...6) + Array(8...202))
    }

    @Test(arguments: [
        (Int64(0), "0 µs"), (999, "999 µs"), (1_000, "1.0 ms"), (12_449, "12.4 ms"), (999_999, "999.9 ms"),
        (1_000_000, "1.0 s"), (61_500_000, "61.5 s"), (-5, "0 µs"),
    ])
    func latenciesAreReadable(microseconds: Int64, text: String) {
        #expect(LogText.latency(microseconds) == text)
    }
}
