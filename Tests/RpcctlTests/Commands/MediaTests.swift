// `media`: what is asked for, what is shown, and what becomes of files here. Uploads are tested against a real server
// (EndToEnd): they are a conversation.
import Codec
import Contract
import Foundation
import RPC
import Synchronization
import Testing

@testable import rpcctl

@Suite struct MediaTests {
    private static let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }

    private static func media(name: String = "a.png") -> Media {
        .with {
            $0.id = 42
            $0.kind = .image
            $0.mimeType = "image/png"
            $0.fileName = name
            $0.size = Int64(bytes.count)
            $0.sha256 = "00ff"
        }
    }

    private static func part(_ range: Range<Int>) -> Step {
        .item(
            DownloadMediaResponse.with {
                $0.offset = Int64(range.lowerBound)
                $0.data = Array(bytes[range])
            })
    }

    /// A server that gives the file in these streams, one after the other.
    private static func server(name: String = "a.png", _ streams: [[Step]]) -> ScriptedTransport {
        let left = Mutex(streams)
        return ScriptedTransport([
            MessagesMethods.getMedia.path: { _, _ in [.item(media(name: name))] },
            MessagesMethods.downloadMedia.path: { _, _ in left.withLock { $0.isEmpty ? [] : $0.removeFirst() } },
        ])
    }

    private func path() -> String { NSTemporaryDirectory() + "media-" + UUID().uuidString }

    @Test func aListIsATableAndADocument() async throws {
        let server = ScriptedTransport([
            MessagesMethods.listMedia.path: { _, _ in [.item(ListMediaResponse.with { $0.media = [Self.media()] })] }
        ])
        let ran = await rpcctl("media", "list", server: server)
        #expect(ran.exit == .success)
        #expect(ran.out.contains("42") && ran.out.contains("image/png") && ran.out.contains("292.9 KiB"))
        let json = await rpcctl("media", "list", "-o", "json", server: server)
        #expect(json.out.contains("\"kind\":\"image\""))
    }

    @Test func aFileIsShownAndDeleted() async throws {
        let server = ScriptedTransport([
            MessagesMethods.getMedia.path: { _, _ in [.item(Self.media())] },
            MessagesMethods.deleteMedia.path: { _, _ in [.item(DeleteMediaResponse())] },
        ])
        #expect(await rpcctl("media", "get", "42", server: server).out.contains("00ff"))
        #expect(await rpcctl("media", "delete", "42", server: server).exit == .success)
        #expect(try server.requests(DeleteMediaRequest.self, to: MessagesMethods.deleteMedia).map(\.id) == [42])
    }

    @Test func aDownloadIsGoneOnWithWhereItWasLost() async throws {
        let server = Self.server([
            [Self.part(0..<100_000), .fail(connectionLost)], [.fail(connectionLost)],
            [Self.part(100_000..<100_001), .fail(connectionLost)], [Self.part(100_001..<300_000)],
        ])
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        let ran = await rpcctl("media", "download", "42", path, server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == Self.bytes)
        let asked = try server.requests(DownloadMediaRequest.self, to: MessagesMethods.downloadMedia)
        #expect(asked.map(\.offset) == [0, 100_000, 100_000, 100_001])
    }

    @Test func whatCameInIsFetchedAndDownloaded() async throws {
        let server = ScriptedTransport([
            MessagesMethods.fetchMedia.path: { _, _ in [.item(Self.media())] },
            MessagesMethods.downloadMedia.path: { _, _ in [Self.part(0..<300_000)] },
        ])
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        #expect(await rpcctl("media", "fetch", "7", server: server).out.contains("00ff"))
        #expect(try server.requests(DownloadMediaRequest.self, to: MessagesMethods.downloadMedia).isEmpty)
        let ran = await rpcctl("media", "fetch", "7", "--out", path, server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(FileManager.default.contents(atPath: path).map { [UInt8]($0) } == Self.bytes)
        #expect(try server.requests(FetchMediaRequest.self, to: MessagesMethods.fetchMedia).map(\.messageId) == [7, 7])
        // What is there is found before anything is asked for.
        let again = await rpcctl("media", "fetch", "7", "--out", path, server: server)
        #expect(again.exit == .failed && again.err.contains("--force"))
        #expect(try server.requests(FetchMediaRequest.self, to: MessagesMethods.fetchMedia).count == 2)
    }

    @Test func whatCannotBeFetchedLeavesNothing() async throws {
        let refused = RPCError(.failedPrecondition, reason: "MEDIA_EXPIRED", message: "WhatsApp has it no more.")
        let server = ScriptedTransport([MessagesMethods.fetchMedia.path: { _, _ in [.fail(refused)] }])
        let path = path()
        let ran = await rpcctl("media", "fetch", "7", "--out", path, server: server)
        #expect(ran.exit == .failed && ran.err.contains("MEDIA_EXPIRED"))
        #expect(!FileManager.default.fileExists(atPath: path))
    }

    @Test func whatIsThereStaysUnlessItIsToGo() async throws {
        let path = path()
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("mine".utf8).write(to: URL(fileURLWithPath: path))
        let whole = [[Self.part(0..<300_000)]]
        let ran = await rpcctl("media", "download", "42", path, server: Self.server(whole))
        #expect(ran.exit == .failed && ran.err.contains("--force"))
        #expect(FileManager.default.contents(atPath: path) == Data("mine".utf8))
        let forced = await rpcctl("media", "download", "42", path, "--force", server: Self.server(whole))
        #expect(forced.exit == .success)
        #expect(FileManager.default.contents(atPath: path)?.count == 300_000)
    }

    @Test func aDownloadThatFailsLeavesNothing() async throws {
        let path = path()
        let refused = RPCError(.notFound, reason: "NOT_FOUND", message: "There is no such thing.")
        for stream: [Step] in [[.fail(refused)], [Self.part(5..<10)], [Self.part(0..<10)]] {
            let ran = await rpcctl("media", "download", "42", path, server: Self.server([stream]))
            #expect(ran.exit == .failed)
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test(arguments: [
        ("a.png", "a.png"), ("../../etc/passwd", "passwd"), ("/", "media-42"), ("", "media-42"),
        (".bashrc", "media-42"),
        ("-rf", "media-42"), ("..", "media-42"),
    ])
    func whateverAServerCallsAFileItGoesNowhereElse(name: String, here: String) {
        #expect(MediaDownloadCommand.name(Self.media(name: name)) == here)
    }

    @Test func aKindThatIsNoneIsAMistakeOfTheCommandLine() async {
        #expect(await rpcctl("media", "upload", "/dev/null", "--kind", "film").exit == .usage)
        let ran = await rpcctl("media", "upload", "/nowhere/a.png")
        #expect(ran.exit == .failed && ran.err.contains("/nowhere/a.png"))
        #expect(await rpcctl("media", "upload", "/dev/null").exit == .failed)
    }

    @Test func aBarFillsItsRoom() {
        #expect(ProgressBar.line(0, of: 1_048_576, width: 80) == String(repeating: " ", count: 40) + " 0% of 1.0 MiB")
        #expect(ProgressBar.line(524_288, of: 1_048_576, width: 80).hasPrefix(String(repeating: "█", count: 20) + " "))
        #expect(
            ProgressBar.line(1_048_576, of: 1_048_576, width: 80)
                == String(repeating: "█", count: 40) + " 100% of 1.0 MiB")
        for width in 0...100 {
            #expect(DisplayText.width(of: ProgressBar.line(1, of: 3, width: width)) <= max(width, 20))
        }
    }
}
