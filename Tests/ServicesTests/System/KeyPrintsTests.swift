// The list of key files, and whether a file is the one that a database knows.

import Foundation
import Store
import TestKit
import Testing

@testable import Services

@Suite struct KeyPrintsTests {
    private func folder(_ files: [String: String]) throws -> String {
        let path = TestKit.TemporaryDirectory.make()
        for (name, text) in files { try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name)) }
        return path
    }

    private func prints(_ files: [String: String]) throws -> Set<KeyPrint> {
        let path = try folder(files)
        defer { TestKit.TemporaryDirectory.remove(path) }
        return KeyPrints.found(in: path)
    }

    @Test(arguments: [
        ("signing.keys", KeyFile.signing), ("audit.key", .audit), ("box.keys", .box),
        ("box-1.key", nil), ("box.key", nil), ("box.keys.new", nil), ("audit.head", nil), ("notes.txt", nil),
        ("audit.key.before-restore-20260101T000000Z", nil), ("../box.keys", nil),
    ])
    func aFileIsAKeyByItsName(name: String, file: KeyFile?) {
        #expect(KeyFile(named: name) == file)
    }

    @Test func aFileThatIsNoKeyIsNeitherNotedNorCopied() throws {
        let place = try folder([
            "audit.key": "a", "audit.head": "1 2 3", "notes.txt": "mine", "signing.keys.new": "half",
            "page-tokens.key.before-restore-X": "old",
        ])
        defer { TestKit.TemporaryDirectory.remove(place) }
        #expect(KeyPrints.found(in: place).map(\.file) == ["audit.key"])
        #expect(SecretFiles.kept(in: place) == ["audit.head", "audit.key"])
    }

    @Test func anotherKeyIsToldFromTheSameAndFromNone() throws {
        let noted = try prints(["audit.key": "a", "page-tokens.key": "p", "box.keys": "one b"])
        #expect(KeyPrints.exchanged(noted, found: noted) == [] && KeyPrints.lost(noted, found: noted) == [])
        let other = try prints(["audit.key": "x", "page-tokens.key": "p", "idempotency.key": "new"])
        #expect(KeyPrints.exchanged(noted, found: other) == ["audit.key"])
        #expect(KeyPrints.lost(noted, found: other) == ["box.keys"])
        // Another name for the same bytes is another key.
        #expect(try prints(["audit.key": "p"]).isDisjoint(with: prints(["page-tokens.key": "p"])))
        #expect(KeyPrints.exchanged([], found: other) == [])
    }

    @Test func aRotationOfSigningKeysIsNoExchange() throws {
        let noted = try prints(["signing.keys": "one AAAA\n"])
        let rotated = try prints(["signing.keys": "two BBBB\none AAAA 1800000000\n"])
        #expect(KeyPrints.exchanged(noted, found: rotated) == [] && rotated.count == 2)
        #expect(KeyPrints.exchanged(rotated, found: noted) == [])
        #expect(KeyPrints.exchanged(noted, found: try prints(["signing.keys": "one CCCC\n"])) == ["signing.keys"])
    }

    @Test func whatIsNotedFollowsTheFilesAndForgetsNoneThatIsGone() async throws {
        let temporary = try TemporaryStore()
        func note(_ files: [String: String], exchanged: [String] = [], noted: [String]) async throws {
            let found = try prints(files)
            let told = try await temporary.store.write { db in try KeyPrints.note(found, in: db) }
            #expect(told == exchanged)
            #expect(try await temporary.store.read { db in try db.keyPrints.all().map(\.file).sorted() } == noted)
        }
        try await note(["audit.key": "a", "box.keys": "one b"], noted: ["audit.key", "box.keys"])
        // One is gone, and may come back; a set of keys that begins with a new one is the same set.
        try await note(["box.keys": "two c\none b"], noted: ["audit.key", "box.keys", "box.keys"])
        try await note([:], noted: ["audit.key", "box.keys", "box.keys"])
        try await note(["audit.key": "x"], exchanged: ["audit.key"], noted: ["audit.key", "box.keys", "box.keys"])
        try await note(["audit.key": "x"], noted: ["audit.key", "box.keys", "box.keys"])
    }
}
