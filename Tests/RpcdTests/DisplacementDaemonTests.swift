// A file is moved into the database's place while rpcd runs: it ends within seconds, has copied what it had accepted, and is
// not started again before somebody has decided.

import Codec
import Contract
import Foundation
import RPC
import Testing

@Suite(.timeLimit(.minutes(3))) struct DisplacementDaemonTests {
    @Test func aFileThatIsMovedIntoThePlaceEndsTheServerAndLosesNothing() async throws {
        let place = DaemonPlace()
        let files = FileManager.default
        func client() -> RPCClient { RPCClient(transport: ClientConnection(.unix(path: place.data + "/rpcd.sock"))) }
        func ready(_ name: String) async throws -> DaemonProcess {
            let daemon = try place.start(name)
            #expect(try await daemon.until(within: .seconds(60)) { place.isReady(daemon) }, "\(daemon.output)")
            return daemon
        }
        var daemon = try await ready("first")
        var caller = client()
        let other = try await SystemClient(caller).backup(.with { $0.path = place.path + "/other.db" })
        _ = try await UsersClient(caller).createUser(.with { $0.username = "ada" })
        try files.removeItem(atPath: place.data + "/switchboard.db")
        try files.moveItem(atPath: other.path, toPath: place.data + "/switchboard.db")
        #expect(try await daemon.status(within: .seconds(60)) == 70, "\(daemon.output)")
        await caller.transport.close()
        #expect(daemon.output.contains("the database is not in its place"), "\(daemon.output)")
        let name = try #require(
            try files.contentsOfDirectory(atPath: place.data).first { $0.hasPrefix("switchboard.db.displaced-") })
        #expect(daemon.output.contains("all that was accepted is in ") && daemon.output.contains(name))

        let refused = try await place.run(["--data-dir", place.data, "--http", "off"])
        #expect(refused.status == 78 && refused.output.contains("rpcd restore \(place.data)/\(name)"), "\(refused)")
        let asked = try await place.run(["doctor", "--data-dir", place.data])
        #expect(asked.status == 1 && asked.output.contains("FAIL  database: it was moved or replaced"), "\(asked)")
        let restored = try await place.run(["restore", "\(place.data)/\(name)", "--data-dir", place.data])
        #expect(restored.status == 0, "\(restored)")
        daemon = try await ready("second")
        caller = client()
        #expect(try await UsersClient(caller).listUsers(.init()).users.map(\.username) == ["ada"])
        #expect(try await AuditClient(caller).verifyAuditLog(.init()).isIntact)
        await caller.transport.close()
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
    }
}
