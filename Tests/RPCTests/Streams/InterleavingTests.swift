// Many streams on one connection, in the smallest pieces: order is kept and nothing is lost, in both directions.
// These are heavy: three million writes each.

import Codec
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(3)))
    struct InterleavingTests {
        private static let streams = 200
        private static let messages = 1000

        /// What message `index` of a stream says: names both, so that no two are alike.
        private static func text(_ stream: UInt32, _ index: Int) -> String { "\(stream):\(index)" }

        private static func ids() -> [UInt32] { (0..<streams).map { UInt32(2 * $0 + 1) } }

        /// All messages of all streams, one of each in turn, then all ends.
        private static func data() -> [UInt8] {
            var bytes: [UInt8] = []
            for index in 0..<messages {
                for id in ids() {
                    let text = Array(text(id, index).utf8)
                    let size = UInt8(text.count)
                    bytes += [0, 0, 0, size + 2, 0, 0, UInt8(id >> 8), UInt8(id & 0xFF), 3, 0, 0x0A, size] + text
                }
            }
            for id in ids() { bytes += RawFrame.end(id).bytes }
            return bytes
        }

        /// What has come on each stream, and the first thing that should not have.
        private struct Progress: Sendable {
            var next: [UInt32: Int] = [:]
            var ended: Set<UInt32> = []
            var wrong: String?

            mutating func take(_ stream: UInt32, _ flags: UInt8, _ data: ArraySlice<UInt8>) {
                let index = next[stream, default: 0]
                if flags == 5 {
                    ended.insert(stream)
                    if index != messages { wrong = wrong ?? "stream \(stream) ended after \(index)" }
                } else {
                    next[stream] = index + 1
                    let expected = "echo:" + text(stream, index)
                    if !data.dropFirst(2).elementsEqual(expected.utf8) {
                        wrong = wrong ?? "\(expected) came as \(String(decoding: data, as: UTF8.self))"
                    }
                }
            }
        }

        @Test
        func aServerKeepsTheOrderOfStreamsThatComeByteByByte() async throws {
            let server = try await TestServer(Handlers().router())
            let peer = try server.peer()
            let opening = Self.ids().flatMap { RawFrame.request($0, "Chat", service: "test.Service", flags: 2).bytes }
            let progress = Box(Progress())
            async let sent: Void = peer.sendByteByByte(opening + Self.data())
            try await peer.receiveAll { stream, flags, data in
                progress.change { $0.take(stream, flags, data) }
                return progress.value.ended.count == Self.streams || progress.value.wrong != nil
            }
            try await sent
            #expect(progress.value.wrong == nil)
            #expect(progress.value.ended.count == Self.streams)
            #expect(await server.eventually { $0.streams == 0 && $0.runningHandlers == 0 })
            await server.stop()
        }

        @Test
        func aClientKeepsTheOrderOfStreamsThatComeByteByByte() async throws {
            let server = try RawServer(path: temporaryPath())
            var configuration = ClientConnection.Configuration()
            configuration.streamsShareConnection = true
            configuration.slowReaderGrace = .seconds(30)
            let client = RPCClient(
                transport: ClientConnection(.unix(path: server.path), configuration: configuration))
            let streams = try await withThrowingTaskGroup(of: ResponseStream<StringValue>.self) { group in
                for _ in 0..<Self.streams { group.addTask { try await client.list(Self.messages) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let peer = try await server.accept()
            for _ in 0..<Self.streams { #expect(try await peer.receive()?.type == 1) }
            async let sent: Void = peer.sendByteByByte(Self.data())
            let faults = try await withThrowingTaskGroup(of: String?.self) { group in
                for stream in streams { group.addTask { try await Self.check(stream) } }
                return try await group.reduce(into: [String]()) { if let fault = $1 { $0.append(fault) } }
            }
            try await sent
            #expect(faults.isEmpty, "\(faults.prefix(3))")
        }

        /// Reads a stream to its end; says what is wrong with it.
        private static func check(_ stream: ResponseStream<StringValue>) async throws -> String? {
            var (id, index): (Substring?, Int) = (nil, 0)
            for try await item in stream {
                let parts = item.value.split(separator: ":")
                if id == nil { id = parts.first }
                guard parts.count == 2, parts[0] == id, parts[1] == "\(index)" else {
                    return "\(item.value) at \(index)"
                }
                index += 1
            }
            return index == messages ? nil : "\(id ?? "?") ended after \(index)"
        }

        @Test
        func inProcessTheSame() async throws {
            let served = try await Served(Handlers().router(), .inProcess)
            let faults = try await withThrowingTaskGroup(of: String?.self) { group in
                for id in Self.ids() { group.addTask { try await Self.talk(served.client, id) } }
                return try await group.reduce(into: [String]()) { if let fault = $1 { $0.append(fault) } }
            }
            #expect(faults.isEmpty, "\(faults.prefix(3))")
            #expect(await served.settles())
            await served.stop()
        }

        private static func talk(_ client: RPCClient, _ id: UInt32) async throws -> String? {
            let call = try await client.chat()
            async let sending: Void = {
                for index in 0..<messages { try await call.send(StringValue(text(id, index))) }
                try await call.closeSend()
            }()
            var index = 0
            for try await item in call.responses {
                guard item.value == "echo:" + text(id, index) else { return "\(item.value) at \(index) of \(id)" }
                index += 1
            }
            try await sending
            return index == messages ? nil : "\(id) ended after \(index)"
        }
    }
}
