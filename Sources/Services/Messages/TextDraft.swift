// What a valid SendTextRequest asks for. Everything that can be said of the request alone is checked here, before anything
// is read; what depends on the time, the session or other messages is checked in the write job.

package import Contract
internal import RPC
internal import Store

package struct TextDraft: Sendable {
    /// Of a text, in bytes.
    package static let longestText = 64 << 10
    /// How long a message may wait, where its sender does not say.
    package static let defaultLifetime: Duration = .seconds(24 * 3600)

    package let recipient: Recipient
    package let text: String
    package let queue: Queue
    package let scheduledAt: Instant?
    package let expiresAt: Instant?
    /// 0 = none.
    package let replyToID: Int64

    /// - Throws: VALIDATION_ERROR naming every field that is wrong.
    package init(_ request: SendTextRequest) throws {
        var wrong: [RPCError.FieldViolation] = []
        var recipient: Recipient?
        do throws(RecipientError) {
            recipient = try Recipient(parsing: request.recipient)
        } catch {
            wrong.append(.init(field: "recipient", description: error.description))
        }
        let length = request.message.utf8.count
        if length == 0 {
            wrong.append(.init(field: "message", description: "is required"))
        } else if length > Self.longestText {
            wrong.append(.init(field: "message", description: "is longer than \(Self.longestText) bytes: \(length)"))
        }
        if case .unrecognized = request.queue {
            wrong.append(.init(field: "queue", description: "is not known"))
        }
        let scheduledAt = request.scheduledAt.map { Instant($0) }
        if case .some(.none) = scheduledAt { wrong.append(Self.noTime("scheduled_at")) }
        let expiresAt = request.expiresAt.map { Instant($0) }
        if case .some(.none) = expiresAt { wrong.append(Self.noTime("expires_at")) }
        if request.replyToId < 0 {
            wrong.append(.init(field: "reply_to_id", description: "must be a message's id"))
        }
        guard let recipient, wrong.isEmpty else { throw RPCError.validation(wrong) }
        self.recipient = recipient
        text = request.message
        queue = request.queue
        self.scheduledAt = scheduledAt ?? nil
        self.expiresAt = expiresAt ?? nil
        replyToID = request.replyToId
    }

    private static func noTime(_ field: String) -> RPCError.FieldViolation {
        .init(field: field, description: "is no time between the years 1 and 9999")
    }

    /// When it is to go out and when it is given up.
    package struct Times: Sendable, Hashable {
        /// nil: now.
        package let scheduledAt: Instant?
        package let expiresAt: Instant
    }

    /// - Throws: VALIDATION_ERROR for a message that would expire before it could go out.
    package func times(at now: Instant) throws -> Times {
        let later = scheduledAt.flatMap { $0 > now ? $0 : nil }
        let earliest = later ?? now
        let end = expiresAt ?? earliest + Self.defaultLifetime
        guard end > earliest else {
            throw RPCError.validation(
                "expires_at", later == nil ? "is in the past" : "is not after scheduled_at")
        }
        return Times(scheduledAt: later, expiresAt: end)
    }
}
