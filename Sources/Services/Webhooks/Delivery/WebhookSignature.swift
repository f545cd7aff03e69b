// What a receiver checks (Standard Webhooks 1.0): HMAC-SHA-256 over `id.timestamp.body`, in base64 behind `v1,`, one for each
// secret that is good, separated by a space. Secrets are shown as `whsec_` and the base64 of their bytes.

internal import RPC
internal import Store

package enum WebhookSecret {
    package static let length = 32
    static let prefix = "whsec_"

    package static func make() -> [UInt8] { randomBytes(length) }

    package static func text(_ secret: [UInt8]) -> String { prefix + Base64.encode(secret) }
}

package enum WebhookSignature {
    /// The value of `webhook-signature`.
    /// - Parameter keys: of all secrets that are good, the newest first.
    package static func header(id: String, timestamp: Int64, body: [UInt8], keys: [HMACKey]) -> String {
        let head = Array("\(id).\(timestamp).".utf8)
        return keys.map { "v1," + Base64.encode($0.authenticate(head, body)) }.joined(separator: " ")
    }
}

/// Base64 in the usual alphabet, with padding (RFC 4648, section 4).
package enum Base64 {
    package static func encode(_ bytes: [UInt8]) -> String {
        let text = Base64URL.encode(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        return String(text) + String(repeating: "=", count: (3 - bytes.count % 3) % 3)
    }
}

/// `webhook-id`: made of the webhook, the event's place in the log and its time, so that it is the same in each try, after a
/// crash and when somebody replays it, and tells nothing of how many events others have. The time is for a log that was
/// restored from a backup: it gives places anew, to other events, and those are not to be taken for repeats.
package struct WebhookMessageIDs: Sendable {
    private let key: HMACKey

    /// - Parameter key: the same over restarts.
    package init(key: HMACKey) { self.key = key }

    func id(webhook: Int64, cursor: Int64, at time: Instant) -> String {
        let tag = key.authenticate(Array("webhook \(webhook) \(cursor) \(time.microseconds)".utf8)).prefix(18)
        return "msg_" + Base64URL.encode(Array(tag))
    }

    static func random() -> String { "msg_" + Base64URL.encode(randomBytes(18)) }
}
