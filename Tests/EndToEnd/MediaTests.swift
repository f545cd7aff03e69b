// Files through real sockets and processes: 64 MiB up and down with rpcd's memory flat, connections that are cut, and a
// server that is killed in the middle.
import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .timeLimit(.minutes(4))) struct MediaTests {
    /// Content that is a picture by its first bytes, the same for the same seed.
    private static func image(_ count: Int, seed: UInt64 = 1) -> [UInt8] {
        var state = seed &* 2 &+ 1
        var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        bytes.reserveCapacity(count + 8)
        while bytes.count < count {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            withUnsafeBytes(of: state) { bytes.append(contentsOf: $0) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }

    private static func put(_ bytes: [UInt8], _ name: String, in sandbox: Sandbox) throws -> String {
        let path = sandbox.path(name)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        return path
    }

    private func status(_ server: Server) async throws -> SystemStatus {
        try await SystemClient(server.client()).getStatus(.init())
    }

    private func names(_ server: Server) -> [String] {
        let all = (try? FileManager.default.contentsOfDirectory(atPath: server.data + "/media")) ?? []
        return all.filter { !$0.hasPrefix(".") }.sorted()
    }

    private func clean(_ server: Server, _ rpcctl: Control) async throws {
        let outcome = try await rpcctl("jobs", "run", "clean-media", "--wait")
        #expect(outcome.status == 0, "\(outcome)")
    }

    @Test func sixtyFourMebibytesPassWithTheServersMemoryFlat() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await Account("ada", on: server)
        let rpcctl = Control(server: server, key: ada.key)
        // Warm: what is allocated once is not counted.
        let small = try Self.put(Self.image(2_000_000, seed: 9), "small.png", in: server.sandbox)
        #expect(try await rpcctl("media", "upload", small).status == 0)
        let before = try #require(try await status(server).live)
        let bytes = Self.image(64 << 20)
        let file = try Self.put(bytes, "large.png", in: server.sandbox)
        let sampler = Task { () -> Int64 in
            var most: Int64 = 0
            while !Task.isCancelled {
                most = max(most, (try? await self.status(server).live?.residentMemory) ?? 0)
                try? await Task.sleep(for: .milliseconds(50))
            }
            return most
        }
        let up = try await rpcctl("media", "upload", file, "--kind", "document", "-o", "json", within: 200)
        #expect(up.status == 0, "\(up)")
        let media = try JSONSerialization.jsonObject(with: Data(up.output.utf8)) as? [String: Any]
        let id = try #require(media?["id"] as? Int)
        let copy = server.sandbox.path("copy.png")
        let down = try await rpcctl("media", "download", String(id), copy, within: 200)
        #expect(down.status == 0, "\(down)")
        sampler.cancel()
        let most = await sampler.value
        #expect(FileManager.default.contents(atPath: copy).map { [UInt8]($0) } == bytes)
        let grown = most - before.residentMemory
        print("media: 64 MiB up and down, memory \(before.residentMemory >> 20) MiB, at most \(grown >> 10) KiB more")
        #expect(grown < 16 << 20)
        let after = try await status(server)
        #expect(after.media?.files == 2 && after.media?.bytes == 2_000_000 + (64 << 20))
        #expect(after.media?.uploads == 0 && after.media?.reservedBytes == 0)
    }

    @Test func aFileIsUploadedAndSentAndArrivesAsItWas() async throws {
        let server = try await Server(in: Sandbox())
        let bridge = try SimulatedBridge(for: server)
        let ada = try await Account("ada", on: server)
        try await ada.link(on: server)
        let rpcctl = Control(server: server, key: ada.key)
        let bytes = Self.image(3_000_000)
        let file = try Self.put(bytes, "holiday.png", in: server.sandbox)
        let summed = try await run("/usr/bin/sha256sum", [file], environment: [:], in: server.sandbox)
        let hash = String(summed.output.prefix(64))
        let message = try await rpcctl.json(
            "send", "media", "+4915112345678", file, "--caption", "Wish you were here", "--idempotency-key", "once",
            "--wait", "delivered")
        let content = try #require(message["media"] as? [String: Any])
        #expect(content["kind"] as? String == "image" && content["sha256"] as? String == hash)
        #expect(
            content["file_name"] as? String == "holiday.png" && message["content"] as? String == "Wish you were here")
        // The same once more is the same file and the same message.
        let again = try await rpcctl.json(
            "send", "media", "+4915112345678", file, "--caption", "Wish you were here", "--idempotency-key", "once")
        #expect(again["id"] as? Int == message["id"] as? Int)
        let id = try #require(content["media_id"] as? Int)
        _ = try await rpcctl.json(
            "send", "media", "+4915112345678", "--media-id", String(id), "--kind", "document", "--name", "b.png",
            "--wait", "delivered")
        let sent = try bridge.messages()
        #expect(sent.map { $0["kind"] as? String } == ["image", "document"])
        #expect(sent.map { $0["text"] as? String } == ["Wish you were here", ""])
        let files = sent.compactMap { $0["content"] as? [String: Any] }
        // The network read the file that the driver gave it.
        #expect(files.map { $0["sha256"] as? String } == [hash, hash])
        #expect(files.map { $0["size"] as? Int } == [bytes.count, bytes.count])
        #expect(files.map { $0["file_name"] as? String } == ["holiday.png", "b.png"])
        #expect(try await status(server).media?.files == 1)
        let left = try? FileManager.default.contentsOfDirectory(atPath: server.sandbox.path(bridge.name) + "/media")
        #expect(left == [])
        // What was sent needs its file no more.
        #expect(try await rpcctl("media", "delete", String(id)).status == 0)
    }

    @Test func anUploadSurvivesServersThatAreKilledAnywhere() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await Account("ada", on: server)
        let rpcctl = Control(server: server, key: ada.key)
        let admin = Control(server: server)
        let bytes = Self.image(9_000_000)
        let file = try Self.put(bytes, "a.png", in: server.sandbox)
        for point in ["media-written:1", "media-named:1", "media-committed:1"] {
            server.child.signal(SIGTERM)
            _ = try await server.child.exitStatus(within: 30)
            try await server.restart(environment: ["SWITCHBOARD_FAULT_POINT": point])
            let broken = Task { try await rpcctl("media", "upload", file, "--idempotency-key", point, within: 120) }
            #expect(try await server.child.exitStatus(within: 60) != nil, "\(point) was not passed")
            try await server.restart()
            let outcome = try await broken.value
            #expect(outcome.status == 0, "\(point): \(outcome)")
            let list = try await rpcctl.json("media", "list")
            let media = try #require(list["media"] as? [[String: Any]])
            #expect(media.count == 1, "\(point): \(media)")
            let id = try #require(media.first?["id"] as? Int)
            let copy = server.sandbox.path("copy-" + point)
            #expect(try await rpcctl("media", "download", String(id), copy).status == 0)
            #expect(FileManager.default.contents(atPath: copy).map { [UInt8]($0) } == bytes)
            #expect(try await rpcctl("media", "delete", String(id)).status == 0)
            try await clean(server, admin)
            try await eventually("the folder to be empty") { () -> Bool? in self.names(server).isEmpty ? true : nil }
        }
    }

    @Test func aCrashLeavesWhatCanBeGoneOnWithAndNothingElse() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await Account("ada", on: server)
        let admin = Control(server: server)
        let client = MessagesClient(server.client(key: ada.key))
        let bytes = Self.image(6_000_000)
        let call = try await client.uploadMedia()
        try await call.send(
            .with {
                $0.item = .start(
                    .with {
                        $0.size = Int64(bytes.count)
                        $0.fileName = "a.png"
                    })
            })
        var answers = call.responses.makeAsyncIterator()
        let first = try #require(try await answers.next())
        for number in 0..<Int(first.credit) {
            let start = number * Int(first.chunkBytes)
            try await call.send(
                .with {
                    $0.item = .chunk(
                        .with {
                            $0.offset = Int64(start)
                            $0.data = Array(bytes[start..<start + Int(first.chunkBytes)])
                        })
                })
        }
        _ = try await answers.next()
        server.child.kill()
        // What has no row: as if the row's commit had been lost.
        try Data([1]).write(to: URL(fileURLWithPath: server.data + "/media/" + String(repeating: "a", count: 32)))
        try await server.restart()
        #expect(names(server).count == 2)
        try await clean(server, admin)
        // The upload can be gone on with still; the stranger is gone.
        try await eventually("the stranger to be gone") { () -> Bool? in
            self.names(server).count == 1 ? true : nil
        }
        #expect(try await status(server).media?.uploads == 1)
    }

    @Test func anUploadWhoseConnectionIsCutIsTheSameByteByByte() async throws {
        let server = try await Server(in: Sandbox())
        let ada = try await Account("ada", on: server)
        let bytes = Self.image(7_000_001)
        var start = UploadStart.with {
            $0.size = Int64(bytes.count)
            $0.fileName = "a.png"
        }
        var random = SystemRandomNumberGenerator()
        var media: Media?
        var rounds = 0
        while media == nil {
            rounds += 1
            // A connection of its own, closed after so many bytes; after some rounds it is left alone.
            let until = rounds > 8 ? bytes.count : Int.random(in: 0..<bytes.count, using: &random)
            let transport = ClientConnection(.unix(path: server.socket))
            let client = MessagesClient(
                RPCClient(transport: transport, metadata: ["authorization": "ApiKey \(ada.key)"]))
            do {
                media = try await send(bytes, &start, until: until, client)
            } catch let error as RPCError where error.reason == "CONFLICT" {
                // The server has not noticed yet that the one before is gone.
                try await Task.sleep(for: .milliseconds(50))
            }
            await transport.close()
        }
        let id = try #require(media?.id)
        var got: [UInt8] = []
        while got.count < bytes.count {
            let parts = try await MessagesClient(server.client(key: ada.key)).downloadMedia(
                .with {
                    $0.id = id
                    $0.offset = Int64(got.count)
                })
            let until = Int.random(in: got.count..<bytes.count, using: &random)
            for try await part in parts {
                got += part.data
                if got.count > until, got.count < bytes.count { break }
            }
        }
        #expect(got == bytes)
    }

    /// Goes on with an upload until so many bytes were sent. nil: it was let go.
    private func send(
        _ bytes: [UInt8], _ start: inout UploadStart, until: Int, _ client: MessagesClient
    ) async throws -> Media? {
        let call = try await client.uploadMedia()
        let first = start
        try await call.send(.with { $0.item = .start(first) })
        var (credit, offset, most): (Int32, Int, Int) = (0, -1, 0)
        for try await answer in call.responses {
            if let media = answer.media { return media }
            if offset < 0 {
                (offset, most, start.uploadId) = (Int(answer.offset), Int(answer.chunkBytes), answer.uploadId)
            }
            credit += answer.credit
            while credit > 0, offset < bytes.count {
                if offset >= until { return nil }
                let part = UploadChunk.with {
                    $0.offset = Int64(offset)
                    $0.data = Array(bytes[offset..<min(offset + most, bytes.count)])
                }
                try await call.send(.with { $0.item = .chunk(part) })
                offset += part.data.count
                credit -= 1
            }
        }
        return nil
    }
}
