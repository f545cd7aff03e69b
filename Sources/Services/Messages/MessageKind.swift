// The kinds of message: what bridges call them, which are about another message, where WhatsApp takes which.

internal import Contract
package import Store

extension MessageRecord.Kind {
    /// Whether it does something to a message that is there already.
    package var isAboutAnother: Bool { self == .reaction || self == .edit || self == .delete }

    /// What bridges call it in Hello; of media each sort has a word of its own (`kindWord` of a message).
    package var word: String {
        switch self {
        case .text: "text"
        case .media: "media"
        case .location: "location"
        case .contact: "contact"
        case .poll: "poll"
        case .reaction: "reaction"
        case .edit: "edit"
        case .delete: "delete"
        case .unknown: "unknown"
        }
    }
}

extension MessageRecord {
    /// What bridges call its kind in Hello; of media each sort has a word of its own.
    package var kindWord: String {
        kind == .media ? MessageBody.read(self).kind?.word ?? kind.word : kind.word
    }
}

extension MediaKind {
    /// The name in the contract, in lower case.
    var word: String {
        switch self {
        case .image: "image"
        case .video: "video"
        case .audio: "audio"
        case .voice: "voice"
        case .document: "document"
        case .sticker: "sticker"
        case .unspecified, .unrecognized: "media"
        }
    }

    /// What a bridge calls by that word; nil: no sort of media.
    init?(word: String) {
        let all: [MediaKind] = [.image, .video, .audio, .voice, .document, .sticker]
        guard let kind = all.first(where: { $0.word == word }) else { return nil }
        self = kind
    }
}

extension Message.OneOfKind {
    /// How it is stored.
    var stored: MessageRecord.Kind {
        switch self {
        case .text: .text
        case .media: .media
        case .location: .location
        case .contact: .contact
        case .poll: .poll
        case .reaction: .reaction
        case .edit: .edit
        case .delete: .delete
        case .unknown: .unknown
        }
    }

    /// What bridges call it in Hello.
    var word: String {
        if case .media(let media) = self { media.kind.word } else { stored.word }
    }

    /// Who is mentioned in what is new with it.
    var mentions: [String] {
        switch self {
        case .text(let text): text.mentions
        case .media(let media): media.mentions
        default: []
        }
    }

    /// The file that goes with it; 0: none.
    var mediaID: Int64 {
        if case .media(let media) = self { media.mediaId } else { 0 }
    }

    /// For clients that know texts only, and for people.
    var plainText: String {
        switch self {
        case .text(let text): text.body
        case .media(let media): media.caption.isEmpty ? media.fileName : media.caption
        case .location(let place):
            [place.name, place.address, "\(place.latitude), \(place.longitude)"].filter { !$0.isEmpty }
                .joined(separator: "\n")
        case .contact(let contact): contact.cards.map(\.displayName).filter { !$0.isEmpty }.joined(separator: ", ")
        case .poll(let poll): ([poll.question] + poll.options.map { "- " + $0 }).joined(separator: "\n")
        case .reaction(let reaction): reaction.emoji
        case .edit(let edit): edit.body
        case .delete: ""
        case .unknown(let unknown): unknown.text
        }
    }
}
