// A folder of its own for each test, short enough for the paths of Unix sockets, and removed at the end. What a test
// started in it is ended with it: no process outlives its test.
import Foundation

final class Sandbox: @unchecked Sendable {
    let directory: URL
    private let lock = NSLock()
    private var children: [Child] = []

    init() throws {
        let name = "sb-" + String(UInt32.random(in: .min ... .max), radix: 36)
        directory = FileManager.default.temporaryDirectory.appendingPathComponent(name)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    }

    deinit {
        for child in children { child.kill() }
        try? FileManager.default.removeItem(at: directory)
    }

    func path(_ name: String) -> String {
        directory.appendingPathComponent(name).path
    }

    /// Starts a program whose output goes to `NAME.log` in the sandbox.
    func start(_ name: String, _ program: String, _ arguments: [String], environment: [String: String] = [:]) throws
        -> Child
    {
        let child = try Child(program, arguments, environment: environment, log: path("\(name).log"))
        lock.withLock { children.append(child) }
        return child
    }

    /// The programs under test, which SwiftPM builds beside the tests.
    static let products: URL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()

    static let repository: URL = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func product(_ name: String) -> String {
        products.appendingPathComponent(name).path
    }
}

struct TimedOut: Error, CustomStringConvertible {
    let description: String
}

/// Waits until `condition` gives a value, looking every 20 ms; fails after `seconds`, saying what was waited for.
@discardableResult
func eventually<T>(
    _ what: String, within seconds: Double = 15, _ condition: () async throws -> T?
) async throws -> T {
    let end = ContinuousClock.now + .seconds(seconds)
    while ContinuousClock.now < end {
        if let value = try await condition() { return value }
        try await Task.sleep(for: .milliseconds(20))
    }
    throw TimedOut(description: "waited \(seconds) s in vain for: \(what)")
}
