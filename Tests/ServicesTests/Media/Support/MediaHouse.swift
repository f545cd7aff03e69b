// MessagesService with a folder for files in TestKit's house, and callers who upload and download as clients do.
import Codec
import Contract
import Foundation
import RPC
import Store
import Synchronization
import TestKit

@testable import Services

final class MediaHouse: Sendable {
    let house: House
    let library: MediaLibrary
    let folder: String

    var store: Store { house.store }
    var clock: FakeClock { house.clock }

    /// - Parameters:
    ///   - change: of the limits.
    ///   - calls: of the system.
    ///   - source: where files come from that are named by a URL.
    init(
        calls: MediaFolder.Calls = MediaFolder.Calls(), source: (any MediaSource)? = nil,
        _ change: (inout MediaSettings) -> Void = { _ in }
    ) throws {
        var settings = MediaSettings()
        change(&settings)
        let clock = FakeClock()
        let made = Mutex<MediaLibrary?>(nil)
        house = try House(clock: clock) { router, house in
            let library = try MediaLibrary(
                store: house.store, clock: clock, path: house.temporary.directory + "/media", settings: settings,
                calls: calls)
            made.withLock { $0 = library }
            let hub = EventHub(clock: clock)
            router.register(
                MessagesService(
                    store: house.store, clock: clock, hub: hub, delivery: MessagesHouse.Signals(), tokens: house.pages,
                    secret: house.secret, limits: house.rateLimits, media: library, source: source))
        }
        guard let library = made.withLock({ $0 }) else { throw TookTooLong() }
        self.library = library
        folder = house.temporary.directory + "/media"
    }

    func user(_ name: String = "ada") async throws -> Uploader {
        let user = try await house.user(name)
        // A key, which lives longer than an access token.
        let key = try await house.key(of: user, scopes: .ofUsers).secret
        return Uploader(client: MessagesClient(house.client(as: .key(key))), userID: user.id)
    }

    var `operator`: MessagesClient { MessagesClient(house.client(as: .operator)) }

    /// What lies in the folder beside its mark.
    var names: [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return all.filter { $0 != MediaFolder.mark }.sorted()
    }

    /// Waits until so many files lie in the folder.
    func waitForFiles(_ count: Int) async throws { try await untilTrue { self.names.count == count } }

    func totals(_ userID: Int64) async throws -> MediaTotals {
        try await store.read { db in try db.media.totals(of: userID) }
    }

    /// Runs the job; gives what it says.
    @discardableResult
    func clean() async throws -> String {
        try await MediaCleanup(library: library, progress: JobProgress(), pause: .zero).run(isClockTrusted: true)
    }
}

/// Somebody who uploads and downloads.
struct Uploader: Sendable {
    let client: MessagesClient
    let userID: Int64

    /// Where an upload stood when it was let go.
    struct Cut: Error {
        let uploadID: String
        let safe: Int64
    }

    static func start(_ bytes: [UInt8], name: String = "a.png") -> UploadStart {
        .with {
            $0.size = Int64(bytes.count)
            $0.fileName = name
        }
    }

    /// Uploads as a client does: within the credit, to the end.
    /// - Parameters:
    ///   - cut: the stream is let go when so many bytes were sent.
    ///   - chunk: bytes in one; what the server says otherwise.
    func upload(
        _ bytes: [UInt8], _ start: UploadStart? = nil, cut: Int? = nil, chunk: Int? = nil
    ) async throws -> Media {
        let start = start ?? Self.start(bytes)
        let call = try await client.uploadMedia()
        try await call.send(.with { $0.item = .start(start) })
        var (credit, offset, most, name): (Int32, Int, Int, String) = (0, -1, 0, "")
        var safe: Int64 = 0
        for try await answer in call.responses {
            if let media = answer.media { return media }
            if offset < 0 {
                (offset, most, name) = (Int(answer.offset), chunk ?? Int(answer.chunkBytes), answer.uploadId)
            }
            safe = answer.offset
            credit += answer.credit
            while credit > 0, offset < bytes.count {
                if let cut, offset >= cut {
                    call.cancel()
                    throw Cut(uploadID: name, safe: safe)
                }
                let part = UploadChunk.with {
                    $0.offset = Int64(offset)
                    $0.data = Array(bytes[offset..<min(offset + most, bytes.count)])
                }
                try await call.send(.with { $0.item = .chunk(part) })
                offset += part.data.count
                credit -= 1
            }
        }
        throw TookTooLong()
    }

    /// What an upload says first, and the stream of it.
    func begin(
        _ start: UploadStart
    ) async throws -> (call: BidirectionalCall<UploadMediaRequest, UploadMediaResponse>, first: UploadMediaResponse) {
        let call = try await client.uploadMedia()
        try await call.send(.with { $0.item = .start(start) })
        var answers = call.responses.makeAsyncIterator()
        guard let first = try await answers.next() else { throw TookTooLong() }
        return (call, first)
    }

    func download(_ id: Int64, from offset: Int64 = 0) async throws -> [UInt8] {
        var bytes: [UInt8] = []
        let parts = try await client.downloadMedia(
            .with {
                $0.id = id
                $0.offset = offset
            })
        for try await part in parts {
            guard part.offset == offset + Int64(bytes.count) else { throw TookTooLong() }
            bytes += part.data
        }
        return bytes
    }
}

/// Content that is what it says, of any length, the same for the same seed.
enum Samples {
    static let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    static func image(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed &* 2 &+ 1
        var bytes = png
        bytes.reserveCapacity(count)
        while bytes.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            bytes.append(UInt8(truncatingIfNeeded: state >> 33))
        }
        return Array(bytes.prefix(count))
    }
}
