// Which streams a client has open, and what each frame means for them: ttrpc's rules for servers (docs/PROTOCOL.md 4).
// Pure: frames go in, what to do comes out; no socket, no clock, no task. Ids are odd and rise; a stream lives from its
// Request to the one answer; after that nothing is written on it but refusals of what still comes in.

/// The streams of one connection, as the server sees them. `Call` is whatever the shell keeps for each.
struct ServerConnectionState<Call> {
    private struct Stream {
        let call: Call
        let kind: CallKind
        var clientHasClosed = false
    }

    enum RequestAction: Equatable {
        /// Read the envelope; then `open` it or answer with an error.
        case start
        case refuse(StreamRefusal)
    }

    enum DataAction {
        case ignore
        case refuse(StreamRefusal)
        /// Hand the item to the call, then the end; with `complaint`, answer that too.
        case deliver(Call, item: Bool, end: Bool, complaint: StreamRefusal?)
        /// The stream is over: answer, and cancel the call.
        case abort(Call, StreamRefusal)
    }

    let streamLimit: Int
    private var streams = StreamTable<Stream>()
    private var highest: UInt32 = 0
    private var isDraining = false
    private(set) var isClosing = false

    init(streamLimit: Int) { self.streamLimit = streamLimit }

    var openStreams: Int { streams.count }

    /// True when nothing is left to wait for.
    var mayClose: Bool { isClosing && streams.isEmpty }

    var openCalls: [(stream: UInt32, kind: CallKind, call: Call)] {
        streams.all.map { ($0.id, $0.value.kind, $0.value.call) }
    }

    // MARK: Frames

    mutating func request(stream: UInt32) -> RequestAction {
        guard stream % 2 == 1 else { return .refuse(.evenStream) }
        guard stream > highest else { return .refuse(.reusedStream) }
        highest = stream
        if isDraining || isClosing { return .refuse(.shuttingDown) }
        if streams.count >= streamLimit { return .refuse(.tooManyStreams(limit: streamLimit)) }
        return .start
    }

    mutating func data(stream: UInt32, flags: FrameFlags, length: Int) -> DataAction {
        guard let open = streams[stream] else { return .refuse(.inactiveStream) }
        let hasItem = !flags.contains(.noData)
        switch open.kind {
        case .unary: return abort(stream, open, .dataOnUnary)
        // Its one request came in the Request. The reference leaves what follows unread; so do we.
        case .serverStreaming: return .ignore
        case .clientStreaming, .bidirectional: break
        }
        if open.clientHasClosed { return hasItem ? abort(stream, open, .dataAfterClose) : .ignore }
        let ends = flags.contains(.remoteClosed)
        if ends { streams.update(stream) { $0.clientHasClosed = true } }
        guard hasItem || ends else { return .ignore }
        let complaint: StreamRefusal? = ends && hasItem && length > 0 ? .dataWithClose : nil
        return .deliver(open.call, item: hasItem, end: ends, complaint: complaint)
    }

    /// A frame whose data is being thrown away.
    mutating func tooLarge(_ header: FrameHeader, limit: Int) -> DataAction {
        let refusal = StreamRefusal.frameTooLarge(length: Int(header.length), limit: limit)
        switch header.type {
        case .request:
            if header.stream % 2 == 1 { highest = max(highest, header.stream) }
            // On an open stream's id this is no request of that stream, but its client will take the answer for it.
            return streams[header.stream].map { abort(header.stream, $0, refusal) } ?? .refuse(refusal)
        case .data: return streams[header.stream].map { abort(header.stream, $0, refusal) } ?? .refuse(refusal)
        default: return .ignore
        }
    }

    // MARK: Calls

    /// After `.start`: the call exists and runs.
    mutating func open(stream: UInt32, kind: CallKind, call: Call) {
        streams.insert(stream, Stream(call: call, kind: kind))
    }

    /// The call has its answer. False when the stream had ended before: then nothing may be written.
    mutating func finish(stream: UInt32) -> Bool { streams.remove(stream) != nil }

    // MARK: The connection

    /// From now on new requests are refused; those that run go on.
    mutating func beginDrain() { isDraining = true }

    /// Nothing more is read: close when the calls in flight have their answers.
    mutating func beginClose() { isClosing = true }

    /// The peer is gone: all calls, to be cancelled.
    mutating func closed() -> [Call] {
        isClosing = true
        defer { streams = StreamTable() }
        return streams.all.map(\.value.call)
    }

    private mutating func abort(_ stream: UInt32, _ open: Stream, _ refusal: StreamRefusal) -> DataAction {
        _ = streams.remove(stream)
        return .abort(open.call, refusal)
    }
}
