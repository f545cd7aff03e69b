// What a bridge says that came in, as a kind of message: held to lengths, because it is kept, and to numbers that are some.
// A bridge that knows no cases says `kind` and `text`, as all did once.

internal import Codec
internal import Contract

enum IncomingKind {
    static let longestText = 256 << 10
    private static let longestLine = 1024

    /// - Parameter target: the message that it is about; 0: it is not known here.
    static func of(_ incoming: Incoming, target: Int64) -> Message.OneOfKind {
        switch incoming.content {
        case .media(let media): return .media(kept(media, incoming))
        case .location(let place):
            guard abs(place.latitude) <= 90, abs(place.longitude) <= 180 else { return unknown("location", incoming) }
            return .location(kept(place))
        case .contact(let contact): return .contact(.with { $0.cards = contact.cards.prefix(100).map { kept($0) } })
        case .poll(let poll):
            return .poll(
                .with {
                    $0.question = poll.question.cut(longestLine)
                    $0.options = poll.options.prefix(64).map { $0.cut(longestLine) }
                    $0.selectable = max(0, poll.selectable)
                })
        case .reaction(let reaction):
            return .reaction(
                .with {
                    $0.messageId = target
                    $0.emoji = reaction.emoji.cut(KindChecks.longestEmoji)
                })
        case .edit(let edit):
            return .edit(
                .with {
                    $0.messageId = target
                    $0.body = (edit.body.isEmpty ? incoming.text : edit.body).cut(longestText)
                    $0.mentions = kept(edit.mentions)
                })
        case .delete: return .delete(.with { $0.messageId = target })
        case nil: return withoutCase(incoming)
        }
    }

    /// The group or channel that it came in through, or "".
    static func chat(_ incoming: Incoming) -> String {
        incoming.chat.utf8.count <= 128 && Contact.isMany(incoming.chat) ? incoming.chat : ""
    }

    private static func withoutCase(_ incoming: Incoming) -> Message.OneOfKind {
        let text = incoming.text.cut(longestText)
        if incoming.kind.isEmpty || incoming.kind == "text" {
            return .text(
                .with {
                    $0.body = text
                    $0.mentions = kept(incoming.mentions)
                })
        }
        guard let sort = MediaKind(word: incoming.kind) else { return unknown(incoming.kind, incoming) }
        return .media(
            .with {
                $0.kind = sort
                $0.caption = text
            })
    }

    private static func unknown(_ kind: String, _ incoming: Incoming) -> Message.OneOfKind {
        .unknown(
            .with {
                $0.kind = kind.cut(64)
                $0.text = incoming.text.cut(longestText)
            })
    }

    private static func kept(_ media: MediaContent, _ incoming: Incoming) -> MediaContent {
        var media = media
        // Files are numbered here, and what is not fetched is not here.
        media.mediaId = 0
        media.caption = (media.caption.isEmpty ? incoming.text : media.caption).cut(longestText)
        media.fileName = media.fileName.cut(longestLine)
        media.mimeType = media.mimeType.cut(256)
        media.sha256 = media.sha256.cut(64)
        media.size = max(0, media.size)
        media.durationMs = max(0, media.durationMs)
        media.mentions = kept(media.mentions)
        return media
    }

    private static func kept(_ place: LocationContent) -> LocationContent {
        var place = place
        place.name = place.name.cut(longestLine)
        place.address = place.address.cut(longestLine)
        return place
    }

    private static func kept(_ card: ContactCard) -> ContactCard {
        .with {
            $0.displayName = card.displayName.cut(longestLine)
            $0.phoneNumbers = card.phoneNumbers.prefix(20).map { $0.cut(64) }
            $0.organization = card.organization.cut(longestLine)
            $0.emails = card.emails.prefix(20).map { $0.cut(longestLine) }
            $0.vcard = card.vcard.cut(KindChecks.longestCard)
        }
    }

    private static func kept(_ mentions: [String]) -> [String] {
        mentions.prefix(KindChecks.mostMentions).map { $0.cut(128) }
    }
}
