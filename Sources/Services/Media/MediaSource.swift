// Where files come from that are named by a URL. A seam: which addresses may be connected to is a room's affair that knows HTTP
// and nothing of files; what becomes of the bytes is ours.

package protocol MediaSource: Sendable {
    /// What is wrong with a URL, as far as that can be said without asking anybody; nil: nothing. Follows the name of a
    /// field.
    func fault(of url: String) -> String?

    /// Asks for what a URL names, and hands it over as it comes.
    /// - Parameters:
    ///   - user: on whose behalf, who has a share of what there is for that.
    ///   - limit: from the lookup of the name to the last byte.
    ///   - head: called once, when the other side has said that it comes.
    ///   - part: called with each piece, in order; the next is read when it has returned.
    /// - Throws: `MediaSourceFault`, `CancellationError`, and what is thrown by head and part.
    func fetch(
        _ url: String, for user: Int64, within limit: Duration,
        head: @escaping @Sendable (MediaHead) async throws -> Void,
        part: @escaping @Sendable ([UInt8]) async throws -> Void
    ) async throws
}

/// What the other side says of a file before it sends it.
package struct MediaHead: Sendable, Hashable {
    /// In bytes; nil: it does not say.
    package var length: Int64?
    /// As it says; empty: it does not.
    package var type = ""

    package init() {}
}

/// Why a file could not be had. In words that can be shown to whoever gave the URL: nothing of what was found where nobody may
/// look.
package struct MediaSourceFault: Error, Sendable, Hashable {
    package enum Kind: Sendable, Hashable {
        /// The URL is none that may be asked for: another one would be.
        case url
        /// The other side does not give it.
        case refused
        /// It cannot be reached, or was too slow, or ended in the middle.
        case failed
    }

    package let kind: Kind
    package let text: String

    package init(_ kind: Kind, _ text: String) {
        self.kind = kind
        self.text = text
    }
}
