// What a file is, by its first bytes and by nothing else: neither its name nor what was said of it counts. A table of what
// formats begin with; what is in no row is text, where it reads as text, or bytes. Pure.

package enum MediaSniffer {
    /// So much of a file is enough.
    package static let headBytes = 4_096

    package static let unknown = "application/octet-stream"

    private struct Magic {
        let bytes: [UInt8]
        var offset = 0
        let type: String
    }

    private static let table: [Magic] = [
        Magic(bytes: [0xFF, 0xD8, 0xFF], type: "image/jpeg"),
        Magic(bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], type: "image/png"),
        Magic(bytes: Array("GIF87a".utf8), type: "image/gif"), Magic(bytes: Array("GIF89a".utf8), type: "image/gif"),
        Magic(bytes: [0x49, 0x49, 0x2A, 0x00], type: "image/tiff"),
        Magic(bytes: [0x4D, 0x4D, 0x00, 0x2A], type: "image/tiff"),
        Magic(bytes: Array("OggS".utf8), type: "audio/ogg"), Magic(bytes: Array("fLaC".utf8), type: "audio/flac"),
        Magic(bytes: Array("#!AMR\n".utf8), type: "audio/amr"), Magic(bytes: Array("ID3".utf8), type: "audio/mpeg"),
        Magic(bytes: Array("%PDF-".utf8), type: "application/pdf"),
        Magic(bytes: [0x50, 0x4B, 0x03, 0x04], type: "application/zip"),
        Magic(bytes: [0x50, 0x4B, 0x05, 0x06], type: "application/zip"),
        Magic(bytes: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], type: "application/x-ole-storage"),
        Magic(bytes: [0x1F, 0x8B], type: "application/gzip"),
        Magic(bytes: [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], type: "application/x-7z-compressed"),
        Magic(bytes: Array("Rar!\u{1A}\u{07}".utf8), type: "application/vnd.rar"),
        Magic(bytes: Array("{\\rtf".utf8), type: "application/rtf"),
        Magic(bytes: [0x7F, 0x45, 0x4C, 0x46], type: "application/x-executable"),
        Magic(bytes: Array("MZ".utf8), type: "application/x-executable"),
    ]

    /// What a file is that begins like this.
    /// - Parameter head: its first `headBytes`, or all of it where it has fewer.
    package static func type(of head: [UInt8]) -> String {
        if let container = container(head) { return container }
        if let row = table.first(where: { head.has($0.bytes, at: $0.offset) }) {
            return row.type == "audio/ogg" ? ogg(head) : row.type
        }
        if let audio = frames(head) { return audio }
        return text(head) ?? unknown
    }

    /// Formats that share a beginning and say further on which they are.
    private static func container(_ head: [UInt8]) -> String? {
        if head.has("RIFF", at: 0) {
            if head.has("WEBP", at: 8) { return "image/webp" }
            if head.has("WAVE", at: 8) { return "audio/wav" }
            if head.has("AVI ", at: 8) { return "video/x-msvideo" }
        }
        if head.has("ftyp", at: 4) {
            switch String(decoding: head.dropFirst(8).prefix(4), as: UTF8.self) {
            case "M4A ", "M4B ": return "audio/mp4"
            case "qt  ": return "video/quicktime"
            case "heic", "heix", "heim", "heis", "mif1", "msf1": return "image/heic"
            case "avif", "avis": return "image/avif"
            case let brand where brand.hasPrefix("3g"): return "video/3gpp"
            default: return "video/mp4"
            }
        }
        if head.has([0x1A, 0x45, 0xDF, 0xA3], at: 0) {
            return head.prefix(64).contains(text: "webm") ? "video/webm" : "video/x-matroska"
        }
        return nil
    }

    private static func ogg(_ head: [UInt8]) -> String {
        head.prefix(128).contains(text: "theora") ? "video/ogg" : "audio/ogg"
    }

    /// MPEG audio without a tag: the first frame's header, where it makes sense as one.
    private static func frames(_ head: [UInt8]) -> String? {
        guard head.count >= 4, head[0] == 0xFF, head[1] & 0xE0 == 0xE0 else { return nil }
        // ADTS: layer 0, and a sampling frequency that exists.
        if head[1] & 0xF6 == 0xF0 { return (head[2] >> 2) & 0x0F < 13 ? "audio/aac" : nil }
        let (version, layer) = ((head[1] >> 3) & 3, (head[1] >> 1) & 3)
        let (rate, frequency) = (head[2] >> 4, (head[2] >> 2) & 3)
        guard version != 1, layer != 0, rate != 0, rate != 15, frequency != 3 else { return nil }
        return "audio/mpeg"
    }

    /// Text, and what browsers would run where they took it for something else.
    private static func text(_ head: [UInt8]) -> String? {
        guard isText(head) else { return nil }
        var start = head[...]
        if start.starts(with: [0xEF, 0xBB, 0xBF]) { start = start.dropFirst(3) }
        let words = String(decoding: start, as: UTF8.self).lowercased()
        let trimmed = words.drop { $0.isWhitespace }
        if trimmed.contains("<svg") { return "image/svg+xml" }
        let marks = ["<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<!--"]
        if marks.contains(where: { trimmed.hasPrefix($0) }) || trimmed.contains("<html") || trimmed.contains("<script")
        {
            return "text/html"
        }
        return trimmed.hasPrefix("<?xml") ? "application/xml" : "text/plain"
    }

    /// UTF-8 without control characters, but for one cut in its last character.
    private static func isText(_ head: [UInt8]) -> Bool {
        guard !head.isEmpty, !head.contains(where: { $0 < 0x09 || (0x0E..<0x20).contains($0) || $0 == 0x7F })
        else { return false }
        return (0...3).contains { cut in
            cut < head.count && String(validating: head.dropLast(cut), as: UTF8.self) != nil
        }
    }
}

extension [UInt8] {
    fileprivate func has(_ bytes: [UInt8], at offset: Int) -> Bool {
        count >= offset + bytes.count && self[offset..<offset + bytes.count].elementsEqual(bytes)
    }

    fileprivate func has(_ text: String, at offset: Int) -> Bool { has(Array(text.utf8), at: offset) }
}

extension ArraySlice<UInt8> {
    fileprivate func contains(text: String) -> Bool { firstRange(of: Array(text.utf8)) != nil }
}
