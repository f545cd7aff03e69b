// /health/live and /health/ready (API.md 3): bare JSON without the envelope, for load balancers and supervisors.
// Live: the process answers. Ready: Health.Check, asked in process through the router, says that it serves. Why it does
// not is told to callers on this machine only.

internal import Contract
internal import Hummingbird
internal import RPC

struct HealthRoutes {
    let client: @Sendable (Peer) -> RPCClient
    let notReadyReasons: @Sendable () -> [String]

    func add(to router: Hummingbird.Router<GatewayContext>) {
        router.get("/health/live") { _, _ in Self.answer(.ok, #"{"status":"live"}"#) }
        router.get("/health/ready") { [self] _, context in await ready(context) }
    }

    private func ready(_ context: GatewayContext) async -> Response {
        var reasons: [String] = []
        do {
            let health = HealthClient(client(context.peer))
            let answer = try await health.check(HealthCheckRequest(), options: CallOptions(timeout: .seconds(5)))
            if answer.status == .serving { return Self.answer(.ok, #"{"status":"ready"}"#) }
            reasons = notReadyReasons()
        } catch {
            reasons = notReadyReasons()
            if reasons.isEmpty, let error = error as? RPCError { reasons = [error.reason] }
        }
        guard context.isLocal else { return Self.answer(.serviceUnavailable, #"{"status":"not_ready"}"#) }
        let list = reasons.map(Self.quoted).joined(separator: ",")
        return Self.answer(.serviceUnavailable, #"{"status":"not_ready","reasons":[\#(list)]}"#)
    }

    /// The reasons are our own words; what JSON cannot hold as it stands is left out all the same.
    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.filter { $0 != "\"" && $0 != "\\" && $0.value >= 0x20 }.map(String.init).joined()
            + "\""
    }

    private static func answer(_ status: HTTPResponse.Status, _ json: String) -> Response {
        Response(
            status: status, headers: [.contentType: "application/json", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: json)))
    }
}
