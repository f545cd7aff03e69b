// How a file is shown.
internal import Contract

enum MediaText {
    private static let kinds = EnumWords("kind", of: Media.schema)

    static func kind(_ kind: MediaKind) -> String { kinds.word(kind) }

    /// A kind that somebody typed.
    static func kindNumber(_ word: String) throws -> MediaKind {
        guard let number = kinds.number(word) else {
            throw Failure.usage("\(word) is no kind: \(kinds.all.joined(separator: ", "))")
        }
        return MediaKind(rawValue: number)
    }

    static func details(_ media: Media) -> Details {
        var details = Details()
        details.add("id", media.id)
        details.add("name", media.fileName)
        details.add("kind", kind(media.kind))
        details.add("type", media.mimeType)
        details.add("size", StatusCommand.bytes(media.size))
        details.add("sha256", media.sha256)
        details.add("user", media.userId)
        details.add("created", TimeText.seconds(media.createdAt))
        details.add("expires", TimeText.seconds(media.expiresAt))
        return details
    }

    static func table(_ list: [Media]) -> Table {
        var table = Table([
            .init("ID", .right), .init("KIND"), .init("TYPE"), .init("SIZE", .right), .init("NAME", givesWay: true),
            .init("USER", .right), .init("CREATED"), .init("EXPIRES"),
        ])
        for media in list {
            table.add([
                .init(media.id), .init(kind(media.kind)), .init(media.mimeType), .init(StatusCommand.bytes(media.size)),
                .init(media.fileName), .init(media.userId), .init(TimeText.seconds(media.createdAt)),
                .init(TimeText.seconds(media.expiresAt)),
            ])
        }
        return table
    }
}
