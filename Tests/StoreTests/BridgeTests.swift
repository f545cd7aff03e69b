// Bridges: known by credential and name; what they said is confirmed once and for all.

import Testing

@testable import Store

@Suite struct BridgeTests {
    @Test func aBridgeThatComesBackKeepsItsIdAndItsPlaceInTheJournal() throws {
        try withDatabase { db in
            let first = try db.bridges.upsert(
                BridgeRecord(
                    identity: "uid:0", name: "b", instanceID: "i1", engine: "simulator", engineVersion: "1",
                    kinds: ["text", "media"], capacity: 5, attachedAt: epoch, lastHeartbeatAt: epoch,
                    createdAt: epoch))
            try db.bridges.confirm(first.id, upTo: 9)
            try db.bridges.confirm(first.id, upTo: 4)
            let second = try db.bridges.upsert(
                BridgeRecord(
                    identity: "uid:0", name: "b", instanceID: "i2", engine: "baileys", kinds: [],
                    createdAt: epoch + .seconds(60)))
            #expect(second.id == first.id && second.confirmedSeq == 9 && second.createdAt == epoch)
            #expect(second.instanceID == "i2" && second.engine == "baileys" && second.kinds == [])
            #expect(second.attachedAt == nil && second.updatedAt == epoch + .seconds(60))
            #expect(try db.bridges.get(identity: "uid:0", name: "b") == second)
            #expect(try db.bridges.get(second.id) == second)
            try db.bridges.restartJournal(second.id)
            #expect(try db.bridges.get(second.id)?.confirmedSeq == 0)
        }
    }

    @Test func whatASessionsEngineCanSendIsWhatItsBridgeSaidLast() throws {
        try withDatabase { db in
            let session = try db.makeSession(try db.makeUser("ada"))
            #expect(try db.bridges.kinds(ofSession: session) == nil)
            func bridge(_ name: String, _ kinds: [String]) throws -> Int64 {
                try db.bridges.upsert(
                    BridgeRecord(
                        identity: "uid:0", name: name, instanceID: "i", engine: "e", kinds: kinds, createdAt: epoch)
                ).id
            }
            let first = try bridge("one", ["text"])
            try db.sessions.apply(session, at: epoch) { $0.holderID = first }
            #expect(try db.bridges.kinds(ofSession: session) == ["text"])
            try db.sessions.apply(session, at: epoch) { $0.releaseLease() }
            #expect(try db.bridges.kinds(ofSession: session) == ["text"])
            _ = try bridge("one", ["text", "poll"])
            #expect(try db.bridges.kinds(ofSession: session) == ["text", "poll"])
            let second = try bridge("two", [])
            try db.sessions.apply(session, at: epoch) { $0.holderID = second }
            #expect(try db.bridges.kinds(ofSession: session) == [])
        }
    }

    @Test func theSameNameUnderAnotherCredentialIsAnotherBridge() throws {
        try withDatabase { db in
            let mine = try db.makeBridge("b")
            let theirs = try db.bridges.upsert(
                BridgeRecord(identity: "key:sbk_1", name: "b", instanceID: "i", engine: "e", createdAt: epoch))
            #expect(theirs.id != mine)
            try db.bridges.setStatus(mine, .lost, at: epoch + .seconds(1))
            try db.bridges.noteHeartbeat(mine, at: epoch + .seconds(2))
            let listed = try db.bridges.list()
            #expect(listed.map(\.id) == [mine, theirs.id])
            #expect(listed.map(\.status) == [.lost, .attached])
            #expect(listed.first?.lastHeartbeatAt == epoch + .seconds(2))
        }
    }
}
