import Codec
import Foundation
import Glibc
import Logging
import Synchronization
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct ListenerTests {
        private func server() -> Server { Server(router: whoRouter(), logger: .quiet) }

        /// Answers with what it knows of its caller.
        private func whoRouter() -> Router {
            var handlers = Handlers()
            handlers.unary = { _, context in
                let peer = context.peer
                let uid = peer.uid.map(String.init) ?? "none"
                return "\(peer.transport.rawValue) \(peer.listener) uid \(uid) pid \(peer.pid ?? 0) \(peer.address)"
            }
            return handlers.router()
        }

        private func ask(_ endpoint: Endpoint) async throws -> String {
            try await RPCClient(transport: ClientConnection(endpoint)).call()
        }

        private func reason(_ body: () async throws -> Void) async -> BindError.Reason? {
            do {
                try await body()
                return nil
            } catch {
                return (error as? BindError)?.reason
            }
        }

        @Test
        func severalListenersTellWhoCameInWhere() async throws {
            let server = server()
            let path = temporaryPath()
            let bound = try await server.bind([
                ListenerConfiguration(.unix(path: path), name: "rpc"),
                ListenerConfiguration(.tcp(host: "127.0.0.1", port: 0), name: "open"),
                ListenerConfiguration(.tcp(host: "::1", port: 0), name: "six"),
            ])
            #expect(bound.map(\.listener) == ["rpc", "open", "six"])
            #expect(bound[0].endpoint == .unix(path: path))
            #expect(try await ask(bound[0].endpoint) == "unix rpc uid \(getuid()) pid \(getpid()) ")
            let tcp = try await ask(bound[1].endpoint)
            #expect(tcp.hasPrefix("tcp open uid none pid 0 127.0.0.1:"))
            #expect(try await ask(bound[2].endpoint).hasPrefix("tcp six uid none pid 0 [::1]:"))
            await server.drain()
        }

        @Test
        func theFileIsForItsOwnerAndGroupAndGoesWithTheServer() async throws {
            let server = server()
            let path = temporaryPath()
            _ = try await server.bind(.unix(path: path))
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o660)
            #expect(await reason { _ = try await self.server().bind(.unix(path: path)) } == .inUse)
            #expect(try await ask(.unix(path: path)).hasPrefix("unix"))
            await server.drain()
            #expect(stat(path, &status) != 0)
        }

        @Test
        func aFileThatADeadServerLeftIsReplaced() async throws {
            let path = temporaryPath()
            let dead = try ListeningSocket.open(ListenerConfiguration(.unix(path: path)))
            SocketCalls.close(dead.descriptor)
            let server = server()
            _ = try await server.bind(.unix(path: path))
            #expect(try await ask(.unix(path: path)).hasPrefix("unix"))
            await server.drain()
        }

        @Test
        func whatIsNoSocketIsNeverTouched() async throws {
            let path = temporaryPath(".txt")
            try "precious".write(toFile: path, atomically: true, encoding: .utf8)
            defer { unlink(path) }
            #expect(await reason { _ = try await self.server().bind(.unix(path: path)) } == .notASocket)
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
        }

        @Test
        func aDirectoryInWhichOthersCanReplaceTheSocketIsRefused() async throws {
            let directory = temporaryPath(".d")
            mkdir(directory, 0o700)
            defer { rmdir(directory) }
            let path = directory + "/x.sock"
            chmod(directory, 0o777)
            #expect(await reason { _ = try await self.server().bind(.unix(path: path)) } == .unsafeDirectory)
            // The sticky bit keeps others from touching what is ours.
            chmod(directory, 0o1777)
            var server = server()
            _ = try await server.bind(.unix(path: path))
            await server.drain()
            chmod(directory, 0o770)
            server = self.server()
            _ = try await server.bind(.unix(path: path))
            await server.drain()
        }

        @Test(.enabled(if: geteuid() == 0))
        func aDirectoryOfAnotherUserIsRefused() async throws {
            let directory = temporaryPath(".d")
            mkdir(directory, 0o755)
            defer { rmdir(directory) }
            chown(directory, 1_234, 1_234)
            let path = directory + "/x.sock"
            #expect(await reason { _ = try await self.server().bind(.unix(path: path)) } == .unsafeDirectory)
        }

        @Test
        func theSocketOfASuccessorIsNotRemoved() async throws {
            let path = temporaryPath()
            let first = server()
            _ = try await first.bind(.unix(path: path))
            unlink(path)
            let second = server()
            _ = try await second.bind(.unix(path: path))
            await first.drain()
            #expect(try await ask(.unix(path: path)).hasPrefix("unix"))
            await second.drain()
        }

        @Test
        func allListenersOpenOrNone() async throws {
            let holder = server()
            let taken = try await holder.bind(.tcp(host: "127.0.0.1", port: 0))
            let path = temporaryPath()
            let failed = await reason {
                _ = try await self.server().bind([
                    ListenerConfiguration(.unix(path: path)), ListenerConfiguration(taken.endpoint),
                ])
            }
            #expect(failed == .inUse)
            var status = stat()
            #expect(stat(path, &status) != 0)
            await holder.drain()
        }

        @Test(arguments: [Endpoint.unix(path: "/nonexistent/x.sock"), .unix(path: String(repeating: "x", count: 200))])
        func whatCannotBeBoundSaysSo(_ endpoint: Endpoint) async {
            #expect(await reason { _ = try await self.server().bind(endpoint) } == .failed)
        }

        @Test
        func aPortCanBeTakenAgainAtOnce() async throws {
            let first = server()
            let bound = try await first.bind(.tcp(host: "127.0.0.1", port: 0))
            let client = RPCClient(transport: ClientConnection(bound.endpoint))
            _ = try await client.call()
            await first.drain()
            let second = server()
            #expect(try await second.bind(bound.endpoint) == bound)
            await second.drain()
        }

        @Test
        func descriptorsAreNotInherited() async throws {
            let server = try await TestServer()
            let client = server.client()
            let _: StringValue = try await client.unary(VectorsService.method("Unary", .unary), StringValue("x"))
            for entry in try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd") {
                let target = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/fd/\(entry)")
                guard let descriptor = CInt(entry), target?.hasPrefix("socket:") == true else { continue }
                var address = sockaddr_un()
                var size = socklen_t(MemoryLayout<sockaddr_un>.size)
                let isOurs = withUnsafeMutablePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(descriptor, $0, &size) }
                        == 0
                        && withUnsafeBytes(of: pointer.pointee.sun_path) { $0.starts(with: server.path.utf8) }
                }
                if isOurs { #expect(fcntl(descriptor, F_GETFD) & FD_CLOEXEC != 0) }
            }
            await server.stop()
        }

        @Test
        func outOfDescriptorsItPausesAndGoesOn() async throws {
            let calls = Mutex(0)
            let path = temporaryPath()
            let socket = try ListeningSocket.open(ListenerConfiguration(.unix(path: path)))
            let notes = Notes()
            let listener = Listener(
                socket, name: "rpc", logger: .quiet,
                acceptCall: { descriptor in
                    let count = calls.withLock { count in
                        count += 1
                        return count
                    }
                    if count > 3 { return Glibc.accept(descriptor, nil, nil) }
                    errno = EMFILE
                    return -1
                },
                accepted: { descriptor, _ in
                    notes.add("accepted after \(calls.withLock { $0 })")
                    SocketCalls.close(descriptor)
                })
            let start = ContinuousClock.now
            let peer = try RawPeer(unix: path)
            // Three refusals, each followed by a pause: a spinning listener would have asked thousands of times.
            #expect(await notes.eventually("accepted after 4"))
            #expect(ContinuousClock.now - start >= .milliseconds(280))
            await peer.close()
            listener.stop()
        }

        @Test
        func connectionsAreLimited() async throws {
            let server = try await TestServer { $0.limits.connections = 2 }
            let peers = try (0..<3).map { _ in try server.peer() }
            // Taken in the order in which they came; the third is told, and closed.
            let refusal = try #require(try await peers[2].receive())
            #expect(refusal.stream == 1 && refusal.code == 8 && refusal.reason == "TOO_MANY_CONNECTIONS")
            #expect(try await peers[2].receive() == nil)
            #expect(server.server.refused["connections"] == 1)
            for (index, peer) in peers[..<2].enumerated() {
                try await peer.send(.request(1, "Unary", StringValue("\(index)").encoded()))
                #expect(try await peer.receive()?.text == "echo:\(index)")
                await peer.close()
            }
            #expect(await server.eventually { $0.connections == 0 })
            let again = try server.peer()
            try await again.send(.request(1, "Unary"))
            #expect(try await again.receive()?.text == "echo:")
            await server.stop()
        }
    }
}
