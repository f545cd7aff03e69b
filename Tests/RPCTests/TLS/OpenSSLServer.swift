// `openssl s_server` with a certificate that our own server would refuse.

import Foundation
import Glibc
import TestCertificates

final class OpenSSLServer: @unchecked Sendable {
    private let process = Process()

    init(_ certificates: Certificates, port: Int) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = [
            "s_server", "-accept", "127.0.0.1:\(port)", "-cert", certificates["server.pem"], "-key",
            certificates["server.key"], "-quiet",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    func stop() {
        // It inherits what the test process does about SIGTERM.
        kill(process.processIdentifier, SIGKILL)
    }
}
