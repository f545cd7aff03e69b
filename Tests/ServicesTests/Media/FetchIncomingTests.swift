// The file of a message that came in: fetched when somebody asks, once, and shown on its message.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct FetchIncomingTests {
    private let bytes = Samples.image(300_000)

    private func reason(_ body: () async throws -> Media) async -> String? {
        await refusal { _ = try await body() }?.reason
    }

    @Test func aFileIsFetchedOnceHoweverManyAsk() async throws {
        let line = try await FetchLine()
        let told = MediaContent.with {
            $0.kind = .image
            $0.caption = "look"
            $0.fileName = "a.png"
        }
        let id = try await line.received(told)
        async let one = line.messages.fetchMedia(.with { $0.messageId = id })
        async let other = line.messages.fetchMedia(.with { $0.messageId = id })
        let command = try await line.asked()
        #expect(command.message?.providerMessageId == "IN1" && command.message?.sender == "+491709999999")
        #expect(command.mediaRef == FetchLine.ref && command.media == told)
        #expect(command.timeoutMs == 120_000 && command.maxBytes == 64 << 20)
        #expect(command.sessionId == line.line.session && command.epoch == line.line.assign.epoch)
        let brought = try await line.upload(command, bytes)
        try await line.answer(command)
        let (first, second) = try await (one, other)
        #expect(first.id == brought.id && second.id == brought.id)
        #expect(first.userId == line.line.ada.principal.userID && first.kind == .image)
        #expect(first.mimeType == "image/png" && first.fileName == "a.png" && first.expiresAt != nil)
        #expect(try await line.messages.fetchMedia(.with { $0.messageId = id }).id == brought.id)
        #expect(!line.isAsked)
        let shown = try await line.messages.getMessage(.with { $0.id = id })
        guard case .media(let content) = shown.kind else { throw Unexpected("no file") }
        #expect(content.mediaId == brought.id && content.caption == "look" && content.size == Int64(bytes.count))
        #expect(shown.timeline.map(\.cause) == ["received", "media_fetched"])
        let ada = Uploader(client: line.messages, userID: try line.line.ada.principal.userID.found)
        #expect(try await ada.download(brought.id) == bytes)
    }

    @Test func whoGivesUpWaitingFindsItHereLater() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        let waiting = Task { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        let command = try await line.asked()
        waiting.cancel()
        _ = await waiting.result
        let media = try await line.upload(command, bytes)
        try await line.answer(command)
        try await untilTrue { line.house.media.flights.count == 0 }
        #expect(try await line.messages.fetchMedia(.with { $0.messageId = id }).id == media.id)
        #expect(!line.isAsked)
    }

    @Test func whatExpiredOrWasDeletedHereIsFetchedAnew() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        var known: Set<Int64> = []
        for round in 0..<3 {
            async let fetched = line.messages.fetchMedia(.with { $0.messageId = id })
            let command = try await line.asked()
            #expect(command.media?.mediaId == 0)
            try await line.upload(command, bytes)
            try await line.answer(command)
            let media = try await fetched
            #expect(known.insert(media.id).inserted)
            if round == 0 {
                _ = try await line.house.store.write { db in
                    try db.execute("UPDATE media SET expires_at = 1 WHERE id = ?", media.id)
                }
            } else {
                _ = try await line.messages.deleteMedia(.with { $0.id = media.id })
            }
        }
    }

    @Test(arguments: [
        ("MEDIA_EXPIRED", "MEDIA_EXPIRED"), ("MEDIA_TOO_LARGE", "MEDIA_TOO_LARGE"),
        ("MEDIA_UNSUPPORTED", "MEDIA_UNSUPPORTED"), ("MEDIA_FETCH_FAILED", "MEDIA_FETCH_FAILED"),
        ("SESSION_NOT_CONNECTED", "SESSION_NOT_CONNECTED"), ("INTERNAL", "MEDIA_FETCH_FAILED"),
    ])
    func whatTheBridgeSaysIsTold(said: String, told: String) async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        try await line.answer(try await line.asked(), error: said)
        #expect(await fetched == told)
        // It may be asked for again.
        async let again = line.messages.fetchMedia(.with { $0.messageId = id })
        try await line.bring(bytes)
        _ = try await again
    }

    @Test func doneWithoutAFileIsNotDone() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        try await line.answer(try await line.asked())
        #expect(await fetched == "MEDIA_FETCH_FAILED")
    }

    @Test func aFileThatIsTooLargeIsNotAskedFor() async throws {
        let line = try await FetchLine()
        let id = try await line.received(
            .with {
                $0.kind = .video
                $0.size = 64 << 20 + 1
            })
        #expect(await reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) } == "MEDIA_TOO_LARGE")
        #expect(!line.isAsked)
    }

    @Test func aBridgeThatSaysNothingIsNotWaitedForForEver() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        _ = try await line.asked()
        for _ in 0..<2 { try await line.house.pass(.seconds(100), line.line.bridge) }
        #expect(await fetched == "DEADLINE_EXCEEDED")
        #expect(line.house.engine.errands.count == 0)
    }

    @Test func aBridgeThatGoesAnswersNothing() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        _ = try await line.asked()
        line.line.bridge.die()
        // Which of the two is told first is as it falls: the stream ends, and the session is nobody's.
        let away = ["SESSION_NOT_CONNECTED", "BRIDGE_UNAVAILABLE"]
        #expect(away.contains(await fetched ?? ""))
        #expect(away.contains(await reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) } ?? ""))
    }

    @Test func whoDisconnectsTheSessionIsNotWaitedFor() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        async let fetched = reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        let command = try await line.asked()
        _ = try await line.line.ada.sessions.disconnectSession(.with { $0.sessionId = line.line.session })
        #expect(await fetched == "SESSION_NOT_CONNECTED")
        #expect(await refusal { try await line.upload(command, bytes) } != nil)
        #expect(try await line.totals() == MediaTotals())
    }

    @Test func aBridgeThatCannotIsNotAsked() async throws {
        let line = try await FetchLine(commands: ["mark_read"])
        let id = try await line.received()
        let refused = await reason { try await line.messages.fetchMedia(.with { $0.messageId = id }) }
        #expect(refused == "ENGINE_UNSUPPORTED")
    }

    @Test func onlyWhatCameInWithAFileIsFetched() async throws {
        let line = try await FetchLine()
        let sent = try await line.line.ada.send("Hello")
        let error = await refusal { _ = try await line.messages.fetchMedia(.with { $0.messageId = sent.id }) }
        #expect(error?.violations.map(\.field) == ["message_id"])
        #expect(await reason { try await line.messages.fetchMedia(.with { $0.messageId = 999 }) } == "NOT_FOUND")
        let id = try await line.received()
        let eve = try await line.house.user("eve")
        #expect(await reason { try await eve.messages.fetchMedia(.with { $0.messageId = id }) } == "NOT_FOUND")
    }

    @Test func whatTheEngineWantsBackIsKeptUpTo8KiBAndGoesWithMessageAndSession() async throws {
        let line = try await FetchLine()
        let longest = [UInt8](repeating: 9, count: 8 << 10)
        let kept = try await line.received(ref: longest, id: "IN1")
        let dropped = try await line.received(ref: longest + [9], id: "IN2")
        func ref(_ id: Int64) async throws -> [UInt8] {
            try await line.house.store.read { db in try db.media.ref(ofMessage: id) }
        }
        #expect(try await ref(kept) == longest)
        #expect(try await ref(dropped).isEmpty)
        _ = try await line.house.store.write { db in
            try db.execute("UPDATE messages SET session_id = NULL WHERE id = ?", kept)
        }
        #expect(try await ref(kept).isEmpty)
        let last = try await line.received(id: "IN3")
        #expect(try await ref(last) == FetchLine.ref)
        _ = try await line.house.store.write { db in try db.execute("DELETE FROM messages WHERE id = ?", last) }
        #expect(try await ref(last).isEmpty)
    }

    @Test func whatAnAdminHasFetchedIsToldOf() async throws {
        let line = try await FetchLine()
        let id = try await line.received()
        let admin = line.house.admin
        async let fetched = admin.messages.fetchMedia(.with { $0.messageId = id })
        try await line.bring(bytes)
        let media = try await fetched
        #expect(media.userId == line.line.ada.principal.userID)
        let entries = try await line.house.store.read { db in try db.audit.rows(after: 0, limit: 10) }
        let told = entries.filter { $0.method.contains("FetchMedia") }
        #expect(told.map(\.targetKind) == ["media"] && told.map(\.targetID) == [media.id])
    }
}
