// Other people's libraries, asked through a Python process: Tests/Interop/python/identity.py. They come with `make test`
// (scripts/test-tools.sh). Where they are not there, their tests say so; in CI and under `make test` they fail.
import Codec
import Foundation

enum Others {
    private static let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../..").standardizedFileURL

    private static let python = repository.appendingPathComponent(".tools/others/bin/python").path

    /// Whether they can be asked.
    static let areThere =
        FileManager.default.isExecutableFile(atPath: python)
        && FileManager.default.fileExists(atPath: repository.path + "/.tools/others/requirements.txt")

    /// Whether their tests run: there, or demanded, which they then fail by.
    static let areAsked =
        areThere
        || ["CI", "SWITCHBOARD_TEST_TOOLS"].contains { ProcessInfo.processInfo.environment[$0]?.isEmpty == false }

    struct Failed: Error { let status: Int32 }

    /// Asks all at once; each answer is an object with `answer` or `error`.
    static func ask(_ questions: [JSONValue]) throws -> [JSONValue] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: python)
        process.arguments = [repository.appendingPathComponent("Tests/Interop/python/identity.py").path]
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        // The script reads to the end before it writes, so neither side can fill the other's pipe.
        input.fileHandleForWriting.write(Data(JSONValue.array(questions).text.utf8))
        try input.fileHandleForWriting.close()
        let data = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0, case .array(let answers) = try JSONValue(parsing: Array(data)) else {
            throw Failed(status: process.terminationStatus)
        }
        return answers
    }

    static func object(_ members: [(String, JSONValue)]) -> JSONValue {
        .object(members.map { .init($0.0, $0.1) })
    }
}

extension JSONValue {
    /// A member of an object; null where there is none.
    func at(_ key: String) -> JSONValue {
        guard case .object(let members) = self else { return .null }
        return members.first { $0.key == key }?.value ?? .null
    }

    var string: String { if case .string(let text) = self { text } else { "" } }
}
