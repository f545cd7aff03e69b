// The methods of SessionsService, called as users and admins call them, with a bridge behind them.

import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite struct SessionsServiceTests {
    private func reason(_ body: () async throws -> some Sendable) async throws -> String {
        do {
            _ = try await body()
            return "none"
        } catch let error as RPCError {
            return error.reason
        }
    }

    @Test(.timeLimit(.minutes(1))) func aSessionIsLinkedByAScan() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let bridge = house.bridge()
        try await bridge.attach()
        let session = try await ada.link()
        #expect(session.name == "default" && session.status == .starting && session.engine.isEmpty)
        #expect(session.userId == ada.principal.userID)
        let assign = try await bridge.nextAssign()
        #expect(!assign.linked && assign.phoneNumber.isEmpty)
        #expect(try await reason { try await ada.sessions.getQrCode(.init()) } == "SESSION_NOT_CONNECTED")

        let end = house.clock.now() + .seconds(20)
        for (sequence, code) in [(1, "code-1"), (2, "code-2"), (2, "again"), (1, "old")] as [(Int32, String)] {
            try await bridge.report(
                .qrCode(
                    .with {
                        $0.sessionId = assign.sessionId
                        $0.epoch = assign.epoch
                        $0.sequence = sequence
                        $0.code = code
                        $0.expiresAt = end.timestamp
                    }))
        }
        try await bridge.waitForConfirm()
        let code = try await ada.sessions.getQrCode(.init())
        #expect(code.code == "code-2" && code.sequence == 2 && code.sessionId == session.id)
        let waiting = try await ada.sessions.getSession(.with { $0.id = session.id })
        #expect(waiting.status == .qrPending && waiting.engine == "simulator" && waiting.bridge == "bridge-1")
        #expect(waiting.qrExpiresAt == end.timestamp)
        house.clock.advance(by: .seconds(21))
        #expect(try await reason { try await ada.sessions.getQrCode(.init()) } == "SESSION_NOT_CONNECTED")

        try await bridge.state(assign, .authenticated)
        try await bridge.state(assign, .connected, phone: "+4915112345")
        let connected = try await house.session(session.id, becomes: .connected)
        #expect(connected.phoneNumber == "+4915112345" && connected.isLinked && connected.connectedAt != nil)
        #expect(connected.qrCode.isEmpty && connected.qrExpiresAt == nil && connected.statusDeadline == nil)
        #expect(try await reason { try await ada.sessions.getQrCode(.init()) } == "SESSION_NOT_CONNECTED")
        // A code that comes late undoes nothing.
        try await bridge.report(
            .qrCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = assign.epoch
                    $0.sequence = 3
                    $0.code = "late"
                }))
        try await bridge.waitForConfirm()
        #expect(try await ada.sessions.getSessionStatus(.init()).status == .connected)
    }

    @Test(.timeLimit(.minutes(1))) func twoWhoMakeTheSameSessionAtOnceMakeOne() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        let ids = try await withThrowingTaskGroup(of: Int64.self) { group in
            for _ in 0..<20 { group.addTask { try await ada.link("sales").id } }
            return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
        }
        #expect(ids.count == 1)
        #expect(try await ada.sessions.listSessions(.init()).sessions.count == 1)
    }

    @Test(.timeLimit(.minutes(1))) func initLeavesARunningSessionAsItIs() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let before = try await house.store.read { db in try db.events.newestCursor() }
        let session = try await line.ada.link()
        #expect(session.status == .connected && session.epoch == 1)
        #expect(try await house.store.read { db in try db.events.newestCursor() } == before)
        #expect(line.bridge.frames.isEmpty)
        // A session stays with its engine.
        let other = InitSessionRequest.with { $0.engine = "baileys" }
        #expect(try await reason { try await line.ada.sessions.initSession(other) } == "VALIDATION_ERROR")
    }

    @Test(.timeLimit(.minutes(1))) func disconnectKeepsTheLinkAndInitBringsItBack() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        let stopped = try await line.ada.sessions.disconnectSession(.init())
        #expect(stopped.status == .disconnected && stopped.statusReason == "requested" && stopped.bridge.isEmpty)
        let release = try await line.bridge.nextRelease()
        #expect(release.sessionId == line.session && release.epoch == 1 && release.reason == "disconnect")
        // What it says of the session itself counts no more; what it was given it may answer.
        try await line.bridge.state(line.assign, .connected)
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
        #expect(try await line.ada.sessions.getSessionStatus(.init()).status == .disconnected)
        #expect(try await line.ada.sessions.disconnectSession(.init()).status == .disconnected)
        let held = try await line.ada.send("held")
        #expect(held.holdReason == "session_not_connected")

        #expect(try await line.ada.link().status == .starting)
        let assign = try await line.bridge.carry()
        #expect(assign.epoch == 2 && assign.linked)
        // The first one was submitted at an epoch that is over and never confirmed: the same id goes out once more.
        var seen: [String] = []
        for _ in 0..<2 { seen.append(try await line.bridge.deliver().clientMessageId) }
        #expect(Set(seen) == [message.clientMessageId, held.clientMessageId])
        try await house.message(held.id, becomes: .delivered)
    }

    @Test(.timeLimit(.minutes(1))) func anAnswerThatItWasNotBegunReturnsAMessageOfAReleasedSession() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.disconnectSession(.init())
        try await line.bridge.fail(send, "SESSION_NOT_CONNECTED", notBegun: true)
        let after = try await house.message(message.id, becomes: .pending)
        #expect(after.holdReason == "session_not_connected")
    }

    @Test(.timeLimit(.minutes(1))) func whatWasUnderWayAtAnEpochThatIsOverIsFoundOutAtTheNext() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let message = try await line.ada.send("under way")
        let send = try await line.bridge.nextSend()
        _ = try await line.ada.sessions.disconnectSession(.init())
        _ = try await line.ada.link()
        let assign = try await line.bridge.carry()
        #expect(assign.epoch == 2)
        let again = try await line.bridge.nextSend()
        #expect(again.clientMessageId == send.clientMessageId && again.attempt == 2 && again.epoch == 2)
        #expect(try await house.timeline(message.id).map(\.cause).contains("epoch_over"))
        try await line.bridge.submit(send)
        try await house.message(message.id, becomes: .submitted)
    }

    @Test(.timeLimit(.minutes(1))) func afterALogoutInitStartsAFreshLinking() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await line.bridge.state(line.assign, .loggedOut, reason: "401")
        let out = try await house.session(line.session, becomes: .loggedOut)
        #expect(!out.isLinked && !out.isWanted && out.phoneNumber.isEmpty && out.statusReason == "401")
        #expect(try await line.bridge.nextRelease().reason == "logout")
        #expect(try await reason { try await line.ada.send("x") } == "SESSION_LOGGED_OUT")
        #expect(try await line.ada.link().status == .starting)
        let assign = try await line.bridge.nextAssign()
        #expect(!assign.linked && assign.epoch == 2)
        try await line.bridge.report(
            .qrCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = 2
                    $0.sequence = 1
                    $0.code = "fresh"
                }))
        try await line.bridge.waitForConfirm()
        #expect(try await line.ada.sessions.getQrCode(.init()).code == "fresh")
    }

    @Test(.timeLimit(.minutes(1))) func whatWaitsHasADeadlineAndAnExit() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user()
        // No bridge at all.
        let session = try await ada.link()
        try await poll("the reason") {
            try await house.session(session.id).statusReason == "no_bridge" ? true : nil
        }
        try await house.pass(.seconds(62))
        let waiting = try await house.session(session.id, becomes: .disconnected)
        #expect(waiting.statusReason == "no_bridge" && waiting.isWanted)
        // One that comes takes it up, shows a code, and nobody scans.
        let bridge = house.bridge()
        try await bridge.attach()
        let assign = try await bridge.nextAssign()
        try await bridge.report(
            .qrCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = 1
                    $0.sequence = 1
                    $0.code = "scan me"
                }))
        try await house.session(session.id, becomes: .qrPending)
        try await house.pass(.seconds(182), bridge)
        let failed = try await house.session(session.id, becomes: .failed)
        #expect(failed.statusReason == "qr_timeout" && !failed.isWanted && !failed.lastError.isEmpty)
        #expect(failed.qrCode.isEmpty)
        _ = try await bridge.nextRelease()
        // Once linked, it is handed out anew instead.
        _ = try await ada.link()
        let second = try await bridge.nextAssign()
        try await bridge.state(second, .authenticated)
        try await house.session(session.id, becomes: .authenticated)
        try await house.pass(.seconds(62), bridge)
        #expect(try await bridge.nextRelease().reason == "moved")
        let third = try await bridge.nextAssign()
        #expect(third.epoch == 3 && third.linked)
        #expect(try await house.session(session.id).lastError.contains("scanned"))
        try await bridge.state(third, .connected)
        #expect(try await house.session(session.id, becomes: .connected).lastError.isEmpty)
    }

    @Test(.timeLimit(.minutes(1))) func aConflictIsNotFought() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        try await line.bridge.state(line.assign, .conflict, reason: "440")
        try await house.session(line.session, becomes: .conflict)
        #expect(try await line.bridge.nextRelease().reason == "conflict")
        try await house.pass(.seconds(100), line.bridge)
        #expect(line.bridge.frames.isEmpty)
        #expect(try await line.ada.link().status == .starting)
        #expect(try await line.bridge.nextAssign().epoch == 2)
    }

    @Test(.timeLimit(.minutes(1))) func aSessionIsTakenBackFromABridgeThatHeldItBeforeAndWokeUp() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let second = house.bridge("bridge-2")
        try await second.attach()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        try await house.pass(.seconds(31), second)
        var assign = try await second.carry()
        for epoch: Int64 in [3, 4] {
            try await second.state(assign, .conflict, reason: "440")
            #expect(try await second.nextRelease().reason == "moved")
            assign = try await second.carry()
            #expect(assign.epoch == epoch && assign.linked)
            try await house.session(line.session, becomes: .connected)
        }
        // It was not one of ours.
        try await second.state(assign, .conflict, reason: "440")
        let ended = try await house.session(line.session, becomes: .conflict)
        #expect(!ended.isWanted)
        #expect(try await second.nextRelease().reason == "conflict")
    }

    @Test(.timeLimit(.minutes(1))) func whoHeldASessionADayAgoHasNotJustWokenUp() async throws {
        let house = try await DeliveryHouse { $0.silence = .seconds(10_000_000) }
        let line = try await house.connected()
        let second = house.bridge("bridge-2")
        try await second.attach()
        line.bridge.die()
        try await house.session(line.session, becomes: .disconnected)
        try await house.pass(.seconds(31), second)
        let assign = try await second.carry()
        try await house.session(line.session, becomes: .connected)
        house.clock.advance(by: .seconds(25 * 3600))
        try await second.state(assign, .conflict, reason: "440")
        try await house.session(line.session, becomes: .conflict)
        #expect(try await second.nextRelease().reason == "conflict")
    }

    @Test(.timeLimit(.minutes(1))) func aTemporaryBanRestrictsUntilItIsOver() async throws {
        let house = try await DeliveryHouse()
        let line = try await house.connected()
        let end = house.clock.now() + .seconds(100)
        try await line.bridge.report(
            .restriction(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = 1
                    $0.kind = "temporary_ban"
                    $0.until = end.timestamp
                }))
        let restricted = try await house.session(line.session, becomes: .restricted)
        #expect(restricted.statusDeadline == end && restricted.statusReason == "temporary_ban")
        try await line.ada.send("held")
        try await house.pass(.seconds(90), line.bridge)
        #expect(line.bridge.waitingSends.isEmpty)
        try await house.pass(.seconds(12), line.bridge)
        #expect(try await line.bridge.carry().epoch == 2)
        _ = try await line.bridge.nextSend()
    }

    @Test(.timeLimit(.minutes(1))) func sessionsAreNamedOrNumberedOrTheOnlyOne() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user("ada")
        let bob = try await house.user("bob")
        let sales = try await ada.link("sales")
        #expect(try await ada.sessions.getSessionStatus(.init()).id == sales.id)
        #expect(try await ada.link().id == sales.id)
        let support = try await ada.link("support")
        #expect(try await reason { try await ada.sessions.getSessionStatus(.init()) } == "NOT_FOUND")
        let fallback = try await ada.link()
        #expect(fallback.name == "default" && fallback.id != support.id)
        #expect(try await ada.sessions.getSessionStatus(.init()).id == fallback.id)
        #expect(try await ada.sessions.getSession(.with { $0.session = "sales" }).id == sales.id)
        let both = GetSessionStatusRequest.with {
            $0.session = "sales"
            $0.sessionId = sales.id
        }
        #expect(try await reason { try await ada.sessions.getSessionStatus(both) } == "VALIDATION_ERROR")
        #expect(try await reason { try await ada.link("1 bad name") } == "VALIDATION_ERROR")
        #expect(try await reason { try await ada.sessions.getSession(.init()) } == "VALIDATION_ERROR")

        // What is somebody else's is not there.
        let theirs = GetSessionRequest.with { $0.id = sales.id }
        #expect(try await reason { try await bob.sessions.getSession(theirs) } == "NOT_FOUND")
        let stolen = DisconnectSessionRequest.with { $0.sessionId = sales.id }
        #expect(try await reason { try await bob.sessions.disconnectSession(stolen) } == "NOT_FOUND")
        let code = GetQrCodeRequest.with { $0.sessionId = sales.id }
        #expect(try await reason { try await bob.sessions.getQrCode(code) } == "NOT_FOUND")
        let started = InitSessionRequest.with { $0.sessionId = sales.id }
        #expect(try await reason { try await bob.sessions.initSession(started) } == "NOT_FOUND")
        let watched = WatchSessionRequest.with { $0.sessionId = sales.id }
        #expect(
            try await reason {
                for try await _ in try await bob.sessions.watchSession(watched) {}
            } == "NOT_FOUND")
        let named = InitSessionRequest.with { $0.userId = ada.principal.userID ?? 0 }
        #expect(try await reason { try await bob.sessions.initSession(named) } == "PERMISSION_DENIED")

        // An operator acts for somebody, and has to say for whom.
        let admin = house.admin
        #expect(try await reason { try await admin.sessions.initSession(.init()) } == "VALIDATION_ERROR")
        #expect(try await admin.sessions.initSession(named).id == fallback.id)
        let ghost = InitSessionRequest.with { $0.userId = 4711 }
        #expect(try await reason { try await admin.sessions.initSession(ghost) } == "NOT_FOUND")
        #expect(try await admin.sessions.getSession(theirs).id == sales.id)
    }

    @Test(.timeLimit(.minutes(1))) func listsGoByTokenAndByNumberAndStayWithinTheOwner() async throws {
        let house = try await DeliveryHouse()
        let ada = try await house.user("ada")
        let bob = try await house.user("bob")
        for number in 0..<7 { _ = try await ada.link("s\(number)") }
        _ = try await bob.link()
        var names: [String] = []
        var token = ""
        repeat {
            let page = try await ada.sessions.listSessions(
                .with {
                    $0.pageSize = 3
                    $0.pageToken = token
                })
            names += page.sessions.map(\.name)
            #expect(page.totalSize == 0)
            token = page.nextPageToken
        } while !token.isEmpty
        #expect(names == (0..<7).reversed().map { "s\($0)" })
        let numbered = try await ada.sessions.listSessions(
            .with {
                $0.pageSize = 3
                $0.page = 3
            })
        #expect(numbered.sessions.map(\.name) == ["s0"] && numbered.totalSize == 7 && numbered.nextPageToken.isEmpty)
        _ = try await ada.sessions.disconnectSession(.with { $0.session = "s3" })
        let stopped = try await ada.sessions.listSessions(.with { $0.status = .disconnected })
        #expect(stopped.sessions.map(\.name) == ["s3"])
        #expect(try await house.admin.sessions.listSessions(.init()).sessions.count == 8)
        let stray = ListSessionsRequest.with { $0.status = .unrecognized(99) }
        #expect(try await reason { try await ada.sessions.listSessions(stray) } != "none")
    }
}
