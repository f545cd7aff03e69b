// What engines keep of sessions: it comes back as it was put, to the bridge that holds the session and to nobody else, and what
// is on disk opens in its place alone.
import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.timeLimit(.minutes(2))) struct AuthStateTests {
    private let house: DeliveryHouse
    private let holder: AuthStateHolder

    init() async throws {
        house = try await DeliveryHouse()
        holder = try await AuthStateHolder(house)
    }

    private func rows() async throws -> Int64 {
        try await house.store.read { db in try db.scalar("SELECT count(*) FROM auth_state") ?? 0 }
    }

    @Test func whatWasPutComesBack() async throws {
        var values: [String: [UInt8]] = ["creds": Array("canary".utf8), "empty": [], "a b~!": [0, 255]]
        for number in 0..<600 { values["pre-key-\(number)"] = [UInt8](repeating: UInt8(number % 256), count: number) }
        #expect(try await holder.put(values).stored == 603)
        let read = try await holder.get()
        #expect(read.values == values)
        #expect(read.order == values.keys.sorted())
        // By name: those that are there.
        let some = try await holder.get(keys: ["creds", "pre-key-7", "nothing", "creds"])
        #expect(some.order == ["creds", "pre-key-7"])
        // What is put again takes the place of what was there; what is deleted is gone; the rest stays.
        let changed = try await holder.put([
            .with {
                $0.key = "creds"
                $0.value = [1]
            },
            .with {
                $0.key = "empty"
                $0.deleted = true
            },
            .with {
                $0.key = "nothing"
                $0.deleted = true
            },
        ])
        #expect(changed.stored == 1 && changed.deleted == 1)
        values["creds"] = [1]
        values["empty"] = nil
        #expect(try await holder.get().values == values)
        // Whoever begins anew clears what there was.
        #expect(try await holder.put(["new": [7]], clear: true).deleted == 602)
        #expect(try await holder.get().values == ["new": [7]])
    }

    @Test func aLargeValueComesAndGoesInParts() async throws {
        let value = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let parts = stride(from: 0, to: value.count, by: 200_000).map { start in
            PutAuthStateRequest.with {
                $0.key = "profile"
                $0.value = Array(value[start..<min(start + 200_000, value.count)])
                $0.more = start + 200_000 < value.count
            }
        }
        _ = try await holder.put(parts)
        let read = try await holder.get()
        #expect(read.values == ["profile": value])
        #expect(read.items == 20)
    }

    @Test func nothingIsOnDiskInClear() async throws {
        let canary = "canary-of-the-engine-7f3a"
        try await holder.put(["creds": Array(canary.utf8)])
        for name in try FileManager.default.contentsOfDirectory(atPath: house.directory)
        where name.hasPrefix("switchboard.db") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: house.directory + "/" + name))
            #expect(bytes.range(of: Data(canary.utf8)) == nil, "\(name)")
        }
        #expect(try await holder.get().values == ["creds": Array(canary.utf8)])
    }

    @Test func itIsTheHoldersAtItsEpochAndNobodyElses() async throws {
        try await holder.put(["creds": [1]])
        let stranger = house.bridge("bridge-2", uid: 1_002)
        let strangers = try await stranger.attach(capacity: 0).token
        let other = house.bridge("bridge-3", uid: 1_003)
        let others = try await other.attach(capacity: 0).token
        let theirs = BridgeClient(house.bridgeClient(uid: 1_003))
        let epoch = holder.line.assign.epoch
        typealias Call = (token: String?, client: BridgeClient?, epoch: Int64, session: Int64)
        let session = holder.line.session
        let calls: [(String, Call)] = [
            ("SESSION_CONFLICT", (nil, nil, epoch + 1, session)), ("SESSION_CONFLICT", (nil, nil, epoch - 1, session)),
            ("SESSION_CONFLICT", (nil, nil, 0, session)), ("NOT_FOUND", (nil, nil, epoch, 4_711)),
            // Another bridge of the same credential, and one of another.
            ("NOT_FOUND", (strangers, nil, epoch, session)), ("NOT_FOUND", (others, theirs, epoch, session)),
            // Somebody else's token; none of anybody's.
            ("PERMISSION_DENIED", (holder.token, theirs, epoch, session)),
            ("PERMISSION_DENIED", ("", nil, epoch, session)),
            ("PERMISSION_DENIED", ("x", nil, epoch, session)),
        ]
        for (reason, call) in calls {
            let put = await refusal {
                _ = try await holder.put(
                    epoch: call.epoch, session: call.session, token: call.token, client: call.client,
                    [
                        .with {
                            $0.key = "creds"; $0.value = [9]
                        }
                    ])
            }
            #expect(put?.reason == reason, "\(call)")
            let get = await refusal {
                _ = try await holder.get(
                    epoch: call.epoch, session: call.session, token: call.token, client: call.client)
            }
            #expect(get?.reason == reason, "\(call)")
        }
        #expect(try await holder.get().values == ["creds": [1]])
        // A user is no bridge.
        let user = BridgeClient(house.client(as: holder.line.ada.principal))
        #expect(await refusal { _ = try await holder.get(client: user) }?.reason == "PERMISSION_DENIED")
        // Once it has gone, its token says nothing.
        try await holder.line.bridge.detach()
        #expect(await refusal { _ = try await holder.get() }?.reason == "PERMISSION_DENIED")
    }

    @Test func whoLostTheSessionMayNotGoOn() async throws {
        try await holder.put(["creds": [1]])
        let call = try await holder.client.putAuthState(options: .init(metadata: ["x-bridge-token": holder.token]))
        try await call.send(
            .with {
                $0.sessionId = holder.line.session
                $0.epoch = holder.line.assign.epoch
                $0.key = "creds"
                $0.value = [2]
            })
        // In the middle of it the session is started anew: carried again, at another epoch.
        _ = try await holder.line.ada.sessions.restartSession(.init())
        _ = try await holder.line.bridge.nextRelease()
        let anew = try await holder.line.bridge.nextAssign()
        #expect(await refusal { _ = try await call.finish() }?.reason == "SESSION_CONFLICT")
        #expect(try await holder.get(epoch: anew.epoch).values == ["creds": [1]])
    }

    /// The next process of the same bridge keeps the session at its epoch, and what the one before had begun ends.
    @Test func whoIsSupersededMayNotGoOn() async throws {
        try await holder.put(["creds": [1]])
        let call = try await holder.client.putAuthState(options: .init(metadata: ["x-bridge-token": holder.token]))
        try await call.send(
            .with {
                $0.sessionId = holder.line.session
                $0.epoch = holder.line.assign.epoch
                $0.key = "creds"
                $0.value = [2]
            })
        let next = try await holder.line.bridge.attach(
            instance: "instance-2", held: [SessionEpoch(holder.line.assign)])
        #expect(next.kept == [SessionEpoch(holder.line.assign)])
        #expect(await refusal { _ = try await call.finish() }?.reason == "SESSION_CONFLICT")
        #expect(try await holder.get(token: next.token).values == ["creds": [1]])
    }

    @Test(arguments: ["logout", "delete", "user"])
    func whatEndsTheLinkEndsWhatIsKeptOfIt(how: String) async throws {
        try await holder.put(["creds": [1], "other": [2]])
        let session = holder.line.session
        switch how {
        case "logout": _ = try await holder.line.ada.sessions.logoutSession(.init())
        case "delete": _ = try await holder.line.ada.sessions.deleteSession(.with { $0.id = session })
        default:
            let id = try #require(holder.line.ada.principal.userID)
            try await house.store.write { [house] db in
                try house.engine.deleteSessions(ofUser: id, at: house.clock.now(), in: db)
            }
        }
        #expect(try await rows() == 0)
        #expect(await refusal { try await holder.put(["creds": [3]]) } != nil)
        #expect(try await rows() == 0)
    }

    @Test func aLogoutThatTheEngineReportsEndsItToo() async throws {
        try await holder.put(["creds": [1]])
        let (session, epoch) = (holder.line.session, holder.line.assign.epoch)
        try await holder.line.bridge.report(
            .sessionState(
                .with {
                    $0.sessionId = session
                    $0.epoch = epoch
                    $0.state = .loggedOut
                }))
        try await holder.line.bridge.waitForConfirm()
        #expect(try await rows() == 0)
    }

    @Test func aDisconnectKeepsIt() async throws {
        try await holder.put(["creds": [1]])
        _ = try await holder.line.ada.sessions.disconnectSession(.init())
        #expect(try await rows() == 1)
    }

    @Test(arguments: ["another key", "another session", "a changed byte"])
    func whatWasMovedOrChangedDoesNotOpen(how: String) async throws {
        try await holder.put(["creds": [1, 2, 3], "other": [4]])
        try await house.store.write { db in
            switch how {
            case "another key":
                try db.execute("UPDATE auth_state SET sealed = (SELECT sealed FROM auth_state WHERE key = 'other')")
            case "another session":
                let row = try db.sessions.list(limit: 1).first
                var copy = try row.found
                copy.name = "second"
                let id = try db.sessions.insert(copy)
                try db.execute(
                    "UPDATE sessions SET holder_id = ?, epoch = ? WHERE id = ?", copy.holderID, copy.epoch, id)
                try db.execute("UPDATE auth_state SET session_id = ?", id)
            default: try db.execute("UPDATE auth_state SET sealed = CAST(sealed || x'00' AS BLOB) WHERE key = 'creds'")
            }
        }
        let session = try await house.store.read { db in
            try db.scalar("SELECT max(session_id) FROM auth_state", as: Int64.self)
        }
        #expect(await refusal { _ = try await holder.get(session: session) }?.reason == "DATA_LOSS")
    }

    @Test(arguments: [
        [PutAuthStateRequest.with { $0.value = [1] }],
        [.with { $0.key = "a\u{0}b" }], [.with { $0.key = "ключ" }], [.with { $0.key = "line\n" }],
        [.with { $0.key = String(repeating: "k", count: 256) }],
        [
            .with {
                $0.key = "a"; $0.more = true
            }
        ],
        [
            .with {
                $0.key = "a"; $0.more = true
            }, .with { $0.key = "b" },
        ],
        [
            .with {
                $0.key = "a"; $0.more = true
            },
            .with {
                $0.key = "a"; $0.deleted = true
            },
        ],
        [
            .with {
                $0.key = "a"; $0.deleted = true; $0.value = [1]
            }
        ],
        [
            .with {
                $0.key = "a"; $0.sessionId = 4_711
            }
        ],
        [
            .with {
                $0.key = "a"; $0.clear = true
            }
        ],
    ])
    func whatMakesNoSenseIsRefusedWhole(items: [PutAuthStateRequest]) async throws {
        let good = PutAuthStateRequest.with { $0.key = "good" }
        let refused = await refusal { _ = try await holder.put([good] + items) }
        #expect(refused?.code == .invalidArgument)
        #expect(try await rows() == 0)
    }

    @Test func whatIsTooMuchIsRefusedWhole() async throws {
        func part(_ key: String, more: Bool) -> PutAuthStateRequest {
            .with {
                $0.key = key
                $0.value = [UInt8](repeating: 1, count: 1 << 20)
                $0.more = more
            }
        }
        let value = await refusal {
            _ = try await holder.put((0..<17).map { part("large", more: $0 < 16) })
        }
        #expect(value?.reason == "PAYLOAD_TOO_LARGE")
        let call = await refusal { _ = try await holder.put((0..<33).map { part("k\($0)", more: false) }) }
        #expect(call?.reason == "PAYLOAD_TOO_LARGE")
        #expect(try await rows() == 0)
        // What was refused is not counted as under way any more.
        for _ in 0..<5 { _ = try await holder.put((0..<31).map { part("k\($0)", more: false) }) }
        #expect(try await rows() == 31)
    }
}
