// Webhooks: who is told of events by post. One file per method; this one holds what they share. Delivering is in Delivery/.

internal import Contract
internal import Outbound
internal import RPC
package import Store

/// switchboard.v1.WebhooksService.
package struct WebhooksService: WebhooksServiceProtocol {
    let store: Store
    let clock: any Clock
    let pages: PageTokens
    let idempotencySecret: HMACKey
    let box: SecretBox
    let dispatcher: WebhookDispatcher
    let mostWebhooks: Int

    /// - Parameters:
    ///   - idempotencySecret: for fingerprints of requests; the same over restarts.
    ///   - box: seals secrets.
    ///   - dispatcher: is told of every change.
    ///   - mostWebhooks: that one user may have.
    package init(
        store: Store, clock: any Clock, pages: PageTokens, idempotencySecret: HMACKey, box: SecretBox,
        dispatcher: WebhookDispatcher, mostWebhooks: Int = 100
    ) {
        self.store = store
        self.clock = clock
        self.pages = pages
        self.idempotencySecret = idempotencySecret
        self.box = box
        self.dispatcher = dispatcher
        self.mostWebhooks = mostWebhooks
    }

    var rules: AddressRules { dispatcher.sender.client.rules }

    /// - Throws: NOT_FOUND, the same for what is not there and for what is another's.
    static func find(_ id: Int64, for principal: Principal, in db: Database) throws -> WebhookRecord {
        guard let found = try db.webhooks.get(id) else { throw Tenancy.notFound }
        try Tenancy.visible(ownerID: found.userID, to: principal)
        return found
    }

    /// Posts tell of events and of messages: a key that may read neither must not have them sent elsewhere.
    static func requireEvents(_ principal: Principal) throws {
        guard principal.effectiveScopes.contains(.eventsRead) else {
            let word = ScopeSet.eventsRead.words.joined()
            throw RPCError.make(
                .scopeMissing, "The API key lacks the scope \(word): a webhook tells of events.",
                metadata: ["scope": word])
        }
    }

    /// - Throws: NOT_FOUND where a filter names a session that is not the owner's.
    static func check(_ sessionID: Int64, of ownerID: Int64, in db: Database) throws {
        guard sessionID != 0 else { return }
        guard let session = try db.sessions.get(sessionID), session.userID == ownerID else {
            throw RPCError.make(
                .notFound, "There is no such session.",
                violations: [.init(field: "session_id", description: "names no session of the webhook's owner")])
        }
    }

    static func checkETag(_ condition: ETagCondition, _ webhook: WebhookRecord) throws {
        guard condition.holds(webhook.etag) else {
            throw RPCError.make(
                .etagMismatch, "The webhook was changed by somebody else meanwhile.",
                hint: "Get the webhook again, and decide by what it is now.")
        }
    }
}

extension IdempotentCall {
    /// - Throws: ALREADY_EXISTS where this call has made a secret before, IDEMPOTENCY_KEY_REUSED.
    func refuseSecondSecret(in db: Database, at now: Instant) throws {
        guard let id = try answer(.webhook, in: db, at: now) else { return }
        throw RPCError.make(
            .alreadyExists, "An earlier call with this idempotency key has made a webhook's secret.",
            hint: "It was in that answer and is shown nowhere else. If it was lost, rotate it.",
            metadata: ["id": String(id)])
    }
}
