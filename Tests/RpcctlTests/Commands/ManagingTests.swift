// Commands that change users, keys and sessions: what they send, what they ask first, what they print.
import Codec
import Contract
import Foundation
import RPC
import Testing

@testable import rpcctl

@Suite struct ManagingTests {
    /// Answers everything about users, keys and sessions; `ada` is 7, the key 5, the session `work` 3.
    private static func server() -> ScriptedTransport {
        let user = User.with {
            $0.id = 7
            $0.username = "ada"
            $0.isActive = true
        }
        let key = ApiKey.with {
            $0.id = 5
            $0.prefix = "sbk_AbCdEf12"
            $0.name = "laptop"
        }
        let session = Session.with {
            $0.id = 3
            $0.name = "work"
            $0.phoneNumber = "+4915112345678"
        }
        let answers: [(Method, any ProtoMessage)] = [
            (UsersMethods.getUser, user), (UsersMethods.updateUser, user), (UsersMethods.activateUser, user),
            (UsersMethods.deactivateUser, user),
            (
                UsersMethods.setPassword,
                SetPasswordResponse.with {
                    $0.id = 7
                    $0.username = "ada"
                    $0.apiKeys = [key]
                }
            ),
            (UsersMethods.deleteUser, DeleteUserResponse()), (KeysMethods.getKey, key), (KeysMethods.updateKey, key),
            (
                KeysMethods.rotateKey,
                RotateKeyResponse.with {
                    $0.apiKey = key
                    $0.secret = "sbk_new"
                }
            ), (SessionsMethods.getSession, session), (SessionsMethods.createSession, session),
            (SessionsMethods.updateSession, session), (SessionsMethods.restartSession, session),
            (
                SessionsMethods.requestPairingCode,
                PairingCode.with {
                    $0.code = "ABCD-1234"
                    $0.phoneNumber = "+491701234567"
                }
            ),
            (
                SessionsMethods.checkNumber,
                NumberCheck.with {
                    $0.phoneNumber = "+491701234567"
                    $0.exists = true
                    $0.lid = "4711@lid"
                }
            ),
            (SessionsMethods.logoutSession, session), (SessionsMethods.deleteSession, DeleteSessionResponse()),
        ]
        var scripts: [String: ScriptedTransport.Script] = [:]
        for (method, answer) in answers {
            let bytes = answer.encoded()
            scripts[method.path] = { _, _ in [.item(bytes)] }
        }
        return ScriptedTransport(scripts)
    }

    // MARK: Users

    @Test func anUpdateNamesWhatWasTypedAndNothingElse() async throws {
        let server = Self.server()
        let ran = await rpcctl("users", "update", "ada", "--max-per-day", "0", "--role", "admin", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        let request = try #require(try server.requests(UpdateUserRequest.self, to: UsersMethods.updateUser).first)
        #expect(request.id == 7)
        #expect(request.updateMask?.paths == ["role", "max_messages_per_day"])
        #expect(request.user?.role == .admin)
        #expect(request.user?.maxMessagesPerDay == 0)
        let all = await rpcctl(
            "users", "update", "ada", "--rename", "eva", "--email", "", "--max-per-minute", "9", server: server)
        #expect(all.exit == .success)
        let second = try #require(try server.requests(UpdateUserRequest.self, to: UsersMethods.updateUser).last)
        #expect(second.updateMask?.paths == ["username", "email", "max_messages_per_minute"])
        #expect(second.user?.username == "eva" && second.user?.maxMessagesPerMinute == 9)
    }

    @Test(arguments: [["users", "update", "ada"], ["keys", "update", "5"], ["sessions", "update", "work"]])
    func anUpdateOfNothingIsUsageAndAsksNobody(command: [String]) async {
        let ran = await rpcctl(command[0], command[1], command[2])
        #expect(ran.exit == .usage)
        #expect(ran.server.asked.isEmpty)
    }

    @Test func deletingAsksFirstWhereSomebodySitsThere() async throws {
        let server = Self.server()
        let no = await rpcctl("users", "delete", "ada", server: server, answers: ["y"])
        #expect(no.exit == .failed)
        #expect(no.err.hasPrefix("Delete ada (7) with their keys and sessions? Type yes to go on: \n"))
        #expect(try server.requests(DeleteUserRequest.self, to: UsersMethods.deleteUser).isEmpty)
        let yes = await rpcctl("users", "delete", "ada", "--purge-messages", server: server, answers: ["yes"])
        #expect(yes.exit == .success)
        #expect(yes.err.contains("all their messages"))
        // Nobody there, and nobody wanted: nobody is asked.
        let script = await rpcctl("users", "delete", "ada", "-o", "json", server: server)
        #expect(script.exit == .success)
        #expect(script.out == "{}\n")
        let sure = await rpcctl("users", "delete", "ada", "--yes", server: server, answers: [])
        #expect(sure.exit == .success)
        let requests = try server.requests(DeleteUserRequest.self, to: UsersMethods.deleteUser)
        #expect(requests.map(\.id) == [7, 7, 7])
        #expect(requests.map(\.purgeMessages) == [true, false, false])
    }

    @Test func aPasswordIsTypedTwiceOrReadOnce() async throws {
        let server = Self.server()
        let typed = await rpcctl("users", "passwd", "ada", server: server, answers: ["correct horse", "correct horse"])
        #expect(typed.exit == .success, "\(typed.err)")
        let slip = await rpcctl("users", "passwd", "ada", server: server, answers: ["correct horse", "corect horse"])
        #expect(slip.exit == .usage)
        #expect(slip.err.contains("nothing was changed"))
        let piped = await rpcctl(
            "users", "passwd", "ada", "--password-stdin", server: server, stdin: "battery staple\n")
        #expect(piped.exit == .success)
        let requests = try server.requests(SetPasswordRequest.self, to: UsersMethods.setPassword)
        #expect(requests.map(\.password) == ["correct horse", "battery staple"])
        #expect(requests.allSatisfy { $0.id == 7 })
        #expect(!(typed.out + typed.err + piped.out + piped.err).contains("horse"))
        #expect(piped.out.contains("sbk_AbCdEf12 (laptop)"), "what lives on is said")
    }

    @Test func usersAreLetInAndShutOutByNameOrId() async throws {
        let server = Self.server()
        #expect(await rpcctl("users", "activate", "ada", server: server).exit == .success)
        #expect(await rpcctl("users", "deactivate", "7", server: server).exit == .success)
        #expect(try server.requests(ActivateUserRequest.self, to: UsersMethods.activateUser).map(\.id) == [7])
        #expect(try server.requests(DeactivateUserRequest.self, to: UsersMethods.deactivateUser).map(\.id) == [7])
        let gets = try server.requests(GetUserRequest.self, to: UsersMethods.getUser)
        #expect(gets.map(\.username) == ["ada", ""])
        #expect(gets.map(\.id) == [0, 7])
    }

    // MARK: Keys

    @Test func aKeyIsRotatedWithAnOverlapAndItsSecretShown() async throws {
        let server = Self.server()
        let ran = await rpcctl("keys", "rotate", "sbk_AbCdEf12", "--overlap", "5m", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(ran.out.contains("secret  sbk_new"))
        #expect(ran.err.contains("The old key ends in 5m."))
        _ = await rpcctl("keys", "rotate", "5", "--overlap", "1500ms", server: server)
        _ = await rpcctl("keys", "rotate", "5", server: server)
        let requests = try server.requests(RotateKeyRequest.self, to: KeysMethods.rotateKey)
        try #require(requests.count == 3)
        #expect(requests.map(\.prefix) == ["sbk_AbCdEf12", "", ""])
        #expect(requests.map(\.id) == [0, 5, 5])
        #expect(requests[0].overlap?.seconds == 300)
        #expect(requests[1].overlap?.seconds == 1 && requests[1].overlap?.nanos == 500_000_000)
        #expect(requests[2].overlap == nil)
    }

    @Test func aKeyIsUpdatedByItsNumber() async throws {
        let server = Self.server()
        let ran = await rpcctl(
            "keys", "update", "sbk_AbCdEf12", "--scope", "messages:send", "--expires-in", "1d", server: server,
            now: 1000)
        #expect(ran.exit == .success, "\(ran.err)")
        _ = await rpcctl("keys", "update", "5", "--any-ip", "--never-expires", "--name", "x", server: server)
        let requests = try server.requests(UpdateKeyRequest.self, to: KeysMethods.updateKey)
        try #require(requests.count == 2)
        #expect(requests.map(\.id) == [5, 5])
        #expect(requests[0].updateMask?.paths == ["scopes", "expires_at"])
        #expect(requests[0].apiKey?.scopes == ["messages:send"])
        #expect(requests[0].apiKey?.expiresAt?.seconds == 87_400)
        #expect(requests[1].updateMask?.paths == ["name", "allowed_ips", "expires_at"])
        #expect(requests[1].apiKey?.allowedIps == [] && requests[1].apiKey?.expiresAt == nil)
        #expect(try server.requests(GetKeyRequest.self, to: KeysMethods.getKey).map(\.prefix) == ["sbk_AbCdEf12"])
    }

    // MARK: Sessions

    @Test func aSessionIsMadeForANamedUser() async throws {
        let server = Self.server()
        let ran = await rpcctl(
            "sessions", "create", "work", "--engine", "simulator", "--pacing", "fast", "--user", "ada", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        _ = await rpcctl("sessions", "create", server: server)
        let requests = try server.requests(CreateSessionRequest.self, to: SessionsMethods.createSession)
        try #require(requests.count == 2)
        #expect(requests[0].name == "work" && requests[0].userId == 7 && requests[0].engine == "simulator")
        #expect(requests[0].settings?.pacing == .fast)
        #expect(requests[1].name == "" && requests[1].userId == 0 && requests[1].settings == nil)
    }

    @Test func aSessionIsUpdatedByItsNumber() async throws {
        let server = Self.server()
        #expect(await rpcctl("sessions", "update", "work", "--pacing", "auto", server: server).exit == .success)
        #expect(await rpcctl("sessions", "update", "3", "--rename", "play", server: server).exit == .success)
        let hours = "22:00-07:00 Europe/Berlin"
        for word in [hours, "none"] {
            let ran = await rpcctl("sessions", "update", "3", "--quiet-hours", word, server: server)
            #expect(ran.exit == .success)
        }
        let requests = try server.requests(UpdateSessionRequest.self, to: SessionsMethods.updateSession)
        try #require(requests.count == 4)
        #expect(requests.map(\.id) == [3, 3, 3, 3])
        let quiet = ["settings.quiet_hours"]
        #expect(requests.map(\.updateMask?.paths) == [["settings.pacing"], ["name"], quiet, quiet])
        #expect(requests.suffix(2).map(\.session?.settings?.quietHours) == [hours, ""])
        #expect(requests[0].session?.settings?.pacing == .unspecified)
        #expect(requests[1].session?.name == "play")
        #expect(try server.requests(GetSessionRequest.self, to: SessionsMethods.getSession).map(\.session) == ["work"])
    }

    @Test func restartTakesANameANumberOrNone() async throws {
        let server = Self.server()
        _ = await rpcctl("sessions", "restart", server: server)
        _ = await rpcctl("sessions", "restart", "work", "--user", "ada", server: server)
        _ = await rpcctl("sessions", "restart", "3", server: server)
        let requests = try server.requests(RestartSessionRequest.self, to: SessionsMethods.restartSession)
        #expect(requests.map(\.session) == ["", "work", ""])
        #expect(requests.map(\.sessionId) == [0, 0, 3])
        #expect(requests.map(\.userId) == [0, 7, 0])
    }

    @Test func pairShowsTheCodeAndCheckNumberTheAnswer() async throws {
        let server = Self.server()
        let paired = await rpcctl(
            "sessions", "pair", "work", "--phone", "+491701234567", "--user", "ada", server: server)
        #expect(paired.exit == .success && paired.out.contains("ABCD-1234"))
        let pair = try server.requests(RequestPairingCodeRequest.self, to: SessionsMethods.requestPairingCode).first
        #expect(pair?.session == "work" && pair?.userId == 7 && pair?.phoneNumber == "+491701234567")
        let checked = await rpcctl("sessions", "check-number", "+491701234567", "--session", "3", server: server)
        #expect(checked.exit == .success && checked.out.contains("yes") && checked.out.contains("4711@lid"))
        let check = try server.requests(CheckNumberRequest.self, to: SessionsMethods.checkNumber).first
        #expect(check?.sessionId == 3 && check?.phoneNumber == "+491701234567")
    }

    @Test func unlinkAndDeleteAskFirstWhereSomebodySitsThere() async throws {
        let server = Self.server()
        let no = await rpcctl("sessions", "unlink", "work", server: server, answers: [nil])
        #expect(no.exit == .failed)
        #expect(no.err.contains("Unlink session work from +4915112345678?"))
        #expect(await rpcctl("sessions", "delete", "work", server: server, answers: ["no"]).exit == .failed)
        #expect(try server.requests(LogoutSessionRequest.self, to: SessionsMethods.logoutSession).isEmpty)
        #expect(try server.requests(DeleteSessionRequest.self, to: SessionsMethods.deleteSession).isEmpty)
        #expect(await rpcctl("sessions", "unlink", "work", "--yes", server: server, answers: []).exit == .success)
        #expect(await rpcctl("sessions", "delete", "work", server: server).exit == .success)
        #expect(
            try server.requests(LogoutSessionRequest.self, to: SessionsMethods.logoutSession).map(\.sessionId) == [3])
        #expect(try server.requests(DeleteSessionRequest.self, to: SessionsMethods.deleteSession).map(\.id) == [3])
    }
}
