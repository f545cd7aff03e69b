// In which order an upload becomes durable, and what is left where a step fails: never a row without its file, and what is not
// known to be on the disk is not said to be.
import Codec
import Contract
import Foundation
import Glibc
import RPC
import Store
import Synchronization
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(1))) struct MediaOrderTests {
    /// The system's calls as they come, and which of them fail.
    private final class Watch: Sendable {
        private struct State {
            var steps: [String] = []
            /// By step: what it fails with, and how often it goes well before.
            var faults: [String: (code: Int32, after: Int)] = [:]
            var store: Store?
        }

        private let state = Mutex(State())

        var steps: [String] { state.withLock { $0.steps } }

        func fail(_ step: String, _ code: Int32, after: Int = 0) { state.withLock { $0.faults[step] = (code, after) } }
        func heal() { state.withLock { $0.faults = [:] } }
        func look(at store: Store) { state.withLock { $0.store = store } }

        /// Notes a step with the rows that there are by then; true: it is to fail.
        private func take(_ step: String) -> Bool {
            let store = state.withLock { $0.store }
            let rows: Int64? = try? store?.readSync { db in try db.scalar("SELECT count(*) FROM media") ?? 0 }
            return state.withLock { state in
                state.steps.append("\(step) \(rows ?? -1)")
                guard let fault = state.faults[step] else { return false }
                guard fault.after == 0 else {
                    state.faults[step] = (fault.code, fault.after - 1)
                    return false
                }
                errno = fault.code
                return true
            }
        }

        var calls: MediaFolder.Calls {
            var calls = MediaFolder.Calls()
            calls.syncFile = { [self] in take("file") ? -1 : fdatasync($0) }
            calls.rename = { [self] in take("rename") ? -1 : Glibc.rename($0, $1) }
            calls.syncFolder = { [self] in take("folder") ? -1 : fsync($0) }
            return calls
        }
    }

    private let watch = Watch()
    private let house: MediaHouse
    private let ada: Uploader
    private let bytes = Samples.image(5_000_000)

    init() async throws {
        house = try MediaHouse(calls: watch.calls)
        watch.look(at: house.store)
        ada = try await house.user()
    }

    @Test func theFileIsSyncedNamedAndItsNameSyncedBeforeAnyRow() async throws {
        _ = try await ada.upload(bytes)
        // Once on the way, once at the end; no row until all of it is done.
        #expect(watch.steps == ["file 0", "file 0", "rename 0", "folder 0"])
        _ = try await ada.upload(bytes)
        #expect(watch.steps.suffix(4) == ["file 1", "file 1", "rename 1", "folder 1"])
    }

    @Test(arguments: [0, 1])
    func whatCouldNotBeSyncedIsGivenUp(after: Int) async throws {
        watch.fail("file", EIO, after: after)
        let error = await refusal { _ = try await ada.upload(bytes) }
        #expect(error?.reason == "UNAVAILABLE" && error?.hint == "Begin a new one.")
        // Not tried again: nobody knows what is on the disk.
        #expect(watch.steps.count == after + 1)
        try await house.waitForFiles(0)
        #expect(try await house.totals(ada.userID) == MediaTotals())
        watch.heal()
        #expect(try await ada.download(try await ada.upload(bytes).id) == bytes)
    }

    @Test func aFullDiskSaysSo() async throws {
        watch.fail("file", ENOSPC)
        #expect(await refusal { _ = try await ada.upload(bytes) }?.reason == "STORAGE_FULL")
    }

    @Test(arguments: ["rename", "folder"])
    func whatCouldNotBeNamedCanBeGoneOnWith(step: String) async throws {
        watch.fail(step, EIO)
        var start = Uploader.start(bytes)
        let (call, first) = try await ada.begin(start)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        start.uploadId = first.uploadId
        #expect(await refusal { _ = try await ada.upload(bytes, start) }?.reason == "UNAVAILABLE")
        #expect(try await ada.client.listMedia(.init()).media.isEmpty)
        #expect(house.names.count == 1)
        // The job takes it for what it is: somebody's.
        #expect(try await house.clean() == "")
        watch.heal()
        let media = try await ada.upload(bytes, start)
        #expect(try await ada.download(media.id) == bytes)
        #expect(house.names.count == 1 && house.library.live.uploads == 0)
    }
}
