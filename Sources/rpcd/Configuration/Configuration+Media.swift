// How much media there may be, one row each: the setting, the name that GetStatus and /metrics show it under, and what it may
// be. How long files are kept stands with what else is kept.

internal import Contract
internal import Gateway
internal import RPC
internal import Services

private struct MediaRow: Sendable {
    let setting: Setting
    let name: String
    let range: ClosedRange<Int>
    let path: any WritableKeyPath<MediaSettings, Int> & Sendable
}

extension Configuration {
    private static let mediaRows: [MediaRow] = [
        row(.mediaImageBytes, "media_image_bytes", \.imageBytes),
        row(.mediaVideoBytes, "media_video_bytes", \.videoBytes),
        row(.mediaAudioBytes, "media_audio_bytes", \.audioBytes),
        row(.mediaDocumentBytes, "media_document_bytes", \.documentBytes),
        row(.mediaStickerBytes, "media_sticker_bytes", \.stickerBytes),
        // 0: no limit.
        MediaRow(
            setting: .mediaBytesPerUser, name: "media_bytes_per_user", range: 0...(1 << 50), path: \.bytesPerUser),
        MediaRow(
            setting: .mediaFilesPerUser, name: "media_files_per_user", range: 1...10_000_000, path: \.filesPerUser),
        MediaRow(
            setting: .mediaUploadsPerUser, name: "media_uploads_per_user", range: 1...10_000, path: \.uploadsPerUser),
        MediaRow(setting: .mediaUploads, name: "media_uploads", range: 1...4_096, path: \.uploads),
    ]

    /// The most bytes of one kind.
    private static func row(
        _ setting: Setting, _ name: String, _ path: any WritableKeyPath<MediaSettings, Int> & Sendable
    ) -> MediaRow {
        MediaRow(setting: setting, name: name, range: 1...(1 << 31), path: path)
    }

    /// Sets what was given.
    mutating func readMedia(_ layers: [SettingLayer]) throws(ConfigurationError) {
        func given(_ setting: Setting) -> SettingWords? {
            layers.lazy.compactMap { $0[setting] }.first.map { SettingWords(setting: setting, given: $0) }
        }
        for row in Self.mediaRows {
            if let words = given(row.setting) { media[keyPath: row.path] = try words.number(in: row.range) }
        }
        if let words = given(.keepMedia) {
            media.kept = try words.optionalDuration(atLeast: .seconds(3_600), atMost: Self.longestKept)
        }
        if let words = given(.keepMediaUploads) {
            media.uploadKept = try words.duration(atLeast: .seconds(60), atMost: .seconds(7 * 86_400))
        }
        media.fit(
            streamItems: server.limits.bufferedItems, streamBytes: server.limits.bufferedBytes,
            frameBytes: server.limits.frameBytes)
        // The gateway knows no kinds.
        httpSettings.limits.mediaBytes = Int(clamping: media.limit(of: .unspecified))
    }

    private static let longestKept: Duration = .seconds(100 * 366 * 86_400)

    /// Each as the file has it.
    var mediaTexts: [(Setting, String)] {
        Self.mediaRows.map { ($0.setting, String(media[keyPath: $0.path])) } + [
            (.keepMedia, media.kept.map(DurationText.text) ?? "off"),
            (.keepMediaUploads, DurationText.text(media.uploadKept)),
        ]
    }

    /// Each by its name.
    var shownMedia: [String: Int64] {
        var shown = [
            "retention_media_s": media.kept?.components.seconds ?? 0,
            "retention_media_uploads_s": media.uploadKept.components.seconds,
        ]
        for row in Self.mediaRows { shown[row.name] = Int64(media[keyPath: row.path]) }
        return shown
    }
}
