// Secrets are planted through every door, used rightly and wrongly, and then looked for wherever they must not be: answers,
// log lines of every level, the database with all its tables and its WAL, a backup, the audit log, the log of calls, events,
// figures, endpoints.json, and what others on the machine can see of the process. Texts of messages are in the messages
// alone; keys of the server are in its key files alone.
import Codec
import Contract
import Foundation
import RPC
import Services
import Store
import TestKit
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct CanaryTests {
    private let place = DaemonPlace()

    private func address() throws -> String {
        let bytes = try #require(FileManager.default.contents(atPath: place.data + "/endpoints.json"))
        let object = try JSONSerialization.jsonObject(with: bytes) as? [String: Any]
        return try #require((object?["http"] as? [String])?.first)
    }

    private func curl(_ path: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/curl")
        process.arguments = ["-sS", "-i", "--max-time", "20"] + arguments + [try address() + path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let reading = pipe.fileHandleForReading
        let bytes = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Data, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(with: Swift.Result { try reading.readToEnd() ?? Data() })
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private func client(_ authorization: String? = nil) -> RPCClient {
        RPCClient(
            transport: ClientConnection(.unix(path: place.data + "/rpcd.sock")),
            metadata: authorization.map { ["authorization": $0] } ?? [:])
    }

    /// What a refusal says, whole.
    private func refused(_ body: () async throws -> Void) async -> String {
        do {
            try await body()
            Issue.record("this was to be refused")
            return ""
        } catch {
            return "\(error)"
        }
    }

    private func launch(_ format: String) async throws -> DaemonProcess {
        let daemon = try place.start(
            "rpcd-\(UInt32.random(in: .min ... .max))",
            ["--http", "127.0.0.1:0", "--log-level", "trace", "--log-format", format])
        #expect(try await daemon.until { place.isReady(daemon) }, "\(daemon.output)")
        return daemon
    }

    /// A session that messages are held for, which takes a bridge otherwise.
    private func addLinkedSession(_ userID: Int64) throws {
        let now = SystemClock().now()
        let store = try Store.open(directory: place.data, now: now) { _ in }
        defer { store.close() }
        _ = try store.writeSync { db in
            try db.sessions.insert(
                SessionRecord(userID: userID, name: "main", status: .disconnected, isLinked: true, createdAt: now))
        }
    }

    /// What an engine keeps of a session is in clear on its way in and out, and nowhere else.
    private func keepAuthState(_ key: String, _ canaries: inout Canaries) async throws {
        let transport = RPCClient(transport: ClientConnection(.unix(path: place.data + "/bridge.sock")))
        let bridge = FakeBridge("canary", client: transport)
        let token = canaries.plant("bridge token", try await bridge.attach().token)
        _ = try await SessionsClient(client("ApiKey \(key)")).initSession(.with { $0.session = "second" })
        let assign = try await bridge.nextAssign()
        let credential = canaries.plant("engine credential")
        let options = CallOptions(metadata: ["x-bridge-token": token])
        let call = try await BridgeClient(transport).putAuthState(options: options)
        try await call.send(
            .with {
                $0.sessionId = assign.sessionId
                $0.epoch = assign.epoch
                $0.key = "creds"
                $0.value = Array(credential.utf8)
            })
        #expect(try await call.finish().stored == 1)
        let request = GetAuthStateRequest.with {
            $0.sessionId = assign.sessionId
            $0.epoch = assign.epoch
        }
        var kept: [UInt8] = []
        for try await item in try await BridgeClient(transport).getAuthState(request, options: options) {
            kept += item.value
        }
        #expect(kept == Array(credential.utf8))
        bridge.die()
    }

    @Test(arguments: ["text", "json"]) func whatIsSecretIsFoundNowhere(format: String) async throws {
        var canaries = Canaries()
        var answers: [String] = []
        let password = canaries.plant("password")
        let next = canaries.plant("next password")
        let first = try await launch(format)
        let user = try await UsersClient(client()).createUser(
            .with {
                $0.username = "ada"
                $0.password = canaries.plant("first password")
            })
        _ = try await UsersClient(client()).setPassword(
            .with {
                $0.id = user.id
                $0.password = password
            })
        let key = try await KeysClient(client()).createKey(
            .with {
                $0.userId = user.id
                $0.name = "tests"
            })
        // The prefix is there to be seen.
        let secret = canaries.plant("key", String(try #require(key.secret.split(separator: "_").last)))
        first.signal(SIGTERM)
        #expect(try await first.status() == 0)
        try addLinkedSession(user.id)

        let daemon = try await launch(format)
        let auth = AuthClient(client())
        let pair = try await auth.login(
            .with {
                $0.username = "ada"
                $0.password = password
            })
        for (name, token) in [("access token", pair.access), ("refresh token", pair.refresh)] {
            _ = canaries.plant(name, String(try #require(token.split(separator: ".").last)))
        }
        try await misuse(auth, &canaries, &answers)
        let signedIn = AuthClient(client("Bearer \(pair.access)"))
        answers.append(
            await refused {
                _ = try await signedIn.changePassword(
                    .with {
                        $0.currentPassword = canaries.plant("wrong current")
                        $0.newPassword = next
                    })
            })
        _ = try await signedIn.changePassword(
            .with {
                $0.currentPassword = password
                $0.newPassword = next
            })
        let exchanged = try await auth.refresh(.with { $0.refresh = pair.refresh })
        _ = canaries.plant("successor", String(try #require(exchanged.refresh.split(separator: ".").last)))
        let rotated = try await KeysClient(client()).rotateKey(
            .with {
                $0.prefix = key.apiKey?.prefix ?? ""
                $0.overlap = .with { $0.seconds = 60 }
            })
        _ = canaries.plant("rotated key", String(try #require(rotated.secret.split(separator: "_").last)))
        try await send(key.secret, canaries, &answers)
        try await keepAuthState(key.secret, &canaries)
        try await overHTTP(key.secret, exchanged.access, next, &canaries, &answers)
        _ = try await auth.logout(.with { $0.refresh = exchanged.refresh })

        let backup = try await SystemClient(client()).backup(
            .with {
                $0.path = "canaries.db"
                $0.withSecrets = true
            })
        answers.append(try backup.json())
        try await lookAtWhatTheServerTells(canaries, &answers)
        let search = CanarySearch(place: place, canaries: canaries)
        try search.look(at: daemon)
        try search.lookAtTheFiles()
        daemon.signal(SIGTERM)
        #expect(try await daemon.status() == 0)
        #expect(canaries.found(in: Array(answers.joined(separator: "\n").utf8)) == [])
        for log in [first.output, daemon.output] {
            #expect(log.contains("AuthService/Login") || log.contains("KeysService/CreateKey"), "the log is empty")
            #expect(canaries.found(in: Array(log.utf8)) == [])
        }
        #expect(secret.count > 40)
        try search.lookAtTheFiles()
        try search.lookAtTheTables(of: place.data)
        // As a restore puts it back.
        let other = DaemonPlace()
        let restored = try await other.run(["restore", backup.path, "--data-dir", other.data])
        #expect(restored.status == 0, "\(restored)")
        #expect(canaries.found(in: Array(restored.output.utf8)) == [])
        try search.lookAtTheTables(of: other.data)
    }

    /// Wrong passwords, names, keys and tokens, each in the places where people put them.
    private func misuse(_ auth: AuthClient, _ canaries: inout Canaries, _ answers: inout [String]) async throws {
        let wrong = canaries.plant("wrong password")
        let asName = canaries.plant("password as a name")
        for (name, password) in [("ada", wrong), (asName, "whatever it is"), ("ada", canaries.plant("short"))] {
            answers.append(
                await refused {
                    _ = try await auth.login(
                        .with {
                            $0.username = name
                            $0.password = password
                        })
                })
        }
        let wrongKey = APIKeyText.make()
        _ = canaries.plant("wrong key", String(try #require(wrongKey.split(separator: "_").last)))
        let unfit = canaries.plant("unfit credential")
        for authorization in ["ApiKey \(wrongKey)", "ApiKey \(unfit)", "Bearer \(unfit)", "Basic \(unfit)", unfit] {
            answers.append(await refused { _ = try await AuthClient(client(authorization)).getMe(.init()) })
        }
        for token in [canaries.plant("wrong refresh"), "a.1.\(canaries.plant("another refresh"))"] {
            answers.append(await refused { _ = try await auth.refresh(.with { $0.refresh = token }) })
            answers.append(await refused { _ = try await auth.logout(.with { $0.refresh = token }) })
        }
        answers.append(
            await refused {
                _ = try await UsersClient(client()).createUser(
                    .with {
                        $0.username = "ada"
                        $0.password = canaries.plant("password of a name that is taken")
                    })
            })
    }

    private func send(_ key: String, _ canaries: Canaries, _ answers: inout [String]) async throws {
        let messages = MessagesClient(client("ApiKey \(key)"))
        let text = canaries.text
        for _ in 0..<2 {
            _ = try await messages.sendText(
                .with {
                    $0.recipient = "+491511234567"
                    $0.message = text
                    $0.idempotencyKey = "once"
                })
        }
        _ = try await MessagesClient(client()).sendText(
            .with {
                $0.userId = 1
                $0.recipient = "+491511234567"
                $0.message = text
            })
        for (recipient, session) in [("nobody", "main"), ("+491511234567", "none")] {
            answers.append(
                await refused {
                    _ = try await messages.sendText(
                        .with {
                            $0.recipient = recipient
                            $0.message = text
                            $0.session = session
                        })
                })
        }
        answers.append(
            await refused {
                _ = try await messages.sendText(
                    .with {
                        $0.recipient = "+491511234567"
                        $0.message = String(repeating: text, count: 4_000)
                    })
            })
    }

    private func overHTTP(
        _ key: String, _ access: String, _ password: String, _ canaries: inout Canaries, _ answers: inout [String]
    ) async throws {
        let wrong = canaries.plant("wrong password over HTTP")
        func post(_ path: String, _ body: String, _ headers: [String] = []) async throws -> String {
            try await curl(
                path, ["-d", body, "-H", "Content-Type: application/json"] + headers.flatMap { ["-H", $0] })
        }
        let login = "/api/v1/auth/login/"
        #expect(try await post(login, #"{"username":"ada","password":"\#(password)"}"#).contains(#""success":true"#))
        for body in [
            #"{"username":"ada","password":"\#(wrong)"}"#, #"{"username":"ada","password":"\#(wrong)""#,
            #"{"username":"ada","password":["\#(wrong)"]}"#, #"{"username":"ada","passwort":"\#(wrong)"}"#,
            #"{"username":"ada","password":"\#(wrong)","password":"\#(wrong)"}"#, wrong,
        ] { answers.append(try await post(login, body)) }
        let unfit = canaries.plant("unfit credential over HTTP")
        for header in ["Authorization: Bearer \(unfit)", "Authorization: ApiKey \(unfit)", "X-API-Key: \(unfit)"] {
            answers.append(try await curl("/api/v1/auth/me/", ["-H", header]))
        }
        for header in ["Authorization: Bearer \(access)", "X-API-Key: \(key)"] {
            let me = try await curl("/api/v1/auth/me/", ["-H", header])
            #expect(me.contains(#""success":true"#))
            answers.append(me)
        }
        answers.append(
            try await curl("/api/v1/auth/me/", ["-H", "Authorization: Bearer \(access)", "-H", "X-API-Key: \(key)"]))
        // Where it should never be put.
        answers.append(try await curl("/api/v1/auth/me/?token=\(unfit)&api_key=\(key)", []))
        answers.append(try await curl("/nowhere?token=\(unfit)", []))
        let text = canaries.text
        let send = "/api/v1/messages/send-text/"
        let sent = try await post(
            send, #"{"recipient":"+491511234567","session":"main","message":"\#(text)"}"#, ["X-API-Key: \(key)"])
        #expect(sent.contains(#""success":true"#), "\(sent)")
        for body in [
            #"{"recipient":"x","message":"\#(text)"}"#, #"{"recipient":"+491511234567","message":{"a":"\#(text)"}}"#,
            #"{"recipient":"+491511234567","message":"\#(text)"#,
        ] { answers.append(try await post(send, body, ["X-API-Key: \(key)"])) }
    }

    // MARK: Where it must not be

    private func lookAtWhatTheServerTells(_ canaries: Canaries, _ answers: inout [String]) async throws {
        // What is noted in memory is written within a second.
        let calls = AnalyticsClient(client())
        let audit = AuditClient(client())
        let end = ContinuousClock.now + .seconds(20)
        while ContinuousClock.now < end {
            let failures = try await audit.listAuditLog(.with { $0.outcome = "INVALID_CREDENTIALS" }).entries.count
            let sends = try await calls.listApiLogs(.with { $0.method = MessagesMethods.sendText.path }).apiLogs.count
            if failures >= 2, sends >= 6 { break }
            try await Task.sleep(for: .milliseconds(50))
        }
        let entries = try await audit.listAuditLog(.with { $0.pageSize = 200 }).entries
        for method in ["CreateUser", "SetPassword", "CreateKey", "RotateKey", "ChangePassword", "Login", "Logout"] {
            #expect(entries.contains { $0.method.hasSuffix("/" + method) }, "\(method)")
        }
        answers.append(try entries.map { try $0.json() }.joined(separator: "\n"))
        let verdict = try await audit.verifyAuditLog(.init())
        #expect(verdict.isIntact, "\(verdict)")
        let logs = try await calls.listApiLogs(.with { $0.pageSize = 200 }).apiLogs
        #expect(logs.count > 20)
        answers.append(try logs.map { try $0.json() }.joined(separator: "\n"))
        answers.append(try await SystemClient(client()).getStatus(.init()).json())
        answers.append(try await UsersClient(client()).listUsers(.init()).json())
        answers.append(try await KeysClient(client()).listKeys(.init()).json())
        let page = try await curl("/metrics", [])
        #expect(page.contains("switchboard_"))
        answers.append(page)
    }
}
