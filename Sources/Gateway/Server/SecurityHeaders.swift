// What every answer tells a browser: that types are not to be guessed, that it is no page to be framed or to run anything
// in, and that other sites' pages may not embed it. A page of our own that needs more says its own policy.

internal import HTTPTypes
internal import HummingbirdCore

enum SecurityHeaders {
    /// Leaves what an answer says itself as it is.
    static func apply(to response: inout Response) {
        response.headers[.noSniff] = "nosniff"
        for (name, value) in defaults where response.headers[name] == nil { response.headers[name] = value }
    }

    private static let defaults: [(HTTPField.Name, String)] = [
        (.contentSecurityPolicy, "default-src 'none'; frame-ancestors 'none'"), (.frameOptions, "DENY"),
        (.referrerPolicy, "no-referrer"), (.resourcePolicy, "same-origin"),
    ]
}
