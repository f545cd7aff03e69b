// Certificates made for one test by the openssl command, and thrown away with it.

internal import Foundation
internal import Glibc

/// A directory with an authority in it, and what it signs.
package final class Certificates: Sendable {
    package let directory: String

    package init() throws {
        directory = "/tmp/sb-tls-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        try authority("ca")
    }

    deinit { try? FileManager.default.removeItem(atPath: directory) }

    package subscript(file: String) -> String { "\(directory)/\(file)" }

    /// `NAME.pem` and `NAME.key`, signed by itself.
    package func authority(_ name: String) throws {
        try openssl(
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2",
            "-subj", "/CN=\(name)", "-keyout", self["\(name).key"], "-out", self["\(name).pem"])
        chmod(self["\(name).key"], 0o600)
    }

    /// `NAME.pem` and `NAME.key`, signed by an authority.
    /// - Parameters:
    ///   - names: such as `DNS:localhost,IP:127.0.0.1`.
    ///   - days: from now; less than zero = expired.
    package func issue(
        _ name: String, by authority: String = "ca", subject: String? = nil,
        names: String = "DNS:localhost,IP:127.0.0.1", days: Int = 2
    ) throws {
        try openssl(
            "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes",
            "-subj", subject ?? "/CN=\(name)", "-keyout", self["\(name).key"], "-out", self["\(name).csr"])
        let extensions = self["\(name).ext"]
        try "subjectAltName=\(names)\n".write(toFile: extensions, atomically: true, encoding: .utf8)
        try openssl(
            "x509", "-req", "-in", self["\(name).csr"], "-CA", self["\(authority).pem"], "-CAkey",
            self["\(authority).key"], "-CAcreateserial", "-days", "\(days)", "-extfile", extensions, "-out",
            self["\(name).pem"])
        chmod(self["\(name).key"], 0o600)
    }

    @discardableResult
    package func openssl(_ arguments: String...) throws -> String { try Self.openssl(arguments) }

    /// What the command prints, errors included. Throws where it fails.
    @discardableResult
    package static func openssl(_ arguments: [String], mayFail: Bool = false) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        // waitUntilExit would run a run loop on a thread that belongs to others.
        while process.isRunning { usleep(1_000) }
        struct Failure: Error { let text: String }
        guard process.terminationStatus == 0 || mayFail else { throw Failure(text: text) }
        return text
    }
}
