// A process that a test started: its log, its end, and signals to it by pid.
import Foundation

#if canImport(Glibc)
import Glibc
#endif

final class Child: @unchecked Sendable {
    let log: String
    private let process = Process()

    init(_ program: String, _ arguments: [String], environment: [String: String], log: String) throws {
        self.log = log
        try Data().write(to: URL(fileURLWithPath: log))
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        output.seekToEndOfFile()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        process.environment = Self.environment(adding: environment)
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
        try output.close()
    }

    var pid: Int32 { process.processIdentifier }
    var isRunning: Bool { process.isRunning }

    func signal(_ number: Int32) {
        if process.isRunning { Glibc.kill(process.processIdentifier, number) }
    }

    /// SIGKILL, and waits until it is gone.
    func kill() {
        signal(SIGKILL)
        process.waitUntilExit()
    }

    /// The exit status, waited for off the caller's thread; nil where it did not end in time.
    func exitStatus(within seconds: Double) async throws -> Int32? {
        let end = ContinuousClock.now + .seconds(seconds)
        while process.isRunning {
            guard ContinuousClock.now < end else { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
        return process.terminationStatus
    }

    var text: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    /// The tests' own environment without what would steer the programs under test.
    static func environment(adding extra: [String: String]) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("SWITCHBOARD_") }
        environment["SWIFT_BACKTRACE"] = "enable=no"
        environment["NO_COLOR"] = "1"
        return environment.merging(extra) { $1 }
    }
}

/// What a short-lived program said.
struct Outcome: Sendable {
    let status: Int32
    let output: String
    let errors: String
}

/// Runs a program to its end; output and errors go through files, so that no pipe can fill up.
func run(
    _ program: String, _ arguments: [String], input: String? = nil, environment: [String: String] = [:],
    in sandbox: Sandbox, within seconds: Double = 60
) async throws -> Outcome {
    let stem = sandbox.path("run-" + String(UInt64.random(in: .min ... .max), radix: 36))
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.environment = Child.environment(adding: environment)
    process.currentDirectoryURL = sandbox.directory
    for suffix in [".in", ".out", ".err"] {
        try Data((suffix == ".in" ? input ?? "" : "").utf8).write(to: URL(fileURLWithPath: stem + suffix))
    }
    let stdin = try FileHandle(forReadingFrom: URL(fileURLWithPath: stem + ".in"))
    let stdout = try FileHandle(forWritingTo: URL(fileURLWithPath: stem + ".out"))
    let stderr = try FileHandle(forWritingTo: URL(fileURLWithPath: stem + ".err"))
    process.standardInput = stdin
    process.standardOutput = stdout
    process.standardError = stderr
    try process.run()
    let end = ContinuousClock.now + .seconds(seconds)
    while process.isRunning {
        if ContinuousClock.now > end {
            Glibc.kill(process.processIdentifier, SIGKILL)
            throw TimedOut(description: "\(program) \(arguments.joined(separator: " ")) did not end in \(seconds) s")
        }
        try await Task.sleep(for: .milliseconds(10))
    }
    func text(_ suffix: String) -> String { (try? String(contentsOfFile: stem + suffix, encoding: .utf8)) ?? "" }
    return Outcome(status: process.terminationStatus, output: text(".out"), errors: text(".err"))
}
