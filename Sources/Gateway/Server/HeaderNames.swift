// The names of header fields that HTTP's own list does not have.

internal import HTTPTypes

extension HTTPField.Name {
    static let requestID = word("X-Request-Id")
    static let apiKey = word("X-API-Key")
    static let idempotencyKey = word("Idempotency-Key")
    static let connectTimeout = word("Connect-Timeout-Ms")
    static let lastEventID = word("Last-Event-ID")
    static let forwardedFor = word("X-Forwarded-For")
    static let ifMatch = word("If-Match")
    static let eTag = word("ETag")
    static let forwarded = word("Forwarded")
    static let contentDigest = word("Content-Digest")
    static let reprDigest = word("Repr-Digest")
    static let digest = word("Digest")
    static let noSniff = word("X-Content-Type-Options")
    static let frameOptions = word("X-Frame-Options")
    static let referrerPolicy = word("Referrer-Policy")
    static let resourcePolicy = word("Cross-Origin-Resource-Policy")
    static let rateLimit = word("RateLimit-Limit")
    static let rateLimitRemaining = word("RateLimit-Remaining")
    static let pacingProfile = word("Pacing-Profile")
    static let pacingNextSend = word("Pacing-Next-Send")
    static let pacingColdRemaining = word("Pacing-Cold-Remaining")
    static let rateLimitReset = word("RateLimit-Reset")

    private static func word(_ text: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(text) else { preconditionFailure("\(text) is no header's name") }
        return name
    }
}
