// Certificates that change, handshakes that do not end, and the way out of a TLS connection.

import Codec
import Foundation
import Glibc
import TestCertificates
import Testing

@testable import RPC

extension SocketTests {
    @Suite(.timeLimit(.minutes(1)))
    struct HandshakeTests {
        @Test
        func newFilesAreForNewConnectionsAndOldOnesGoOn() async throws {
            let server = try await TLSServer(mutual: true)
            let certificates = server.certificates
            try certificates.issue("one")
            let before = server.client(certificate: "one")
            #expect(try await before.call("a") == "echo:a")
            let first = server.tls.facts
            // Another authority for both sides.
            try certificates.authority("new")
            try certificates.issue("server", by: "new")
            try certificates.issue("two", by: "new")
            rename(certificates["ca.pem"], certificates["old.pem"])
            rename(certificates["new.pem"], certificates["ca.pem"])
            try server.tls.reload()
            #expect(server.tls.facts.fingerprint != first.fingerprint)
            let after = server.client(certificate: "two")
            #expect(try await after.call("who").contains("[CN=two]"))
            let stranger = await CallFailure { _ = try await server.client(certificate: "one").call() }
            #expect(stranger.kind == .refused)
            #expect(try await before.call("b") == "echo:b")
            #expect(server.server.counts.connections >= 2)
            await server.stop()
        }

        @Test(arguments: [
            ("server.pem", "holds no certificate in PEM form"), ("server.key", "holds no private key in PEM form"),
            ("ca.pem", "holds no authority in PEM form"),
        ])
        func aFileThatIsBrokenChangesNothing(file: String, words: String) async throws {
            let server = try await TLSServer(mutual: true)
            try server.certificates.issue("one")
            let before = server.tls.facts
            try "nonsense".write(toFile: server.certificates[file], atomically: false, encoding: .utf8)
            #expect { try server.tls.reload() } throws: { "\($0)".hasSuffix(words) || "\($0)".contains(words) }
            #expect(server.tls.facts == before)
            await server.stop()
        }

        @Test
        func whatCannotBeUsedIsNamed() throws {
            let certificates = try Certificates()
            try certificates.issue("server")
            try certificates.issue("other")
            try certificates.issue("old", days: -1)
            func complaint(_ certificate: String, _ key: String, ca: String? = nil) -> String {
                let files = ServerTLS.Files(
                    certificate: certificates[certificate], key: certificates[key],
                    clientCA: ca.map { certificates[$0] })
                do {
                    _ = try ServerTLS.check(files)
                    return ""
                } catch {
                    return error.description.replacing(certificates.directory + "/", with: "")
                }
            }
            #expect(complaint("server.pem", "server.key", ca: "ca.pem") == "")
            #expect(
                complaint("none.pem", "server.key")
                    == "cannot read the certificate in none.pem: No such file or directory")
            #expect(complaint("server.pem", "none.key") == "cannot read the key in none.key: No such file or directory")
            #expect(
                complaint("server.pem", "other.key")
                    == "the key in other.key does not belong to the certificate in server.pem")
            #expect(complaint("old.pem", "old.key").hasPrefix("the certificate in old.pem expired on 20"))
            #expect(complaint("server.key", "server.key") == "server.key holds no certificate in PEM form")
            #expect(complaint("server.pem", "server.pem").hasPrefix("server.pem holds a key and is open to everybody"))
            #expect(complaint("server.pem", "server.key", ca: "server.key").hasPrefix("server.key holds no authority"))
            chmod(certificates["server.key"], 0o604)
            #expect(complaint("server.pem", "server.key").contains("open to everybody"))
            chmod(certificates["server.key"], 0o640)
            #expect(complaint("server.pem", "server.key") == "")
        }

        @Test
        func aHandshakeThatIsNotDoneInTimeIsCut() async throws {
            let server = try await TLSServer { $0.limits.tlsHandshake = .milliseconds(300) }
            let peer = try RawPeer(port: server.port)
            #expect(await server.eventually { $0.connections == 1 })
            #expect(try await peer.isSilent(for: 100))
            // Slowly does not help: a record's head, and never its body.
            try await peer.send(bytes: [22, 3, 1, 1, 0])
            #expect(try await peer.receive(within: 10_000) == nil)
            #expect(await server.eventually { $0.connections == 0 })
            #expect(server.server.refused["tls_handshake"] == 1)
            await server.stop()
        }

        @Test
        func aConnectionThatIsDoneInTimeIsNotCut() async throws {
            let server = try await TLSServer { $0.limits.tlsHandshake = .milliseconds(300) }
            let client = server.client()
            #expect(try await client.call("a") == "echo:a")
            try await Task.sleep(for: .milliseconds(600))
            #expect(try await client.call("b") == "echo:b")
            #expect(server.server.counts.connections == 1)
            await server.stop()
        }

        @Test
        func drainFinishesWhatRunsAndCutsHandshakes() async throws {
            let latch = Latch()
            let notes = Notes()
            var handlers = Handlers()
            handlers.unary = { value, _ in
                notes.add("began \(value)")
                try await latch.wait()
                return String(repeating: "x", count: 1 << 20)
            }
            let server = try await TLSServer(handlers.router())
            let client = server.client()
            async let answer = client.call("a")
            #expect(await notes.eventually("began a"))
            let unfinished = try RawPeer(port: server.port)
            #expect(await server.eventually { $0.connections == 2 })
            let drained = Task { await server.server.drain(timeout: .seconds(20)) }
            #expect(try await unfinished.receive(within: 10_000) == nil)
            latch.open()
            #expect(try await answer.utf8.count == 1 << 20)
            await drained.value
            #expect(server.server.counts == .init())
        }

        @Test
        func theEndIsSaidInTLSBeforeTheSocketCloses() async throws {
            let server = try await TLSServer()
            let client = Task.detached { [certificates = server.certificates, port = server.port] in
                // Reads to the end; an end without close_notify would be "unexpected eof".
                try Certificates.openssl(
                    [
                        "s_client", "-connect", "127.0.0.1:\(port)", "-CAfile", certificates["ca.pem"], "-quiet",
                    ], mayFail: true)
            }
            #expect(await server.eventually { $0.connections == 1 })
            // The handshake must be over, or drain would cut it.
            try await Task.sleep(for: .milliseconds(500))
            await server.stop()
            let text = try await client.value
            #expect(!text.contains("unexpected eof"), "\(text)")
            #expect(await server.eventually { $0.connections == 0 })
        }

        @Test
        func connectionsInAHandshakeCountAndAreGivenBack() async throws {
            let server = try await TLSServer { $0.limits.connections = 3 }
            for _ in 0..<20 {
                let peers = try (0..<3).map { _ in try RawPeer(port: server.port) }
                #expect(await server.eventually { $0.connections == 3 })
                try await peers[0].send(bytes: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11])
                for peer in peers { await peer.close() }
                #expect(await server.eventually { $0.connections == 0 })
            }
            #expect(try await server.client().call("a") == "echo:a")
            await server.stop()
        }
    }
}
