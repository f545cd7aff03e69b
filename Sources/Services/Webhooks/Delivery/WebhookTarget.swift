// Where a webhook is delivered to, and what is needed for it: read from its rows, with its secrets opened. Kept in memory while
// it is delivered to, and nowhere written.

internal import Outbound
internal import Store

struct WebhookTarget: Sendable {
    let webhookID: Int64
    let userID: Int64
    let version: Int64
    let url: TargetURL
    let headers: [(name: String, value: String)]
    private let key: HMACKey
    private let former: HMACKey?
    private let formerUntil: Instant?

    /// Why a webhook cannot be delivered to.
    enum Obstacle: Error {
        /// Its secret is not there, or does not open.
        case noSecret
        /// Its URL is one that this version does not take.
        case noURL
    }

    init(_ webhook: WebhookRecord, box: SecretBox, in db: Database) throws {
        webhookID = webhook.id
        userID = webhook.userID
        version = webhook.version
        guard let url = try? TargetURL(webhook.url) else { throw Obstacle.noURL }
        self.url = url
        let secrets = WebhookSecrets(box: box)
        do {
            guard let secret = try secrets.get(.secret, of: webhook.id, in: db) else { throw Obstacle.noSecret }
            key = HMACKey(secret)
            former = try secrets.get(.former, of: webhook.id, in: db).map { HMACKey($0) }
            headers = try WebhookHeaders.parse(secrets.get(.headers, of: webhook.id, in: db) ?? [])
        } catch is SecretBox.Fault {
            throw Obstacle.noSecret
        }
        formerUntil = webhook.formerSecretUntil
    }

    /// Of all secrets that are good, the newest first.
    func keys(at now: Instant) -> [HMACKey] {
        guard let former, let formerUntil, now < formerUntil else { return [key] }
        return [key, former]
    }
}

/// The secrets of webhooks in the store.
struct WebhookSecrets: Sendable {
    let box: SecretBox

    func get(_ kind: WebhookSecretRepository.Kind, of webhookID: Int64, in db: Database) throws -> [UInt8]? {
        try db.webhookSecrets.sealed(webhookID: webhookID, kind: kind).map {
            try box.open($0, at: .webhook(webhookID, kind.rawValue))
        }
    }

    /// Nil: there is none from now on.
    func put(
        _ secret: [UInt8]?, _ kind: WebhookSecretRepository.Kind, of webhookID: Int64, in db: Database
    ) throws {
        guard let secret else { return try db.webhookSecrets.delete(webhookID: webhookID, kind: kind) }
        let sealed = box.seal(secret, at: .webhook(webhookID, kind.rawValue))
        try db.webhookSecrets.put(
            sealed, webhookID: webhookID, kind: kind, keyID: SecretBox.keyID(of: sealed) ?? box.keys.newest.id)
    }
}

extension SecretBox.Place {
    static func webhook(_ id: Int64, _ kind: String) -> SecretBox.Place {
        SecretBox.Place(table: "webhook_secrets", row: id, column: kind)
    }
}
