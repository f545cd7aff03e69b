// Generated from switchboard/v1/media.proto by scripts/generate.sh. Do not edit.

package import Codec

/// What a file is sent as.
package enum MediaKind: ProtoEnum {
    case unspecified
    case image
    case video
    case audio
    /// A voice note.
    case voice
    case document
    case sticker
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .image
        case 2: self = .video
        case 3: self = .audio
        case 4: self = .voice
        case 5: self = .document
        case 6: self = .sticker
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .image: 1
        case .video: 2
        case .audio: 3
        case .voice: 4
        case .document: 5
        case .sticker: 6
        case .unrecognized(let number): number
        }
    }
}

/// A file that is kept here.
package struct Media: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    package var kind: MediaKind = .init()
    /// What its content is, not what was said of it.
    package var mimeType: String = ""
    /// As it was given; no path.
    package var fileName: String = ""
    /// In bytes.
    package var size: Int64 = 0
    /// Hexadecimal, in lower case.
    package var sha256: String = ""
    package var createdAt: Timestamp?
    /// From then on it may be gone, unless a message waits to be sent with it; absent: it is kept.
    package var expiresAt: Timestamp?

    package init() {}
}

/// An item of an upload.
package struct UploadMediaRequest: ProtoMessage {
    package var item: OneOfItem?

    package init() {}

    package enum OneOfItem: Sendable, Hashable {
        /// The first item, and only that.
        case start(UploadStart)
        /// Then the bytes, in order: no more items than there is credit for.
        case chunk(UploadChunk)
    }
}

package struct UploadStart: ProtoMessage {
    /// Of the whole file, in bytes. With `at_most`: the most that it may have; 0 = what its kind may have.
    package var size: Int64 = 0
    /// Hexadecimal, 64 digits: where it is known. What does not match is refused.
    package var sha256: String = ""
    /// Up to 255 bytes, without `/` and control characters.
    package var fileName: String = ""
    /// What it is to be sent as; unspecified: whatever its content is good for.
    package var kind: MediaKind = .init()
    /// What it is said to be; empty: what its content says. What contradicts the content is refused.
    package var mimeType: String = ""
    /// Goes on with an upload that was broken off: what its first answer called it. All other fields must be as they were.
    package var uploadId: String = ""
    /// Whose it will be; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    /// 1 to 255 printable ASCII characters: the same key and file within 24 hours gets the first answer.
    package var idempotencyKey: String = ""
    /// Its size is not known: the end of the stream is its end. Until then as much is taken of the quota as `size` says. It is
    /// `in_one_go` always.
    package var atMost: Bool = false
    /// What is broken off is dropped at once, and cannot be gone on with.
    package var inOneGo: Bool = false

    package init() {}
}

package struct UploadChunk: ProtoMessage {
    /// Where its bytes stand in the file: right behind those before.
    package var offset: Int64 = 0
    /// 1 byte to what the first answer says.
    package var data: [UInt8] = []

    package init() {}
}

/// What the server says to an upload: what is safe, how much more it takes, and at the end the file.
package struct UploadMediaResponse: ProtoMessage {
    /// In the first answer: names this upload, for whoever has to go on with it on another stream. Empty with `in_one_go`.
    package var uploadId: String = ""
    /// So many bytes are safe on disk. In the first answer: the offset of the first chunk.
    package var offset: Int64 = 0
    /// Adds to the chunks that the server is ready to take.
    package var credit: Int32 = 0
    /// In the first answer: the most bytes that a chunk may have.
    package var chunkBytes: Int32 = 0
    /// In the last answer: the file, whole and safe.
    package var media: Media?

    package init() {}
}

package struct DownloadMediaRequest: ProtoMessage {
    package var id: Int64 = 0
    /// From which byte on: goes on with a download that was broken off.
    package var offset: Int64 = 0
    /// How many bytes of it; 0, and more than there are: all the rest.
    package var length: Int64 = 0

    package init() {}
}

/// A part of a file.
package struct DownloadMediaResponse: ProtoMessage {
    /// In the first item, which has no bytes.
    package var media: Media?
    /// Where the bytes stand in the file.
    package var offset: Int64 = 0
    package var data: [UInt8] = []

    package init() {}
}

package struct GetMediaRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct ListMediaRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct ListMediaResponse: ProtoMessage {
    package var media: [Media] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct DeleteMediaRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct DeleteMediaResponse: ProtoMessage {
    package init() {}
}

/// What a bridge asks of a file that it was given to send.
package struct BridgeDownloadRequest: ProtoMessage {
    /// The session of the send, and the epoch at which it was given.
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    /// What the send refers to.
    package var mediaId: Int64 = 0
    /// From which byte on.
    package var offset: Int64 = 0

    package init() {}
}

package struct FetchMediaRequest: ProtoMessage {
    /// A message that came in with a file.
    package var messageId: Int64 = 0

    package init() {}
}

/// An item of an upload by a bridge.
package struct BridgeUploadRequest: ProtoMessage {
    package var item: OneOfItem?

    package init() {}

    package enum OneOfItem: Sendable, Hashable {
        /// The first item, and only that.
        case start(BridgeUploadStart)
        /// Then the bytes, in order: no more items than there is credit for.
        case chunk(UploadChunk)
    }
}

/// What a bridge says of a file that it was asked for.
package struct BridgeUploadStart: ProtoMessage {
    /// Of the FetchMedia.
    package var sessionId: Int64 = 0
    package var epoch: Int64 = 0
    package var commandId: Int64 = 0
    /// Of the whole file, in bytes.
    package var size: Int64 = 0
    /// Hexadecimal, 64 digits: where it is known. What does not match is refused.
    package var sha256: String = ""
    /// What its sender called it, or empty.
    package var fileName: String = ""
    /// What it is said to be, or empty. The content decides.
    package var mimeType: String = ""

    package init() {}
}
