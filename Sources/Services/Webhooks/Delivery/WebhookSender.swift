// One post: the event as it is now, in JSON, signed, to where the webhook says. Whether the webhook may still be delivered
// to is asked in the same reading of the store that makes the body: after a deletion is committed nothing is posted.

internal import Codec
internal import Contract
package import Outbound
package import Store

/// What became of a try.
enum WebhookTry: Sendable {
    case arrived(status: Int32)
    case failed(WebhookFailure)
    /// It answered 410: it wants no more.
    case gone
    /// No post can be made of the event, now or later.
    case unreadable
    /// It was changed, stopped or deleted meanwhile; nothing was posted.
    case changed
    /// Nothing was posted, for reasons of ours.
    case postponed
}

package struct WebhookSender: Sendable {
    let store: Store
    let clock: any Clock
    let client: OutboundClient
    let ids: WebhookMessageIDs
    let cursors: EventCursor
    let agent: String

    /// - Parameters:
    ///   - tokens: make the cursors of events.
    ///   - ids: for `webhook-id`.
    ///   - version: the server's, for `User-Agent`.
    package init(
        store: Store, clock: any Clock, client: OutboundClient, tokens: PageTokens, ids: WebhookMessageIDs,
        version: String
    ) {
        self.store = store
        self.clock = clock
        self.client = client
        self.ids = ids
        cursors = EventCursor(tokens: tokens)
        agent = "Switchboard/\(version)"
    }

    /// Tries to deliver an event.
    func deliver(_ delivery: DeliveryRecord, to target: WebhookTarget) async -> WebhookTry {
        let found: Found
        do {
            let (cursors, now) = (cursors, clock.now())
            found = try await store.read { db -> Found in
                guard let standing = try db.webhooks.standing(target.webhookID), standing.isActive,
                    standing.version == target.version
                else { return .changed }
                do {
                    return .body(try Self.body(of: delivery, for: target, at: now, cursors, in: db))
                } catch let error as StoreError where !Self.isOfTheEvent(error) {
                    throw error
                } catch {
                    return .unreadable
                }
            }
        } catch {
            return .postponed
        }
        switch found {
        case .changed: return .changed
        case .unreadable: return .unreadable
        case .body(let body):
            let id = ids.id(webhook: target.webhookID, cursor: delivery.cursor, at: delivery.event.at)
            return await post(body, id: id, to: target)
        }
    }

    private enum Found: Sendable {
        case body([UInt8])
        case changed, unreadable
    }

    /// Whether the store could read well, and what it found is at fault.
    private static func isOfTheEvent(_ error: StoreError) -> Bool {
        switch error {
        case .unexpectedValue, .tooBig: true
        default: false
        }
    }

    private static func body(
        of delivery: DeliveryRecord, for target: WebhookTarget, at now: Instant, _ cursors: EventCursor, in db: Database
    ) throws -> [UInt8] {
        var record = delivery.event
        record.userID = target.userID
        var messages = MessageLookup(in: db, at: now)
        let event = Event(record, cursor: cursors.text(record.cursor), message: try messages.message(of: record))
        let payload = WebhookPayload.with {
            $0.type = record.type
            $0.timestamp = record.at.timestamp
            $0.sequence = delivery.sequence
            $0.data = event
        }
        return Array(try payload.json().utf8)
    }

    /// Posts what is no event.
    func test(_ target: WebhookTarget, id: String) async -> WebhookTry {
        let payload = WebhookPayload.with {
            $0.type = "webhook.test"
            $0.timestamp = clock.now().timestamp
        }
        guard let json = try? payload.json() else { return .postponed }
        return await post(Array(json.utf8), id: id, to: target)
    }

    private func post(_ body: [UInt8], id: String, to target: WebhookTarget) async -> WebhookTry {
        // One from when it was allowed.
        guard target.url.scheme == .https || client.rules.allowsPrivate else {
            return .failed(WebhookFailure(text: "the URL is not https://"))
        }
        let now = clock.now()
        var headers = target.headers
        headers.append(("content-type", "application/json"))
        headers.append(("user-agent", agent))
        headers.append(("webhook-id", id))
        headers.append(("webhook-timestamp", String(now.seconds)))
        headers.append(
            (
                "webhook-signature",
                WebhookSignature.header(id: id, timestamp: now.seconds, body: body, keys: target.keys(at: now))
            ))
        do {
            let request = OutboundRequest(
                "POST", target.url, headers: headers, body: body, party: target.userID)
            return verdict(try await client.send(request))
        } catch let fault as OutboundFault {
            return .failed(WebhookFailure(text: fault.text))
        } catch {
            return .postponed
        }
    }

    /// The status alone decides: it is there before a body that has no end, and says what was done with the event.
    private func verdict(_ answer: OutboundAnswer) -> WebhookTry {
        let status = Int32(truncatingIfNeeded: answer.status)
        switch answer.status {
        case 200..<300: return .arrived(status: status)
        case 410: return .gone
        case 300..<400:
            return .failed(WebhookFailure(status: status, text: "status \(status): redirects are not followed"))
        default:
            let asked = answer.header("retry-after").flatMap { RetryAfter.parse($0, at: clock.now()) }
            return .failed(WebhookFailure(status: status, text: "status \(status)", retryAfter: asked))
        }
    }
}
