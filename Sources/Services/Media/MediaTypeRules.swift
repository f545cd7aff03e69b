// Which content goes as which kind of message, and whether what was said of it can be true. Pure.

package import Contract
package import RPC

package enum MediaTypeRules {
    /// What each kind may be. A document may be anything; it is shown to nobody as anything but a file.
    private static let types: [MediaKind: Set<String>] = [
        .image: ["image/jpeg", "image/png", "image/webp", "image/gif"],
        .video: ["video/mp4", "video/3gpp", "video/quicktime", "video/webm", "video/x-matroska"],
        .audio: ["audio/mpeg", "audio/mp4", "audio/aac", "audio/ogg", "audio/amr", "audio/wav", "audio/flac"],
        .voice: ["audio/ogg"],
        .sticker: ["image/webp"],
    ]

    /// What content that says little of itself may be said to be.
    private static let refinements: [String: Set<String>] = [
        "application/zip": [
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet",
            "application/epub+zip", "application/java-archive", "application/vnd.android.package-archive",
        ],
        "application/x-ole-storage": [
            "application/msword", "application/vnd.ms-excel", "application/vnd.ms-powerpoint",
            "application/vnd.ms-outlook",
        ],
        "text/plain": [
            "text/csv", "text/markdown", "text/calendar", "text/vcard", "application/json", "text/tab-separated-values",
        ],
        "video/mp4": ["audio/mp4"],
        "application/xml": ["text/xml"],
    ]

    /// The same thing by other names.
    private static let synonyms = [
        "image/jpg": "image/jpeg", "image/pjpeg": "image/jpeg", "audio/mp3": "audio/mpeg", "audio/x-wav": "audio/wav",
        "audio/wave": "audio/wav", "audio/x-m4a": "audio/mp4", "audio/opus": "audio/ogg", "audio/x-aac": "audio/aac",
        "application/x-pdf": "application/pdf", "application/x-zip-compressed": "application/zip",
        "application/ogg": "audio/ogg", "video/x-m4v": "video/mp4",
    ]

    /// What a file is kept as.
    package struct Verdict: Sendable, Equatable {
        package let kind: MediaKind
        package let mimeType: String
    }

    /// - Parameters:
    ///   - sniffed: what its content is.
    ///   - claimed: what was said of it; empty: nothing.
    ///   - wanted: what it is to be sent as; unspecified: whatever it is good for.
    /// - Throws: MEDIA_UNSUPPORTED.
    package static func judge(
        sniffed: String, claimed: String, wanted: MediaKind
    ) throws(RPCError) -> Verdict {
        let type = try type(sniffed, claimed)
        guard wanted != .unspecified else { return Verdict(kind: kind(of: type), mimeType: type) }
        if wanted != .document, types[wanted]?.contains(type) != true {
            throw RPCError.make(
                .mediaUnsupported, "\(type) cannot be sent as \(word(wanted)).",
                hint: "It can be sent as a document.", metadata: ["mime_type": type, "kind": word(wanted)])
        }
        return Verdict(kind: wanted, mimeType: type)
    }

    /// The same for what came in with a message: as what WhatsApp says, where content and size are good for that, else as a
    /// document. Nobody here chose what it is.
    package static func judgeIncoming(
        sniffed: String, claimed: String, wanted: MediaKind, size: Int64, _ settings: MediaSettings
    ) -> Verdict {
        for claim in [claimed, ""] {
            guard let verdict = try? judge(sniffed: sniffed, claimed: claim, wanted: wanted),
                size <= settings.limit(of: verdict.kind)
            else { continue }
            return verdict
        }
        return Verdict(kind: .document, mimeType: sniffed)
    }

    private static func type(_ sniffed: String, _ claimed: String) throws(RPCError) -> String {
        // Parameters, such as codecs, say nothing of what kind of thing it is.
        let plain = claimed.lowercased().prefix { $0 != ";" }.filter { !$0.isWhitespace }
        let named = synonyms[plain] ?? plain
        if named.isEmpty || named == sniffed || named == MediaSniffer.unknown { return sniffed }
        if refinements[sniffed]?.contains(named) == true { return named }
        // What no row of the table knows may be anything that the table has no row for.
        if sniffed == MediaSniffer.unknown, named.hasPrefix("application/"), !MediaSniffer.isKnown(named) {
            return named
        }
        throw RPCError.make(
            .mediaUnsupported, "The content is \(sniffed), and not what it is said to be.",
            metadata: ["mime_type": sniffed])
    }

    private static func kind(of type: String) -> MediaKind {
        for kind in [MediaKind.image, .video, .audio] where types[kind]?.contains(type) == true { return kind }
        return .document
    }

    static func word(_ kind: MediaKind) -> String {
        switch kind {
        case .unspecified: "media"
        case .image: "image"
        case .video: "video"
        case .audio: "audio"
        case .voice: "voice"
        case .document: "document"
        case .sticker: "sticker"
        case .unrecognized(let number): String(number)
        }
    }
}

extension MediaSniffer {
    /// Whether content of this type is told apart by how it begins.
    static func isKnown(_ type: String) -> Bool { known.contains(type) }

    private static let known: Set<String> = [
        "application/pdf", "application/zip", "application/x-ole-storage", "application/gzip",
        "application/x-7z-compressed", "application/vnd.rar", "application/rtf", "application/x-executable",
        "application/xml",
    ]
}
