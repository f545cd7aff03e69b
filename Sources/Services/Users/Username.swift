// User names: what may stand in one, and when two are the same. A name is kept in Unicode form NFKC, as it was typed
// otherwise; two names are the same when their folded forms are: NFKC, then lower, upper and lower case, which takes
// case, width, ligatures, ß/ss and the two lower-case sigmas out of the comparison (API.md 5). Names come from strangers
// and may be as long as a message: their length is looked at before any of that work.

internal import Foundation

/// A name that may be given to a user.
package struct Username: Sendable, Hashable {
    /// As it is shown.
    package let text: String
    /// As it is compared.
    package let key: String

    /// In characters, in form NFKC.
    private static let longest = 150
    /// In UTF-8, in any form. A character of a name may be given as several, though never as 27 bytes.
    private static let longestGiven = 4_096

    /// Nil unless it is 1 to 150 letters, digits and `@ . + - _`.
    package init?(_ given: String) {
        guard let normal = Self.normal(given), let first = normal.unicodeScalars.first,
            normal.unicodeScalars.allSatisfy(Self.isAllowed), !Self.isMark(first)
        else { return nil }
        text = normal
        key = Self.fold(normal)
    }

    /// The key of anything that was given as a name, to look it up: what is no name has a key that nobody's is, and what
    /// is too long for one has "".
    package static func fold(_ given: String) -> String {
        normal(given)?.lowercased().uppercased().lowercased().precomposedStringWithCompatibilityMapping ?? ""
    }

    /// The form that is kept; nil where it is longer than a name.
    private static func normal(_ given: String) -> String? {
        guard given.utf8.count <= longestGiven else { return nil }
        let normal = given.precomposedStringWithCompatibilityMapping
        return normal.unicodeScalars.count <= longest ? normal : nil
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "@", ".", "+", "-", "_": true
        default: isLetterOrDigit(scalar) || isMark(scalar)
        }
    }

    private static func isLetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    /// Vowel signs and accents that have no composed form: parts of letters.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark: !scalar.properties.isDefaultIgnorableCodePoint
        default: false
        }
    }
}
