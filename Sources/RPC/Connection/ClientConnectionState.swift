// Which calls a client has open, and what each frame means for them: ttrpc's rules for clients (docs/PROTOCOL.md 5). Pure.
// What comes for a stream that is not open is dropped: there is no cancel in ttrpc, so late answers are ordinary.

/// The streams of one connection, as the client sees them. `Call` is whatever the shell keeps for each.
struct ClientConnectionState<Call> {
    enum Action {
        case ignore
        /// Hand the item to the call; it goes on.
        case item(Call)
        /// Hand the item over, if there is one, then the end. The stream is over.
        case end(Call, item: Bool)
        /// The data is a Response envelope. The stream is over.
        case response(Call)
        /// The server broke the protocol on this stream, which is over.
        case fail(Call, Violation)
    }

    enum Violation: Equatable {
        case unexpectedType(UInt8)
        case dataForUnary
        case dataFromNonStreamingServer
        case tooLarge(length: Int, limit: Int)
        case overflow

        var error: RPCError {
            switch self {
            case .unexpectedType(let type): broken("the server sent a message of type \(type)")
            case .dataForUnary: broken("the server answered a unary call with data")
            case .dataFromNonStreamingServer: broken("the server sent data on a stream that it does not stream on")
            case .tooLarge(let length, let limit): StreamRefusal.frameTooLarge(length: length, limit: limit).error
            case .overflow: StreamRefusal.overflow.error
            }
        }

        private func broken(_ message: String) -> RPCError {
            RPCError(.internalError, reason: "INTERNAL", message: "protocol error: \(message)")
        }
    }

    private struct Stream {
        let call: Call
        let kind: CallKind
    }

    private var streams: [UInt32: Stream] = [:]
    /// `nil` when the last id has been given out.
    private var next: UInt32?

    init(firstStream: UInt32 = 1) { next = firstStream }

    var openStreams: Int { streams.count }

    /// False when all ids are used up: a new connection is needed.
    var hasIDs: Bool { next != nil }

    /// Gives the call the next id, `nil` when there is none left.
    mutating func open(kind: CallKind, call: Call) -> UInt32? {
        guard let id = next else { return nil }
        next = id >= UInt32.max - 1 ? nil : id + 2
        streams[id] = Stream(call: call, kind: kind)
        return id
    }

    /// Drops a call on this side: cancelled, or past its deadline.
    mutating func drop(stream: UInt32) { streams[stream] = nil }

    func isOpen(stream: UInt32) -> Bool { streams[stream] != nil }

    func call(_ stream: UInt32) -> Call? { streams[stream]?.call }

    mutating func frame(_ header: FrameHeader) -> Action {
        guard let open = streams[header.stream] else { return .ignore }
        switch header.type {
        case .response:
            streams[header.stream] = nil
            return .response(open.call)
        case .data:
            guard open.kind.serverStreams else {
                return fail(header.stream, open, open.kind == .unary ? .dataForUnary : .dataFromNonStreamingServer)
            }
            let hasItem = !header.flags.contains(.noData)
            if header.flags.contains(.remoteClosed) {
                streams[header.stream] = nil
                return .end(open.call, item: hasItem)
            }
            return hasItem ? .item(open.call) : .ignore
        default: return fail(header.stream, open, .unexpectedType(header.type.rawValue))
        }
    }

    /// A frame whose data is being thrown away.
    mutating func tooLarge(_ header: FrameHeader, limit: Int) -> Action {
        guard let open = streams[header.stream] else { return .ignore }
        return fail(header.stream, open, .tooLarge(length: Int(header.length), limit: limit))
    }

    /// The connection is lost: all calls, to be failed.
    mutating func closed() -> [Call] {
        next = nil
        defer { streams = [:] }
        return streams.values.map(\.call)
    }

    private mutating func fail(_ stream: UInt32, _ open: Stream, _ violation: Violation) -> Action {
        streams[stream] = nil
        return .fail(open.call, violation)
    }
}
