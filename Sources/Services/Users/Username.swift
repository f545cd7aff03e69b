// User names: what may stand in one, and when two are the same. A name is kept in Unicode form NFKC, as it was typed
// otherwise; two names are the same when their folded forms are: NFKC, then lower, upper and lower case, which takes
// case, width, ligatures, ß/ss and the two lower-case sigmas out of the comparison (API.md 5).

internal import Foundation

/// A name that may be given to a user.
package struct Username: Sendable, Hashable {
    /// As it is shown.
    package let text: String
    /// As it is compared.
    package let key: String

    /// Nil unless it is 1 to 150 letters, digits and `@ . + - _`.
    package init?(_ given: String) {
        let normal = given.precomposedStringWithCompatibilityMapping
        guard (1...150).contains(normal.unicodeScalars.count), let first = normal.unicodeScalars.first,
            normal.unicodeScalars.allSatisfy(Self.isAllowed), !Self.isMark(first)
        else { return nil }
        text = normal
        key = Self.fold(normal)
    }

    /// The key of anything that was given as a name, to look it up: what is no name has a key that nobody's is.
    package static func fold(_ given: String) -> String {
        given.precomposedStringWithCompatibilityMapping.lowercased().uppercased().lowercased()
            .precomposedStringWithCompatibilityMapping
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
