// A webhook and a delivery as stored → as the contract has them. Secrets, and the values of headers, stay behind.

internal import Codec
package import Contract
internal import Outbound
package import Store

extension Webhook {
    /// What is told of it without looking at its deliveries.
    package init(_ record: WebhookRecord) {
        self.init()
        id = record.id
        userId = record.userID
        url = record.url
        description = record.description
        types = record.types
        sessionId = record.sessionID
        headers = record.headerNames.map { name in .with { $0.name = name } }
        isActive = record.isActive
        inactiveReason = record.inactiveReason
        formerSecretUntil = record.formerSecretUntil?.timestamp
        lost = record.lost
        delivered = record.delivered
        lastSuccessAt = record.lastSuccessAt?.timestamp
        lastFailureAt = record.lastFailureAt?.timestamp
        lastError = record.lastError
        createdAt = record.createdAt.timestamp
        updatedAt = record.updatedAt.timestamp
        etag = record.etag
    }

    /// The whole.
    init(_ record: WebhookRecord, box: SecretBox, at now: Instant, in db: Database) throws {
        self.init(record)
        if let until = record.formerSecretUntil, until <= now { formerSecretUntil = nil }
        waiting =
            try db.deliveries.count(webhookID: record.id, state: .lane)
            + db.deliveries.count(webhookID: record.id, state: .beside)
        dead = try db.deliveries.count(webhookID: record.id, state: .dead)
        if record.isActive {
            do {
                _ = try WebhookTarget(record, box: box, in: db)
            } catch let obstacle as WebhookTarget.Obstacle {
                inactiveReason = obstacle.rawValue
            }
        }
    }

    /// As the audit log shows it: of the URL its origin, for the rest of it is a secret often enough.
    init(audited record: WebhookRecord) {
        self.init(record)
        url = record.origin
        // What deliveries have changed is nobody's deed.
        (lost, delivered, lastSuccessAt, lastFailureAt, lastError) = (0, 0, nil, nil, "")
        formerSecretUntil = nil
    }
}

extension WebhookRecord {
    /// Another one after each change; ids are not used again, so it says all.
    var etag: String { String(version) }

    /// Scheme and host of its URL.
    var origin: String { (try? TargetURL(url))?.origin ?? "" }
}

extension Delivery {
    init(_ record: DeliveryRecord, ids: WebhookMessageIDs) {
        self.init()
        id = record.id
        webhookId = record.webhookID
        messageId = ids.id(webhook: record.webhookID, cursor: record.cursor, at: record.event.at)
        sequence = record.sequence
        type = record.event.type
        at = record.event.at.timestamp
        sessionId = record.event.sessionID
        state = DeliveryState(rawValue: record.state.rawValue)
        tries = record.tries
        nextTryAt = record.nextTryAt?.timestamp
        lastTryAt = record.lastTryAt?.timestamp
        lastStatus = record.lastStatus
        lastError = record.lastError
        finishedAt = record.finishedAt?.timestamp
    }
}

extension Audit.Target {
    static func webhook(_ webhook: WebhookRecord) -> Audit.Target {
        Audit.Target("webhook", id: webhook.id, name: webhook.origin, ownerID: webhook.userID)
    }
}
