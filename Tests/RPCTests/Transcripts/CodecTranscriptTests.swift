// Every recorded envelope reads as the recording says it does, by the reader of calls and by the codec, and writes back to
// the same bytes.

import Codec
import Foundation
import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(1)))
struct CodecTranscriptTests {
    @Test(arguments: Transcript.all)
    func envelopesAreReadAndWrittenAsRecorded(_ transcript: Transcript) throws {
        for entry in transcript.frames {
            guard let fields = entry.fields else { continue }
            let what = Comment(rawValue: "\(transcript.scenario): \(entry.frame)")
            if entry.frame.type == 1 {
                try request(entry, fields, what)
                // What is not known is not kept.
                if transcript.scenario.hasPrefix("raw-unknown-fields") { continue }
                #expect(
                    try EnvelopeRequest(decoding: entry.frame.data, limits: .response).encoded() == entry.frame.data,
                    what)
            } else {
                try response(entry, fields, what)
            }
        }
    }

    private func request(_ entry: Transcript.Frame, _ fields: [String: Any], _ what: Comment) throws {
        let decoded = try EnvelopeRequest(decoding: entry.frame.data, limits: .response)
        #expect(decoded.service == fields["service"] as? String ?? "", what)
        #expect(decoded.method == fields["method"] as? String ?? "", what)
        #expect(decoded.timeoutNano == (fields["timeout_nano"] as? NSNumber)?.int64Value ?? 0, what)
        if let hex = fields["payload_hex"] as? String { #expect(decoded.payload == decodedHex(hex), what) }
        let pairs = (fields["metadata"] as? [[String]] ?? []).map { EnvelopeKeyValue($0[0], $0[1]) }
        #expect(decoded.metadata == pairs, what)

        try entry.frame.data.withUnsafeBytes { bytes in
            let read = try RequestEnvelope.read(bytes, limits: .init())
            #expect(String(decoding: bytes[read.service], as: UTF8.self) == decoded.service, what)
            #expect(String(decoding: bytes[read.method], as: UTF8.self) == decoded.method, what)
            #expect(Array(bytes[read.payload]) == decoded.payload, what)
            #expect(read.timeoutNanoseconds == decoded.timeoutNano, what)
            let lowered = decoded.metadata.map { [$0.key.lowercased(), $0.value] }
            #expect(read.metadata.map { [$0.key, $0.value] } == lowered, what)
        }
    }

    private func response(_ entry: Transcript.Frame, _ fields: [String: Any], _ what: Comment) throws {
        let decoded = try EnvelopeResponse(decoding: entry.frame.data, limits: .response)
        #expect(decoded.status?.code ?? 0 == (fields["code"] as? NSNumber)?.int32Value ?? 0, what)
        #expect(decoded.status?.message ?? "" == fields["message"] as? String ?? "", what)
        let details = (fields["details"] as? [[String: String]] ?? []).map { detail in
            [detail["type_url"] ?? "", detail["value_hex"] ?? ""]
        }
        let ours = (decoded.status?.details ?? []).map { detail in
            [detail.typeUrl, detail.value.map { String(format: "%02x", $0) }.joined()]
        }
        #expect(ours == details, what)
        if let hex = fields["payload_hex"] as? String { #expect(decoded.payload == decodedHex(hex), what) }
        #expect(decoded.encoded() == entry.frame.data, what)
        try entry.frame.data.withUnsafeBytes { bytes in
            let read = try ResponseEnvelope.read(bytes)
            #expect((read.status != nil) == (decoded.status != nil), what)
            #expect(Array(bytes[read.payload]) == decoded.payload, what)
        }
    }
}

extension EnvelopeKeyValue {
    fileprivate init(_ key: String, _ value: String) {
        self.init()
        self.key = key
        self.value = value
    }
}
