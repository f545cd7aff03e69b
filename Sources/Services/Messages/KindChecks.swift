// What each kind of message may say, as WhatsApp counts: texts in bytes, names and options in UTF-16 units, as its own
// clients do. Each check gives what is to be sent, in the one spelling that is stored, and notes what is wrong. Texts and
// reactions: KindChecks+Text.swift.

internal import Codec
internal import Contract
internal import RPC

enum KindChecks {
    static let longestName = 256
    static let longestAddress = 1024
    static let mostCards = 50
    static let longestCard = 16 << 10
    static let longestCards = 64 << 10
    static let mostNumbers = 10
    static let longestQuestion = 255
    static let longestOption = 100
    static let options = 2...12

    static func location(_ request: SendLocationRequest, _ checks: inout FieldChecks) -> Message.OneOfKind {
        func degrees(_ value: DoubleValue?, _ bound: Double, _ field: String) -> Double {
            guard let value = value?.value else {
                checks.require(false, field, "is required")
                return 0
            }
            checks.require(abs(value) <= bound, field, "must be degrees from -\(Int(bound)) to \(Int(bound))")
            return value
        }
        let latitude = degrees(request.latitude, 90, "latitude")
        let longitude = degrees(request.longitude, 180, "longitude")
        line(request.name, longestName, "name", &checks)
        line(request.address, longestAddress, "address", &checks)
        return .location(
            .with {
                $0.latitude = latitude
                $0.longitude = longitude
                $0.name = request.name
                $0.address = request.address
            })
    }

    static func poll(_ request: SendPollRequest, _ checks: inout FieldChecks) -> Message.OneOfKind {
        line(request.question, longestQuestion, "question", &checks, isRequired: true)
        checks.require(
            options.contains(request.options.count), "options",
            "must be \(options.lowerBound) to \(options.upperBound): \(request.options.count)")
        // Field paths are bounded by the options there may be.
        for (index, option) in request.options.prefix(options.upperBound).enumerated() {
            line(option, longestOption, "options[\(index)]", &checks, isRequired: true)
        }
        checks.require(Set(request.options).count == request.options.count, "options", "must not be alike")
        checks.require(
            request.selectable >= 0 && Int(request.selectable) <= request.options.count, "selectable",
            "must be 0, for any, up to the number of options")
        return .poll(
            .with {
                $0.question = request.question
                $0.options = request.options
                $0.selectable = request.selectable
            })
    }

    static func contact(_ request: SendContactRequest, _ checks: inout FieldChecks) -> Message.OneOfKind {
        let given = request.contacts
        checks.require((1...mostCards).contains(given.count), "contacts", "must be 1 to \(mostCards): \(given.count)")
        let cards = given.prefix(mostCards).enumerated().map { card($0.element, "contacts[\($0.offset)]", &checks) }
        let length = cards.reduce(0) { $0 + $1.vcard.utf8.count }
        checks.require(length <= longestCards, "contacts", "are longer than \(longestCards) bytes: \(length)")
        return .contact(.with { $0.cards = cards })
    }

    /// With its vCard, and its numbers in one spelling.
    private static func card(_ given: ContactCard, _ path: String, _ checks: inout FieldChecks) -> ContactCard {
        var card = given
        line(given.displayName, longestName, "\(path).display_name", &checks, isRequired: true)
        line(given.organization, longestName, "\(path).organization", &checks)
        checks.require(
            given.phoneNumbers.count <= mostNumbers, "\(path).phone_numbers", "must be at most \(mostNumbers)")
        card.phoneNumbers = given.phoneNumbers.prefix(mostNumbers).map { written in
            let number = try? Recipient(parsing: written)
            checks.require(
                number?.text.hasPrefix("+") == true, "\(path).phone_numbers",
                "must be phone numbers such as +491701234567")
            return number?.text ?? ""
        }
        checks.require(given.emails.count <= mostNumbers, "\(path).emails", "must be at most \(mostNumbers)")
        for email in given.emails.prefix(mostNumbers) {
            line(email, longestName, "\(path).emails", &checks, isRequired: true)
        }
        if given.vcard.isEmpty {
            checks.require(
                !given.phoneNumbers.isEmpty || !given.emails.isEmpty, "\(path).phone_numbers",
                "is required where there is neither an e-mail address nor a vCard")
            card.vcard = VCard.text(card)
        } else {
            checks.require(
                given.vcard.utf8.count <= longestCard, "\(path).vcard",
                "is longer than \(longestCard) bytes: \(given.vcard.utf8.count)")
            checks.require(
                VCard.isOne(given.vcard), "\(path).vcard", "must be one vCard, from BEGIN:VCARD to END:VCARD")
        }
        return card
    }

    /// One line of up to `most` UTF-16 units, without control characters.
    static func line(
        _ text: String, _ most: Int, _ field: String, _ checks: inout FieldChecks, isRequired: Bool = false
    ) {
        if isRequired, text.allSatisfy(\.isWhitespace) { checks.require(false, field, "is required") }
        if text.utf8.count > most, text.utf16.count > most {
            checks.require(false, field, "is longer than \(most) characters: \(text.utf16.count)")
        }
        checks.require(
            !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }, field,
            "must be one line without control characters")
    }
}
