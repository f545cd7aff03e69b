// A file that is named by a URL, fetched for a user: it is reserved in their quota before its bytes come, checked as an upload
// is, and there as a whole or not at all. What is broken off is not gone on with.

internal import Contract
internal import RPC
internal import Store
internal import Synchronization

extension MediaLibrary {
    /// What is to be fetched, and for whom.
    struct Errand: Sendable {
        let url: String
        let ownerID: Int64
        /// What it is to be sent as; unspecified: whatever it is good for.
        let kind: MediaKind
        /// Empty: what the URL ends with.
        let fileName: String
    }

    /// - Throws: VALIDATION_ERROR of `media_url`, MEDIA_FETCH_FAILED, MEDIA_TOO_LARGE, MEDIA_UNSUPPORTED, QUOTA_EXCEEDED,
    ///   STORAGE_FULL.
    func fetch(_ errand: Errand, from source: any MediaSource, _ context: CallContext) async throws -> MediaRecord {
        let intake = FetchIntake(errand, self)
        do {
            try await source.fetch(
                errand.url, for: errand.ownerID, within: settings.fetchTime, head: { try await intake.begin($0) },
                part: { try await intake.take($0) })
            return try await intake.finish(context)
        } catch {
            // Whether or not this task was cancelled.
            await Task { await intake.giveUp() }.value
            throw Self.told(error)
        }
    }

    /// What the caller is told.
    private static func told(_ error: any Error) -> any Error {
        switch error {
        case let spoiled as Spoiled: spoiled.reason
        case let fault as MediaSourceFault where fault.kind == .url: RPCError.validation("media_url", fault.text)
        case let fault as MediaSourceFault:
            RPCError.make(
                .mediaFetchFailed, "The file could not be fetched: \(fault.text).",
                retryAfter: fault.kind == .failed ? .seconds(10) : nil)
        default: error
        }
    }
}

/// One file on its way. Its parts come one after the other.
private final class FetchIntake: Sendable {
    private struct Coming: Sendable {
        let upload: MediaUploadRecord
        let file: UploadFile
        let length: Int64?
        var verdict: MediaTypeRules.Verdict?
    }

    private let errand: MediaLibrary.Errand
    private let library: MediaLibrary
    private let coming = Mutex<Coming?>(nil)

    init(_ errand: MediaLibrary.Errand, _ library: MediaLibrary) {
        self.errand = errand
        self.library = library
    }

    private func present() throws -> Coming {
        guard let coming = coming.withLock({ $0 }) else { throw MediaSourceFault(.failed, "it has no beginning") }
        return coming
    }

    func begin(_ head: MediaHead) async throws {
        let limit = library.settings.limit(of: errand.kind)
        if let length = head.length {
            guard length > 0 else { throw MediaSourceFault(.refused, "it is empty") }
            try UploadDraft.check(size: length, of: errand.kind, library.settings)
        }
        // Of other types servers say whatever their configuration says.
        let type = head.type.lowercased().prefix { $0 != ";" }
        let isClaim = ["image/", "video/", "audio/"].contains { type.hasPrefix($0) } && type.utf8.count <= 127
        let draft = UploadDraft(
            ownerID: errand.ownerID, size: head.length ?? limit, kind: errand.kind,
            mimeType: isClaim ? String(type) : "", fileName: Self.name(errand))
        guard case .upload(let upload) = try await library.begin(draft, nil) else { return }
        let (folder, name) = (library.folder, upload.name)
        do {
            try await library.takeUpload(upload)
        } catch {
            await library.discard(upload)
            throw error
        }
        do {
            let file = try await library.onDisk { try UploadFile(folder, name, from: 0) }
            coming.withLock { $0 = Coming(upload: upload, file: file, length: head.length) }
        } catch {
            library.leaveUpload(upload.id)
            await library.discard(upload)
            throw error
        }
    }

    func take(_ bytes: [UInt8]) async throws {
        let now = try present()
        guard !bytes.isEmpty else { return }
        guard Int64(bytes.count) <= now.upload.size - now.file.position else {
            if now.length != nil { throw MediaSourceFault(.failed, "it is longer than was said") }
            return try UploadDraft.check(size: .max, of: errand.kind, library.settings)
        }
        try await library.append(bytes, to: now.file, of: now.upload)
        guard now.verdict == nil, now.file.position >= Int64(MediaSniffer.headBytes) else { return }
        // What it is not is found out before the rest of it comes.
        let verdict = try await library.judge(now.upload, now.file, size: now.file.position)
        coming.withLock { $0?.verdict = verdict }
    }

    func finish(_ context: CallContext) async throws -> MediaRecord {
        let now = try present()
        let size = now.file.position
        guard size > 0 else { throw MediaSourceFault(.refused, "it is empty") }
        guard now.length == nil || now.length == size else {
            throw MediaSourceFault(.failed, "it ended in the middle")
        }
        // Once more, now that its size is known.
        let verdict = try await library.judge(now.upload, now.file, size: size)
        _ = try await library.secure(now.upload, now.file)
        let sha256 = now.file.hash()
        try await library.onDisk { try now.file.publish() }
        let media = try await library.finish(now.upload, verdict, size: size, sha256: sha256, nil, context)
        if media.storedName != now.upload.name { library.delete([now.upload.name]) }
        coming.withLock { $0 = nil }
        library.leaveUpload(now.upload.id)
        return media
    }

    /// Nothing of it is left behind, where it did not become a file.
    func giveUp() async {
        let left = coming.withLock { coming in
            defer { coming = nil }
            return coming
        }
        guard let left else { return }
        library.leaveUpload(left.upload.id)
        await library.discard(left.upload)
    }

    /// What it is called: as was said, else by the end of the URL's path, where that is a name.
    private static func name(_ errand: MediaLibrary.Errand) -> String {
        if !errand.fileName.isEmpty { return errand.fileName }
        let path = errand.url.prefix { $0 != "?" && $0 != "#" }
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3, let last = parts.last else { return "" }
        let name = PercentText.decoded(last) ?? ""
        return UploadDraft.isFileName(name) ? name : ""
    }
}

/// `%C3%BC` → `ü`.
enum PercentText {
    /// nil where that is no text.
    static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            guard let pair = Hexadecimal.bytes(String(decoding: rest.prefix(2), as: UTF8.self)), pair.count == 1
            else { return nil }
            bytes += pair
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
