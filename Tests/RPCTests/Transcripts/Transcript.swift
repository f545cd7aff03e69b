// The recorded transcripts (shared/vectors/ttrpc), as far as the tests need them. They are not part of this repository;
// where they are absent, OwnTranscripts.swift still holds the decisive ones in our own words.

import Foundation
import Testing

struct Transcript: Sendable, CustomTestStringConvertible {
    struct Frame: Sendable {
        let fromClient: Bool
        let frame: RawFrame
        let varies: Set<String>
        fileprivate let fieldsText: Data?
        /// The envelope taken apart; `nil` where the frame carries none, or is no message.
        var fields: [String: Any]? {
            fieldsText.flatMap { try? JSONSerialization.jsonObject(with: $0) as? [String: Any] }
        }
        /// As it stands in the file, header included.
        var bytes: [UInt8] { frame.bytes }
    }

    struct Step: Sendable {
        let operation: String
        let stream: UInt32
        let service: String
        let method: String
        let clientStreams: Bool
        let serverStreams: Bool
        let argument: String?
        let metadata: [(String, String)]
        let timeoutMilliseconds: Int?
        let cancelAfterMilliseconds: Int?
        let result: String
        let value: String?
        let code: Int32?
        let message: String?
        let varies: Set<String>
    }

    let scenario: String
    let isClientReference: Bool
    let isServerReference: Bool
    let hasFixedOrder: Bool
    let closedByServer: Bool
    let frames: [Frame]
    let steps: [Step]

    var testDescription: String { scenario }

    var isLarge: Bool { frames.contains { $0.frame.data.count > 1 << 20 } }

    /// Beside the repository's work tree, symbolic links resolved.
    static let directory: URL = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("../../../../shared/vectors/ttrpc").standardizedFileURL

    static let all: [Transcript] = {
        let files = try? FileManager.default.contentsOfDirectory(at: directory, includingPropertiesForKeys: nil)
        let transcripts = (files ?? []).filter { $0.pathExtension == "json" }
            .sorted { $0.path < $1.path }.compactMap { try? Transcript(contentsOf: $0) }
        if transcripts.isEmpty { print("skipping the recorded transcripts: there are none at \(directory.path)") }
        return transcripts
    }()

    init(contentsOf url: URL) throws {
        let json = try JSONSerialization.jsonObject(with: Data(contentsOf: url)) as? [String: Any] ?? [:]
        scenario = json["scenario"] as? String ?? ""
        isClientReference = json["client"] as? String == "reference"
        isServerReference = json["server"] as? String == "reference"
        hasFixedOrder = json["order"] as? String == "fixed"
        closedByServer = json["closed_by"] as? String == "server"
        frames = (json["frames"] as? [[String: Any]] ?? []).map(Frame.init)
        steps = (json["client_steps"] as? [[String: Any]] ?? []).map(Step.init)
    }
}

extension Transcript.Frame {
    init(_ json: [String: Any]) {
        fromClient = json["from"] as? String == "client"
        var data: [UInt8]
        if let hex = json["data_hex"] as? String {
            data = decodedHex(hex)
        } else {
            data = decodedHex(json["data_prefix_hex"] as? String ?? "")
            let fill = decodedHex(json["fill_hex"] as? String ?? "")
            for _ in 0..<(json["fill_count"] as? Int ?? 0) { data += fill }
        }
        frame = RawFrame(
            stream: UInt32(json["stream"] as? Int ?? 0), type: UInt8(json["type"] as? Int ?? 0),
            flags: UInt8(json["flags"] as? Int ?? 0), data: data)
        varies = Set(json["varies"] as? [String] ?? [])
        fieldsText = (json["fields"] as? [String: Any]).flatMap { try? JSONSerialization.data(withJSONObject: $0) }
    }
}

extension Transcript.Step {
    init(_ json: [String: Any]) {
        operation = json["op"] as? String ?? ""
        stream = UInt32(json["stream"] as? Int ?? 0)
        service = json["service"] as? String ?? VectorsService.name
        method = json["method"] as? String ?? ""
        clientStreams = json["client_streams"] as? Bool ?? false
        serverStreams = json["server_streams"] as? Bool ?? false
        let letters = (json["argument_x_count"] as? Int).map { String(repeating: "x", count: $0) }
        argument = letters ?? json["argument"] as? String
        metadata = (json["metadata"] as? [[String]] ?? []).map { ($0[0], $0[1]) }
        timeoutMilliseconds = json["timeout_ms"] as? Int
        cancelAfterMilliseconds = json["cancel_after_ms"] as? Int
        result = json["result"] as? String ?? ""
        let text = (json["value_x_count"] as? Int).map { String(repeating: "x", count: $0) }
        value = text ?? json["value"] as? String
        code = (json["code"] as? Int).map(Int32.init)
        message = json["message"] as? String
        varies = Set(json["varies"] as? [String] ?? [])
    }
}

func decodedHex(_ hex: String) -> [UInt8] {
    let digits = Array(hex.utf8).map { $0 < 0x3A ? $0 - 0x30 : ($0 | 0x20) - 0x57 }
    return stride(from: 0, to: digits.count - 1, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
}
