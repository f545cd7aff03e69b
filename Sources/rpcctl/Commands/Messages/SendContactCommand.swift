// `rpcctl send contact`: cards made of a name and numbers, or vCards from files; all that are given go out as one message.
internal import ArgumentParser
internal import Codec
internal import Contract

struct SendContactCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "contact", abstract: "Send one or several contact cards.",
        discussion: """
            As `send text`. A card is a name, `=`, and phone numbers with commas between them; or a vCard in a file, under \
            the name that stands in it. Example: rpcctl send contact +4915112345678 'Ada Lovelace=+4915112345679'
            """)

    @Argument(help: "+ and 7 to 15 digits (a leading 00 is read as +), or a WhatsApp id.")
    var recipient: String

    @Argument(help: ArgumentHelp("Such as Ada=+4915112345679.", valueName: "card"))
    var cards: [Card] = []

    @Option(
        name: .customLong("vcard"),
        help: ArgumentHelp("A file with one vCard. Can be given again.", valueName: "file"))
    var files: [String] = []

    @OptionGroup var options: SendOptions
    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        guard !cards.isEmpty || !files.isEmpty else {
            throw Failure.usage("no card was given", hint: "such as 'Ada=+4915112345679', or --vcard FILE")
        }
        let contacts = cards.map(\.contact) + (try files.map(Self.read))
        try await Sending(rpcd: rpcd, output: output, options: options.waiting).run { key, userID, call in
            var request = SendContactRequest()
            request.take(options, recipient: recipient, key: key, userID: userID)
            request.contacts = contacts
            return try await rpcd.messages.sendContact(request, options: call)
        }
    }

    private static func read(_ path: String) throws -> ContactCard {
        let text = String(decoding: try InputSource.file(path, limit: 1 << 20), as: UTF8.self)
        let name = text.split(whereSeparator: \.isNewline).first { $0.uppercased().hasPrefix("FN") }
        return .with {
            $0.displayName =
                name.flatMap { $0.split(separator: ":", maxSplits: 1).dropFirst().first }.map(String.init) ?? ""
            $0.vcard = text
        }
    }

    struct Card: ExpressibleByArgument {
        let contact: ContactCard

        init?(argument: String) {
            guard let sign = argument.lastIndex(of: "=") else { return nil }
            contact = .with {
                $0.displayName = String(argument[..<sign])
                $0.phoneNumbers = argument[argument.index(after: sign)...].split(separator: ",").map(String.init)
            }
        }
    }
}
