// What a file is by its first bytes: a row for each format, and what must never pass for a picture.
import Contract
import RPC
import Testing

@testable import Services

@Suite struct MediaSnifferTests {
    private static func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    private static func box(_ brand: String) -> [UInt8] { [0, 0, 0, 24] + Array("ftyp\(brand)".utf8) }
    private static func ebml(_ rest: String) -> [UInt8] { [0x1A, 0x45, 0xDF, 0xA3] + Array(rest.utf8) }

    static let table: [(bytes: [UInt8], type: String)] = [
        ([0xFF, 0xD8, 0xFF, 0xE0, 0, 16], "image/jpeg"), (Samples.png, "image/png"),
        (bytes("GIF89a...."), "image/gif"), (bytes("GIF87a...."), "image/gif"),
        (bytes("RIFF\u{10}\u{0}\u{0}\u{0}WEBPVP8 "), "image/webp"), (bytes("RIFF....WAVEfmt "), "audio/wav"),
        (bytes("RIFF....AVI LIST"), "video/x-msvideo"),
        (box("isom\u{0}\u{0}\u{2}\u{0}"), "video/mp4"), (box("M4A ...."), "audio/mp4"),
        (box("qt  ...."), "video/quicktime"), (box("3gp5"), "video/3gpp"),
        (box("heic"), "image/heic"), (box("avif"), "image/avif"),
        (ebml("....webm"), "video/webm"),
        (ebml("matroska"), "video/x-matroska"),
        (bytes("OggS....................OpusHead"), "audio/ogg"),
        (bytes("OggS......................theora"), "video/ogg"),
        (bytes("fLaC"), "audio/flac"), (bytes("#!AMR\n"), "audio/amr"), (bytes("ID3\u{4}"), "audio/mpeg"),
        ([0xFF, 0xFB, 0x90, 0x64], "audio/mpeg"), ([0xFF, 0xF1, 0x50, 0x80], "audio/aac"),
        ([0xFF, 0xFF, 0xFF, 0xFF], "application/octet-stream"), (bytes("%PDF-1.7"), "application/pdf"),
        ([0x50, 0x4B, 3, 4, 20], "application/zip"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
        ([0x1F, 0x8B, 8], "application/gzip"), (bytes("MZ\u{0}\u{0}"), "application/x-executable"),
        ([0x7F, 0x45, 0x4C, 0x46], "application/x-executable"), (bytes("hello"), "text/plain"),
        (bytes("grüße, 你好"), "text/plain"), (bytes("<?xml version=\"1.0\"?><a/>"), "application/xml"),
        (bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"/>"), "image/svg+xml"),
        (bytes("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- a -->\n<SVG onload='x()'/>"), "image/svg+xml"),
        (bytes("  \n<!DOCTYPE html><p>"), "text/html"), (bytes("<html>"), "text/html"),
        (bytes("text\n<ScRiPt>alert(1)</ScRiPt>"), "text/html"), (bytes("<!-- a --><p>"), "text/html"),
        ([], "application/octet-stream"), ([0x89], "application/octet-stream"),
        (bytes("a\u{0}b"), "application/octet-stream"),
        ([0x68, 0xC3], "text/plain"), ([0xC3, 0x28], "application/octet-stream"),
    ]

    @Test(arguments: table.indices)
    func eachFormatIsTold(index: Int) {
        let row = Self.table[index]
        #expect(MediaSniffer.type(of: row.bytes) == row.type, "\(row.bytes)")
    }

    @Test func nothingOfAnyLengthTraps() {
        for row in Self.table {
            for length in 0...row.bytes.count { _ = MediaSniffer.type(of: Array(row.bytes.prefix(length))) }
        }
    }
}

@Suite struct MediaTypeRulesTests {
    private func judge(_ sniffed: String, _ claimed: String = "", _ wanted: MediaKind = .unspecified) -> String {
        do {
            let verdict = try MediaTypeRules.judge(sniffed: sniffed, claimed: claimed, wanted: wanted)
            return "\(MediaTypeRules.word(verdict.kind)) \(verdict.mimeType)"
        } catch {
            return error.reason
        }
    }

    @Test func theContentSaysWhatItIsGoodFor() {
        #expect(judge("image/png") == "image image/png")
        #expect(judge("video/mp4") == "video video/mp4")
        #expect(judge("audio/ogg") == "audio audio/ogg")
        #expect(judge("application/pdf") == "document application/pdf")
        for never in ["image/svg+xml", "text/html", "application/x-executable", "image/tiff", "image/heic"] {
            #expect(judge(never) == "document \(never)")
            for kind in [MediaKind.image, .video, .audio, .voice, .sticker] {
                #expect(judge(never, "", kind) == "MEDIA_UNSUPPORTED")
            }
        }
    }

    @Test func aKindTakesItsOwnAndADocumentTakesAll() {
        #expect(judge("image/webp", "", .sticker) == "sticker image/webp")
        #expect(judge("image/png", "", .sticker) == "MEDIA_UNSUPPORTED")
        #expect(judge("audio/ogg", "audio/ogg; codecs=opus", .voice) == "voice audio/ogg")
        #expect(judge("audio/mpeg", "", .voice) == "MEDIA_UNSUPPORTED")
        #expect(judge("image/png", "", .video) == "MEDIA_UNSUPPORTED")
        #expect(judge("image/png", "", .document) == "document image/png")
        #expect(judge("text/html", "", .document) == "document text/html")
    }

    @Test func whatIsSaidMustBeSoOrSayMore() {
        #expect(judge("image/jpeg", "image/jpg") == "image image/jpeg")
        #expect(judge("image/png", "image/jpeg") == "MEDIA_UNSUPPORTED")
        #expect(judge("text/html", "image/png") == "MEDIA_UNSUPPORTED")
        #expect(judge("text/html", "text/plain") == "MEDIA_UNSUPPORTED")
        #expect(judge("application/octet-stream", "image/png") == "MEDIA_UNSUPPORTED")
        #expect(judge("application/octet-stream", "application/pdf") == "MEDIA_UNSUPPORTED")
        #expect(judge("application/octet-stream", "application/x-own") == "document application/x-own")
        #expect(judge("text/plain", "TEXT/CSV; charset=utf-8") == "document text/csv")
        #expect(judge("image/png", "application/octet-stream") == "image image/png")
        let word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
        #expect(judge("application/zip", word) == "document \(word)")
        #expect(judge("application/zip", "application/pdf") == "MEDIA_UNSUPPORTED")
    }
}
