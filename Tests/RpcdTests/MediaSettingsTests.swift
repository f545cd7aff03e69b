// The limits on media, as settings and in GetStatus; and chunks that fit into what streams and frames may have.

import Services
import Testing

@testable import rpcd

@Suite struct MediaSettingsTests {
    private func settings(_ file: String) throws -> Configuration {
        try Configuration([try FileLayer.read(file, file: "rpcd.yaml")])
    }

    @Test(arguments: [
        ("limits.media-image-bytes", "1000", "media_image_bytes", 1_000),
        ("limits.media-video-bytes", "1001", "media_video_bytes", 1_001),
        ("limits.media-audio-bytes", "1002", "media_audio_bytes", 1_002),
        ("limits.media-document-bytes", "1003", "media_document_bytes", 1_003),
        ("limits.media-sticker-bytes", "1004", "media_sticker_bytes", 1_004),
        ("limits.media-bytes-per-user", "0", "media_bytes_per_user", 0),
        ("limits.media-files-per-user", "7", "media_files_per_user", 7),
        ("limits.media-uploads-per-user", "8", "media_uploads_per_user", 8),
        ("limits.media-uploads", "9", "media_uploads", 9), ("retention.media", "2d", "retention_media_s", 172_800),
        ("retention.media-uploads", "2h", "retention_media_uploads_s", 7_200),
    ])
    func eachIsASettingAndIsShown(setting: String, text: String, name: String, value: Int64) throws {
        let given = try settings("\(setting): \(text)")
        #expect(given.limits[name] == value)
        #expect(given.summary.contains("\(setting): \(text)"))
        let standard = try settings("")
        #expect(standard.limits[name] != nil && standard.limits[name] != value)
        #expect(standard.limits.merging([name: value]) { $1 } == given.limits)
    }

    @Test func theDefaultsAreTheServices() throws {
        #expect(try settings("").media == MediaSettings())
        #expect(try settings("retention.media: off").media.kept == nil)
        for wrong in ["limits.media-image-bytes: 0", "limits.media-uploads: -1", "retention.media: 1s"] {
            #expect(throws: ConfigurationError.self, "\(wrong)") { try settings(wrong) }
        }
    }

    @Test(arguments: [(4_096, 64), (4_096, 1), (8_192, 3), (1 << 20, 2), (64 << 20, 65_536)])
    func whatWaitsForAHandlerFits(bytes: Int, items: Int) throws {
        let media = try settings("limits.stream-bytes: \(bytes)\nlimits.stream-items: \(items)").media
        #expect(media.window >= 1 && media.chunkBytes >= 1)
        #expect(media.window <= max(1, items - 1))
        #expect(media.window * (media.chunkBytes + 32) <= bytes)
    }
}
