// How much media there may be, and for how long.

package import Contract

package struct MediaSettings: Sendable, Hashable {
    package var imageBytes = 16 << 20
    package var videoBytes = 64 << 20
    /// Voice notes as well.
    package var audioBytes = 16 << 20
    package var documentBytes = 64 << 20
    package var stickerBytes = 1 << 20
    /// Of one user: what there is, and what uploads may still take. 0 = no limit.
    package var bytesPerUser = 1 << 30
    package var filesPerUser = 10_000
    /// That one user has begun and not finished, whether or not their streams are there.
    package var uploadsPerUser = 16
    /// On the whole server, with streams.
    package var uploads = 256
    /// How long a file is kept; nil: until somebody deletes it.
    package var kept: Duration? = .seconds(30 * 86_400)
    /// How long an upload that was broken off can be gone on with.
    package var uploadKept: Duration = .seconds(3_600)
    /// How long a stream may say nothing while there is credit, and how long until its first item.
    package var silence: Duration = .seconds(30)
    /// From the first byte asked for to the last that came, of what is fetched from a URL.
    package var fetchTime: Duration = .seconds(120)

    /// Of a chunk. With `window` of them, what waits for a handler stays within a stream's bounds (64 items, 1 MiB).
    package private(set) var chunkBytes = 128 << 10
    package private(set) var window = 6

    package init() {}

    /// Keeps chunks within what streams and frames may have.
    package mutating func fit(streamItems: Int, streamBytes: Int, frameBytes: Int) {
        window = max(1, min(window, streamItems - 1))
        // A chunk has some bytes beside its data.
        chunkBytes = max(1, min(chunkBytes, (streamBytes - streamBytes / 8) / window - 64, frameBytes - 1_024))
    }

    /// After so many bytes at most, what came is made durable, and said to be.
    static let syncBytes: Int64 = 4 << 20
    /// That have to stay free on the disk, for the database.
    static let freeBytes: Int64 = 64 << 20

    package func limit(of kind: MediaKind) -> Int64 {
        switch kind {
        case .image: Int64(imageBytes)
        case .video: Int64(videoBytes)
        case .audio, .voice: Int64(audioBytes)
        case .sticker: Int64(stickerBytes)
        case .document: Int64(documentBytes)
        case .unspecified, .unrecognized:
            Int64([imageBytes, videoBytes, audioBytes, documentBytes, stickerBytes].max() ?? 0)
        }
    }
}
