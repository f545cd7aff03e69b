// zbarimg, which scripts/setup.sh installs: what others read in a picture.

import Foundation

enum Zbar {
    struct Scanned {
        let status: Int32
        let bytes: [UInt8]
    }

    /// What a scanner sees in a picture, byte by byte.
    /// - Parameter format: the ending of such files.
    static func scan(_ picture: [UInt8], as format: String) throws -> Scanned {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("qr-\(UUID().uuidString).\(format)")
        try Data(picture).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "zbarimg", "--quiet", "--raw", "--oneshot", "--nodbus", "-Sdisable", "-Sqrcode.enable", "-Sbinary",
            file.path,
        ]
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let bytes = [UInt8](output.fileHandleForReading.readDataToEndOfFile())
        process.waitUntilExit()
        return Scanned(status: process.terminationStatus, bytes: bytes)
    }
}
