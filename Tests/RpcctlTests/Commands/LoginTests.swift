// `login`, `logout` and what happens between them: the file, whose it is, and the tokens that renew themselves.
import Codec
import Contract
import Foundation
import Glibc
import RPC
import Synchronization
import Testing

@testable import rpcctl

@Suite struct LoginTests {
    /// A home for one test, taken away at its end.
    private final class Home {
        let path: String
        var environment: [String: String] { ["HOME": path, "XDG_CONFIG_HOME": ""] }
        var file: SignInFile { SignInFile(directory: path + "/.config/switchboard") }
        var place: SignInPlace { SignInPlace(file: file, endpoint: "unix:/test") }

        init() throws {
            path = FileManager.default.temporaryDirectory.path + "/rpcctl-\(UUID().uuidString)"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }

        deinit { try? FileManager.default.removeItem(atPath: path) }

        func mode(_ name: String) throws -> Int {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            return try #require(attributes[.posixPermissions] as? Int)
        }
    }

    /// Counts its refreshes; a token is `access-N`, and all but the newest have ended.
    private final class Tokens: Sendable {
        private let count = Mutex(1)
        var current: Int { count.withLock { $0 } }

        func next() -> Int {
            count.withLock {
                $0 += 1
                return $0
            }
        }
    }

    /// - Parameter slow: takes its time for a refresh, so that whoever could come in between does.
    private static func server(
        _ tokens: Tokens = Tokens(), refresh: RPCError? = nil, slow: Bool = false
    ) -> ScriptedTransport {
        let ended = RPCError(
            .unauthenticated, reason: "TOKEN_EXPIRED", message: "The token has expired.", requestID: "r")
        let check: @Sendable (CallHead) throws -> Void = { head in
            guard head.metadata["authorization"] == "Bearer access-\(tokens.current)" else { throw ended }
        }
        return ScriptedTransport([
            AuthMethods.login.path: { head, bytes in
                let request = try LoginRequest(decoding: bytes)
                #expect(head.metadata["authorization"] == nil)
                guard request.password == "correct horse" else {
                    throw RPCError(.unauthenticated, reason: "INVALID_CREDENTIALS", message: "No.", requestID: "r")
                }
                return [
                    .item(
                        LoginResponse.with {
                            $0.access = "access-\(tokens.current)"
                            $0.refresh = "refresh-\(tokens.current)"
                            $0.expiresIn = 900
                            $0.user = .with {
                                $0.id = 7
                                $0.username = "ada"
                            }
                        })
                ]
            },
            AuthMethods.refresh.path: { head, bytes in
                #expect(head.metadata["authorization"] == nil)
                if let refresh { throw refresh }
                let request = try RefreshRequest(decoding: bytes)
                #expect(request.refresh == "refresh-\(tokens.current)")
                if slow { usleep(50_000) }
                let number = tokens.next()
                return [
                    .item(
                        RefreshResponse.with {
                            $0.access = "access-\(number)"
                            $0.refresh = "refresh-\(number)"
                            $0.expiresIn = 900
                        })
                ]
            },
            AuthMethods.logout.path: { _, _ in [.item(LogoutResponse())] },
            AuthMethods.getMe.path: { head, _ in
                try check(head)
                return [.item(Principal.with { $0.kind = .user })]
            },
            MessagesMethods.watchMessages.path: { head, _ in
                do { try check(head) } catch let error as RPCError { return [.fail(error)] }
                return [
                    .item(
                        MessageUpdate.with {
                            $0.message = .with { $0.id = 5 }
                            $0.entry = .with { $0.to = .sent }
                        })
                ]
            },
        ])
    }

    private func signedIn(_ home: Home, _ server: ScriptedTransport) async {
        let ran = await rpcctl(
            "login", "ada", "--password-stdin", environment: home.environment, server: server, stdin: "correct horse\n")
        #expect(ran.exit == .success, "\(ran.err)")
    }

    @Test func signingInKeepsTheTokensForOneselfAloneAndShowsThemToNobody() async throws {
        let home = try Home()
        let ran = await rpcctl(
            "login", "ada", "--password-stdin", "-o", "json", environment: home.environment, server: Self.server(),
            stdin: "correct horse\n")
        #expect(ran.exit == .success)
        #expect(ran.out.contains("\"username\":\"ada\""))
        #expect(!(ran.out + ran.err).contains("access-1") && !(ran.out + ran.err).contains("refresh-1"))
        #expect(try home.mode("/.config/switchboard") == 0o700)
        #expect(try home.mode("/.config/switchboard/credentials.json") == 0o600)
        #expect(
            try home.place.read()
                == SignIn(username: "ada", access: "access-1", refresh: "refresh-1", expiresAt: 1_700_000_900))
        let left = try FileManager.default.contentsOfDirectory(atPath: home.file.directory)
        #expect(Set(left) == ["credentials.json", "credentials.lock"])
    }

    @Test func thePasswordIsAskedForOnATerminal() async throws {
        let home = try Home()
        let ran = await rpcctl(
            "login", "ada", environment: home.environment, server: Self.server(), answers: ["correct horse"])
        #expect(ran.exit == .success)
        #expect(ran.err.hasPrefix("Password: \n"))
        let nobody = await rpcctl("login", "ada", environment: home.environment, server: Self.server())
        #expect(nobody.exit == .usage)
        #expect(nobody.err.contains("--password-stdin"))
        let givenUp = await rpcctl(
            "login", "ada", environment: home.environment, server: Self.server(), answers: [nil])
        #expect(givenUp.exit == .failed)
        #expect(givenUp.server.asked.isEmpty)
    }

    @Test func aWrongPasswordLeavesNothingBehind() async throws {
        let home = try Home()
        let ran = await rpcctl(
            "login", "ada", "--password-stdin", environment: home.environment, server: Self.server(), stdin: "wrong")
        #expect(ran.exit == .failed)
        #expect(ran.err.hasPrefix("error: INVALID_CREDENTIALS"))
        #expect(try home.place.read() == nil)
    }

    @Test func laterCommandsShowTheTokenAndTheEndpointsAreKeptApart() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        let ran = await rpcctl("whoami", environment: home.environment, server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(server.asked.last?.head.metadata["authorization"] == "Bearer access-1")
        #expect(try home.file.signIn(at: "tcp:elsewhere:1") == nil)
        try home.file.set(SignIn(username: "b", access: "x", refresh: "y", expiresAt: 1), at: "tcp:elsewhere:1")
        #expect(try home.place.read()?.username == "ada")
        #expect(try home.file.signIn(at: "tcp:elsewhere:1")?.username == "b")
    }

    @Test func whatAFlagOrTheEnvironmentSaysComesFirst() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        _ = await rpcctl("whoami", "--api-key", "K", environment: home.environment, server: server)
        #expect(server.asked.last?.head.metadata["authorization"] == "ApiKey K")
        _ = await rpcctl("whoami", "--token", "T", environment: home.environment, server: server)
        #expect(server.asked.last?.head.metadata["authorization"] == "Bearer T")
        var environment = home.environment
        environment["SWITCHBOARD_API_KEY"] = "E"
        _ = await rpcctl("whoami", environment: environment, server: server)
        #expect(server.asked.last?.head.metadata["authorization"] == "ApiKey E")
    }

    @Test func aTokenThatIsAboutToEndIsRenewedFirst() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        let ran = await rpcctl("whoami", environment: home.environment, server: server, now: 1_700_000_880)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(server.asked.map(\.method).suffix(2) == [AuthMethods.refresh.path, AuthMethods.getMe.path])
        #expect(try home.place.read()?.refresh == "refresh-2")
        #expect(try home.place.read()?.expiresAt == 1_700_000_880 + 900)
    }

    @Test(arguments: [["whoami"], ["messages", "tail"]])
    func aTokenThatTheServerSaysHasEndedIsRenewedAndTheCallMadeAgain(command: [String]) async throws {
        let home = try Home()
        let tokens = Tokens()
        let server = Self.server(tokens)
        await signedIn(home, server)
        try home.file.set(
            SignIn(username: "ada", access: "access-0", refresh: "refresh-1", expiresAt: .max), at: "unix:/test")
        let ran =
            command.count == 1
            ? await rpcctl(command[0], environment: home.environment, server: server)
            : await rpcctl(command[0], command[1], environment: home.environment, server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(!ran.out.isEmpty)
        #expect(tokens.current == 2)
        #expect(server.asked.last?.head.metadata["authorization"] == "Bearer access-2")
    }

    @Test func severalAtOnceExchangeTheRefreshTokenOnce() async throws {
        let home = try Home()
        let tokens = Tokens()
        let server = Self.server(tokens, slow: true)
        await signedIn(home, server)
        let environment = home.environment
        let exits = await withTaskGroup(of: Exit.self) { group in
            for _ in 0..<12 {
                group.addTask {
                    await rpcctl("whoami", environment: environment, server: server, now: 1_700_000_899).exit
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(exits.allSatisfy { $0 == .success })
        #expect(tokens.current == 2)
    }

    @Test func aSignInThatHasEndedIsSaidAndNotQuietlyDropped() async throws {
        let home = try Home()
        await signedIn(home, Self.server())
        let revoked = RPCError(.unauthenticated, reason: "TOKEN_REVOKED", message: "Revoked.", requestID: "r")
        let ran = await rpcctl(
            "whoami", environment: home.environment, server: Self.server(refresh: revoked), now: 1_800_000_000)
        #expect(ran.exit == .failed)
        #expect(ran.err.hasPrefix("error: TOKEN_REVOKED: Revoked."))
        #expect(ran.err.contains("rpcctl login ada"))
        #expect(!ran.server.asked.contains { $0.method == AuthMethods.getMe.path })
        #expect(try home.place.read() != nil)
    }

    @Test func aRefusalSaysWhoseSignInItWas() async throws {
        let home = try Home()
        await signedIn(home, Self.server())
        let denied = RPCError(.permissionDenied, reason: "PERMISSION_DENIED", message: "No.", requestID: "r")
        let ended = RPCError(.unauthenticated, reason: "TOKEN_REVOKED", message: "Over.", requestID: "r")
        let server = ScriptedTransport([
            UsersMethods.listUsers.path: { _, _ in throw denied },
            MessagesMethods.watchMessages.path: { _, _ in [.fail(ended)] },
        ])
        let users = await rpcctl("users", "list", environment: home.environment, server: server)
        #expect(users.err.contains("hint: you are signed in as ada; rpcctl logout ends that"))
        let tail = await rpcctl("messages", "tail", environment: home.environment, server: server)
        #expect(tail.err.contains("hint: the sign-in of ada has ended: rpcctl login ada"))
        let plain = await rpcctl("users", "list", server: server)
        #expect(!plain.err.contains("hint"))
    }

    @Test func signingOutEndsItThereAndHere() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        let ran = await rpcctl("logout", environment: home.environment, server: server)
        #expect(ran.exit == .success)
        #expect(try server.requests(LogoutRequest.self, to: AuthMethods.logout).map(\.refresh) == ["refresh-1"])
        #expect(try home.place.read() == nil)
        let again = await rpcctl("logout", environment: home.environment, server: server)
        #expect(again.exit == .failed)
        #expect(again.err.hasPrefix("error: NOT_AUTHENTICATED"))
    }

    @Test func signingInAgainEndsTheFormerSignIn() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        await signedIn(home, server)
        #expect(try server.requests(LogoutRequest.self, to: AuthMethods.logout).map(\.refresh) == ["refresh-1"])
    }

    @Test func aFileThatOthersCanReadIsNotUsed() async throws {
        let home = try Home()
        let server = Self.server()
        await signedIn(home, server)
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: home.file.path)
        let ran = await rpcctl("whoami", environment: home.environment, server: server)
        #expect(ran.exit == .failed)
        #expect(ran.err.contains("chmod 600"))
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: home.file.path)
        try Data("{".utf8).write(to: URL(fileURLWithPath: home.file.path))
        let damaged = await rpcctl("whoami", environment: home.environment, server: server)
        #expect(damaged.err.contains("is damaged"))
    }

    @Test func theFileStandsWhereXDGSays() {
        #expect(
            SignInFile(environment: ["XDG_CONFIG_HOME": "/x", "HOME": "/h"])?.path == "/x/switchboard/credentials.json")
        #expect(SignInFile(environment: ["HOME": "/h"])?.path == "/h/.config/switchboard/credentials.json")
        #expect(
            SignInFile(environment: ["XDG_CONFIG_HOME": "relative", "HOME": "/h"])?.directory
                == "/h/.config/switchboard")
        #expect(SignInFile(environment: [:]) == nil)
    }

    @Test func aPasswordThatLeavesTheMachineInTheClearIsWarnedOf() {
        #expect(LoginCommand.crossesNetwork(.tcp(host: "192.0.2.1", port: 1)))
        #expect(LoginCommand.crossesNetwork(.tcp(host: "127.example.org", port: 1)))
        for host in ["127.0.0.1", "::1", "localhost"] {
            #expect(!LoginCommand.crossesNetwork(.tcp(host: host, port: 1)))
        }
        #expect(!LoginCommand.crossesNetwork(.unix(path: "/x")))
    }
}
