// A store in a directory of its own, rows to put into it, and a writer that can be held up.

import Foundation
import Testing

@testable import Store

let epoch = Moment(seconds: 1_700_000_000, nanoseconds: 0)

/// A directory that is gone when the test is over.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "store-tests-" + UUID().uuidString
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var database: String { path + "/" + DatabaseFile.name }

    func put(_ name: String, _ text: String = "") {
        _ = FileManager.default.createFile(atPath: path + "/" + name, contents: Data(text.utf8))
    }

    /// Random bytes, none of them 0, over what is there.
    func overwrite(_ name: String, at offset: UInt64, count: Int) throws {
        let file = try #require(FileHandle(forUpdatingAtPath: path + "/" + name))
        try file.seek(toOffset: offset)
        try file.write(contentsOf: Data((0..<count).map { _ in UInt8.random(in: 1...255) }))
        try file.close()
    }

    func names() -> [String] { (FileStatus.names(in: path) ?? []).sorted() }
}

/// What a store called fatal.
final class Fatalities: Sendable {
    private let list = Monitor<[StoreError]>([])
    func add(_ error: StoreError) { list.locked { $0.append(error) } }
    var all: [StoreError] { list.locked { $0 } }
}

/// An open store, closed when the test lets go of it.
final class OpenStore: Sendable {
    let directory: TemporaryDirectory
    let store: Store
    let fatalities = Fatalities()

    init(
        in directory: TemporaryDirectory = TemporaryDirectory(), vfs: String? = nil,
        _ change: (inout StoreOptions) -> Void = { _ in }
    ) throws {
        self.directory = directory
        var file = DatabaseFile(directory: directory.path)
        file.vfs = vfs
        var options = StoreOptions()
        change(&options)
        let fatalities = fatalities
        store = try Store.open(file, options: options, now: epoch) { fatalities.add($0) }
    }

    deinit { store.close() }

    /// Holds the writer until the gate is opened, so that what comes meanwhile waits and becomes one batch.
    func holdWriter() async throws -> Gate {
        let gate = Gate()
        let store = store
        Task { try await store.write { _ in gate.pass() } }
        // Never block here: the thread may be the one that the task above needs.
        while !gate.hasArrived { await Task.yield() }
        return gate
    }
}

/// Where a thread stops until the test lets it go on.
final class Gate: Sendable {
    private let state = Monitor((arrived: false, open: false))

    func pass() {
        state.locked { $0.arrived = true }
        state.wakeAll()
        state.wait { $0.open ? () : nil }
    }

    var hasArrived: Bool { state.locked { $0.arrived } }

    func open() {
        state.locked { $0.open = true }
        state.wakeAll()
    }
}

extension Database {
    /// A database with the schema, without threads: for repositories.
    static func temporary(_ directory: TemporaryDirectory) throws -> Database {
        try DatabaseFile(directory: directory.path).open(initialise: false, now: epoch)
    }
}

/// Runs repository code in a transaction on a database of its own.
func withDatabase<T>(_ body: (Database) throws -> T) throws -> T {
    let directory = TemporaryDirectory()
    let db = try Database.temporary(directory)
    defer { db.close() }
    return try db.transaction { try body(db) }
}

extension Database {
    func makeUser(_ name: String = "ada") throws -> Int64 {
        try users.insert(UserRecord(username: name, usernameKey: name.lowercased(), createdAt: epoch))
    }

    func makeSession(_ userID: Int64, _ name: String = "default") throws -> Int64 {
        try sessions.insert(SessionRecord(userID: userID, name: name, createdAt: epoch))
    }

    func makeBridge(_ name: String = "b1") throws -> Int64 {
        try bridges.upsert(
            BridgeRecord(identity: "uid:0", name: name, instanceID: "i1", engine: "simulator", createdAt: epoch)
        ).id
    }
}

/// A user with a session, and messages to it.
struct Line {
    let db: Database
    let userID: Int64
    let sessionID: Int64

    init(_ db: Database, _ name: String = "ada") throws {
        self.db = db
        userID = try db.makeUser(name)
        sessionID = try db.makeSession(userID)
    }

    func message(
        to recipient: String = "+15550001", _ status: MessageRecord.Status = .pending, nextTryAt: Moment? = nil,
        scheduledAt: Moment? = nil, expiresAt: Moment? = nil
    ) throws -> Int64 {
        try db.messages.insert(
            MessageRecord(
                userID: userID, sessionID: sessionID, status: status, recipient: recipient,
                clientMessageID: UUID().uuidString, nextTryAt: nextTryAt, scheduledAt: scheduledAt,
                expiresAt: expiresAt, createdAt: epoch, content: "hello"))
    }

    func move(_ id: Int64, to status: MessageRecord.Status) throws {
        try db.messages.apply(id, at: epoch) { $0.status = status }
    }
}
