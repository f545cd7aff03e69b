// A disk that fails while a file comes or goes: the call ends and says why, and what is left can be gone on with, or is gone. And
// two who go on with the same upload: the second finds it as the first has left it.
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

@Suite(.timeLimit(.minutes(1))) struct MediaDiskTests {
    /// Which bytes of a file cannot be written or read just now.
    private final class Disk: Sendable {
        private struct Fault {
            let code: Int32
            let from: Int64
        }
        private let writing = Mutex<Fault?>(nil)
        private let reading = Mutex<Fault?>(nil)

        func failWriting(_ code: Int32, from: Int64) { writing.withLock { $0 = Fault(code: code, from: from) } }
        func failReading(_ code: Int32, from: Int64) { reading.withLock { $0 = Fault(code: code, from: from) } }
        func heal() {
            writing.withLock { $0 = nil }
            reading.withLock { $0 = nil }
        }

        var calls: MediaFolder.Calls {
            var calls = MediaFolder.Calls()
            calls.write = { [self] file, bytes, count, offset in
                guard let fault = writing.withLock({ $0 }), offset + Int64(count) > fault.from else {
                    return pwrite(file, bytes, count, off_t(offset))
                }
                // What fits is written, as disks that fill up do.
                if offset < fault.from { return pwrite(file, bytes, Int(fault.from - offset), off_t(offset)) }
                errno = fault.code
                return fault.code == 0 ? 0 : -1
            }
            calls.read = { [self] file, bytes, count, offset in
                guard let fault = reading.withLock({ $0 }), offset >= fault.from else {
                    return pread(file, bytes, count, off_t(offset))
                }
                errno = fault.code
                return -1
            }
            return calls
        }
    }

    private let disk = Disk()
    private let house: MediaHouse
    private let ada: Uploader
    private let bytes = Samples.image(6_000_000)

    init() async throws {
        house = try MediaHouse(calls: disk.calls)
        ada = try await house.user()
    }

    /// An upload that was begun and let go, to be gone on with.
    private func begun() async throws -> UploadStart {
        var start = Uploader.start(bytes)
        let (call, first) = try await ada.begin(start)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        start.uploadId = first.uploadId
        return start
    }

    @Test(arguments: [(EIO, "UNAVAILABLE"), (ENOSPC, "STORAGE_FULL"), (EDQUOT, "STORAGE_FULL"), (0, "UNAVAILABLE")])
    func whatCannotBeWrittenEndsTheUploadWhichIsGoneOnWith(code: Int32, reason: String) async throws {
        let start = try await begun()
        disk.failWriting(code, from: 5_000_001)
        #expect(await refusal { _ = try await ada.upload(bytes, start) }?.reason == reason)
        try await untilTrue { house.library.live.uploads == 0 }
        disk.heal()
        let (call, first) = try await ada.begin(start)
        #expect(first.offset > 4 << 20 && first.offset <= 5_000_001)
        call.cancel()
        try await untilTrue { house.library.live.uploads == 0 }
        #expect(try await ada.download(try await ada.upload(bytes, start).id) == bytes)
    }

    @Test func whatCannotBeReadAgainEndsTheCallAndNotTheUpload() async throws {
        let start = try await begun()
        disk.failWriting(EIO, from: 5_000_000)
        _ = await refusal { _ = try await ada.upload(bytes, start) }
        try await untilTrue { house.library.live.uploads == 0 }
        disk.heal()
        disk.failReading(EIO, from: 0)
        #expect(await refusal { _ = try await ada.upload(bytes, start) }?.reason == "UNAVAILABLE")
        disk.heal()
        #expect(try await ada.download(try await ada.upload(bytes, start).id) == bytes)
    }

    @Test func whatCannotBeReadEndsTheDownloadWhichIsGoneOnWith() async throws {
        let media = try await ada.upload(bytes)
        disk.failReading(EIO, from: 3_000_000)
        var got: [UInt8] = []
        let error = await refusal {
            for try await part in try await ada.client.downloadMedia(.with { $0.id = media.id }) { got += part.data }
        }
        #expect(error?.reason == "UNAVAILABLE" && !got.isEmpty && got == Array(bytes.prefix(got.count)))
        try await untilTrue { house.library.live.downloads == 0 }
        disk.heal()
        #expect(try await ada.download(media.id, from: Int64(got.count)) == Array(bytes[got.count...]))
    }

    // MARK: Two who go on with one

    private func stale(_ start: UploadStart) async throws -> (MediaUploadRecord, UploadDraft) {
        let principal = Services.Principal(kind: .user, userID: ada.userID, username: "ada", role: .user)
        let draft = try UploadDraft(start, principal: principal, settings: house.library.settings)
        guard case .upload(let upload) = try await house.library.begin(draft, nil) else { throw TookTooLong() }
        return (upload, draft)
    }

    @Test func anUploadThatAnotherStreamHasEndedMeanwhileIsAFile() async throws {
        let start = try await begun()
        disk.failWriting(EIO, from: 5_000_000)
        _ = await refusal { _ = try await ada.upload(bytes, start) }
        try await untilTrue { house.library.live.uploads == 0 }
        disk.heal()
        let (upload, draft) = try await stale(start)
        #expect(upload.position > 0)
        let media = try await ada.upload(bytes, start)
        // Its stream is left a moment after its last answer.
        try await untilTrue { house.library.live.uploads == 0 }
        guard case .known(let known) = try await house.library.retake(upload, draft, nil) else {
            Issue.record("it was to be written once more")
            return
        }
        #expect(known.id == media.id && house.library.live.uploads == 0)
        #expect(try await ada.download(media.id) == bytes)
    }

    @Test func anUploadThatAnotherStreamHasBroughtForwardIsGoneOnWithFromThere() async throws {
        let start = try await begun()
        let (upload, draft) = try await stale(start)
        #expect(upload.position == 0)
        disk.failWriting(EIO, from: 5_000_000)
        _ = await refusal { _ = try await ada.upload(bytes, start) }
        try await untilTrue { house.library.live.uploads == 0 }
        disk.heal()
        guard case .upload(let now) = try await house.library.retake(upload, draft, nil) else { throw TookTooLong() }
        #expect(now.position > 4 << 20 && house.library.live.uploads == 1)
        house.library.leaveUpload(now.id)
    }

    @Test func anUploadThatWasGivenUpMeanwhileIsNotThere() async throws {
        let (upload, draft) = try await stale(try await begun())
        await house.library.discard(upload)
        let error = await refusal { _ = try await house.library.retake(upload, draft, nil) }
        #expect(error?.reason == "NOT_FOUND" && house.library.live.uploads == 0)
    }
}
