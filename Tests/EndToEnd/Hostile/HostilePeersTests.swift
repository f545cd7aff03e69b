// Crowds of hostile peers against an rpcd process. In `make test` they are small; `make hostile` brings them in full. Each
// test asks the same: do others get their answers meanwhile, and does everything return to where it was within 5 s.

import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.serialized, .timeLimit(.minutes(5))) struct HostilePeersTests {
    private static let check = "grpc.health.v1.Health/Check"
    private static let watch = "grpc.health.v1.Health/Watch"
    private static let events = "switchboard.v1.EventsService/Watch"
    private static let describe = "switchboard.v1.SystemService/DescribeService"

    /// What one peer sends before it is gone: perhaps nothing, perhaps the half of something.
    private static func words(_ dice: inout Dice, key: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for index in 0..<dice.roll(4) {
            let stream = UInt32(2 * index + 1)
            switch dice.roll(7) {
            case 0: bytes += HostileFrame.request(stream, check)
            case 1: bytes += HostileFrame.request(stream, watch, flags: 1)
            case 2: bytes += HostileFrame.request(stream, events, flags: 1, key: key)
            case 3: bytes += HostileFrame.request(stream, describe, [10, 4] + Array("Send".utf8), key: key)
            case 4: bytes += HostileFrame.bytes(stream, type: 3, [1, 2, 3])
            case 5: bytes += HostileFrame.bytes(stream, type: UInt8(dice.roll(6)), [UInt8](repeating: 255, count: 20))
            default: bytes += HostileFrame.bytes(stream, type: 1, [UInt8](repeating: 0, count: dice.roll(300_000)))
            }
        }
        return dice.roll(2) == 0 ? bytes : Array(bytes.prefix(dice.roll(bytes.count + 1)))
    }

    /// Peers that vanish, each at a point and in a way of its own.
    private static func vanish(_ count: Int, _ doors: [Door], key: String, seed: UInt64) -> Int {
        var dice = Dice(seed: seed)
        var open: [HostilePeer] = []
        var came = 0
        for _ in 0..<count {
            guard let peer = HostilePeer(doors[dice.roll(doors.count)]) else { continue }
            came += 1
            peer.send(words(&dice, key: key))
            if dice.roll(4) == 0 { _ = peer.receive(within: 2) }
            if dice.roll(6) == 0 { peer.shutdownWriting() }
            open.append(peer)
            // Up to two hundred at once; the one that goes is any of them.
            if open.count > 200 {
                let gone = open.remove(at: dice.roll(open.count))
                if dice.roll(2) == 0 { gone.reset() } else { gone.close() }
            }
        }
        for peer in open { if dice.roll(2) == 0 { peer.reset() } else { peer.close() } }
        return came
    }

    @Test func peersThatVanishAtAnyPointLeaveNothingBehind() async throws {
        let house = try await HostileHouse()
        let doors = [house.unix, try house.tcp]
        let key = house.key
        // Once for what is made at first use and kept.
        _ = await HostileHouse.onThread { Self.vanish(300, doors, key: key, seed: 1) }
        try await Task.sleep(for: .milliseconds(500))
        let before = try await house.settled()
        let count = HostileHouse.crowd(5_000, short: 400)
        let came = await HostileHouse.onThread { Self.vanish(count, doors, key: key, seed: 2) }
        #expect(came == count)
        try await house.returns(to: before, memory: 24 << 20, "\(count) peers that vanished")
    }

    @Test func halfFramesOfManyAreBoundedAndEndInTime() async throws {
        // Strangers over TCP, half a frame each; and, the worst, the operator's own uid with frames of 4 MiB.
        let house = try await HostileHouse(["FRAME_TIME": "2s", "FRAME_BYTES_PER_SECOND": "1073741824"])
        let (unix, tcp) = (house.unix, try house.tcp)
        let before = try await house.settled()
        let (many, large) = (HostileHouse.crowd(1_000, short: 60), HostileHouse.crowd(120, short: 20))
        let peers = await HostileHouse.onThread { () -> [HostilePeer] in
            let small = HostileFrame.bytes(1, type: 1, [UInt8](repeating: 0, count: 200_000)).dropLast()
            let huge = HostileFrame.bytes(1, type: 1, [UInt8](repeating: 0, count: 4 << 20)).dropLast()
            let strangers = (0..<many).compactMap { _ in HostilePeer(tcp) }
            let operators = (0..<large).compactMap { _ in HostilePeer(unix) }
            for peer in strangers { peer.send(small, within: 5) }
            for peer in operators { peer.send(huge, within: 20) }
            return strangers + operators
        }
        #expect(peers.count == many + large)
        // The others do not notice; and what is held stays within its bound.
        var highest: Int64 = 0
        try await eventually("half frames to be cut", within: 20) { () -> Bool? in
            let live = try await house.live()
            highest = max(highest, live.parsingBytes)
            return live.connections <= before.connections ? true : nil
        }
        #expect(highest < 320 << 20, "\(highest >> 20) MiB were held")
        let refused = try await house.status().refused
        #expect((refused["frame_time"] ?? 0) + (refused["first_frame"] ?? 0) == Int64(peers.count))
        for peer in peers { peer.close() }
        try await house.returns(
            to: before, memory: 40 << 20, "\(peers.count) half frames, at most \(highest >> 20) MiB")
    }

    @Test func streamsByTheThousandAreRefusedAtOnce() async throws {
        let house = try await HostileHouse()
        let door = try house.tcp
        let before = try await house.settled()
        let count = HostileHouse.crowd(65_536, short: 3_000)
        let counted = await HostileHouse.onThread { () -> (refusals: Int, peer: HostilePeer?) in
            guard let peer = HostilePeer(door) else { return (0, nil) }
            let sender = Thread {
                for first in stride(from: 0, to: count, by: 256) {
                    let requests = (first..<min(first + 256, count)).flatMap {
                        HostileFrame.request(UInt32(2 * $0 + 1), Self.watch, flags: 1)
                    }
                    peer.send(requests, within: 20_000)
                }
            }
            sender.start()
            var refusals = 0
            var bytes: [UInt8] = []
            while refusals < count - 1024, let piece = peer.receive(within: 20_000), !piece.isEmpty {
                bytes += piece
                var start = 0
                while bytes.count - start >= 10 {
                    let length = bytes[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
                    guard bytes.count - start >= 10 + length else { break }
                    if bytes[start + 8] == 2 { refusals += 1 }
                    start += 10 + length
                }
                bytes.removeFirst(start)
            }
            return (refusals, peer)
        }
        #expect(counted.refusals == count - 1024)
        let during = try await house.live()
        #expect(during.streams <= before.streams + 1024)
        #expect(during.residentMemory < before.residentMemory + 64 << 20)
        #expect(try await house.status().refused["streams_per_connection"] == Int64(count - 1024))
        counted.peer?.reset()
        try await house.returns(to: before, memory: 40 << 20, "\(count) streams at once")
    }

    @Test func peersThatDoNotReadAreCut() async throws {
        let house = try await HostileHouse(["WRITE_STALL": "1s"])
        // A Unix socket's buffers are smaller than those of TCP: less has to be written until they are full.
        let (door, key) = (house.unix, house.key)
        let before = try await house.settled()
        let count = HostileHouse.crowd(100, short: 12)
        let peers = await HostileHouse.onThread { () -> [HostilePeer] in
            // Some kilobytes of answer to each; eight hundred of them fill every buffer there is.
            let name = Array("switchboard.v1.MessagesService".utf8)
            let payload = [10, UInt8(name.count)] + name
            let bytes = (0..<800).flatMap {
                HostileFrame.request(UInt32(2 * $0 + 1), Self.describe, payload, key: key)
            }
            let peers = (0..<count).compactMap { _ in HostilePeer(door) }
            for peer in peers { peer.send(bytes, within: 5) }
            return peers
        }
        #expect(peers.count == count)
        try await eventually("those who do not read to be cut", within: 30) { () -> Bool? in
            try await house.live().connections <= before.connections ? true : nil
        }
        #expect(try await house.status().refused["write_stall"] == Int64(count))
        for peer in peers { peer.close() }
        try await house.returns(to: before, memory: 40 << 20, "\(count) peers that do not read")
    }

    @Test func peersThatSayNothingAreCutAndDoNotKeepOthersOut() async throws {
        let house = try await HostileHouse(["FIRST_FRAME": "1s", "CONNECTIONS": "100"])
        let door = try house.tcp
        let before = try await house.settled()
        let peers = await HostileHouse.onThread { () -> [HostilePeer] in (0..<200).compactMap { _ in HostilePeer(door) }
        }
        try await eventually("the silent ones to be cut", within: 20) { () -> Bool? in
            try await house.live().connections <= before.connections ? true : nil
        }
        let refused = try await house.status().refused
        #expect((refused["first_frame"] ?? 0) + (refused["connections"] ?? 0) == 200)
        #expect((refused["connections"] ?? 0) >= 95)
        let late = try #require(HostilePeer(door))
        late.send(HostileFrame.request(1, Self.check))
        #expect(late.receive(within: 10_000)?.isEmpty == false)
        late.close()
        for peer in peers { peer.close() }
        try await house.returns(to: before, memory: 24 << 20, "200 silent peers")
    }
}
