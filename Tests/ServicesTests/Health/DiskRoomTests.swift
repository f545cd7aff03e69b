// A full disk in the log: one line when it begins, one when it ends, and nothing from those who try again meanwhile.

import Codec
import Contract
import Logging
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct DiskRoomTests {
    @Test func aDiskThatTakesSomeAndRefusesSomeIsFullUntilNothingIsRefused() {
        let (clock, lines) = (FakeClock(), LogLines())
        let room = DiskRoom(clock: clock, logger: lines.logger)
        room.note(true)
        #expect(lines.all.isEmpty)
        for _ in 0..<20 {
            room.note(false)
            clock.advance(by: .seconds(9))
            room.note(true)
        }
        #expect(lines.all.map(\.level) == [.error] && room.refusals == 20)
        clock.advance(by: .seconds(1))
        room.note(true)
        room.note(true)
        #expect(lines.all.map(\.level) == [.error, .notice] && room.refusals == 0)
        #expect(lines.all.last?.fields == ["full_s": "171", "refused": "20"])
        room.note(false)
        #expect(lines.all.map(\.level) == [.error, .notice, .error])
    }

    @Test func whatDeliveryTriesAgainOnAFullDiskSaysNothing() async throws {
        let (told, quiet) = (LogLines(), LogLines())
        let house = try await DeliveryHouse(logger: quiet.logger)
        // Of its own, so that however slow the engine is nothing looks calm.
        let clock = FakeClock()
        let room = DiskRoom(clock: clock, logger: told.logger)
        house.store.observeRoom { room.note($0) }
        let line = try await house.connected()
        try await line.bridge.state(line.assign, .disconnected)
        try await house.session(line.session, becomes: .disconnected)
        let message = try await line.ada.send("hello")
        // Not one event more.
        _ = try house.store.writeSync { db in try db.execute("PRAGMA max_page_count = 1") }
        let now = house.clock.now()
        while (try? house.store.writeSync { db in try db.events.append(EventRecord(at: now, type: "x")) }) != nil {}
        for _ in 0..<5 {
            let before = room.refusals
            try await poll("another to be refused") { () -> Bool? in
                house.clock.advance(by: .seconds(1))
                try await line.bridge.say(.heartbeat(.init()))
                return room.refusals > before ? true : nil
            }
        }
        _ = try house.store.writeSync { db in try db.execute("PRAGMA max_page_count = 1000000") }
        try await poll("what it waits for to be noted") { () -> Bool? in
            house.clock.advance(by: .seconds(1))
            try await line.bridge.say(.heartbeat(.init()))
            return try await house.timeline(message.id).contains { $0.detail == "session_not_connected" } ? true : nil
        }
        clock.advance(by: .seconds(10))
        try house.store.writeSync { db in _ = try db.events.append(EventRecord(at: now, type: "x")) }
        try await poll("the disk to have room") { told.all.count == 2 ? true : nil }
        #expect(told.all.map(\.level) == [.error, .notice])
        #expect(quiet.all.filter { $0.level >= .warning }.map(\.message) == [])
    }
}
