// Deletes what nobody needs: uploads that nobody went on with, files whose time is over (but none that a message waits to be
// sent with), what a crash or a deleted user left in the folder, and rows whose files are gone. Rows go first; a file goes
// when no row names it any more. In portions, with a pause between them.

internal import Contract
internal import RPC
internal import Store

struct MediaCleanup: Sendable {
    let library: MediaLibrary
    let progress: JobProgress
    let pause: Duration

    private var store: Store { library.store }

    /// - Returns: what is worth knowing.
    /// - Parameter isClockTrusted: else nothing is deleted for its age.
    /// - Throws: `JobFailure` where the folder is not the one that belongs to the database: nothing is deleted then.
    func run(isClockTrusted: Bool) async throws -> String {
        try await requireFolder()
        if isClockTrusted {
            try await dropUploads()
            try await dropExpired()
        }
        try await dropUnowned()
        let strangers = try await sweep()
        let lost = try await forgetLost()
        var words: [String] = []
        if strangers > 0 { words.append("\(strangers) files were nobody's") }
        if lost > 0 { words.append("\(lost) files are lost") }
        return words.joined(separator: ", ")
    }

    private func requireFolder() async throws {
        do {
            try await library.requireFolder()
        } catch let error as RPCError {
            let why = error.cause.map { "\($0)" } ?? "it is not the one that belongs to the database"
            throw JobFailure(
                "\(library.folder.path): \(why). Put it back, or mount its disk; where its files are gone for good, make"
                    + " an empty file \(MediaFolder.mark) in it.")
        }
    }

    private func dropUploads() async throws {
        let size = 200
        while true {
            let now = library.clock.now()
            let (count, names) = try await store.write { db in
                let gone = try db.media.discardUploads(expiredBefore: now, limit: size)
                return (gone.count, gone.names)
            }
            try await remove(names)
            guard try await wentOn(count, of: size) else { return }
        }
    }

    private func dropExpired() async throws {
        var position: (at: Instant, id: Int64)?
        repeat {
            let (now, after) = (library.clock.now(), position)
            let step = try await store.write { db in try db.media.purge(expiredBefore: now, after: after) }
            try await remove(step.names)
            progress.add(step.deleted)
            position = step.next
            try await rest()
        } while position != nil
    }

    /// What its users have deleted, or who are deleted themselves.
    private func dropUnowned() async throws {
        var position: Int64? = 0
        while let after = position {
            let step = try await store.write { db in try db.media.purgeUnowned(after: after) }
            try await remove(step.names)
            progress.add(step.deleted)
            position = step.next
            try await rest()
        }
    }

    /// What lies in the folder and stands in no row. The folder is looked at before the rows: what is begun meanwhile has its
    /// row before its file.
    private func sweep() async throws -> Int {
        let names = try await library.onDisk { [folder = library.folder] in Array(try folder.names()) }
        var count = 0
        for start in stride(from: 0, to: names.count, by: 500) {
            let portion = Array(names[start..<min(start + 500, names.count)])
            let unknown = try await store.read { db in try db.media.unknown(portion) }
            try await remove(unknown)
            progress.add(unknown.count)
            count += unknown.count
            try await rest()
        }
        return count
    }

    /// Rows whose files are not there. Where none is there the folder was not put back, or is not mounted: that is for people
    /// to look at, and nothing is deleted.
    private func forgetLost() async throws -> Int {
        var (lost, found): ([String], Int) = ([], 0)
        var position: Int64? = 0
        while let after = position {
            let page = try await store.read { db in
                try db.media.storedFiles(after: after, limit: 500).map { file in (id: file.id, name: file.name) }
            }
            let missing = try await library.onDisk { [folder = library.folder] in
                try page.filter { try folder.size(of: $0.name) == nil }.map { $0.name }
            }
            lost += missing
            found += page.count - missing.count
            position = page.count == 500 ? page.last?.id : nil
            try await rest()
        }
        guard found > 0 || lost.isEmpty else {
            throw JobFailure(
                "none of \(lost.count) files is in \(library.folder.path): put the folder back that belongs to the database"
            )
        }
        for name in lost {
            // It may have come anew meanwhile.
            let isThere = try await library.onDisk { [folder = library.folder] in try folder.size(of: name) != nil }
            // Its disk may have gone meanwhile.
            try await requireFolder()
            guard !isThere else { continue }
            let count = try await store.write { db in try db.media.forget(lost: name) }
            progress.add(count)
        }
        return lost.count
    }

    /// Deletes files, before anything looks at the folder again.
    private func remove(_ names: [String]) async throws {
        guard !names.isEmpty else { return }
        try await library.onDisk { [folder = library.folder] in for name in names { folder.delete(name) } }
    }

    private func wentOn(_ count: Int, of size: Int) async throws -> Bool {
        progress.add(count)
        guard count >= size else { return false }
        try await rest()
        return true
    }

    private func rest() async throws {
        try Task.checkCancellation()
        try await Task.sleep(for: pause)
    }
}
