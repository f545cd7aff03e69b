// A message cut anywhere is either refused or, at the end of a top-level field, a whole message.
import Codec
import TestContract
import Testing

@Suite struct TruncationTests {
    /// Where top-level fields end.
    private func boundaries(_ bytes: [UInt8]) -> Set<Int> {
        var ends: Set<Int> = [0]
        var at = 0
        func varint() -> Int {
            var value = 0
            var shift = 0
            while true {
                let byte = Int(bytes[at])
                at += 1
                value |= (byte & 0x7f) << shift
                if byte < 0x80 { return value }
                shift += 7
            }
        }
        while at < bytes.count {
            switch varint() & 7 {
            case 0: _ = varint()
            case 1: at += 8
            case 5: at += 4
            default:
                let length = varint()
                at += length
            }
            ends.insert(at)
        }
        return ends
    }

    private func cutEverywhere<M: ProtoMessage>(_ message: M) {
        let bytes = message.encoded()
        let whole = boundaries(bytes)
        #expect(whole.contains(bytes.count))
        for length in 0..<bytes.count {
            let cut = Array(bytes[..<length])
            if whole.contains(length) {
                #expect(throws: Never.self) { try M(decoding: cut) }
            } else {
                #expect(throws: DecodingError.self, "cut after \(length) bytes") { try M(decoding: cut) }
            }
        }
    }

    @Test func scalarsCutAnywhere() { cutEverywhere(Samples.scalars) }
    @Test func listsCutAnywhere() { cutEverywhere(Samples.lists) }
    @Test func mapsCutAnywhere() { cutEverywhere(Samples.maps) }
    @Test func treesCutAnywhere() { cutEverywhere(Samples.tree) }
    @Test func wideMessagesCutAnywhere() { cutEverywhere(Samples.wide) }

    /// Inside of one field, no cut is a message.
    @Test func aNestedMessageCutAnywhereIsRefusedAsTruncated() throws {
        let bytes = Branch.with { $0.tree = Samples.tree }.encoded()
        for length in 1..<bytes.count {
            let error = try #require(throws: DecodingError.self) { try Branch(decoding: Array(bytes[..<length])) }
            #expect(error.reason == .truncated)
        }
    }
}
