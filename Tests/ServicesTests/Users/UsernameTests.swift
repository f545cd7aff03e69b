// Which names may be given, and which two are the same.
import Foundation
import Services
import Testing

@Suite struct UsernameTests {
    @Test(arguments: [
        "a", "ada", "Ada.Lovelace@example+x-y_z", "ÄÖÜß", "Ωμέγα", "нина", "李小龍", "हिन्दी", "１２３",
        "o'brien".replacing("'", with: "-"),
    ])
    func theseAreNames(text: String) {
        #expect(Username(text) != nil)
    }

    @Test(arguments: [
        "", " ", "a b", "a\n", "a\0b", "a/b", "a\\b", "a\"b", "a,b", "a;b", "\u{301}", "\u{200B}a", "a\u{200D}b",
        "a\u{202E}b",
        "😀", "a\u{FE0F}", String(repeating: "a", count: 151), "½\u{7F}", "a\u{AD}b",
    ])
    func theseAreNot(text: String) {
        #expect(Username(text) == nil)
    }

    @Test(arguments: [
        ("Ada", "ada"), ("ADA", "ada"), ("ａｄａ", "ada"), ("Stra\u{DF}e", "STRASSE"), ("\u{FB01}n", "fin"),
        ("é", "e\u{301}"), ("É", "é"), ("ΣΑΣ", "σας"), ("\u{17F}am", "SAM"), ("K", "\u{212A}"), ("①", "1"),
    ])
    func theseAreTheSame(one: String, other: String) {
        #expect(Username.fold(one) == Username.fold(other))
        #expect(Array(Username.fold(one).utf8) == Array(Username.fold(other).utf8))
    }

    @Test func differentNamesStayDifferent() {
        #expect(Username.fold("ada") != Username.fold("àda"))
        #expect(Username.fold("ada") != Username.fold("аda"))  // a Cyrillic letter
        #expect(Username.fold("ada1") != Username.fold("ada2"))
    }

    @Test func foldingTwiceChangesNothing() {
        for scalar in (0x20...0x2FFFF).compactMap(Unicode.Scalar.init) {
            let once = Username.fold(String(scalar))
            #expect(Username.fold(once) == once, "U+\(String(scalar.value, radix: 16))")
        }
    }

    @Test func lengthIsCountedInCharacters() {
        #expect(Username(String(repeating: "ä", count: 150)) != nil)
        #expect(Username(String(repeating: "ä", count: 151)) == nil)
    }

    @Test func whatIsTooLongForANameIsNobodysAndIsNotWorkedOn() {
        // One of these becomes eighteen characters in form NFKC: a message full of them is seconds of work.
        let endless = String(repeating: "\u{FDFA}", count: 1_398_000)
        let time = ContinuousClock().measure {
            #expect(Username.fold(endless).isEmpty)
            #expect(Username(endless) == nil)
        }
        #expect(time < .milliseconds(200))
        #expect(Username.fold(String(repeating: "a", count: 151)).isEmpty)
        #expect(Username.fold(String(repeating: "\u{FDFA}", count: 150)).isEmpty)
    }

    @Test(arguments: ["ß", "\u{390}", "\u{1F82}", "각", "\u{1D15E}", "𐐀", "A"])
    func theLongestNameIsFoundInEachOfItsForms(letter: String) throws {
        let text = String(repeating: letter, count: 150)
        let key = Username(text)?.key ?? Username.fold(text)
        for form in [text, text.decomposedStringWithCanonicalMapping, text.precomposedStringWithCanonicalMapping] {
            #expect(Username.fold(form) == key)
        }
        if letter != "\u{1D15E}" { #expect(!key.isEmpty) }
    }
}
