// Our server against the recorded clients: the recorded bytes go in, in several cuts, and what comes back is what the
// reference answered, but for what Differences.swift lists.

import Testing

@testable import RPC

@Suite(.timeLimit(.minutes(2)))
struct ServerTranscriptTests {
    enum Cut: String, CaseIterable, Sendable {
        case frames = "frame by frame"
        case bytes = "byte by byte"
        case together = "as many frames in a write as can be"
        case odd = "in pieces of 977 bytes"
    }

    private static let turnstile = Turnstile(places: 6)

    @Test(arguments: Transcript.all.filter { $0.isServerReference })
    func answersAsTheReferenceDoes(_ transcript: Transcript) async throws {
        for cut in Cut.allCases {
            // A few megabytes byte by byte prove nothing that 977 bytes at a time do not, and take a minute.
            if transcript.isLarge, cut == .bytes { continue }
            try await Self.turnstile.pass { try await replay(transcript, cut) }
        }
    }

    @Test
    func everyDifferenceNamesATranscript() {
        guard !Transcript.all.isEmpty else { return }
        let names = Set(Transcript.all.map(\.scenario))
        #expect(Set(ServerDifference.table.keys).subtracting(names).isEmpty)
        #expect(Set(ClientDifference.table.keys).subtracting(names).isEmpty)
    }

    private func replay(_ transcript: Transcript, _ cut: Cut) async throws {
        var expected = transcript.frames.filter { !$0.fromClient }.map { Expectation.recorded($0) }
        var isReordered = !transcript.hasFixedOrder
        switch ServerDifference.table[transcript.scenario] {
        case .skipped: return
        case .instead(let frames, _):
            expected = frames.map { Expectation.ours($0) }
            isReordered = true
        case nil: break
        }
        let server = try await TestServer()
        let peer = try server.peer()
        if isReordered {
            try await sendAll(transcript, to: peer, cut)
            try await match(expected, from: peer, "\(transcript.scenario) \(cut.rawValue)")
        } else {
            try await inOrder(transcript, peer, cut)
        }
        #expect(try await peer.isSilent(for: 60), "\(transcript.scenario) \(cut.rawValue): more came")
        await peer.close()
        #expect(await server.eventually { $0 == Server.Counts() }, "\(transcript.scenario) left something behind")
        await server.stop()
    }

    /// Client frames up to each server frame, then that frame.
    private func inOrder(_ transcript: Transcript, _ peer: RawPeer, _ cut: Cut) async throws {
        var pending: [[UInt8]] = []
        var ended: Set<UInt32> = []
        for entry in transcript.frames {
            if entry.fromClient {
                if ended.contains(entry.frame.stream) { try await Task.sleep(for: .milliseconds(60)) }
                pending.append(entry.bytes)
                continue
            }
            try await send(pending, to: peer, cut)
            pending = []
            let frame = try #require(try await peer.receive(), "\(transcript.scenario) \(cut.rawValue): closed")
            let difference = FrameEquivalence.difference(frame, entry.frame, varies: entry.varies)
            #expect(difference == nil, "\(transcript.scenario) \(cut.rawValue)")
            if frame.type == 2 || frame.flags & 1 != 0 { ended.insert(frame.stream) }
        }
        try await send(pending, to: peer, cut)
    }

    private func sendAll(_ transcript: Transcript, to peer: RawPeer, _ cut: Cut) async throws {
        var opened: Set<UInt32> = []
        var pending: [[UInt8]] = []
        for entry in transcript.frames where entry.fromClient {
            // The recorded client waited for the answer before it opened its next stream.
            if entry.frame.type == 1, opened.insert(entry.frame.stream).inserted, opened.count > 1 {
                try await send(pending, to: peer, cut)
                pending = []
                try await Task.sleep(for: .milliseconds(100))
            }
            pending.append(entry.bytes)
        }
        try await send(pending, to: peer, cut)
    }

    private func send(_ frames: [[UInt8]], to peer: RawPeer, _ cut: Cut) async throws {
        switch cut {
        case .frames: for frame in frames { try await peer.send(bytes: frame) }
        case .together: try await peer.send(bytes: frames.flatMap { $0 })
        case .bytes: try await peer.send(bytes: frames.flatMap { $0 }, piece: 1)
        case .odd: try await peer.send(bytes: frames.flatMap { $0 }, piece: 977)
        }
    }

    // MARK: Matching

    private enum Expectation {
        case recorded(Transcript.Frame)
        case ours(ServerDifference.Expected)

        func isMet(by frame: RawFrame) -> Bool {
            switch self {
            case .recorded(let entry): FrameEquivalence.difference(frame, entry.frame, varies: entry.varies) == nil
            case .ours(.frame(let expected)): FrameEquivalence.difference(frame, expected) == nil
            case .ours(.status(let stream, let code, let reason)):
                frame.stream == stream && frame.type == 2 && frame.code == code
                    && (reason == nil || frame.reason == reason)
            }
        }
    }

    /// The frames come in any order.
    private func match(_ expected: [Expectation], from peer: RawPeer, _ what: String) async throws {
        var open = expected
        for _ in expected {
            let frame = try #require(try await peer.receive(), "\(what): closed")
            guard let index = open.firstIndex(where: { $0.isMet(by: frame) }) else {
                Issue.record("\(what): unexpected \(frame)")
                return
            }
            open.remove(at: index)
        }
    }
}
