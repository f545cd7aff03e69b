// What a message with a file may say beside it: a caption, where WhatsApp shows one, and a name.

internal import Codec
internal import Contract
internal import RPC
internal import Store

extension KindChecks {
    /// Of a caption, in UTF-16 units.
    static let longestCaption = 1024

    static var noFile: RPCError { RPCError.validation("media_id", "is no file of the session's owner") }

    /// What can be said of the request alone.
    /// - Throws: all that is wrong with how the file is named: without it nothing more can be said.
    static func media(_ request: SendMediaRequest, _ checks: inout FieldChecks) throws {
        var naming = FieldChecks()
        if request.mediaUrl.isEmpty {
            naming.require(
                request.mediaId > 0, "media_id",
                request.mediaId == 0 ? "is required, or media_url" : "must be a file's id")
        } else {
            naming.require(request.mediaId == 0, "media_id", "cannot be given beside media_url")
        }
        if case .unrecognized = request.kind { naming.require(false, "kind", "is none of the contract's") }
        try naming.finish()
        checks.require(
            UploadDraft.isFileName(request.fileName), "file_name",
            "must be a name of \(UploadDraft.longestName) bytes at most, and no path")
    }

    /// What is said with the file.
    static func media(
        _ request: SendMediaRequest, _ file: MediaRecord, as kind: MediaKind, _ checks: inout FieldChecks
    ) -> Message.OneOfKind {
        let caption = request.caption
        if caption.utf8.count > longestCaption, caption.utf16.count > longestCaption {
            checks.require(
                false, "caption", "is longer than \(longestCaption) characters: \(caption.utf16.count)")
        }
        if [.voice, .audio, .sticker].contains(kind) {
            let rule = "cannot be given to what is sent as \(MediaTypeRules.word(kind)): WhatsApp shows none"
            checks.require(caption.isEmpty, "caption", rule)
        }
        let mentions = request.mentions.isEmpty ? [] : people(request.mentions, in: caption, &checks)
        return .media(
            .with {
                $0.kind = kind
                $0.mediaId = file.id
                $0.caption = caption
                $0.fileName = request.fileName.isEmpty ? file.fileName : request.fileName
                $0.mimeType = file.mimeType
                $0.size = file.size
                $0.sha256 = Hexadecimal.text(file.sha256)
                $0.mentions = mentions
            })
    }
}
