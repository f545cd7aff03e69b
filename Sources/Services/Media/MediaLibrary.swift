// The files that messages are sent with and come with: rows in the store, bytes in a folder beside it. What its parts share:
// the threads that read and write files (no event loop does), who is writing which upload, and how many read.

internal import Contract
internal import RPC
package import Store
internal import Synchronization

package final class MediaLibrary: Sendable {
    /// Readers on the whole server: each has a file open for as long as it likes.
    static let mostReaders = 512

    let store: Store
    let clock: any Clock
    package let settings: MediaSettings
    package let folder: MediaFolder
    private let threads = BoundedExecutor(name: "media", concurrent: 4, waiting: 4_096)
    private let state = Mutex(State())

    private struct State {
        /// Uploads whose stream is there.
        var writers: Set<Int64> = []
        var readers = 0
    }

    /// Makes the folder where it is missing. Blocks.
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
    }

    /// Uploads whose streams are there, and files that are being read.
    package var live: (uploads: Int, downloads: Int) { state.withLock { ($0.writers.count, $0.readers) } }

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

    // MARK: Who is at it

    /// Takes an upload for one stream.
    /// - Throws: CONFLICT where another has it, OVERLOADED.
    func takeUpload(_ id: Int64) throws {
        let refusal: RPCError? = state.withLock { state in
            if state.writers.contains(id) {
                return RPCError.make(
                    .conflict, "This upload goes on on another stream.",
                    hint: "A stream that was lost is noticed in a while: try again then.", retryAfter: .seconds(1))
            }
            if state.writers.count >= settings.uploads {
                return RPCError.make(
                    .overloaded, "The server takes in as many files as it can.", retryAfter: .seconds(1))
            }
            state.writers.insert(id)
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Those that a stream has just now.
    var writing: Set<Int64> { state.withLock { $0.writers } }

    func leaveUpload(_ id: Int64) { state.withLock { _ = $0.writers.remove(id) } }

    /// Runs `body` as one of those that read files.
    /// - Throws: OVERLOADED.
    func reading<T>(_ body: () async throws -> T) async throws -> T {
        let isAdmitted = state.withLock { state in
            guard state.readers < Self.mostReaders else { return false }
            state.readers += 1
            return true
        }
        guard isAdmitted else {
            throw RPCError.make(.overloaded, "The server gives as many files as it can.", retryAfter: .seconds(1))
        }
        defer { state.withLock { $0.readers -= 1 } }
        return try await body()
    }
}
