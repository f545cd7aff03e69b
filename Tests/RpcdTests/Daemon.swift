// rpcd as a process: the binary that SwiftPM built beside the tests, its output in a file, ended with the test.
import Foundation
import Services
import TestKit

final class DaemonProcess: @unchecked Sendable {
    let process = Process()
    private let log: String

    /// - Parameters:
    ///   - log: where its stderr and stdout go.
    ///   - starter: a program, and its arguments, that becomes rpcd; empty: none.
    init(
        _ arguments: [String], environment: [String: String] = [:], log: String, through starter: [String] = []
    ) throws {
        self.log = log
        let products = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        let command = starter + [products.appendingPathComponent("rpcd").path] + arguments
        process.executableURL = URL(fileURLWithPath: command[0])
        process.arguments = Array(command.dropFirst())
        process.environment = environment.merging(["SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin"]) { a, _ in a
        }
        _ = FileManager.default.createFile(atPath: log, contents: nil)
        let output = try FileHandle(forWritingTo: URL(fileURLWithPath: log))
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = output
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
    }

    var output: String { (try? String(contentsOfFile: log, encoding: .utf8)) ?? "" }

    func signal(_ number: Int32) { kill(process.processIdentifier, number) }

    /// The exit status; nil where it does not end in time.
    func status(within limit: Duration = .seconds(20)) async throws -> Int32? {
        let end = ContinuousClock.now + limit
        while process.isRunning {
            guard ContinuousClock.now < end else { return nil }
            try await Task.sleep(for: .milliseconds(10))
        }
        return process.terminationStatus
    }

    /// Waits until `condition` holds or the process is gone.
    func until(within limit: Duration = .seconds(20), _ condition: () -> Bool) async throws -> Bool {
        let end = ContinuousClock.now + limit
        while !condition() {
            guard ContinuousClock.now < end, process.isRunning else { return condition() }
            try await Task.sleep(for: .milliseconds(10))
        }
        return true
    }
}

/// A directory for one test with rpcd's data in it.
final class DaemonPlace: Sendable {
    let path = TemporaryDirectory.make()
    deinit { TemporaryDirectory.remove(path) }

    var data: String { path + "/data" }

    func start(
        _ name: String = "rpcd", _ arguments: [String] = [], environment: [String: String] = [:],
        through starter: [String] = []
    ) throws -> DaemonProcess {
        try DaemonProcess(
            ["--data-dir", data] + (arguments.contains("--http") ? [] : ["--http", "off"]) + arguments,
            environment: environment, log: "\(path)/\(name).log", through: starter)
    }

    /// Runs rpcd with exactly these arguments to its end.
    func run(_ arguments: [String], environment: [String: String] = [:]) async throws -> (
        status: Int32?, output: String
    ) {
        let daemon = try DaemonProcess(
            arguments, environment: environment, log: "\(path)/run-\(UInt32.random(in: 0 ... .max)).log")
        return (try await daemon.status(), daemon.output)
    }

    func isReady(_ daemon: DaemonProcess) -> Bool {
        guard let bytes = FileManager.default.contents(atPath: data + "/endpoints.json"),
            let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        else { return false }
        return object["pid"] as? Int == Int(daemon.process.processIdentifier)
    }

    func mode(_ name: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: data + "/" + name)
        return attributes?[.posixPermissions] as? Int ?? -1
    }
}
