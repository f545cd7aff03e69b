// MessagesService.UploadMedia: what it is, then its bytes, within the credit that we give. Nothing that comes is quicker for
// being here already: every byte is taken, written and hashed, so that nobody learns what others have. However the stream
// ends, what was said to be safe is, and an upload that is not whole can be gone on with, unless it is not wanted at all.

internal import Codec
package import Contract
package import RPC
internal import Store

extension MessagesService {
    package func uploadMedia(
        _ requests: RequestStream<UploadMediaRequest>, responses: ResponseWriter<UploadMediaResponse>,
        context: CallContext
    ) async throws {
        let library = try library
        let principal = try context.principal
        let start = try await Self.start(requests, library)
        let draft = try UploadDraft(start, principal: principal, settings: library.settings)
        // Whoever goes on with an upload asks for the same thing.
        var asked = start
        asked.uploadId = ""
        // The most that it may have is told from what is around it on its way, which a repeat may frame anew.
        if start.atMost { asked.size = 0 }
        let idempotent = try IdempotentCall(asked, field: \.idempotencyKey, context: context, secret: secret)
        switch try await Self.open(draft, idempotent, library) {
        case .known(let media): try await responses.write(.with { $0.media = Media(media) })
        case .upload(let upload):
            defer { library.leaveUpload(upload.id) }
            let media = try await Self.take(
                upload, draft, requests, responses, idempotent, context, library)
            try await responses.write(
                .with {
                    $0.offset = media.size
                    $0.media = Media(media)
                })
        }
    }

    /// What the stream is for. An upload is taken: it has to be left.
    private static func open(
        _ draft: UploadDraft, _ idempotent: IdempotentCall?, _ library: MediaLibrary
    ) async throws -> MediaLibrary.Opening {
        let opening = try await library.begin(draft, idempotent)
        guard case .upload(let upload) = opening else { return opening }
        guard draft.uploadID.isEmpty else { return try await library.retake(upload, draft, idempotent) }
        do {
            try await library.takeUpload(upload)
            return opening
        } catch {
            // What nobody was told of is nobody's to go on with, whether or not this task was cancelled.
            await Task { await library.discard(upload) }.value
            throw error
        }
    }

    private static func start(
        _ requests: RequestStream<UploadMediaRequest>, _ library: MediaLibrary
    ) async throws -> UploadStart {
        let first = try await library.clock.within(library.settings.silence, "No first item came.") {
            var items = requests.makeAsyncIterator()
            return try await items.next()
        }
        guard case .start(let start) = first?.item else {
            throw RPCError.validation("start", "has to be in the first item")
        }
        return start
    }

    private static func take(
        _ upload: MediaUploadRecord, _ draft: UploadDraft, _ requests: RequestStream<UploadMediaRequest>,
        _ responses: ResponseWriter<UploadMediaResponse>, _ idempotent: IdempotentCall?, _ context: CallContext,
        _ library: MediaLibrary
    ) async throws -> MediaRecord {
        let (folder, name, position) = (library.folder, upload.name, upload.position)
        let file: UploadFile
        do {
            file = try await library.onDisk { try UploadFile(folder, name, from: position) }
        } catch is UploadFile.Lost {
            await library.discard(upload)
            throw RPCError.make(.dataLoss, "What had come of the upload is lost.", hint: "Begin a new one.")
        }
        var intake = UploadIntake(upload: upload, draft: draft, file: file, library: library)
        do {
            try await intake.run(responses) {
                var items = requests.makeAsyncIterator()
                guard let item = try await items.next() else { return nil }
                guard case .chunk(let chunk) = item.item else {
                    throw RPCError.validation("chunk", "is missing in an item")
                }
                return chunk
            }
            return try await intake.finish(idempotent, context)
        } catch let spoiled as MediaLibrary.Spoiled {
            await Task { await library.discard(upload) }.value
            throw spoiled.reason
        } catch {
            // Whether or not this task was cancelled.
            let left = intake
            await Task { await left.leave() }.value
            throw error
        }
    }
}
