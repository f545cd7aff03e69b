// What an upload says of itself, checked: before anything is reserved or written.

internal import Contract
internal import RPC
internal import Store

package struct UploadDraft: Sendable, Equatable {
    package static let longestName = 255

    let ownerID: Int64
    /// With `isAtMost` the most that it may have.
    let size: Int64
    /// The end of the stream is its end.
    let isAtMost: Bool
    /// What is broken off is dropped.
    let isInOneGo: Bool
    let sha256: [UInt8]?
    let kind: MediaKind
    let mimeType: String
    let fileName: String
    /// Empty: a new one.
    let uploadID: String

    /// Of what is fetched, by us or by a bridge.
    init(
        ownerID: Int64, size: Int64, kind: MediaKind, mimeType: String, fileName: String, sha256: [UInt8]? = nil
    ) {
        self.ownerID = ownerID
        self.size = size
        self.kind = kind
        self.mimeType = mimeType
        self.fileName = fileName
        self.sha256 = sha256
        uploadID = ""
        isAtMost = false
        isInOneGo = true
    }

    /// - Throws: VALIDATION_ERROR, MEDIA_TOO_LARGE.
    init(_ start: UploadStart, principal: Principal, settings: MediaSettings) throws {
        ownerID = try Tenancy.owner(of: start.userId, principal: principal)
        var checks = FieldChecks()
        checks.require(
            start.size > 0 || start.size == 0 && start.atMost, "start.size", "must be the file's, 1 or more")
        checks.require(
            start.uploadId.isEmpty || !(start.inOneGo || start.atMost), "start.upload_id",
            "is not for what comes in one go")
        let hash = start.sha256.isEmpty ? nil : Hexadecimal.bytes(start.sha256)
        checks.require(start.sha256.isEmpty || hash?.count == 32, "start.sha256", "must be 64 hexadecimal digits")
        checks.require(Self.isFileName(start.fileName), "start.file_name", Self.nameRule)
        checks.require(Self.isType(start.mimeType), "start.mime_type", "must be a type such as image/png")
        if case .unrecognized = start.kind { checks.require(false, "start.kind", "is none of the contract's") }
        try checks.finish()
        isAtMost = start.atMost
        isInOneGo = start.inOneGo || start.atMost
        let limit = settings.limit(of: start.kind)
        size = !isAtMost ? start.size : start.size == 0 ? limit : min(start.size, limit)
        sha256 = hash
        kind = start.kind
        mimeType = start.mimeType
        fileName = start.fileName
        uploadID = start.uploadId
        try Self.check(size: size, of: kind, settings)
    }

    /// - Throws: MEDIA_TOO_LARGE.
    static func check(size: Int64, of kind: MediaKind, _ settings: MediaSettings) throws {
        let limit = settings.limit(of: kind)
        guard size > limit else { return }
        throw RPCError.make(
            .mediaTooLarge, "A file that is sent as \(MediaTypeRules.word(kind)) may have \(limit) bytes.",
            metadata: ["limit": String(limit), "kind": MediaTypeRules.word(kind)])
    }

    private static let nameRule =
        "must be at most \(longestName) bytes, without slashes, control and invisible characters, and no `.` or `..`"

    /// A name and no path; and one that is shown as what it is.
    static func isFileName(_ name: String) -> Bool {
        guard name.utf8.count <= longestName, name != ".", name != ".." else { return false }
        return name.unicodeScalars.allSatisfy { scalar in
            guard scalar != "/", scalar != "\\" else { return false }
            switch scalar.properties.generalCategory {
            // The two that join letters, and emoji, hide nothing.
            case .format: return scalar == "\u{200C}" || scalar == "\u{200D}"
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: return false
            default: return true
            }
        }
    }

    static func isType(_ type: String) -> Bool {
        if type.isEmpty { return true }
        return type.utf8.count <= 127 && type.utf8.allSatisfy { (0x20...0x7E).contains($0) }
            && type.prefix { $0 != ";" }.split(separator: "/", omittingEmptySubsequences: false).count == 2
    }

    /// The row of a new upload.
    func record(expiresAt: Instant, at now: Instant) -> MediaUploadRecord {
        MediaUploadRecord(
            token: Hexadecimal.text(randomBytes(16)), userID: ownerID, name: MediaFolder.newName(), size: size,
            sha256: sha256, kind: storedKind, mimeType: mimeType, fileName: fileName, expiresAt: expiresAt,
            createdAt: now)
    }

    private var storedKind: MediaRecord.Kind { MediaRecord.Kind(rawValue: kind.rawValue) ?? .unspecified }

    /// Whether this goes on with that.
    func isSame(as upload: MediaUploadRecord) -> Bool {
        upload.userID == ownerID && upload.size == size && upload.sha256 == sha256 && upload.kind == storedKind
            && upload.mimeType == mimeType && upload.fileName == fileName
    }
}
