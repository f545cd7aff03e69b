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
    enum Obstacle: String, Error {
        /// Its secret is not there, or does not open.
        case noSecret = "no_secret"
        /// Its headers are not there, or do not open: who needs them to know us would refuse what comes without.
        case noHeaders = "no_headers"
        /// Its URL is one that this version does not take.
        case noURL = "no_url"

        var text: String {
            switch self {
            case .noSecret: "The webhook's secret cannot be read."
            case .noHeaders: "The webhook's headers cannot be read."
            case .noURL: "The webhook's URL cannot be posted to."
            }
        }

        var hint: String {
            switch self {
            case .noSecret: "Rotate it: RotateWebhookSecret."
            case .noHeaders: "Set them anew, or none: UpdateWebhook."
            case .noURL: "Set another one: UpdateWebhook."
            }
        }
    }

    init(_ webhook: WebhookRecord, box: SecretBox, in db: Database) throws {
        webhookID = webhook.id
        userID = webhook.userID
        version = webhook.version
        guard let url = try? TargetURL(webhook.url) else { throw Obstacle.noURL }
        self.url = url
        let secrets = WebhookSecrets(box: box)
        guard let secret = try secrets.readable(.secret, of: webhook.id, in: db) else { throw Obstacle.noSecret }
        key = HMACKey(secret)
        // Without it the newer one signs alone.
        former = try secrets.readable(.former, of: webhook.id, in: db).map { HMACKey($0) }
        if webhook.headerNames.isEmpty {
            headers = []
        } else {
            let bytes = try secrets.readable(.headers, of: webhook.id, in: db)
            guard let bytes else { throw Obstacle.noHeaders }
            headers = WebhookHeaders.parse(bytes)
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

    /// Nil where there is none, and where what there is does not open: it was changed, or its key is lost.
    func readable(_ kind: WebhookSecretRepository.Kind, of webhookID: Int64, in db: Database) throws -> [UInt8]? {
        do {
            return try get(kind, of: webhookID, in: db)
        } catch is SecretBox.Fault {
            return nil
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
