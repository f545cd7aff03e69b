// An upload's life in the store: begun (its size is reserved in the owner's quota before a byte is written), advanced with what
// is safe, finished as a file, or given up. What it reserves goes back with its row in every way out.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension MediaLibrary {
    /// What an upload begins with.
    enum Opening: Sendable {
        case upload(MediaUploadRecord)
        /// It is whole already: the answer to a repeat.
        case known(MediaRecord)
    }

    /// Finds what an upload goes on with, or reserves what a new one takes.
    /// - Throws: NOT_FOUND, VALIDATION_ERROR, QUOTA_EXCEEDED, STORAGE_FULL.
    func begin(_ draft: UploadDraft, _ idempotent: IdempotentCall?) async throws -> Opening {
        let now = clock.now()
        let (settings, expiry) = (settings, now + settings.uploadKept)
        try await requireFolder()
        if draft.uploadID.isEmpty {
            let free = try await onDisk { [folder] in folder.freeBytes() }
            if let free, free - draft.size < MediaSettings.freeBytes {
                throw RPCError.make(.storageFull, "The server's disk has no room for the file.")
            }
        }
        let busy = seats.writing
        return try await store.write { [self] db in
            if let id = try idempotent?.answer(.media, in: db, at: now) { return .known(try Self.answered(id, in: db)) }
            guard draft.uploadID.isEmpty else { return try Self.known(draft, at: now, in: db) }
            guard try db.users.get(draft.ownerID) != nil else { throw Tenancy.notFound }
            let left = try db.media.makeRoom(
                ofUser: draft.ownerID, atMost: settings.uploadsPerUser, idleBefore: expiry - Self.idle, except: busy)
            if !left.isEmpty { db.afterCommit { [self] in delete(left) } }
            try Self.checkQuota(draft, settings, in: db)
            var upload = draft.record(expiresAt: expiry, at: now)
            upload.id = try db.media.begin(upload)
            return .upload(upload)
        }
    }

    /// So long an upload has to be without news before a new one of the same user may take its place.
    private static let idle: Duration = .seconds(60)

    private static func known(_ draft: UploadDraft, at now: Instant, in db: Database) throws -> Opening {
        guard let upload = try db.media.upload(token: draft.uploadID), upload.userID == draft.ownerID,
            upload.expiresAt > now
        else {
            throw RPCError.make(
                .notFound, "There is no such upload.",
                hint: "One that was broken off is kept for a while only: begin a new one.")
        }
        guard draft.isSame(as: upload) else {
            throw RPCError.validation("start.upload_id", "belongs to an upload of another file")
        }
        return upload.mediaID == 0 ? .upload(upload) : .known(try answered(upload.mediaID, in: db))
    }

    private static func answered(_ id: Int64, in db: Database) throws -> MediaRecord {
        guard let media = try db.media.get(id) else {
            throw RPCError.make(.mediaExpired, "The file was uploaded, and is gone.")
        }
        return media
    }

    private static func checkQuota(_ draft: UploadDraft, _ settings: MediaSettings, in db: Database) throws {
        let totals = try db.media.totals(of: draft.ownerID)
        func refuse(_ what: String, _ limit: Int) -> RPCError {
            RPCError.make(
                .quotaExceeded, what, hint: "Delete files that are not needed any more.",
                metadata: ["limit": String(limit)])
        }
        guard totals.uploads < settings.uploadsPerUser else {
            throw refuse("\(totals.uploads) uploads are begun and not finished.", settings.uploadsPerUser)
        }
        guard totals.files + totals.uploads < settings.filesPerUser else {
            throw refuse("There are \(totals.files) files already.", settings.filesPerUser)
        }
        let taken = totals.bytes + totals.reserved
        guard settings.bytesPerUser == 0 || draft.size <= Int64(settings.bytesPerUser) - taken else {
            throw refuse("\(taken) bytes are taken: the file does not fit.", settings.bytesPerUser)
        }
    }

    /// Makes durable what has come.
    /// - Returns: how much is safe.
    /// - Throws: `Spoiled` where that is not known, or nobody wants it any more.
    func secure(_ upload: MediaUploadRecord, _ file: UploadFile) async throws -> Int64 {
        let position = file.position
        do {
            try await onDisk { try file.sync() }
        } catch let error as RPCError where error.cause is MediaFolder.Failure {
            throw Spoiled(
                reason: RPCError.make(
                    error.reason == Reason.storageFull.word ? .storageFull : .unavailable,
                    "The server's disk failed, and the upload with it.",
                    hint: "Begin a new one.", cause: error.cause))
        }
        let expiry = clock.now() + settings.uploadKept
        let isThere = try await store.write { db in
            try db.media.advance(upload: upload.id, to: position, expiresAt: expiry)
        }
        guard isThere else {
            throw Spoiled(reason: RPCError.make(.notFound, "The upload was given up meanwhile."))
        }
        return position
    }

    /// What it is that comes, and whether that may be.
    /// - Parameters:
    ///   - size: of the whole.
    ///   - isIncoming: what is not what it was said to be is a document then, and no reason to refuse it.
    /// - Throws: `Spoiled`.
    func judge(
        _ upload: MediaUploadRecord, _ file: UploadFile, size: Int64, isIncoming: Bool = false
    ) async throws -> MediaTypeRules.Verdict {
        let head = try await onDisk { try file.head(MediaSniffer.headBytes) }
        do {
            let (sniffed, wanted) = (MediaSniffer.type(of: head), MediaKind(rawValue: upload.kind.rawValue))
            let verdict =
                isIncoming
                ? MediaTypeRules.judgeIncoming(
                    sniffed: sniffed, claimed: upload.mimeType, wanted: wanted, size: size, settings)
                : try MediaTypeRules.judge(sniffed: sniffed, claimed: upload.mimeType, wanted: wanted)
            try UploadDraft.check(size: size, of: verdict.kind, settings)
            return verdict
        } catch {
            throw Spoiled(reason: error)
        }
    }

    /// An upload that is not to be gone on with, and why.
    struct Spoiled: Error { let reason: any Error }

    /// Gives an upload up: its row, what it reserves, its file.
    func discard(_ upload: MediaUploadRecord) async {
        guard let names = try? await store.write({ db in try db.media.discard(upload: upload.id) }) else { return }
        delete(names)
    }

    /// What was uploaded becomes a file of its owner's. Its bytes are durable under its name already.
    /// - Parameter also: what is done in the same transaction.
    /// - Throws: what keeps it from being written; then it can be gone on with.
    func finish(
        _ upload: MediaUploadRecord, _ verdict: MediaTypeRules.Verdict, size: Int64, sha256: [UInt8],
        _ idempotent: IdempotentCall?, _ context: CallContext,
        _ also: @escaping @Sendable (MediaRecord, Database) throws -> Void = { _, _ in }
    ) async throws -> MediaRecord {
        let lost = try await lostName(of: sha256)
        let now = clock.now()
        let (expiry, repeatsUntil) = (settings.kept.map { now + $0 }, now + IdempotentCall.lifetime)
        let media = MediaRecord(
            userID: upload.userID, kind: MediaRecord.Kind(rawValue: verdict.kind.rawValue) ?? .document,
            mimeType: verdict.mimeType, fileName: upload.fileName, size: size, expiresAt: expiry,
            createdAt: now, sha256: sha256, storedName: upload.name)
        let made = try await store.write { db in
            // Two with the same key: the first to be whole answers both.
            if let id = try idempotent?.answer(.media, in: db, at: now) {
                _ = try db.media.discard(upload: upload.id)
                return try Self.answered(id, in: db)
            }
            let made = try db.media.insert(media, replacing: lost)
            guard try db.media.finish(upload: upload.id, as: made.id, expiresAt: repeatsUntil) else {
                throw RPCError.make(.notFound, "The upload was given up meanwhile.")
            }
            try also(made, db)
            try idempotent?.remember(.media, id: made.id, in: db, at: now)
            try Audit.recordForeign(context, .media(made), after: Media(told: made), in: db, at: now)
            return made
        }
        FaultPoint.hit(.mediaCommitted)
        return made
    }

    /// The name of a file that has this content by the rows and is not in the folder.
    private func lostName(of sha256: [UInt8]) async throws -> String? {
        guard let known = try await store.read({ db in try db.media.file(withHash: sha256) }) else { return nil }
        let isThere = try await onDisk { [folder] in
            // In this order: that it is not in a folder that is not ours says nothing.
            if try folder.size(of: known.name) != nil { return true }
            guard try folder.isMarked() else { throw Self.noFolder }
            return false
        }
        return isThere ? nil : known.name
    }
}

extension Audit.Target {
    static func media(_ media: MediaRecord) -> Audit.Target {
        Audit.Target("media", id: media.id, ownerID: media.userID)
    }
}
