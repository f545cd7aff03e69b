// /health/live and /health/ready (API.md 3): bare JSON without the envelope, for load balancers and supervisors.
// Live: the process answers. Ready: Health.Check, asked in process through the router, says that it serves. Why it does
// not is told to callers on this machine and to admins.

internal import Contract
internal import HummingbirdCore
internal import RPC

struct HealthPages: Sendable {
    let notReadyReasons: @Sendable () -> [String]

    func live() -> Response { Self.answer(200, #"{"status":"live"}"#) }

    /// - Parameter isTrusted: whether the caller may know why; asked only where there is something to know.
    func ready(_ client: RPCClient, isTrusted: () async -> Bool) async -> Response {
        var reasons: [String] = []
        do {
            let answer = try await HealthClient(client).check(
                HealthCheckRequest(), options: CallOptions(timeout: .seconds(5)))
            if answer.status == .serving { return Self.answer(200, #"{"status":"ready"}"#) }
            reasons = notReadyReasons()
        } catch {
            reasons = notReadyReasons()
            if reasons.isEmpty, let error = error as? RPCError { reasons = [error.reason] }
        }
        guard await isTrusted() else { return Self.answer(503, #"{"status":"not_ready"}"#) }
        let list = reasons.map(Self.quoted).joined(separator: ",")
        return Self.answer(503, #"{"status":"not_ready","reasons":[\#(list)]}"#)
    }

    /// The reasons are our own words; what JSON cannot hold as it stands is left out all the same.
    private static func quoted(_ text: String) -> String {
        "\"" + text.unicodeScalars.filter { $0 != "\"" && $0 != "\\" && $0.value >= 0x20 }.map(String.init).joined()
            + "\""
    }

    private static func answer(_ status: Int, _ json: String) -> Response {
        Answer.response(status, Array(json.utf8))
    }
}
