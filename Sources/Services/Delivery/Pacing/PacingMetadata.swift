// What a caller is told of the pace of the session that takes a message: response metadata, which the gateway turns into
// headers. Only of sessions that send carefully, and from what the dispatcher saw last: a send asks the database nothing
// for it.

internal import Contract
internal import RPC
internal import Store

enum PacingMetadata {
    static let profile = "pacing-profile"
    /// In seconds, rounded up; 0: now.
    static let nextSend = "pacing-next-send"
    static let coldRemaining = "pacing-cold-remaining"

    /// - Parameter seen: nil where the session sends as it likes, or nothing is known of it in memory.
    static func tell(_ seen: PaceSeen?, at now: Instant, to context: CallContext) {
        guard let seen else { return }
        let pace = SessionPacing(seen.record, of: seen.session, by: seen.pacer, at: now)
        let wait = pace.nextSendAt.flatMap { Instant($0) }.map { max(.zero, $0 - now) } ?? .zero
        let (seconds, rest) = wait.components
        var metadata = context.responseMetadata
        metadata[profile] = "careful"
        metadata[nextSend] = String(rest > 0 ? seconds + 1 : seconds)
        metadata[coldRemaining] = String(pace.coldLeft)
        context.responseMetadata = metadata
    }
}
