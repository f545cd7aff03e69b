// Which colour a state has: green where all is well, yellow where something is awaited, red where somebody should look.

enum StatusPaint {
    static func of(_ word: String) -> Style.Paint? {
        switch word {
        case "connected", "sent", "delivered", "read", "played", "attached", "serving", "active", "succeeded", "ok":
            .green
        case "pending", "scheduled", "dispatched", "submitted", "starting", "qr_pending", "authenticated", "paused",
            "draining", "created", "running", "warn", "waiting", "delayed":
            .yellow
        case "failed", "expired", "cancelled", "unknown", "disconnected", "logged_out", "conflict", "restricted",
            "lost",
            "not_serving", "inactive", "interrupted", "fail", "dead", "gone", "no_secret", "no_headers", "no_url":
            .red
        default: nil
        }
    }
}
