// The line of each request that becomes no call and is no refusal: pages, and what browsers ask before they call. Calls have
// lines of their own.

internal import HTTPTypes
internal import HummingbirdCore
internal import Logging

struct PageLog: Sendable {
    let logger: Logger

    /// Tells of an answer.
    /// - Parameter isProbe: it comes every second: told where it is not well, else for those who debug.
    func note(
        _ answer: Response, _ request: Request, _ context: GatewayContext, _ requestID: String,
        since begin: ContinuousClock.Instant,
        isProbe: Bool
    ) {
        let level: Logger.Level = isProbe && answer.status.kind == .successful ? .debug : .info
        guard logger.logLevel <= level else { return }
        let took = (ContinuousClock.now - begin) / .milliseconds(1)
        logger.log(
            level: level, "page",
            metadata: [
                "route": "\(context.endpoint(request))", "http_status": "\(answer.status.code)",
                "ms": "\((took * 1_000).rounded() / 1_000)", "request_id": "\(requestID)",
                "peer": "\(context.origin.text.isEmpty ? "unix" : context.origin.text)",
            ])
    }
}
