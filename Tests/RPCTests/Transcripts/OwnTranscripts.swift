// The decisive exchanges in our own words: what must come back for what goes in, byte for byte where that is the point.
// They stand here so that the protocol is held where the recorded transcripts are not at hand.

import Codec
import Testing

@testable import RPC

private struct Exchange: Sendable, CustomTestStringConvertible {
    /// A frame that goes in, or one that must come back.
    enum Turn: Sendable {
        case send(RawFrame)
        case expect(RawFrame)
        /// A Response with this code, whose details are ours.
        case status(UInt32, Int32, String)
    }

    let name: String
    let turns: [Turn]

    var testDescription: String { name }
}

private let after = [
    Exchange.Turn.send(.request(99, "Unary", StringValue("after").encoded())), .expect(.response(99, "echo:after")),
]

private let exchanges: [Exchange] = [
    Exchange(
        name: "an empty answer is a header alone",
        turns: [
            .send(.request(1, "UnaryEmpty")), .expect(RawFrame(stream: 1, type: 2, flags: 0, data: [])),
        ]),
    Exchange(
        name: "a stream ends with remote closed and no data",
        turns: [
            .send(.request(1, "ServerStream", StringValue("2").encoded(), flags: 1)), .expect(.data(1, "item-1")),
            .expect(.data(1, "item-2")), .expect(.end(1)),
        ]),
    Exchange(
        name: "a stream fails with a response",
        turns: [
            .send(.request(1, "ServerStreamFail", StringValue("1").encoded(), flags: 1)), .expect(.data(1, "item-1")),
            .status(1, 10, "failed after 1 items"),
        ]),
    Exchange(
        name: "items of zero bytes are items",
        turns: [
            .send(.request(1, "ClientStreamLength", flags: 2)), .send(.data(1, "")), .send(.data(1, "")),
            .send(.end(1)),
            .expect(.response(1, "items:2 bytes:0")),
        ]),
    Exchange(
        name: "no data carries no item",
        turns: [
            .send(.request(1, "ClientStreamLength", flags: 2)), .send(.data(1, "abc", flags: 4)), .send(.end(1)),
            .expect(.response(1, "items:0 bytes:0")),
        ]),
    Exchange(
        name: "the first item may come with the request",
        turns: [
            .send(.request(1, "Bidi", StringValue("a").encoded(), flags: 2)), .expect(.data(1, "echo:a")),
            .send(.end(1)),
            .expect(.end(1)),
        ]),
    Exchange(
        name: "the method decides, not the flags of its request",
        turns: [
            .send(.request(1, "Unary", StringValue("x").encoded(), flags: 2)), .expect(.response(1, "echo:x")),
            .send(.request(3, "ClientStreamLength", StringValue("abc").encoded(), flags: 1)), .send(.end(3)),
            .expect(.response(3, "items:1 bytes:3")),
        ]),
    Exchange(
        name: "closing with data is taken and complained about",
        turns: [
            .send(.request(1, "BidiTail", flags: 2)), .send(.data(1, "a", flags: 1)),
            .status(1, 3, "data close message cannot include data"), .expect(.data(1, "total:1")), .expect(.end(1)),
        ] + after),
    Exchange(
        name: "data after the end is refused and nothing else",
        turns: [
            .send(.request(1, "BidiTail", flags: 2)), .send(.end(1)), .expect(.data(1, "total:0")), .expect(.end(1)),
            .send(.data(1, "late")), .status(1, 3, "StreamID is no longer active"),
        ] + after),
    Exchange(
        name: "data for a stream that never was is refused and uses up no id",
        turns: [
            .send(.data(1, "a")), .status(1, 3, "StreamID is no longer active"),
            .send(.request(1, "Unary", StringValue("x").encoded())), .expect(.response(1, "echo:x")),
        ]),
    Exchange(
        name: "ids are odd and rise",
        turns: [
            .send(.request(2, "Unary")), .status(2, 3, "StreamID must be odd for client initiated streams"),
            .send(.request(5, "Unary", StringValue("x").encoded())), .expect(.response(5, "echo:x")),
            .send(.request(3, "Unary")), .status(3, 3, "StreamID cannot be re-used and must increment"),
        ] + after),
    Exchange(
        name: "unknown types and a client's responses mean nothing",
        turns: [
            .send(RawFrame(stream: 1, type: 9, flags: 255, data: [1, 2, 3])), .send(.response(1, "x")),
        ] + after),
    Exchange(
        name: "what is no envelope is the caller's mistake",
        turns: [
            .send(RawFrame(stream: 1, type: 1, flags: 0, data: [0xFF])),
            .status(1, 3, "unmarshal request error: cut off in a varint"),
        ] + after),
    Exchange(
        name: "an empty request names no service",
        turns: [
            .send(RawFrame(stream: 1, type: 1, flags: 0, data: [])), .status(1, 12, "service "),
        ] + after),
]

@Suite(.timeLimit(.minutes(1)))
struct OwnTranscriptTests {
    @Test(arguments: exchanges)
    private func theServerAnswersAsThisSays(_ exchange: Exchange) async throws {
        let server = try await TestServer()
        let peer = try server.peer()
        for turn in exchange.turns {
            switch turn {
            case .send(let frame): try await peer.send(frame)
            case .expect(let expected): #expect(try await peer.receive() == expected)
            case .status(let stream, let code, let message):
                let frame = try #require(try await peer.receive())
                #expect(frame.stream == stream && frame.type == 2 && frame.code == code, "\(frame)")
                #expect(frame.response?.status?.message == message)
            }
        }
        #expect(try await peer.isSilent(for: 30))
        await peer.close()
        await server.stop()
    }

    /// The call that docs/PROTOCOL.md takes apart byte by byte.
    @Test
    func theExampleInTheDocumentationIsReal() async throws {
        let server = try await TestServer()
        let peer = try server.peer()
        let request = decodedHex(
            "000000240000000101000a12766563746f72732e76312e566563746f72731205556e6172791a070a0568656c6c6f")
        try await peer.send(bytes: request)
        let answer = try #require(try await peer.receive())
        #expect(answer.bytes == decodedHex("0000000e000000010200120c0a0a6563686f3a68656c6c6f"))
        await peer.close()
        await server.stop()
    }
}
