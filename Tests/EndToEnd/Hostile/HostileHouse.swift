// An rpcd process, and what it holds by its own account (GetStatus): taken before a crowd comes, and again after.

import Codec
import Contract
import Foundation
import RPC
import Testing

struct HostileHouse {
    /// Whether the crowds are as large as they are meant to be (`make hostile`) or just large enough to tell.
    static let isWhole = ProcessInfo.processInfo.environment["SWITCHBOARD_HOSTILE"] == "1"

    static func crowd(_ whole: Int, short: Int) -> Int { isWhole ? whole : short }

    let server: Server
    let system: SystemClient
    let key: String

    /// - Parameter limits: settings, as the environment has them, without `SWITCHBOARD_LIMITS_`.
    init(_ limits: [String: String] = [:]) async throws {
        var settings = ["CONNECTIONS_PER_ADDRESS": "100000"]
        settings.merge(limits) { $1 }
        server = try await Server(
            in: Sandbox(), arguments: ["--listen", "127.0.0.1:0", "--log-level", "error"],
            environment: Dictionary(uniqueKeysWithValues: settings.map { ("SWITCHBOARD_LIMITS_\($0.key)", $0.value) }))
        system = SystemClient(server.client())
        key = try await Account("ada", on: server).key
    }

    var unix: Door { .unix(server.socket) }

    var tcp: Door {
        get throws {
            let port = (server.endpoints?["rpc"] as? [String])?.compactMap { endpoint -> UInt16? in
                guard endpoint.hasPrefix("tcp:") else { return nil }
                return endpoint.split(separator: ":").last.flatMap { UInt16($0) }
            }
            return .tcp(port: try #require(port?.first))
        }
    }

    func status() async throws -> SystemStatus { try await system.getStatus(.init()) }

    func live() async throws -> LiveCounts { try #require(try await status().live) }

    /// The live counts once they stand still: connections of helpers may still be closing.
    func settled() async throws -> LiveCounts {
        var last = try await live()
        for _ in 0..<100 {
            try await Task.sleep(for: .milliseconds(50))
            let now = try await live()
            if now.connections == last.connections, now.fileDescriptors == last.fileDescriptors { return now }
            last = now
        }
        return last
    }

    /// Waits until everything that is counted is as it was; 5 s after `since` is too late.
    func returns(
        to before: LiveCounts, memory allowance: Int64, _ what: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        let start = ContinuousClock.now
        var now = try await live()
        func isBack() -> Bool {
            now.connections <= before.connections && now.streams <= before.streams
                && now.runningHandlers <= before.runningHandlers && now.watchers <= before.watchers
                && now.fileDescriptors <= before.fileDescriptors && now.parsingBytes == 0
                && now.residentMemory <= before.residentMemory + allowance
        }
        while !isBack(), ContinuousClock.now - start < .seconds(5) {
            try await Task.sleep(for: .milliseconds(50))
            now = try await live()
        }
        #expect(isBack(), "\(what): \(now) is not \(before)", sourceLocation: sourceLocation)
        if Self.isWhole {
            let took = (ContinuousClock.now - start).formatted(.units(allowed: [.milliseconds]))
            print(
                "hostile: \(what): back after \(took), memory \(before.residentMemory >> 20) → \(now.residentMemory >> 20) MiB"
            )
        }
    }

    /// Runs blocking work off the pool of Swift's tasks.
    static func onThread<T: Sendable>(_ work: @escaping @Sendable () -> T) async -> T {
        await withCheckedContinuation { continuation in
            let thread = Thread { continuation.resume(returning: work()) }
            thread.start()
        }
    }
}
