// Rows of `media` (a user's file) and `media_uploads` (one on its way in).

package struct MediaRecord: Sendable, Equatable {
    /// As in the contract.
    package enum Kind: Int32, StoredCode, CaseIterable {
        case unspecified = 0, image, video, audio, voice, document, sticker
    }

    /// 0 until it is inserted.
    package var id: Int64
    package let userID: Int64
    package let kind: Kind
    package let mimeType: String
    package let fileName: String
    package let size: Int64
    /// nil: it is kept.
    package let expiresAt: Moment?
    package let createdAt: Moment
    /// Of its content, 32 bytes; and what the file in the folder is called.
    package let sha256: [UInt8]
    package let storedName: String

    package init(
        id: Int64 = 0, userID: Int64, kind: Kind, mimeType: String, fileName: String, size: Int64,
        expiresAt: Moment? = nil, createdAt: Moment, sha256: [UInt8], storedName: String
    ) {
        self.id = id
        self.userID = userID
        self.kind = kind
        self.mimeType = mimeType
        self.fileName = fileName
        self.size = size
        self.expiresAt = expiresAt
        self.createdAt = createdAt
        self.sha256 = sha256
        self.storedName = storedName
    }
}

extension MediaRecord {
    static let columns = """
        m.id, m.user_id, m.kind, m.mime_type, m.file_name, m.size, m.expires_at, m.created_at, f.sha256, f.name
        """

    init(_ row: inout Row) throws(StoreError) {
        self.init(
            id: try row.next(), userID: try row.next(), kind: try row.next(), mimeType: try row.next(),
            fileName: try row.next(), size: try row.next(), expiresAt: try row.next(), createdAt: try row.next(),
            sha256: try row.next(), storedName: try row.next())
    }
}

package struct MediaUploadRecord: Sendable, Equatable {
    /// 0 until it is inserted.
    package var id: Int64
    /// What its caller goes on with it by.
    package let token: String
    package let userID: Int64
    /// In the folder: never used again.
    package let name: String
    package let size: Int64
    /// What the content is said to be; nil: nothing is said.
    package let sha256: [UInt8]?
    package let kind: MediaRecord.Kind
    package let mimeType: String
    package let fileName: String
    /// So many bytes are safe.
    package var position: Int64
    /// What became of it; 0: it is not whole.
    package var mediaID: Int64
    package var expiresAt: Moment
    package let createdAt: Moment

    package init(
        id: Int64 = 0, token: String, userID: Int64, name: String, size: Int64, sha256: [UInt8]? = nil,
        kind: MediaRecord.Kind = .unspecified, mimeType: String = "", fileName: String = "", position: Int64 = 0,
        mediaID: Int64 = 0, expiresAt: Moment, createdAt: Moment
    ) {
        self.id = id
        self.token = token
        self.userID = userID
        self.name = name
        self.size = size
        self.sha256 = sha256
        self.kind = kind
        self.mimeType = mimeType
        self.fileName = fileName
        self.position = position
        self.mediaID = mediaID
        self.expiresAt = expiresAt
        self.createdAt = createdAt
    }
}

extension MediaUploadRecord {
    static let columns = """
        id, token, user_id, name, size, sha256, kind, mime_type, file_name, position, media_id, expires_at, created_at
        """

    init(_ row: inout Row) throws(StoreError) {
        self.init(
            id: try row.next(), token: try row.next(), userID: try row.next(), name: try row.next(),
            size: try row.next(), sha256: try row.next(), kind: try row.next(), mimeType: try row.next(),
            fileName: try row.next(), position: try row.next(), mediaID: try row.next(Reference.self).id,
            expiresAt: try row.next(), createdAt: try row.next())
    }
}

/// How much there is: of a user, or on the disk.
package struct MediaTotals: Sendable, Equatable {
    package var files: Int64 = 0
    package var bytes: Int64 = 0
    /// Begun and not finished.
    package var uploads: Int64 = 0
    package var reserved: Int64 = 0

    package init() {}
}
