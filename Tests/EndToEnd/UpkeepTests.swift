// The upkeep of a server as its operator does it from a shell: jobs, backups, a restore, the doctor; and what they answer to
// a slip of the hand.
import Contract
import Foundation
import RPC
import TestCertificates
import Testing

@Suite(.serialized, .timeLimit(.minutes(3))) struct UpkeepTests {
    private func rpcd(_ server: Server, _ arguments: String...) async throws -> Outcome {
        try await run(Sandbox.product("rpcd"), arguments, in: server.sandbox)
    }

    private func stop(_ server: Server, _ signal: Int32 = SIGTERM) async throws {
        server.child.signal(signal)
        let status = try await server.child.exitStatus(within: 30)
        #expect(signal == SIGKILL ? status != nil : status == 0, "\(server.child.text)")
    }

    @Test func aBackupIsMadeLostAndComesBackAsAWhole() async throws {
        let server = try await Server(in: Sandbox())
        let rpcctl = Control(server: server)
        #expect(try await rpcctl("users", "create", "ada", "--password-stdin", input: "correct horse\n").status == 0)
        #expect(try await rpcctl("login", "ada", "--password-stdin", input: "correct horse\n").status == 0)
        let signIn = try String(
            contentsOfFile: server.sandbox.path(".config/switchboard/credentials.json"), encoding: .utf8)
        // What follows is the operator's again.
        try FileManager.default.removeItem(atPath: server.sandbox.path(".config/switchboard/credentials.json"))
        let made = try await rpcctl("backup", "./monday.db", "--with-secrets")
        #expect(made.status == 0 && made.output.contains(server.sandbox.path("monday.db.secrets")), "\(made)")
        let file = server.sandbox.path("monday.db")
        #expect(FileManager.default.fileExists(atPath: file))
        #expect(try await rpcctl("users", "create", "after").status == 0)

        let running = try await rpcd(server, "restore", file, "--data-dir", server.data)
        #expect(running.status == 75 && running.errors.contains("another rpcd"), "\(running)")
        try await stop(server, SIGKILL)
        // The disk is gone; what is left is the backup and its keys.
        try FileManager.default.removeItem(atPath: server.data)
        let restored = try await rpcd(server, "restore", file, "--data-dir", server.data)
        #expect(restored.status == 0 && !restored.output.contains("warning"), "\(restored)")
        #expect(restored.output.contains("are those that the backup was made with"), "\(restored)")
        let asked = try await rpcd(server, "doctor", "--data-dir", server.data)
        #expect(asked.status == 0 && asked.output.contains("ok    audit log: whole"), "\(asked)")

        try await server.restart()
        let users = try #require(try await rpcctl.json("users", "list")["users"] as? [[String: Any]])
        #expect(users.map { $0["username"] as? String } == ["ada"])
        let verdict = try await rpcctl("audit", "verify")
        #expect(verdict.status == 0, "\(verdict)")
        // Whoever was signed in then still is.
        try FileManager.default.createDirectory(
            atPath: server.sandbox.path(".config/switchboard"), withIntermediateDirectories: true)
        let credentials = server.sandbox.path(".config/switchboard/credentials.json")
        try Data(signIn.utf8).write(to: URL(fileURLWithPath: credentials))
        chmod(credentials, 0o600)
        #expect(try await rpcctl.json("whoami")["kind"] as? String == "user")
    }

    @Test func aBackupThatCannotBeMadeSaysWhyAndIsToldOf() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let rpcctl = Control(server: server)
        let first = try await rpcctl("backup", "monday.db")
        #expect(first.status == 0 && first.output.contains(server.data + "/backups/monday.db"), "\(first)")
        #expect(first.errors.contains("key files") && first.errors.contains("not in it"), "\(first)")
        let twice = try await rpcctl("backup", "monday.db")
        #expect(twice.status == 1 && twice.errors.contains("error: ALREADY_EXISTS: "), "\(twice)")
        #expect(twice.errors.contains("Give another name"), "\(twice)")
        let hidden = try await rpcctl("backup", ".monday")
        #expect(hidden.status == 1 && hidden.errors.contains("error: VALIDATION_ERROR: "), "\(hidden)")
        #expect(hidden.errors.contains("path"), "\(hidden)")
        let nowhere = try await rpcctl("backup", "./none/monday.db")
        #expect(nowhere.status == 1 && nowhere.errors.contains("there is no such directory"), "\(nowhere)")
        let user = try await Control(server: server, key: account.key)("backup", "tuesday.db")
        #expect(user.status == 1 && user.errors.contains("error: PERMISSION_DENIED: "), "\(user)")
        #expect(try await rpcctl("backup", "a", "b").status == 64)

        let entries = try #require(
            try await rpcctl.json("audit", "list", "--method", SystemMethods.backup.path)["entries"] as? [[String: Any]]
        )
        let outcomes = entries.compactMap { $0["outcome"] as? String }
        #expect(outcomes == ["VALIDATION_ERROR", "OK", "ALREADY_EXISTS", "OK", "OK", "OK"], "\(entries)")
        let left = try FileManager.default.contentsOfDirectory(atPath: server.data + "/backups")
        #expect(left == ["monday.db"])
    }

    @Test func whatIsNotABackupOfOursTakesNoPlace() async throws {
        let server = try await Server(in: Sandbox())
        let rpcctl = Control(server: server)
        #expect(try await rpcctl("users", "create", "ada").status == 0)
        #expect(try await rpcctl("backup", "good.db").status == 0)
        try await stop(server)
        let good = server.data + "/backups/good.db"
        let bytes = try Data(contentsOf: URL(fileURLWithPath: good))
        func restore(_ name: String, _ bytes: Data?) async throws -> Outcome {
            let path = server.sandbox.path(name)
            if let bytes { try bytes.write(to: URL(fileURLWithPath: path)) }
            return try await rpcd(server, "restore", path, "--data-dir", server.data)
        }
        var foreign = bytes
        foreign[71] ^= 1
        var damaged = bytes
        damaged.replaceSubrange(4096 * 6..<4096 * 7, with: Data(repeating: 0xA5, count: 4096))
        for (name, content, word) in [
            ("missing", nil, "there is no file"), ("empty", Data(), "is empty"),
            ("text", Data(String(repeating: "dear diary ", count: 500).utf8), "is not a Switchboard database"),
            ("foreign", foreign, "is not a Switchboard database"), ("damaged", damaged, "is damaged"),
            ("short", bytes.prefix(4096 * 5), "is damaged"),
        ] as [(String, Data?, String)] {
            let refused = try await restore(name, content)
            #expect(refused.status == 78 && refused.errors.contains(word), "\(name): \(refused)")
            #expect(refused.errors.contains("hint: "), "\(name): \(refused)")
        }
        #expect(try await rpcd(server, "restore", "--data-dir", server.data).status == 64)
        try await server.restart()
        let users = try #require(try await rpcctl.json("users", "list")["users"] as? [[String: Any]])
        #expect(users.map { $0["username"] as? String } == ["ada"])
    }

    @Test func jobsAreSeenStartedAndWaitedFor() async throws {
        let server = try await Server(in: Sandbox())
        let account = try await Account("ada", on: server)
        let rpcctl = Control(server: server)
        let jobs = try #require(try await rpcctl.json("jobs", "list")["jobs"] as? [[String: Any]])
        let states = Dictionary(
            uniqueKeysWithValues: jobs.compactMap { job in
                (job["name"] as? String).flatMap { name in (job["state"] as? String).map { (name, $0) } }
            })
        #expect(
            Set(states.keys).isSuperset(of: [
                "checkpoint", "integrity-check", "purge-credentials", "purge-events", "purge-idempotency", "purge-logs",
                "purge-messages", "usage-rollup",
            ]))
        #expect(states["purge-messages"] == "disabled")
        for name in states.keys.sorted() where states[name] != "disabled" {
            let ran = try await rpcctl.json("jobs", "run", name, "--wait")
            #expect(ran["last_outcome"] as? String == "succeeded", "\(ran)")
            #expect((ran["last_started_by"] as? String)?.hasPrefix("operator(") == true, "\(ran)")
        }
        let status = try await rpcctl.json("status")
        #expect((status["integrity"] as? [String: Any])?["is_sound"] as? Bool == true)

        let slip = try await rpcctl("jobs", "run", "integrity", "--wait")
        #expect(slip.status == 1 && slip.errors.contains("error: NOT_FOUND: "), "\(slip)")
        #expect(slip.errors.contains("rpcctl jobs list"), "\(slip)")
        let off = try await rpcctl("jobs", "run", "purge-messages")
        #expect(off.status == 1 && off.errors.contains("retention.messages is not set"), "\(off)")
        #expect(try await rpcctl("jobs", "run").status == 64)
        for arguments in [["list"], ["run", "checkpoint"]] {
            let user = try await run(
                Sandbox.product("rpcctl"),
                ["--endpoint", "unix:" + server.socket, "--api-key", account.key, "jobs"] + arguments,
                in: server.sandbox)
            #expect(user.status == 1 && user.errors.contains("error: PERMISSION_DENIED: "), "\(user)")
        }
        // What became of them outlives the server.
        try await stop(server)
        try await server.restart()
        let after = try #require(try await rpcctl.json("jobs", "list")["jobs"] as? [[String: Any]])
        let check = try #require(after.first { $0["name"] as? String == "integrity-check" })
        #expect(check["last_outcome"] as? String == "succeeded" && check["next_run_at"] is String, "\(check)")
    }

    @Test func theDoctorNamesWhatIsWrongAndWhatToDo() async throws {
        let certificates = try Certificates()
        try certificates.issue("server")
        let tls = ["--tls-cert", certificates["server.pem"], "--tls-key", certificates["server.key"]]
        let server = try await Server(in: Sandbox(), arguments: tls)
        let rpcctl = Control(server: server)
        #expect(try await rpcctl("users", "create", "ada").status == 0)
        let well = try await rpcctl("doctor")
        #expect(well.status == 0 && !well.output.contains("fail  "), "\(well)")
        #expect(well.output.contains("ok    audit log: whole") && well.output.contains("ok    settings: "), "\(well)")
        // Good for two days.
        #expect(well.output.contains("warn  certificate: good until"), "\(well)")
        let findings = try #require(try await rpcctl.json("doctor")["findings"] as? [[String: Any]])
        #expect(findings.allSatisfy { ["ok", "warn"].contains($0["level"] as? String) && $0["detail"] is String })

        let key = server.data + "/secrets/page-tokens.key"
        chmod(key, 0o644)
        let open = try await rpcctl("doctor")
        #expect(open.status == 1 && open.output.contains("do: chmod 600 \(key)"), "\(open)")
        chmod(key, 0o600)
        try FileManager.default.removeItem(atPath: key)
        try Data("not the key that it was, 32 byte".utf8).write(to: URL(fileURLWithPath: key))
        chmod(key, 0o600)
        let exchanged = try await rpcctl("doctor")
        #expect(exchanged.output.contains("page-tokens.key is not the one"), "\(exchanged)")

        try await stop(server)
        let gone = try await rpcctl("doctor")
        #expect(gone.status == 69 && gone.errors.contains("rpcd doctor --data-dir"), "\(gone)")
        let audit = server.data + "/secrets/audit.head"
        let head = try String(contentsOfFile: audit, encoding: .utf8)
        try Data(head.replacing(/^\d+/, with: "99").utf8).write(to: URL(fileURLWithPath: audit))
        let offline = try await rpcd(server, "doctor", "--data-dir", server.data)
        #expect(offline.status == 1 && offline.output.contains("FAIL  audit log: "), "\(offline)")
    }
}
