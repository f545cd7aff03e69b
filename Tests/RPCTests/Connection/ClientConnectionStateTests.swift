import Testing

@testable import RPC

private let clientMeanings: [(CallKind, FrameType, FrameFlags, String, Bool)] = [
    (CallKind.unary, FrameType.response, FrameFlags([]), "response a", false),
    (.unary, .response, FrameFlags(rawValue: 255), "response a", false),
    (.unary, .data, .end, "fail a dataForUnary", false),
    (.unary, FrameType(rawValue: 9), [], "fail a unexpectedType(9)", false),
    (.unary, .request, [], "fail a unexpectedType(1)", false),
    (.clientStreaming, .response, [], "response a", false),
    (.clientStreaming, .data, [], "fail a dataFromNonStreamingServer", false),
    (.serverStreaming, .data, [], "item a", true),
    (.serverStreaming, .data, .noData, "ignore", true),
    (.serverStreaming, .data, .end, "end a", false),
    (.bidirectional, .data, .remoteClosed, "end a item", false),
    (.bidirectional, .response, [], "response a", false),
    (.bidirectional, .data, FrameFlags(rawValue: 0xF0), "item a", true),
]

@Suite
struct ClientConnectionStateTests {
    private typealias State = ClientConnectionState<String>

    private func words(_ action: State.Action) -> String {
        switch action {
        case .ignore: "ignore"
        case .item(let call): "item \(call)"
        case .end(let call, let item): "end \(call)" + (item ? " item" : "")
        case .response(let call): "response \(call)"
        case .fail(let call, let violation): "fail \(call) \(violation)"
        }
    }

    private func header(_ stream: UInt32, _ type: FrameType, _ flags: FrameFlags = [], _ length: UInt32 = 1)
        -> FrameHeader
    {
        FrameHeader(length: length, stream: stream, type: type, flags: flags)
    }

    @Test
    func idsAreOddAndRiseToTheLast() {
        var state = State()
        #expect(state.open(kind: .unary, call: "a") == 1)
        #expect(state.open(kind: .unary, call: "b") == 3)
        state.drop(stream: 1)
        #expect(state.open(kind: .unary, call: "c") == 5)
        var late = State(firstStream: UInt32.max - 2)
        #expect(late.open(kind: .unary, call: "d") == UInt32.max - 2)
        #expect(late.open(kind: .unary, call: "e") == UInt32.max)
        #expect(!late.hasIDs)
        #expect(late.open(kind: .unary, call: "f") == nil)
        #expect(late.openStreams == 2)
    }

    @Test(arguments: clientMeanings)
    func framesMeanWhatTheirKindOfCallAllows(
        _ kind: CallKind, _ type: FrameType, _ flags: FrameFlags, _ expected: String, _ staysOpen: Bool
    ) {
        var state = State()
        let stream = state.open(kind: kind, call: "a") ?? 0
        #expect(words(state.frame(header(stream, type, flags))) == expected)
        #expect(state.isOpen(stream: stream) == staysOpen)
    }

    @Test
    func framesForStreamsThatAreNotOpenAreDropped() {
        var state = State()
        #expect(words(state.frame(header(99, .response))) == "ignore")
        #expect(words(state.frame(header(2, .data))) == "ignore")
        let stream = state.open(kind: .unary, call: "a") ?? 0
        state.drop(stream: stream)
        #expect(words(state.frame(header(stream, .response))) == "ignore")
        #expect(words(state.tooLarge(header(stream, .response, [], 500), limit: 100)) == "ignore")
    }

    @Test
    func aFrameTooLargeFailsItsCallOnly() {
        var state = State()
        _ = state.open(kind: .unary, call: "a")
        _ = state.open(kind: .unary, call: "b")
        #expect(
            words(state.tooLarge(header(1, .response, [], 500), limit: 100))
                == "fail a tooLarge(length: 500, limit: 100)")
        #expect(words(state.frame(header(3, .response))) == "response b")
    }

    @Test
    func aLostConnectionHandsBackItsCalls() {
        var state = State()
        _ = state.open(kind: .unary, call: "a")
        _ = state.open(kind: .bidirectional, call: "b")
        #expect(state.closed().sorted() == ["a", "b"])
        #expect(state.open(kind: .unary, call: "c") == nil)
    }
}
