// A look at a database that nobody has open leaves everything as it was.

import Foundation
import Testing

@testable import Store

@Suite(.timeLimit(.minutes(2))) struct InspectionTests {
    @Test func aLookAtWhatWasClosedInOrderLeavesNothing() throws {
        let directory = TemporaryDirectory()
        try OpenStore(in: directory).store.close()
        for suffix in ["-wal", "-shm"] { unlink(directory.database + suffix) }
        let before = try directory.contents()
        #expect(try Store.inspect(directory: directory.path).integrity.isSound)
        #expect(try directory.contents() == before)
    }

    @Test func aLookChangesNothing() async throws {
        let directory = try await TemporaryDirectory.killed("grace")
        let before = try directory.contents().filter { !$0.key.hasSuffix("-shm") }
        let inspection = try Store.inspect(directory: directory.path)
        #expect(inspection.integrity.isSound && inspection.schemaVersion == Migrations.all.count)
        #expect(inspection.walBytes > 0 && inspection.newest == epoch)
        #expect(try directory.contents().filter { !$0.key.hasSuffix("-shm") } == before)
        let (unsound, empty) = (try damaged(), TemporaryDirectory())
        #expect(try !Store.inspect(directory: unsound.path).integrity.isSound)
        #expect(throws: StoreError.self) { try Store.inspect(directory: empty.path) }
    }
}
