// What counts as a recipient, and how it is answered. Pure.
import Testing

@testable import Services

@Suite struct RecipientTests {
    @Test(arguments: [
        ("+491701234567", "+491701234567"),
        ("+49 170 123-45.67", "+491701234567"),
        ("(+49) 170 1234567", "+491701234567"),
        ("00491701234567", "+491701234567"),
        ("00 49 (170) 1234567", "+491701234567"),
        ("+1234567", "+1234567"),
        ("+123456789012345", "+123456789012345"),
        ("491701234567@s.whatsapp.net", "+491701234567"),
        ("491701234567@c.us", "+491701234567"),
        ("120363041234567890@g.us", "120363041234567890@g.us"),
        ("491701234567-1580000000@g.us", "491701234567-1580000000@g.us"),
        ("98765432109876@lid", "98765432109876@lid"),
        ("120363041234567890@newsletter", "120363041234567890@newsletter"),
        ("491701234567@C.US", "+491701234567"),
    ])
    func isAnsweredInOneSpelling(written: String, answered: String) throws {
        #expect(try Recipient(parsing: written).text == answered)
    }

    @Test(arguments: [
        ("", RecipientError.missing),
        ("01701234567", .national),
        ("1701234567", .national),
        ("491701234567", .national),
        ("+123456", .wrongLength),
        ("+1234567890123456", .wrongLength),
        ("00123456", .wrongLength),
        ("+", .notANumber),
        ("00", .notANumber),
        ("   ", .notANumber),
        ("++491701234567", .notANumber),
        ("49+1701234567", .notANumber),
        ("+49170x234567", .notANumber),
        ("+49\t1701234567", .notANumber),
        ("+٤٩١٧٠١٢٣٤٥٦٧", .notANumber),
        ("bob", .notANumber),
        ("bob@s.whatsapp.net", .malformedID),
        ("@g.us", .malformedID),
        ("-@g.us", .malformedID),
        ("1-2-3@g.us", .malformedID),
        ("491701234567:3@s.whatsapp.net", .malformedID),
        ("491701234567@lid@lid", .malformedID),
        ("status@broadcast", .unknownServer),
        ("491701234567@example.org", .unknownServer),
        ("491701234567@", .unknownServer),
        (String(repeating: "1", count: 200), .tooLong),
    ])
    func isRefusedWithItsReason(written: String, reason: RecipientError) {
        #expect(throws: reason) { try Recipient(parsing: written) }
        #expect(!reason.description.isEmpty)
    }

    @Test func aNumberIsTheSameHoweverItIsWritten() throws {
        let spellings = [
            "+491701234567", "00491701234567", "+49-170-1234567", "+49 (170) 123.45.67", "491701234567@c.us",
            "491701234567@s.whatsapp.net",
        ]
        #expect(try Set(spellings.map { try Recipient(parsing: $0) }).count == 1)
    }
}
