// The key files of `<data-dir>/secrets`: the one list of them. What starts makes them, doctor looks for them, a backup takes
// them along where it is asked to, and a restore puts them back; a file that is not listed here is none of that.

package enum KeyFile: String, CaseIterable, Sendable {
    case signing = "signing.keys"
    case refreshTokens = "refresh-tokens.key"
    case pageTokens = "page-tokens.key"
    case idempotency = "idempotency.key"
    case audit = "audit.key"
    case box = "box.keys"

    /// Bytes of those that hold one key.
    package static let length = 32

    /// As people are told it.
    package var fileName: String { rawValue }

    /// Which of them a file in a folder of secrets is, by its name; nil: none.
    package init?(named name: String) {
        guard let file = KeyFile(rawValue: name) else { return nil }
        self = file
    }

    /// Those of which `names` has no file.
    package static func missing(in names: [String]) -> [KeyFile] {
        let there = Set(names.compactMap { KeyFile(named: $0) })
        return allCases.filter { !there.contains($0) }
    }

    /// What is lost with it.
    package var loss: String {
        switch self {
        case .signing: "access tokens that were given out are refused, and clients renew them"
        case .refreshTokens: "everybody who is signed in has to sign in again"
        case .pageTokens: "lists that are being read page by page begin anew"
        case .idempotency: "a repeat of a call from before is refused as another one"
        case .audit: "what the audit log holds cannot be verified any more"
        case .box: "what is sealed in the database cannot be read any more"
        }
    }
}
