// The answer to a call by its own name that did not go well: the google.rpc.Status that the binary protocol sends, in
// protobuf's own JSON. The reason stands in the detail google.rpc.ErrorInfo.

internal import Codec
internal import RPC

enum ErrorStatus {
    /// The body as JSON text. Faults of the server say nothing of its inside.
    static func json(_ error: RPCError, requestID: String) -> [UInt8] {
        var told = error
        if HTTPStatus.of(error) == 500 {
            told = RPCError(error.code, reason: error.reason, message: ErrorEnvelope.internalMessage)
        }
        told.requestID = requestID
        if let bytes = written(told) { return bytes }
        // Of a type that has no JSON form here.
        told.details = []
        return written(told) ?? Array("{}".utf8)
    }

    private static func written(_ error: RPCError) -> [UInt8]? {
        (try? Status.schema.json(fromBytes: error.statusBytes, options: .canonical)).map { Array($0.utf8) }
    }
}
