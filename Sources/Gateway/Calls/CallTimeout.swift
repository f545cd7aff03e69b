// How long the caller wants to wait: the header Connect-Timeout-Ms, in milliseconds, as deadlines of the binary protocol
// are. Without it the server's own default holds (`limits.default-timeout`), and none lasts longer than
// `limits.max-timeout`.

internal import Contract
internal import HTTPTypes
internal import RPC

enum CallTimeout {
    /// - Returns: never, where the header is missing or 0: the server decides.
    /// - Throws: MALFORMED_REQUEST for what is no whole number of at most ten digits, or stands there twice.
    static func deadline(_ headers: HTTPFields) throws(RPCError) -> Deadline {
        let given = headers[values: .connectTimeout]
        guard let text = given.first else { return .never }
        guard given.count == 1, (1...10).contains(text.utf8.count),
            text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let milliseconds = Int64(text)
        else {
            throw RPCError.refusal(
                .malformedRequest, "Connect-Timeout-Ms must be one whole number of milliseconds, of at most ten digits."
            )
        }
        return milliseconds == 0 ? .never : .after(.milliseconds(milliseconds))
    }
}
