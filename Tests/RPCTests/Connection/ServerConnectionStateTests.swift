import Testing

@testable import RPC

private let serverMeanings: [(CallKind, FrameFlags, Int, String)] = [
    (CallKind.clientStreaming, FrameFlags([]), 3, "deliver to call1 item"),
    (.bidirectional, [], 0, "deliver to call1 item"),
    (.bidirectional, .end, 0, "deliver to call1 end"),
    (.bidirectional, .remoteClosed, 0, "deliver to call1 item end"),
    (.bidirectional, .remoteClosed, 4, "deliver to call1 item end dataWithClose"),
    (.bidirectional, .noData, 0, "ignore"),
    (.bidirectional, .noData, 5, "ignore"),
    (.bidirectional, FrameFlags(rawValue: 0xF0), 5, "deliver to call1 item"),
    (.serverStreaming, [], 5, "ignore"),
    (.serverStreaming, .end, 0, "ignore"),
    (.unary, [], 5, "abort call1 dataOnUnary"),
    (.unary, .end, 0, "abort call1 dataOnUnary"),
]

@Suite
struct ServerConnectionStateTests {
    private typealias State = ServerConnectionState<String>

    /// In words, so that a table can say what is expected.
    private func words(_ action: State.DataAction) -> String {
        switch action {
        case .ignore: "ignore"
        case .refuse(let why): "refuse \(why)"
        case .deliver(let call, let item, let end, let complaint):
            "deliver to \(call)" + (item ? " item" : "") + (end ? " end" : "") + (complaint.map { " \($0)" } ?? "")
        case .abort(let call, let why): "abort \(call) \(why)"
        }
    }

    private func open(_ kind: CallKind, _ stream: UInt32 = 1, in state: inout State) {
        #expect(state.request(stream: stream) == .start)
        state.open(stream: stream, kind: kind, call: "call\(stream)")
    }

    @Test
    func idsAreOddAndRise() {
        var state = State(streamLimit: 10)
        #expect(state.request(stream: 0) == .refuse(.evenStream))
        #expect(state.request(stream: 2) == .refuse(.evenStream))
        #expect(state.request(stream: 5) == .start)
        #expect(state.request(stream: 5) == .refuse(.reusedStream))
        #expect(state.request(stream: 3) == .refuse(.reusedStream))
        #expect(state.request(stream: 7) == .start)
        #expect(state.request(stream: .max) == .start)
        #expect(state.request(stream: 1) == .refuse(.reusedStream))
    }

    @Test
    func anIDInUseIsRefusedAndItsCallGoesOn() {
        var state = State(streamLimit: 10)
        open(.bidirectional, in: &state)
        #expect(state.request(stream: 1) == .refuse(.reusedStream))
        #expect(words(state.data(stream: 1, flags: [], length: 1)) == "deliver to call1 item")
    }

    @Test(arguments: serverMeanings)
    func dataMeansWhatItsFlagsSay(_ kind: CallKind, _ flags: FrameFlags, _ length: Int, _ expected: String) {
        var state = State(streamLimit: 10)
        open(kind, in: &state)
        #expect(words(state.data(stream: 1, flags: flags, length: length)) == expected)
        #expect(state.openStreams == (expected.hasPrefix("abort") ? 0 : 1))
    }

    @Test
    func dataForAStreamThatIsNotOpenIsRefused() {
        var state = State(streamLimit: 10)
        #expect(words(state.data(stream: 1, flags: [], length: 1)) == "refuse inactiveStream")
        // Its id is not used up by that.
        open(.bidirectional, in: &state)
        #expect(state.finish(stream: 1) == true)
        #expect(words(state.data(stream: 1, flags: .end, length: 0)) == "refuse inactiveStream")
        #expect(words(state.data(stream: 2, flags: [], length: 0)) == "refuse inactiveStream")
    }

    @Test
    func dataAfterTheCloseEndsTheStream() {
        var state = State(streamLimit: 10)
        open(.bidirectional, in: &state)
        _ = state.data(stream: 1, flags: .end, length: 0)
        #expect(words(state.data(stream: 1, flags: .end, length: 0)) == "ignore")
        #expect(words(state.data(stream: 1, flags: [], length: 1)) == "abort call1 dataAfterClose")
        #expect(state.finish(stream: 1) == false)
    }

    @Test
    func anAnswerIsWrittenOnce() {
        var state = State(streamLimit: 10)
        open(.unary, in: &state)
        #expect(state.finish(stream: 1) == true)
        #expect(state.finish(stream: 1) == false)
    }

    @Test
    func streamsAreLimitedAndComeBack() {
        var state = State(streamLimit: 2)
        open(.unary, 1, in: &state)
        open(.unary, 3, in: &state)
        #expect(state.request(stream: 5) == .refuse(.tooManyStreams(limit: 2)))
        #expect(state.finish(stream: 1) == true)
        // 5 is used up by the refusal.
        #expect(state.request(stream: 5) == .refuse(.reusedStream))
        open(.unary, 7, in: &state)
    }

    @Test
    func aFrameTooLargeEndsItsStreamOnly() {
        var state = State(streamLimit: 10)
        open(.bidirectional, 1, in: &state)
        open(.bidirectional, 3, in: &state)
        let header = FrameHeader(length: 500, stream: 1, type: .data, flags: [])
        #expect(words(state.tooLarge(header, limit: 100)) == "abort call1 frameTooLarge(length: 500, limit: 100)")
        #expect(words(state.tooLarge(header, limit: 100)) == "refuse frameTooLarge(length: 500, limit: 100)")
        #expect(words(state.data(stream: 3, flags: [], length: 1)) == "deliver to call3 item")
    }

    @Test
    func aRequestTooLargeUsesUpItsID() {
        var state = State(streamLimit: 10)
        let header = FrameHeader(length: 500, stream: 9, type: .request, flags: [])
        #expect(words(state.tooLarge(header, limit: 100)) == "refuse frameTooLarge(length: 500, limit: 100)")
        #expect(state.request(stream: 9) == .refuse(.reusedStream))
        #expect(state.request(stream: 11) == .start)
        for type in [FrameType.response, FrameType(rawValue: 9)] {
            let header = FrameHeader(length: 500, stream: 13, type: type, flags: [])
            #expect(words(state.tooLarge(header, limit: 100)) == "ignore")
        }
    }

    @Test
    func aDrainRefusesWhatIsNewAndKeepsWhatRuns() {
        var state = State(streamLimit: 10)
        open(.bidirectional, in: &state)
        state.beginDrain()
        #expect(state.request(stream: 3) == .refuse(.shuttingDown))
        #expect(words(state.data(stream: 1, flags: [], length: 1)) == "deliver to call1 item")
        #expect(!state.mayClose)
        #expect(state.finish(stream: 1) == true)
    }

    @Test
    func aCloseWaitsForTheLastAnswer() {
        var state = State(streamLimit: 10)
        open(.unary, in: &state)
        state.beginClose()
        #expect(!state.mayClose)
        #expect(state.finish(stream: 1) == true)
        #expect(state.mayClose)
        #expect(state.request(stream: 3) == .refuse(.shuttingDown))
    }

    @Test
    func aLostPeerLeavesNothing() {
        var state = State(streamLimit: 10)
        open(.unary, 1, in: &state)
        open(.bidirectional, 3, in: &state)
        #expect(state.closed().sorted() == ["call1", "call3"])
        #expect(state.openStreams == 0)
        #expect(state.finish(stream: 1) == false)
    }
}
