// Data directories for tests of what reads, copies or replaces a database: with one user, named after what it stands for.

import Foundation
import Testing

@testable import Store

extension TemporaryDirectory {
    /// Puts a backup with one user, of that name, in here.
    func backUp(_ name: String) async throws -> String {
        let open = try OpenStore()
        _ = try await open.store.write { try $0.makeUser(name) }
        let path = path + "/\(name).db"
        _ = try await open.store.backUp(to: path)
        return path
    }

    /// A data directory as a `kill -9` leaves it: with commits that are in the WAL alone.
    static func killed(_ name: String) async throws -> TemporaryDirectory {
        let open = try OpenStore()
        _ = try await open.store.write { try $0.makeUser(name) }
        let directory = TemporaryDirectory()
        for file in open.directory.names() {
            try FileManager.default.copyItem(
                atPath: open.directory.path + "/" + file, toPath: directory.path + "/" + file)
        }
        #expect(FileStatus.size(of: directory.database + "-wal") > 0)
        return directory
    }

    func users() throws -> [String] {
        let open = try OpenStore(in: self)
        defer { open.store.close() }
        return try open.store.readSync { try $0.users.list(limit: 9).map(\.username) }
    }

    func contents() throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in names() {
            contents[name] = try Data(contentsOf: URL(fileURLWithPath: path + "/" + name))
        }
        return contents
    }
}
