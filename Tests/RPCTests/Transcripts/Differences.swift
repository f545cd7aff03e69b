// Where we differ from the reference on purpose: the whole list, each with its reason. A transcript that is not named here
// must be met exactly. docs/PROTOCOL.md section 8 says the same in words.

/// What our server answers instead of the recorded frames.
enum ServerDifference {
    /// Not replayed, for this reason.
    case skipped(String)
    /// The frames that we send, in order; codes stand for Responses whose text is free.
    case instead([Expected], String)

    enum Expected {
        case frame(RawFrame)
        case status(stream: UInt32, code: Int32, reason: String?)
    }

    var reason: String {
        switch self {
        case .skipped(let reason), .instead(_, let reason): reason
        }
    }

    static let table: [String: ServerDifference] = [
        "unary-error-plain": .instead(
            [.status(stream: 1, code: 13, reason: "INTERNAL")],
            "an error that is no status may hold internals: INTERNAL, without its text"),
        "unary-nil-response": .skipped("a Swift handler cannot return no message"),
        "server-stream-nil-item": .skipped("a Swift handler cannot write no message"),
        "server-stream-handler-reads-again": .skipped("a Swift handler is handed its one request"),
        "server-stream-final-item-with-close": .instead(
            [.frame(.data(1, "item-1")), .frame(.data(1, "final")), .frame(.end(1))],
            "the end is always a frame of its own; a return value as last item does not exist in Swift"),
        "unary-deadline-ignored-by-handler": .instead(
            [.status(stream: 1, code: 4, reason: "DEADLINE_EXCEEDED"), .frame(.response(3, "echo:after"))],
            "the server keeps deadlines even when the handler does not"),
        "unary-deadline-already-passed": .instead(
            [.status(stream: 1, code: 4, reason: "DEADLINE_EXCEEDED")], "a negative timeout is expired: nothing is run"),
        "unary-metadata-raw-mixed-case": .instead(
            [.frame(.response(1, "trace-id=a1|B2;get(Trace-ID)=a1|B2,true"))], "keys are lower-cased on receipt"),
        "size-response-one-over": .instead(
            [.status(stream: 1, code: 8, reason: "FRAME_TOO_LARGE")],
            "a reply that is too large is an error of its call, and no reason to close the connection"),
        "size-server-data-one-over": .instead(
            [.status(stream: 1, code: 8, reason: "FRAME_TOO_LARGE")], "as size-response-one-over"),
        "raw-payload-not-protobuf": .instead(
            [.status(stream: 1, code: 3, reason: "MALFORMED_REQUEST"), .frame(.response(3, "echo:after"))],
            "the caller's mistake, so INVALID_ARGUMENT"),
        "raw-data-on-pending-unary": .instead(
            [.status(stream: 1, code: 3, reason: "MALFORMED_REQUEST")], "the reference dies of it"),
        "client-stream-handler-does-not-read": .instead(
            [.status(stream: 1, code: 8, reason: "STREAM_OVERFLOW")],
            "the 65th item ends its stream at once and never stops the connection's reading"),
    ]
}

/// What our client does otherwise than the reference's.
enum ClientDifference {
    /// Not played, for this reason.
    case skipped(String)
    /// Steps by their index whose recorded results are not ours, and frames of the recording that we do not send.
    case otherwise(steps: Set<Int>, unsent: Set<Int>, String)

    static let table: [String: ClientDifference] = [
        "unary-deadline-already-passed": .otherwise(
            steps: [], unsent: [0], "a call whose deadline has passed fails without a frame"),
        "bidi-server-ends-first-client-goes-on": .otherwise(
            steps: [4], unsent: [4, 6], "nothing is sent on a stream that the server has ended: send throws"),
        "client-stream-server-replies-early": .otherwise(
            steps: [], unsent: [3, 5], "what is sent after an early answer is dropped here"),
        "client-stream-unknown-method": .otherwise(
            steps: [], unsent: [2], "nothing is sent on a stream that the server has ended"),
        "server-stream-nil-item": .otherwise(
            steps: [1], unsent: [], "`no data` carries no item for us, on either side"),
        "server-stream-deadline-and-metadata-not-sent": .skipped("our client sends both on streams too"),
        "size-request-one-over-refused-by-client": .otherwise(
            steps: [], unsent: [], "a refused call uses up no stream id"),
        "client-stream-handler-does-not-read": .skipped("the server's side of it is what is recorded"),
        "server-stream-client-does-not-read": .skipped(
            "our client ends the stream at the 65th item at once: streamsOverflowAlone tests it"),
    ]
}
