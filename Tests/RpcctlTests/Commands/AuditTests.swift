// `audit list` and `audit verify`: what is asked for, how a change is told, and the exit status of a log that is not whole.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct AuditTests {
    private static let entry = AuditEntry.with {
        $0.id = 42
        $0.time = .with { $0.seconds = 1_700_000_000 }
        $0.who = "user(7)"
        $0.userId = 7
        $0.username = "ada"
        $0.keyPrefix = "sbk_AbCdEf12"
        $0.method = "switchboard.v1.UsersService/UpdateUser"
        $0.targetKind = "user"
        $0.targetId = 9
        $0.targetName = "bob\u{1B}[2J"
        $0.before = try? StructMessage(json: #"{"role":"user","old":1}"#)
        $0.after = try? StructMessage(json: #"{"role":"admin","note":"x"}"#)
        $0.outcome = "OK"
        $0.times = 1
        $0.transport = "tcp"
        $0.ip = "192.0.2.7"
    }

    /// Its own for each test: they run at once, and each looks at what it was asked.
    private static func list() -> ScriptedTransport {
        ScriptedTransport([
            AuditMethods.listAuditLog.path: { _, _ in
                [
                    .item(
                        ListAuditLogResponse.with {
                            $0.entries = [entry]
                            $0.nextPageToken = "more"
                        })
                ]
            },
            UsersMethods.getUser.path: { _, _ in [.item(User.with { $0.id = 7 })] },
        ])
    }

    @Test func theLogIsAskedForAsTyped() async throws {
        let server = Self.list()
        let ran = await rpcctl(
            "audit", "list", "--user", "ada", "--method", "UsersService/UpdateUser", "--target", "user:9", "--outcome",
            "error", "--since", "24h", "--until", "1h", "--page-size", "3", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        let request = try #require(try server.requests(ListAuditLogRequest.self, to: AuditMethods.listAuditLog).first)
        #expect(request.userId == 7 && request.method == "switchboard.v1.UsersService/UpdateUser")
        #expect(request.targetKind == "user" && request.targetId == 9 && request.outcome == "error")
        #expect(request.since?.seconds == 1_700_000_000 - 86_400 && request.until?.seconds == 1_700_000_000 - 3_600)
        #expect(request.pageSize == 3)
    }

    @Test func anEntrySaysWhoDidWhatToWhom() async throws {
        let ran = await rpcctl("audit", "list", server: Self.list())
        #expect(ran.out.contains("ada sbk_AbCdEf12  UsersService/UpdateUser  user 9 bob"))
        #expect(ran.out.contains(#"note "x", old 1 → gone, role "user" → "admin""#))
        #expect(!ran.out.contains("\u{1B}"))
        #expect(ran.err.contains("--page-token more"))
        let json = await rpcctl("audit", "list", "-o", "json", server: Self.list())
        #expect(json.out.hasPrefix(#"{"entries":[{"id":42,"#) && json.out.contains(#""before":{"#))
    }

    @Test(arguments: ["user:", ":7", "user:0", "user:x", "user:1:2", ""])
    func whatIsNoTargetIsAMistake(text: String) async {
        #expect(await rpcctl("audit", "list", "--target", text, server: Self.list()).exit == .usage)
    }

    private static func verdict(_ change: @escaping @Sendable (inout AuditVerdict) -> Void) -> ScriptedTransport {
        ScriptedTransport([AuditMethods.verifyAuditLog.path: { _, _ in [.item(AuditVerdict.with(change))] }])
    }

    @Test func aLogThatIsWholeSaysWhatToNote() async throws {
        let server = Self.verdict {
            $0.isIntact = true
            $0.checked = 12
            $0.firstId = 1
            $0.lastId = 12
            $0.lastHash = "abcd"
        }
        let ran = await rpcctl("audit", "verify", "--known", "5:ffee", server: server)
        #expect(ran.exit == .success)
        #expect(ran.out.contains("intact") && ran.out.contains("12:abcd"))
        let request = try #require(
            try server.requests(VerifyAuditLogRequest.self, to: AuditMethods.verifyAuditLog).first)
        #expect(request.knownId == 5 && request.knownHash == "ffee")
        #expect(await rpcctl("audit", "verify", "--known", "5", server: server).exit == .usage)
    }

    @Test func aLongLogIsAskedForInSeveralCalls() async throws {
        let server = ScriptedTransport([
            AuditMethods.verifyAuditLog.path: { _, request in
                let from = try VerifyAuditLogRequest(decoding: request).fromId
                return [
                    .item(
                        AuditVerdict.with {
                            $0.isIntact = true
                            $0.checked = 100
                            $0.firstId = max(1, from)
                            $0.lastId = max(1, from) + 99
                            $0.lastHash = "abcd"
                            $0.nextId = from == 201 ? 0 : max(1, from) + 100
                            $0.brokenId = 50
                        })
                ]
            }
        ])
        let ran = await rpcctl("audit", "verify", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        let requests = try server.requests(VerifyAuditLogRequest.self, to: AuditMethods.verifyAuditLog)
        #expect(requests.map(\.fromId) == [0, 101, 201])
        let json = await rpcctl("audit", "verify", "--from", "101", "-o", "json", server: server)
        #expect(json.out.contains(#""checked":200"#) && json.out.contains(#""first_id":101"#), "\(json.out)")
        #expect(json.out.contains(#""last_id":300"#))
        #expect(ran.out.contains("300") && ran.out.contains("found broken at"))
        #expect(await rpcctl("audit", "verify", "--from", "-1", server: server).exit == .usage)
    }

    @Test func aLogThatIsNotIsAFailure() async {
        let server = Self.verdict {
            $0.fault = .reordered
            $0.badId = 4
            $0.detail = "What was written as entry 4 stands at 7."
            $0.checked = 3
        }
        let ran = await rpcctl("audit", "verify", server: server)
        #expect(ran.exit == .failed)
        #expect(ran.out.contains("reordered") && ran.out.contains("at entry   4") && ran.out.contains("stands at 7"))
        let json = await rpcctl("audit", "verify", "-o", "json", server: server)
        #expect(json.exit == .failed && json.out.contains(#""fault":"reordered""#))
    }
}
