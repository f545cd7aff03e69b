// The files that messages are sent with and come with: rows in the store, bytes in a folder beside it. What its parts share:
// the threads that read and write files (no event loop does), which folder it is, and whether there is room in it.

internal import Contract
internal import RPC
package import Store

package final class MediaLibrary: Sendable {
    let store: Store
    let clock: any Clock
    package let settings: MediaSettings
    package let folder: MediaFolder
    private let threads = BoundedExecutor(name: "media", concurrent: 4, waiting: 4_096)
    let seats = MediaSeats()
    let flights = MediaFlights()

    /// Makes the folder where it is missing, and marks it where it is the database's. Blocks.
    /// - Parameters:
    ///   - path: of the folder.
    ///   - calls: the system's, but for tests.
    package init(
        store: Store, clock: any Clock, path: String, settings: MediaSettings = MediaSettings(),
        calls: MediaFolder.Calls = MediaFolder.Calls()
    ) throws {
        self.store = store
        self.clock = clock
        self.settings = settings
        folder = MediaFolder(path, calls: calls)
        try folder.make()
        // As a rule it is marked, or new. Where it is neither, uploads and the job that cleans up say so.
        if try !folder.isMarked() {
            let names = try store.readSync { db in try db.media.storedFiles(after: 0, limit: 500).map { $0.name } }
            _ = try folder.adopt(knowing: names)
        }
    }

    /// Uploads whose streams are there, and files that are being read.
    package var live: (uploads: Int, downloads: Int) { (seats.writing.count, seats.readers) }

    /// Does something with files, on a thread that may block.
    /// - Throws: STORAGE_FULL, UNAVAILABLE, OVERLOADED, and what the job throws beside failures of the folder.
    func onDisk<T: Sendable>(_ job: @escaping @Sendable () throws -> T) async throws -> T {
        do {
            return try await threads.run(job)
        } catch let failure as MediaFolder.Failure {
            throw MediaFolder.refusal(failure)
        }
    }

    /// Deletes files that no row names any more. Nobody waits for it; what is left undone, the job finds.
    func delete(_ names: [String]) {
        guard !names.isEmpty else { return }
        Task.detached { [threads, folder] in
            try? await threads.run { for name in names { folder.delete(name) } }
        }
    }

    // MARK: The folder, and the room in it

    /// - Throws: UNAVAILABLE where the folder is not the one that belongs to the database, or its disk does not answer.
    func requireFolder() async throws {
        if try await onDisk({ [folder] in try folder.isMarked() }) { return }
        let names = try await store.read { db in try db.media.storedFiles(after: 0, limit: 500).map { $0.name } }
        guard try await onDisk({ [folder] in try folder.adopt(knowing: names) }) else { throw Self.noFolder }
    }

    static var noFolder: RPCError {
        RPCError.make(
            .unavailable, "The server's media folder is not in its place.",
            hint: "Whoever runs the server has to put it back, or mount its disk.", retryAfter: .seconds(60))
    }

    /// Takes an upload for one stream, and room on the disk for what is still to come of it.
    /// - Throws: CONFLICT, TOO_MANY_STREAMS, OVERLOADED, STORAGE_FULL: then it is not taken.
    func takeUpload(_ upload: MediaUploadRecord) async throws {
        try seats.take(upload, of: settings.uploads)
        do {
            // Asked in this order nothing that is written in between is counted as free.
            let missing = seats.missing
            let free = try await onDisk { [folder] in folder.freeBytes() }
            guard let free, free - MediaSettings.freeBytes < missing else { return }
            throw Self.full
        } catch {
            leaveUpload(upload.id)
            throw error
        }
    }

    func leaveUpload(_ id: Int64) { seats.leave(id) }

    /// Takes an upload that is gone on with, as it stands now: until a moment ago another stream may have had it, and have
    /// brought it forward, or to its end.
    func retake(
        _ upload: MediaUploadRecord, _ draft: UploadDraft, _ idempotent: IdempotentCall?
    ) async throws -> Opening {
        try await takeUpload(upload)
        do {
            let opening = try await begin(draft, idempotent)
            if case .known = opening { leaveUpload(upload.id) }
            return opening
        } catch {
            leaveUpload(upload.id)
            throw error
        }
    }

    /// Puts bytes behind those that have come. Now and then it looks whether others have filled the disk meanwhile.
    /// - Throws: STORAGE_FULL, UNAVAILABLE: what came before is as it was.
    func append(_ bytes: [UInt8], to file: UploadFile, of upload: MediaUploadRecord) async throws {
        let step = MediaSettings.syncBytes
        let looks = file.position / step != (file.position + Int64(bytes.count)) / step
        let free = try await onDisk { [folder] in
            try file.append(bytes)
            return looks ? folder.freeBytes() : nil
        }
        seats.came(bytes.count, of: upload.id)
        if let free, free < MediaSettings.freeBytes { throw Self.full }
    }

    private static var full: RPCError {
        RPCError.make(
            .storageFull, "The server's disk has no room for the file.",
            hint: "What has come of an upload is kept for a while; go on when there is room.")
    }
}

extension MediaLibrary? {
    /// rpcd always gives one; a service that is made without (tests, embedders) says so.
    /// - Throws: NOT_IMPLEMENTED.
    var required: MediaLibrary {
        get throws {
            guard let self else { throw RPCError.make(.notImplemented, "This server keeps no files.") }
            return self
        }
    }
}
