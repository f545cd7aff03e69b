// The filters of ListMessages: checked as far as the request alone says, then made into the store's.

internal import Contract
internal import RPC
internal import Store

struct MessageSelection: Sendable {
    private let status: MessageRecord.Status?
    private let direction: MessageRecord.Direction?
    private let recipient: String
    private let sender: String

    /// - Throws: VALIDATION_ERROR naming every filter that is wrong.
    init(_ request: ListMessagesRequest) throws {
        var wrong: [RPCError.FieldViolation] = []
        status = MessageRecord.Status(rawValue: request.status.rawValue)
        if status == nil, request.status != .unspecified {
            wrong.append(.init(field: "status", description: "is not known"))
        }
        direction = MessageRecord.Direction(rawValue: request.direction.rawValue)
        if direction == nil, request.direction != .unspecified {
            wrong.append(.init(field: "direction", description: "is not known"))
        }
        recipient = Self.name(request.recipient, "recipient", &wrong)
        sender = Self.name(request.sender, "sender", &wrong)
        guard wrong.isEmpty else { throw RPCError.validation(wrong) }
    }

    /// Somebody in the one spelling; "" where none is asked for.
    private static func name(_ written: String, _ field: String, _ wrong: inout [RPCError.FieldViolation]) -> String {
        guard !written.isEmpty else { return "" }
        do throws(RecipientError) {
            return try Recipient(lookingFor: written).text
        } catch {
            wrong.append(.init(field: field, description: error.description))
            return ""
        }
    }

    /// - Throws: NOT_FOUND for a session that is not there, or not for the caller's eyes.
    func filter(
        _ request: ListMessagesRequest, userID: Int64, principal: Principal, in db: Database
    ) throws -> MessageFilter {
        var filter = MessageFilter(userID: userID, status: status, direction: direction)
        if !recipient.isEmpty { filter.recipients = try db.messages.names(of: recipient, userID: userID) }
        if !sender.isEmpty { filter.senders = try db.messages.names(of: sender, userID: userID) }
        if request.sessionId != 0 || !request.session.isEmpty {
            filter.sessionID = try SessionResolver.existing(
                session: request.session, sessionID: request.sessionId, userID: request.userId, principal: principal,
                in: db
            ).id
        }
        return filter
    }
}
