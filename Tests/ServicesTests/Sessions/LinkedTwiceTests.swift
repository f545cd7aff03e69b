// One account, one session: who comes second is refused, hears which session has the number where that is their own, and leaves
// nothing behind.
import Codec
import Contract
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(1))) struct LinkedTwiceTests {
    private let house: DeliveryHouse
    private let line: Line

    init() async throws {
        house = try await DeliveryHouse()
        line = try await house.connected()
    }

    /// Starts another session; it is carried, and about to be linked.
    private func second(of person: Person) async throws -> Assign {
        _ = try await person.link("second")
        return try await line.bridge.nextAssign()
    }

    private func report(_ assign: Assign, _ status: SessionStatus, phone: String = "", lid: String = "") async throws {
        try await line.bridge.report(
            .sessionState(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.epoch = assign.epoch
                    $0.state = status
                    $0.phoneNumber = phone
                    $0.lid = lid
                }))
        try await line.bridge.waitForConfirm()
    }

    @Test(arguments: [SessionStatus.authenticated, .connected])
    func theSameNumberIsRefusedWithTheNameOfTheSessionThatHasIt(status: SessionStatus) async throws {
        let assign = try await second(of: line.ada)
        // As bridges write it, too.
        try await report(assign, status, phone: "491510000000")
        let refused = try await house.session(assign.sessionId)
        #expect(refused.status == .failed && refused.statusReason == "number_already_linked")
        #expect(refused.lastError == "This number is linked by the session default already.")
        #expect(!refused.isLinked && !refused.isWanted && refused.phoneNumber.isEmpty && refused.holderID == 0)
        // Its bridge ends the new link, and the old one goes on.
        let release = try await line.bridge.nextRelease()
        #expect(release.sessionId == assign.sessionId && release.reason == "logout")
        let first = try await house.session(line.session)
        #expect(first.status == .connected && first.isLinked && first.phoneNumber == "+491510000000")
    }

    @Test func anothersSessionIsNotNamed() async throws {
        let eve = try await house.user("eve")
        let assign = try await second(of: eve)
        try await report(assign, .connected, phone: "+491510000000")
        let refused = try await house.session(assign.sessionId)
        #expect(refused.status == .failed)
        #expect(refused.lastError == "This number is linked by a session of another user already.")
    }

    @Test func theSameAccountIsKnownByItsLidToo() async throws {
        try await report(line.assign, .connected, phone: "+491510000000", lid: "4711@lid")
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, lid: "4711@lid")
        #expect(try await house.session(assign.sessionId).statusReason == "number_already_linked")
    }

    @Test func nothingThatTheNewLinkKeptStays() async throws {
        let assign = try await second(of: line.ada)
        try await house.store.write { db in
            try db.authState.put(
                [1], sessionID: assign.sessionId, key: "creds", keyID: 1, at: Instant(microseconds: 1))
            try db.authState.put([1], sessionID: line.session, key: "creds", keyID: 1, at: Instant(microseconds: 1))
        }
        try await report(assign, .authenticated, phone: "+491510000000")
        let kept = try await house.store.read { db in
            [
                try db.authState.total(ofSession: assign.sessionId).count,
                try db.authState.total(ofSession: line.session).count,
            ]
        }
        #expect(kept == [0, 1])
    }

    /// Whatever a bridge says of its sessions: who was linked first stays linked.
    @Test(arguments: [SessionStatus.starting, .qrPending, .disconnected, .restricted])
    func aNumberThatIsNamedTooEarlyIsNotTaken(status: SessionStatus) async throws {
        let eve = try await house.user("eve")
        let assign = try await second(of: eve)
        try await report(assign, status, phone: "+491510000000", lid: "4711@lid")
        #expect(try await house.session(assign.sessionId).phoneNumber.isEmpty)
        try await report(assign, .connected)
        try await report(line.assign, .disconnected)
        try await report(line.assign, .connected, phone: "+491510000000", lid: "4711@lid")
        let first = try await house.session(line.session)
        #expect(first.status == .connected && first.isLinked && first.lid == "4711@lid")
    }

    /// As one whom the database shows with the same number, however that came about.
    @Test func whoHasTheNumberIsNotAskedForItAgain() async throws {
        let assign = try await second(of: try await house.user("eve"))
        try await house.store.write { [house] db in
            _ = try db.sessions.apply(assign.sessionId, at: house.clock.now()) {
                $0.isLinked = true
                $0.phoneNumber = "+491510000000"
            }
        }
        try await report(line.assign, .disconnected)
        try await report(line.assign, .connected, phone: "+491510000000")
        #expect(try await house.session(line.session).status == .connected)
    }

    @Test func aDeviceOfTheSameAccountIsTheSameAccount() async throws {
        try await report(line.assign, .connected, phone: "+491510000000", lid: "4711:3@lid")
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, phone: "491510000000:7@s.whatsapp.net", lid: "99@lid")
        #expect(try await house.session(assign.sessionId).statusReason == "number_already_linked")
        #expect(try await house.session(line.session).lid == "4711@lid")
    }

    /// Ada's session was linked as these; "": it does not know that name of itself.
    private func linkFirst(phone: String, lid: String) async throws {
        try await house.store.write { [house, line] db in
            _ = try db.sessions.apply(line.session, at: house.clock.now()) {
                $0.phoneNumber = phone
                $0.lid = lid
            }
        }
    }

    /// Somebody wrote to Ada, under both names.
    private func hear(from phone: String, _ lid: String) async throws {
        try await line.bridge.report(
            .incoming(
                .with {
                    $0.sessionId = line.session
                    $0.epoch = line.assign.epoch
                    $0.providerMessageId = "\(phone) \(lid)"
                    $0.fromPhone = phone
                    $0.fromLid = lid
                    $0.text = "hello"
                }))
        try await line.bridge.waitForConfirm()
    }

    @Test(arguments: [
        (first: ("+491510000000", ""), second: ("", "4711@lid")),
        (first: ("", "4711@lid"), second: ("+491510000000", "")),
    ])
    func whoIsKnownByOneNameHereAndByTheOtherThereIsTheSame(
        first: (phone: String, lid: String), second: (phone: String, lid: String)
    ) async throws {
        try await linkFirst(phone: first.phone, lid: first.lid)
        try await hear(from: "+491510000000", "4711@lid")
        let assign = try await self.second(of: line.ada)
        try await report(assign, .connected, phone: second.phone, lid: second.lid)
        let refused = try await house.session(assign.sessionId)
        #expect(refused.status == .failed && refused.statusReason == "number_already_linked")
        #expect(refused.lastError == "This number is linked by the session default already.")
        #expect(try await house.session(line.session).status == .connected)
    }

    /// A number that had another account once: what a session says of itself is better known.
    @Test func aSessionThatKnowsBothItsNamesIsNotTakenForAnother() async throws {
        try await linkFirst(phone: "+491510000000", lid: "4711@lid")
        try await hear(from: "+491519999999", "4711@lid")
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, phone: "+491519999999")
        #expect(try await house.session(assign.sessionId).status == .connected)
    }

    /// A message ends no link that stands: nobody could know whose was first, and it goes on as it did.
    @Test func namesThatAreFoundToBeOnesLaterEndNoLink() async throws {
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, lid: "4711@lid")
        try await hear(from: "+491510000000", "4711@lid")
        for held in [line.assign, assign] {
            try await report(held, .disconnected)
            try await report(held, .connected, phone: held == assign ? "" : "+491510000000")
            #expect(try await house.session(held.sessionId).status == .connected)
        }
        try await report(assign, .connected, lid: "4711@lid")
        #expect(try await house.session(assign.sessionId).isLinked)
    }

    @Test func aCodeIsRefusedForANumberThatIsLinkedUnderItsOtherName() async throws {
        try await linkFirst(phone: "", lid: "4711@lid")
        try await hear(from: "+491510000000", "4711@lid")
        let assign = try await second(of: line.ada)
        let error = await refusal {
            _ = try await line.ada.sessions.requestPairingCode(
                .with {
                    $0.sessionId = assign.sessionId
                    $0.phoneNumber = "+491510000000"
                })
        }
        #expect(error?.reason == "NUMBER_ALREADY_LINKED" && error?.message.contains("session default") == true)
    }

    @Test func anotherNumberAndTheSameSessionAgainAreFine() async throws {
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, phone: "+491519999999", lid: "1@lid")
        #expect(try await house.session(assign.sessionId).status == .connected)
        try await report(line.assign, .disconnected)
        try await report(line.assign, .connected, phone: "+491510000000")
        #expect(try await house.session(line.session).status == .connected)
    }

    @Test func whoeverLoggedOutMakesRoom() async throws {
        _ = try await line.ada.sessions.logoutSession(.with { $0.sessionId = line.session })
        let assign = try await second(of: line.ada)
        try await report(assign, .connected, phone: "+491510000000")
        #expect(try await house.session(assign.sessionId).status == .connected)
    }
}
