// Our client against the recorded servers: a socket plays the server's frames, the client does the recorded steps; what it
// sends and what its caller gets must be what was recorded, but for what Differences.swift lists.

import Codec
import NIOCore
import RPC
import Testing

@Suite(.timeLimit(.minutes(2)))
struct ClientTranscriptTests {
    private static let turnstile = Turnstile(places: 6)

    @Test(arguments: Transcript.all.filter { $0.isClientReference })
    func doesWhatTheReferenceDoes(_ transcript: Transcript) async throws {
        var exempt: Set<Int> = []
        var unsent: Set<Int> = []
        switch ClientDifference.table[transcript.scenario] {
        case .skipped: return
        case .otherwise(let steps, let frames, _): (exempt, unsent) = (steps, frames)
        case nil: break
        }
        let (exemptSteps, unsentFrames) = (exempt, unsent)
        try await Self.turnstile.pass { try await play(transcript, exemptSteps, unsentFrames) }
    }

    private func play(_ transcript: Transcript, _ exempt: Set<Int>, _ unsent: Set<Int>) async throws {
        let server = try RawServer(path: temporaryPath())
        let played = Task { try await self.serve(transcript, server, unsent) }
        // As the reference has it: all calls on one connection.
        var configuration = ClientConnection.Configuration()
        configuration.streamsShareConnection = true
        let connection = ClientConnection(.unix(path: server.path), configuration: configuration)
        let steps = Steps(transport: connection)
        if isConcurrent(transcript) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                // In the order in which they were opened, and far enough apart for it.
                for step in transcript.steps.sorted(by: { $0.stream < $1.stream }) {
                    group.addTask { try await steps.take(step, "\(transcript.scenario) stream \(step.stream)") }
                    try await Task.sleep(for: .milliseconds(50))
                }
                try await group.waitForAll()
            }
        } else {
            for (index, step) in transcript.steps.enumerated() where !exempt.contains(index) {
                try await steps.take(step, "\(transcript.scenario) step \(index)")
            }
        }
        if transcript.frames.allSatisfy({ !$0.fromClient })
            || unsent.count == transcript.frames.filter(\.fromClient).count
        {
            played.cancel()
            await connection.close()
            return
        }
        let peer = try await played.value
        await connection.close()
        if !transcript.closedByServer {
            // What the reference sends after the server has ended a stream, we may have sent before we knew.
            let tolerated = unsent.map { transcript.frames[$0].frame }
            while let more = try await peer.receive() {
                #expect(tolerated.contains(more), "\(transcript.scenario): sent \(more) too")
            }
        }
        await peer.close()
    }

    /// Steps that do not end in the order in which they began.
    private func isConcurrent(_ transcript: Transcript) -> Bool {
        let calls = transcript.steps.filter { $0.operation == "call" }.map(\.stream)
        return calls.count == transcript.steps.count && calls != calls.sorted()
    }

    /// The recorded server, frame by frame. Ids are those that the client gave, which may leave out fewer.
    private func serve(_ transcript: Transcript, _ server: RawServer, _ unsent: Set<Int>) async throws -> RawPeer {
        let peer = try await server.accept()
        var ids: [UInt32: UInt32] = [:]
        for (index, entry) in transcript.frames.enumerated() where !unsent.contains(index) {
            var recorded = entry.frame
            if entry.fromClient {
                let frame = try #require(try await peer.receive(), "\(transcript.scenario): closed early")
                if frame.type == 1 { ids[recorded.stream] = frame.stream }
                recorded.stream = ids[recorded.stream] ?? recorded.stream
                let difference = FrameEquivalence.difference(frame, recorded, varies: entry.varies)
                #expect(difference == nil, "\(transcript.scenario) frame \(index)")
            } else {
                recorded.stream = ids[recorded.stream] ?? recorded.stream
                if transcript.hasClock { try await Task.sleep(for: .milliseconds(250)) }
                try await peer.send(recorded)
            }
        }
        if transcript.closedByServer { await peer.close() }
        return peer
    }
}

extension Transcript {
    /// The caller gave up while the server was still at it: then the server must take its time here too.
    fileprivate var hasClock: Bool {
        steps.contains {
            $0.operation == "cancel" || $0.cancelAfterMilliseconds != nil || ($0.timeoutMilliseconds ?? .max) < 1000
        }
    }
}

/// Does what a recorded caller did and compares what it got.
private actor Steps {
    private let transport: ClientConnection
    private var streams: [UInt32: any ClientStream] = [:]

    init(transport: ClientConnection) { self.transport = transport }

    func take(_ step: Transcript.Step, _ what: String) async throws {
        let expected = step.value ?? ""
        do {
            switch step.operation {
            case "call":
                let value = try await call(step)
                #expect(step.result == "ok" && value == expected, "\(what): \(value.prefix(80))")
            case "open":
                streams[step.stream] = try await transport.open(head(step), payload: step.argument.map(buffer))
                #expect(step.result == "ok", "\(what)")
            case "send": try await stream(step).send(buffer(step.argument ?? ""))
            case "close-send": try await stream(step).closeSend()
            case "cancel": try stream(step).cancel()
            case "receive":
                guard let item = try await stream(step).receive() else {
                    #expect(step.result == "end of stream", "\(what): ended")
                    return
                }
                let value = try StringValue(decoding: Array(buffer: item)).value
                #expect(step.result == "ok" && value == expected, "\(what): \(value.prefix(80))")
            default: Issue.record("\(what): unknown step \(step.operation)")
            }
        } catch let error as RPCError {
            compare(error, step, what)
        }
    }

    private func call(_ step: Transcript.Step) async throws -> String {
        let task = Task { [transport] in
            try await transport.unary(self.head(step), payload: self.buffer(step.argument ?? ""))
        }
        if let delay = step.cancelAfterMilliseconds {
            try await Task.sleep(for: .milliseconds(delay))
            task.cancel()
        }
        return try StringValue(decoding: Array(buffer: try await task.value.payload)).value
    }

    private func compare(_ error: RPCError, _ step: Transcript.Step, _ what: String) {
        if step.varies.contains("result") {
            #expect(error.code == .deadlineExceeded, "\(what): \(error)")
            return
        }
        switch step.result {
        case "status":
            #expect(error.code.rawValue == step.code && error.message == step.message, "\(what): \(error)")
        case "local error":
            if let code = step.code { #expect(error.code.rawValue == code, "\(what): \(error)") }
        default: Issue.record("\(what): \(error) instead of \(step.result)")
        }
    }

    private func stream(_ step: Transcript.Step) throws -> any ClientStream {
        try #require(streams[step.stream])
    }

    nonisolated private func head(_ step: Transcript.Step) -> CallHead {
        let kind: CallKind =
            switch (step.operation, step.clientStreams, step.serverStreams) {
            case ("call", _, _): .unary
            case (_, true, true): .bidirectional
            case (_, true, false): .clientStreaming
            default: .serverStreaming
            }
        var metadata = Metadata()
        for (key, value) in step.metadata { metadata.append(value, for: key) }
        return CallHead(
            method: Method(service: step.service, name: step.method, kind: kind), metadata: metadata,
            deadline: step.timeoutMilliseconds.map { .after(.milliseconds($0)) } ?? .never)
    }

    nonisolated private func buffer(_ text: String) -> ByteBuffer { ByteBuffer(bytes: StringValue(text).encoded()) }
}
