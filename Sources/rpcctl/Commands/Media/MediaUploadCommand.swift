// `rpcctl media upload`: a file, within the credit that the server gives; gone on with where the connection was lost.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct MediaUploadCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "upload", abstract: "Upload a file, to be sent with messages.",
        discussion: """
            Prints the file as it is kept. A connection that is lost is made anew, and the upload gone on with. \
            Example: rpcctl media upload holiday.jpg
            """)

    @Argument(help: ArgumentHelp("The file.", valueName: "file"))
    var file: String

    @Option(
        help: ArgumentHelp(
            "What it is to be sent as: image, video, audio, voice, document or sticker. Default: what it is.",
            valueName: "kind"))
    var kind: String?

    @Option(help: ArgumentHelp("What it is called. Default: as it is here.", valueName: "name"))
    var name: String?

    @Option(
        help: ArgumentHelp("What its content is, such as text/csv. Default: what it looks like.", valueName: "type"))
    var type: String = ""

    @Option(
        help: ArgumentHelp("The same key and file within 24 hours are one file. Default: a new one.", valueName: "key"))
    var idempotencyKey: String?

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let wanted = try kind.map(MediaText.kindNumber) ?? .unspecified
        let userID = try await rpcd.userID()
        let local = try LocalFile.reading(file)
        var upload = MediaUpload(
            rpcd: rpcd, file: local,
            start: .with {
                $0.size = local.size
                $0.fileName = name ?? Self.name(of: file)
                $0.kind = wanted
                $0.mimeType = type
                $0.userId = userID
                $0.idempotencyKey = idempotencyKey ?? Sending.makeKey()
            }, bar: ProgressBar(output, total: local.size))
        let media = try await upload.run()
        try output.show(media) { MediaText.details(media) }
    }

    /// What stands behind the last slash.
    static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? "" }
}

/// A file on its way to the server, over as many streams as it takes.
struct MediaUpload {
    let rpcd: Rpcd
    let file: LocalFile
    private(set) var start: UploadStart
    private var bar: ProgressBar
    private var sent: Int64 = 0

    init(rpcd: Rpcd, file: LocalFile, start: UploadStart, bar: ProgressBar) {
        self.rpcd = rpcd
        self.file = file
        self.start = start
        self.bar = bar
    }

    mutating func run() async throws -> Media {
        var resumption = Resumption()
        while true {
            do {
                let media = try await stream()
                bar.leave()
                return media
            } catch {
                // Without an answer there is nothing to go on with, and nothing was taken.
                do {
                    guard !start.uploadId.isEmpty else { throw error }
                    try await resumption.wait(after: error, at: sent)
                } catch {
                    bar.leave()
                    throw error
                }
            }
        }
    }

    private mutating func stream() async throws -> Media {
        let call = try await rpcd.messages.uploadMedia(options: rpcd.stream)
        let first = UploadMediaRequest.with { $0.item = .start(start) }
        try await call.send(first)
        var credit: Int32 = 0
        var offset: Int64 = -1
        var most = 0
        for try await answer in call.responses {
            if let media = answer.media { return media }
            if offset < 0 {
                start.uploadId = answer.uploadId
                offset = answer.offset
                most = Int(answer.chunkBytes)
                guard most > 0, (0...start.size).contains(offset) else { throw Self.nonsense }
            }
            credit = credit.addingReportingOverflow(answer.credit).partialValue
            while credit > 0, offset < start.size {
                let bytes = try file.read(at: offset, atMost: min(most, Int(start.size - offset)))
                guard !bytes.isEmpty else { throw Failure(.failed, "FILE", "\(file.path) has become shorter") }
                let chunk = UploadChunk.with {
                    $0.offset = offset
                    $0.data = bytes
                }
                try await call.send(.with { $0.item = .chunk(chunk) })
                offset += Int64(bytes.count)
                credit -= 1
                sent = offset
                bar.show(offset)
            }
        }
        throw Self.nonsense
    }

    private static let nonsense = Failure(.failed, "INTERNAL", "the server's answer to the upload makes no sense")
}
