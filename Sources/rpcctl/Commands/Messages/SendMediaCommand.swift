// `rpcctl send media`: a file from here, uploaded and then sent, one that was uploaded before, or one that the server fetches.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendMediaCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "media", abstract: "Send a file: a picture, a video, a voice note, a document.",
        discussion: """
            As `send text`. The file is uploaded first, as by `media upload`; with --media-id one is sent that is there \
            already, with --url one that the server fetches itself, from a public address. Example: rpcctl send media +4915112345678 holiday.jpg --caption 'Wish you were here'
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String?

    @Option(
        name: .customLong("media-id"),
        help: ArgumentHelp("A file that was uploaded, in place of one from here.", valueName: "id"))
    var mediaID: Int64?

    @Option(help: ArgumentHelp("Where the server fetches the file, in place of one from here.", valueName: "url"))
    var url: String?

    @Option(help: "What is said beside it, up to 1,024 characters.")
    var caption: String = ""

    @Option(
        help: ArgumentHelp(
            "What it is sent as: image, video, audio, voice, document or sticker. Default: what it is.",
            valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("What the recipient sees it called. Default: as it is here.", valueName: "name"))
    var name: String?

    @Option(
        name: .customLong("mention"),
        help: ArgumentHelp(
            "Somebody whose number stands in the caption behind an @. Can be given again.", valueName: "recipient"))
    var mentions: [String] = []

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        guard [file != nil, mediaID != nil, url != nil].count(where: { $0 }) == 1 else {
            throw Failure.usage("a file, --media-id or --url must be given, and no two of them")
        }
        let wanted = try kind.map(MediaText.kindNumber) ?? .unspecified
        // One key for both calls: repeated, the file is uploaded once more and is the same one.
        var waiting = options.waiting
        let key = waiting.idempotencyKey ?? Sending.makeKey()
        waiting.idempotencyKey = key
        let id: Int64
        if let file {
            id = try await upload(file, as: wanted, key, rpcd, output).id
        } else {
            id = mediaID ?? 0
        }
        try await Sending(rpcd: rpcd, output: output, options: waiting).run { key, userID, call in
            var request = SendMediaRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.mediaId = id
            request.mediaUrl = url ?? ""
            request.kind = wanted
            request.caption = caption
            request.fileName = name ?? ""
            request.mentions = mentions
            return try await rpcd.messages.sendMedia(request, options: call)
        }
    }

    private func upload(
        _ path: String, as kind: MediaKind, _ key: String, _ rpcd: Rpcd, _ output: Output
    ) async throws -> Media {
        let userID = try await rpcd.userID()
        let local = try LocalFile.reading(path)
        var upload = MediaUpload(
            rpcd: rpcd, file: local,
            start: .with {
                $0.size = local.size
                $0.fileName = name ?? MediaUploadCommand.name(of: path)
                $0.kind = kind
                $0.userId = userID
                $0.idempotencyKey = key
            }, bar: ProgressBar(output, total: local.size))
        return try await upload.run()
    }
}
