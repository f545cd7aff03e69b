// Whether the files of a data directory belong to whom they should, and nobody else can read or replace them.

package import Contract
internal import Glibc
internal import Store

package enum FileChecks {
    /// One thing that has an owner and a mode.
    struct Rule {
        let path: String
        /// Bits that nobody but the owner (and, where not listed, the group) may have.
        let forbidden: UInt32
        let isSecret: Bool
    }

    /// - Parameters:
    ///   - directory: the data directory.
    ///   - uid: who runs the server.
    package static func findings(directory: String, uid: UInt32 = geteuid()) -> [Finding] {
        guard let facts = FileFacts(directory), facts.isDirectory else {
            return [.fail("data directory", "\(directory) is no directory", do: "Check --data-dir.")]
        }
        var rules = [Rule(path: directory, forbidden: 0o027, isSecret: false)]
        for name in ["switchboard.db", "switchboard.db-wal", "switchboard.db-shm", "rpcd.lock"] {
            rules.append(Rule(path: "\(directory)/\(name)", forbidden: 0o077, isSecret: true))
        }
        // Of what is in it nobody else sees anything, then.
        rules.append(Rule(path: "\(directory)/media", forbidden: 0o077, isSecret: true))
        for folder in ["secrets", "backups"] {
            rules.append(Rule(path: "\(directory)/\(folder)", forbidden: 0o077, isSecret: true))
            for name in FileFacts.names(in: "\(directory)/\(folder)") ?? [] {
                rules.append(Rule(path: "\(directory)/\(folder)/\(name)", forbidden: 0o077, isSecret: true))
            }
        }
        var found = rules.compactMap { rule in FileFacts(rule.path).flatMap { judge(rule, $0, uid: uid) } }
        if found.isEmpty {
            found = [.ok("permissions", "\(directory), its database, secrets and backups are closed to others")]
        }
        return found
            + Store.displaced(in: directory).map {
                .fail(
                    "database", "it was moved or replaced while rpcd ran; all that was accepted until then is in \($0)",
                    do: "rpcd restore \($0) puts that back. To go on with what is there instead, move the copy away.")
            }
    }

    static func judge(_ rule: Rule, _ facts: FileFacts, uid: UInt32) -> Finding? {
        if facts.uid != uid, facts.uid != 0 || rule.isSecret {
            return .fail(
                "permissions", "\(rule.path) belongs to uid \(facts.uid), the server is uid \(uid)",
                do: "chown \(uid) \(rule.path)")
        }
        let open = facts.mode & rule.forbidden
        guard open != 0, !facts.isSocket else { return nil }
        let wanted = String(facts.mode & ~rule.forbidden & 0o7777, radix: 8)
        let detail = "\(rule.path) has mode \(String(facts.mode, radix: 8))"
        // Who can write the directory can replace what is in it; who reads a secret has it.
        return rule.isSecret || open & 0o022 != 0
            ? .fail("permissions", detail, do: "chmod \(wanted) \(rule.path)")
            : .warn("permissions", detail, do: "chmod \(wanted) \(rule.path)")
    }

    /// Sockets that the server is reached by, as it lists them.
    package static func sockets(_ listeners: [String], uid: UInt32 = geteuid()) -> [Finding] {
        let paths = listeners.filter { $0.hasPrefix("unix:/") }.map { String($0.dropFirst("unix:".count)) }
        let found: [Finding] = paths.compactMap { path in
            guard let facts = FileFacts(path), facts.isSocket else {
                return .fail(
                    "sockets", "\(path) is gone, and with it the way in",
                    do: "Start the server again; see who removed it.")
            }
            guard facts.mode & 0o007 == 0 else {
                return .warn(
                    "sockets",
                    "everybody on this machine may connect to \(path) (mode \(String(facts.mode, radix: 8)))",
                    do: "chmod 660 \(path)")
            }
            guard facts.uid == uid else {
                return .warn("sockets", "\(path) belongs to uid \(facts.uid)", do: "See who replaced it.")
            }
            return nil
        }
        return found.isEmpty && !paths.isEmpty ? [.ok("sockets", paths.joined(separator: ", "))] : found
    }

    /// How old the newest backup in the folder is.
    package static func backups(directory: String, now: Int64) -> Finding {
        let folder = directory + "/backups"
        let ages = (FileFacts.names(in: folder) ?? []).map { "\(folder)/\($0)" }
            .filter { !$0.contains(".part-") && FileFacts.isDatabase($0) }
            .compactMap { FileFacts($0) }.filter(\.isRegular).map { now - $0.changedAt }
        let advice = "rpcctl backup"
        guard let age = ages.min() else {
            return .warn("backups", "there is none in \(folder)", do: "\(advice), unless they are kept elsewhere.")
        }
        let text = "the newest is \(Amount.time(.seconds(max(0, age)))) old"
        return age > 7 * 86_400 ? .warn("backups", text, do: advice) : .ok("backups", text)
    }
}
