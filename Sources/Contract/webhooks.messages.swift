// Generated from switchboard/v1/webhooks.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum DeliveryState: ProtoEnum {
    case unspecified
    /// Is tried again; what its session's later events wait for.
    case waiting
    /// Is tried again beside what came later.
    case delayed
    /// Was given up.
    case dead
    case delivered
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .waiting
        case 2: self = .delayed
        case 3: self = .dead
        case 4: self = .delivered
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .waiting: 1
        case .delayed: 2
        case .dead: 3
        case .delivered: 4
        case .unrecognized(let number): number
        }
    }
}

package struct Webhook: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    /// `https://…`; `http://…` only where `webhooks.allow-private` is set.
    package var url: String = ""
    /// Up to 200 characters, for people.
    package var description: String = ""
    /// Only these types, such as `message.delivered`, or whole families, such as `message.*`. Empty: all.
    package var types: [String] = []
    /// Only this session's; 0 = any. With the session the webhook is deleted.
    package var sessionId: Int64 = 0
    /// Sent with each post. In answers without their values, which are kept secret.
    package var headers: [WebhookHeader] = []
    /// Whether it is delivered to. What happens meanwhile is delivered when it is active again, as far as it is kept.
    package var isActive: Bool = false
    /// Why it is not active, or cannot be delivered to: `gone` (it answered 410), `no_secret` (its secret cannot be read:
    /// rotate it), `no_headers` (its headers cannot be read: set them anew, or none), `no_url` (its URL is one that is not
    /// taken any more). Empty: somebody wants it so, or it is active.
    package var inactiveReason: String = ""
    /// Until then what is posted is signed with the secret before as well; absent: there is none.
    package var formerSecretUntil: Timestamp?
    /// Waits for another try.
    package var waiting: Int64 = 0
    /// Was given up; ReplayDeliveries tries it again.
    package var dead: Int64 = 0
    /// What happened while it was behind and is not kept any more: it was never posted.
    package var lost: Int64 = 0
    /// Arrived so far.
    package var delivered: Int64 = 0
    package var lastSuccessAt: Timestamp?
    package var lastFailureAt: Timestamp?
    /// How the last failed try failed.
    package var lastError: String = ""
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    package var etag: String = ""

    package init() {}
}

package struct WebhookHeader: ProtoMessage {
    /// Not `webhook-…`, nor one that HTTP or the server sets itself.
    package var name: String = ""
    /// Printable ASCII. Empty in answers.
    package var value: String = ""

    package init() {}
}

/// What is posted, as JSON in the house dialect.
package struct WebhookPayload: ProtoMessage {
    /// The event's, or `webhook.test`.
    package var type: String = ""
    /// When it happened.
    package var timestamp: Timestamp?
    /// Counts the webhook's events from 1. A number that is missing comes later, or was given up. 0 in a test.
    package var sequence: Int64 = 0
    /// Absent in a test.
    package var data: Event?

    package init() {}
}

package struct Delivery: ProtoMessage {
    package var id: Int64 = 0
    package var webhookId: Int64 = 0
    /// `webhook-id` in what is posted, the same in each try.
    package var messageId: String = ""
    package var sequence: Int64 = 0
    /// The event's.
    package var type: String = ""
    package var at: Timestamp?
    /// 0 = none.
    package var sessionId: Int64 = 0
    package var state: DeliveryState = .init()
    package var tries: Int32 = 0
    package var nextTryAt: Timestamp?
    package var lastTryAt: Timestamp?
    /// Of the last try; 0 = there was no answer.
    package var lastStatus: Int32 = 0
    /// How the last try failed, such as `timeout` or `status 503`.
    package var lastError: String = ""
    package var finishedAt: Timestamp?

    package init() {}
}

package struct ListWebhooksRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0

    package init() {}
}

package struct ListWebhooksResponse: ProtoMessage {
    package var webhooks: [Webhook] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct CreateWebhookRequest: ProtoMessage {
    /// Whose it will be; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    /// At most 2,048 characters, without user name, password and fragment.
    package var url: String = ""
    package var description: String = ""
    /// At most 64.
    package var types: [String] = []
    /// One of the owner's; 0 = all sessions.
    package var sessionId: Int64 = 0
    /// At most 16, and 4 KiB.
    package var headers: [WebhookHeader] = []
    /// The same key and body within 24 hours makes no second webhook.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct CreateWebhookResponse: ProtoMessage {
    package var webhook: Webhook?
    /// `whsec_…`, shown this once.
    package var secret: String = ""

    package init() {}
}

package struct GetWebhookRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct UpdateWebhookRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Only the fields that the mask names are read, and `etag` where it is not empty. `headers` takes the place of all.
    package var webhook: Webhook?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body.
    package var updateMask: FieldMask?

    package init() {}
}

package struct DeleteWebhookRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Delete only if the webhook is still what it was (ETAG_MISMATCH). Empty: whatever became of it.
    package var etag: String = ""

    package init() {}
}

package struct DeleteWebhookResponse: ProtoMessage {
    package init() {}
}

package struct TestWebhookRequest: ProtoMessage {
    package var id: Int64 = 0

    package init() {}
}

package struct TestWebhookResponse: ProtoMessage {
    package var isDelivered: Bool = false
    /// 0 = there was no answer.
    package var status: Int32 = 0
    /// How it failed; empty: it did not.
    package var error: String = ""
    /// `webhook-id` of what was posted.
    package var messageId: String = ""
    package var latencyMs: Int64 = 0

    package init() {}
}

package struct ListDeliveriesRequest: ProtoMessage {
    /// The webhook's.
    package var id: Int64 = 0
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only those in this state; unspecified = all.
    package var state: DeliveryState = .init()

    package init() {}
}

package struct ListDeliveriesResponse: ProtoMessage {
    package var deliveries: [Delivery] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct ReplayDeliveriesRequest: ProtoMessage {
    /// The webhook's.
    package var id: Int64 = 0
    /// One delivery. Excludes `since`.
    package var deliveryId: Int64 = 0
    /// All that were given up since.
    package var since: Timestamp?

    package init() {}
}

package struct ReplayDeliveriesResponse: ProtoMessage {
    package var replayed: Int64 = 0

    package init() {}
}

package struct RotateWebhookSecretRequest: ProtoMessage {
    package var id: Int64 = 0
    /// How long the old secret signs too, at most 30 days. Absent: 24 hours. 0: not at all.
    package var overlap: DurationMessage?
    /// The same key and body within 24 hours makes no second secret.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct RotateWebhookSecretResponse: ProtoMessage {
    package var webhook: Webhook?
    /// `whsec_…`, shown this once.
    package var secret: String = ""

    package init() {}
}
