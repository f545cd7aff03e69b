// One stream of one upload: takes chunks within the credit, writes them, says what is safe, and looks at what it is that comes
// as soon as there is enough of it to tell.

internal import Codec
internal import Contract
internal import RPC
internal import Store

struct UploadIntake: Sendable {
    let upload: MediaUploadRecord
    /// Its size is the most that may come: the end of the stream is its end.
    private let isAtMost: Bool
    /// What is broken off is dropped.
    private let isInOneGo: Bool
    let file: UploadFile
    let library: MediaLibrary
    /// It came in with a message: it is taken as what it is.
    private let isIncoming: Bool
    private var window: CreditWindow
    /// So many bytes are safe, and since when, by the monotonic clock.
    private var safe: Int64
    private var securedAt: Duration
    private var verdict: MediaTypeRules.Verdict?

    init(
        upload: MediaUploadRecord, draft: UploadDraft, file: UploadFile, library: MediaLibrary,
        isIncoming: Bool = false
    ) {
        self.upload = upload
        isAtMost = draft.isAtMost
        isInOneGo = draft.isInOneGo
        self.file = file
        self.library = library
        self.isIncoming = isIncoming
        window = CreditWindow(size: library.settings.window)
        safe = file.position
        securedAt = library.clock.monotonic()
    }

    /// Takes all that is missing.
    /// - Parameter next: the next chunk that comes; nil: the stream has ended.
    /// - Throws: `MediaLibrary.Spoiled` where it is not wanted.
    mutating func run(
        _ responses: ResponseWriter<UploadMediaResponse>,
        _ next: @escaping @Sendable () async throws -> UploadChunk?
    ) async throws {
        var first = UploadMediaResponse()
        if !isInOneGo { first.uploadId = upload.token }
        first.offset = safe
        first.credit = Int32(clamping: window.grant())
        first.chunkBytes = Int32(clamping: library.settings.chunkBytes)
        try await responses.write(first)
        while isAtMost || file.position < upload.size {
            guard let chunk = try await chunk(next) else { break }
            try await take(chunk)
            var answer = UploadMediaResponse()
            answer.credit = Int32(clamping: window.grant())
            let isNews = try await secureWhereItIsTime()
            answer.offset = safe
            if isNews || answer.credit > 0 { try await responses.write(answer) }
        }
    }

    /// Nil at the end of what has no size.
    private func chunk(_ next: @escaping @Sendable () async throws -> UploadChunk?) async throws -> UploadChunk? {
        let silence = library.settings.silence
        if let chunk = try await library.clock.within(silence, "Nothing came for \(silence).", next) { return chunk }
        if isAtMost { return nil }
        throw RPCError.validation(
            "start.size", "is more than what came" + (isInOneGo ? "" : "; the upload can be gone on with"))
    }

    private mutating func take(_ chunk: UploadChunk) async throws {
        guard window.take() else {
            throw RPCError.make(.streamOverflow, "More chunks came than there was credit for.")
        }
        guard chunk.offset == file.position else {
            throw RPCError.validation("chunk.offset", "must be \(file.position)")
        }
        let most = library.settings.chunkBytes
        guard (1...most).contains(chunk.data.count) else {
            throw RPCError.validation("chunk.data", "must be 1 to \(most) bytes")
        }
        if Int64(chunk.data.count) > upload.size - file.position { try refuseMore() }
        try await library.append(chunk.data, to: file, of: upload)
        window.finish()
        if let verdict {
            if isAtMost { try check(file.position, of: verdict.kind) }
        } else if file.position >= min(upload.size, Int64(MediaSniffer.headBytes)) {
            verdict = try await judge(isAtMost ? file.position : upload.size)
        }
    }

    private func judge(_ size: Int64) async throws -> MediaTypeRules.Verdict {
        try await library.judge(upload, file, size: size, isIncoming: isIncoming)
    }

    /// What comes is more than was said.
    private func refuseMore() throws {
        let kind = MediaKind(rawValue: upload.kind.rawValue)
        if isAtMost, upload.size >= library.settings.limit(of: kind) { try check(.max, of: kind) }
        throw RPCError.validation("chunk.data", "is more than start.size says")
    }

    /// - Throws: `Spoiled`.
    private func check(_ size: Int64, of kind: MediaKind) throws {
        do {
            try UploadDraft.check(size: size, of: kind, library.settings)
        } catch {
            throw MediaLibrary.Spoiled(reason: error)
        }
    }

    private mutating func secureWhereItIsTime() async throws -> Bool {
        let now = library.clock.monotonic()
        guard file.position < upload.size,
            file.position - safe >= MediaSettings.syncBytes || now - securedAt >= .seconds(60)
        else { return false }
        safe = try await library.secure(upload, file)
        securedAt = now
        return true
    }

    /// All has come: it is checked, gets its name, and becomes its owner's.
    /// - Parameter also: what is done in the transaction in which it becomes that.
    func finish(
        _ idempotent: IdempotentCall?, _ context: CallContext,
        _ also: @escaping @Sendable (MediaRecord, Database) throws -> Void = { _, _ in }
    ) async throws -> MediaRecord {
        let size = file.position
        guard size > 0 else { throw MediaLibrary.Spoiled(reason: RPCError.validation("chunk", "has to come")) }
        let found: MediaTypeRules.Verdict
        if let verdict { found = verdict } else { found = try await judge(size) }
        _ = try await library.secure(upload, file)
        FaultPoint.hit(.mediaWritten)
        let sha256 = file.hash()
        if let claimed = upload.sha256, claimed != sha256 {
            throw MediaLibrary.Spoiled(
                reason: RPCError.validation(
                    "start.sha256", "is not that of what came, which is \(Hexadecimal.text(sha256))"))
        }
        let whole = file
        try await library.onDisk { try whole.publish() }
        FaultPoint.hit(.mediaNamed)
        let media = try await library.finish(
            upload, found, size: size, sha256: sha256, idempotent, context, also)
        // The content was here: what came is not needed. Nobody waits for that.
        if media.storedName != upload.name { library.delete([upload.name]) }
        return media
    }

    /// The stream is over before its time: what has come is kept for whoever goes on with it.
    func leave() async {
        if isInOneGo { return await library.discard(upload) }
        guard file.position > safe, file.position < upload.size else { return }
        do {
            _ = try await library.secure(upload, file)
        } catch is MediaLibrary.Spoiled {
            await library.discard(upload)
        } catch {}
    }
}
