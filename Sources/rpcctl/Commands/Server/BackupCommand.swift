// `rpcctl backup`: has the server copy its database to a file on its own machine.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import Glibc
internal import RPC

struct BackupCommand: RemoteCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the database to a file on the server's machine, and check the copy.",
        discussion: """
            The server goes on meanwhile. A name is a file in <data-dir>/backups; a path with a slash, such as ./x.db, is \
            for root and the server's own user on rpcd.sock. Nothing that is there is replaced. `rpcd restore` puts a \
            backup back. Example: rpcctl backup monday.db
            """)

    /// As long as a server lets a call last.
    static let longest: Duration = .seconds(3_600)

    @Argument(help: ArgumentHelp("A name or a path. Default: a name made of the time.", valueName: "file"))
    var file: String = ""

    @Flag(
        help: ArgumentHelp(
            "Copy the server's key files as well, to FILE.secrets. Who has both can make tokens and read everything."))
    var withSecrets = false

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let answer = try await rpcd.system.backup(
            .with {
                $0.path = Self.absolute(file)
                $0.withSecrets = withSecrets
            }, options: CallOptions(timeout: rpcd.timeout ?? Self.longest))
        try output.show(answer) {
            var details = Details()
            details.add("backup", answer.path)
            details.add("size", StatusCommand.bytes(answer.sizeBytes))
            details.add("taken", TimeText.seconds(answer.takenAt))
            details.add("schema", answer.schemaVersion)
            details.add("ms", answer.durationMs)
            details.add("key files", answer.secretsPath)
            return details
        }
        if file.contains("/"), case .unix = rpcd.endpoint { try Self.look(answer) }
        output.console.note("note: media stay where they are (<data-dir>/media): copy that folder as well, after this")
        if answer.secretsPath.isEmpty {
            output.console.note("note: the key files (<data-dir>/secrets) are not in it; keep a copy of them elsewhere")
        }
    }

    /// A server that was given another view of the disk than ours (a private /tmp, a container) has put it where nobody else
    /// finds it. On a Unix socket it is on this machine, and what is under the path is what it says, or is not the backup.
    private static func look(_ answer: BackupResponse) throws {
        var status = stat()
        let isThere = lstat(answer.path, &status) == 0
        // Who may not look cannot tell.
        guard isThere || errno == ENOENT || errno == ENOTDIR else { return }
        guard !isThere || status.st_mode & S_IFMT != S_IFREG || Int64(status.st_size) != answer.sizeBytes else {
            return
        }
        throw Failure(
            .failed, "NOT_FOUND",
            "the server made \(answer.path), and here is \(isThere ? "another file" : "no such file")",
            hint:
                "it sees another disk under that path than we do (PrivateTmp= in its unit, a container): give a name, or a path that both see"
        )
    }

    /// What is meant from where we stand, for a server that stands elsewhere; a name stays a name.
    static func absolute(_ file: String) -> String {
        guard file.contains("/"), !file.hasPrefix("/"), let here = getcwd(nil, 0) else { return file }
        defer { free(here) }
        // The server takes no `..`.
        var parts = String(cString: here).split(separator: "/")
        for part in file.split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return "/" + parts.joined(separator: "/")
    }
}
