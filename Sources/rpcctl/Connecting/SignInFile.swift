// `~/.config/switchboard/credentials.json`: the sign-ins of one user of this machine, one an endpoint. The directory is
// theirs alone (0700) and so is the file (0600), which is replaced as a whole; a lock beside it keeps two rpcctl's from
// exchanging the same refresh token.
internal import Codec
internal import Glibc

struct SignInFile: Equatable, Sendable {
    let directory: String

    var path: String { directory + "/credentials.json" }
    private var lockPath: String { directory + "/credentials.lock" }

    /// How long another rpcctl may hold the lock: longer than a refresh may take.
    private static let patience: Duration = .seconds(20)

    init(directory: String) { self.directory = directory }

    /// nil where the environment names no home.
    init?(environment: [String: String]) {
        if let base = environment["XDG_CONFIG_HOME"], base.hasPrefix("/") {
            directory = base + "/switchboard"
        } else if let home = environment["HOME"], home.hasPrefix("/") {
            directory = home + "/.config/switchboard"
        } else {
            return nil
        }
    }

    /// The sign-in at an endpoint, nil without one.
    func signIn(at endpoint: String) throws(Failure) -> SignIn? { try all().first { $0.endpoint == endpoint }?.signIn }

    /// Keeps a sign-in, or forgets it. The lock must be held.
    func set(_ signIn: SignIn?, at endpoint: String) throws(Failure) {
        var entries = try all().filter { $0.endpoint != endpoint }
        if let signIn { entries.append((endpoint, signIn)) }
        let members = entries.map { JSONValue.Member($0.endpoint, $0.signIn.json) }
        try write(JSONValue.object([.init("endpoints", .object(members))]).text + "\n")
    }

    /// Runs `body` while no other rpcctl does.
    func locked<T>(_ body: () async throws -> T) async throws -> T {
        try makeDirectory()
        let descriptor = open(lockPath, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("open", lockPath) }
        // Closing lets go of the lock.
        defer { close(descriptor) }
        let end = ContinuousClock.now + Self.patience
        while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
            guard errno == EWOULDBLOCK || errno == EINTR else { throw Self.failure("lock", lockPath) }
            guard ContinuousClock.now < end else {
                throw Failure(.failed, "CONFLICT", "another rpcctl holds \(lockPath)")
            }
            try await Task.sleep(for: .milliseconds(20))
        }
        return try await body()
    }

    private func all() throws(Failure) -> [(endpoint: String, signIn: SignIn)] {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return [] }
            throw Self.failure("read", path)
        }
        guard status.st_uid == geteuid(), status.st_mode & 0o077 == 0 else {
            throw Failure(
                .failed, "NOT_AUTHENTICATED", "\(path) is not yours alone: nothing in it was used",
                hint: "chmod 600 \(path), or delete it and sign in again")
        }
        let bytes: [UInt8]
        do {
            bytes = try InputSource.file(path, limit: 1 << 20)
        } catch {
            throw Failure(.failed, "NOT_AUTHENTICATED", error.description)
        }
        guard case .object(let members)? = (try? JSONValue(parsing: bytes))?["endpoints"] else {
            throw Failure(
                .failed, "NOT_AUTHENTICATED", "\(path) is damaged", hint: "delete it and sign in again: rpcctl login")
        }
        return members.compactMap { member in SignIn(member.value).map { (member.key, $0) } }
    }

    private func makeDirectory() throws(Failure) {
        var made = ""
        for part in directory.split(separator: "/") {
            made += "/" + part
            // What is there already stays as it is; a failure shows when the last one is used.
            if mkdir(made, 0o700) != 0, errno != EEXIST, errno != EROFS, errno != EACCES {
                throw Self.failure("make", made)
            }
        }
    }

    /// A new file beside it, synced, in its place at once: whoever reads sees the old or the new one.
    private func write(_ text: String) throws(Failure) {
        let new = path + ".new"
        unlink(new)
        let descriptor = open(new, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Self.failure("write", new) }
        defer { close(descriptor) }
        do {
            try DescriptorSink(descriptor: descriptor).write(text)
        } catch {
            throw Failure(.failed, "INTERNAL", "cannot write \(new): \(error)")
        }
        guard fsync(descriptor) == 0 else { throw Self.failure("write", new) }
        guard rename(new, path) == 0 else { throw Self.failure("replace", path) }
    }

    private static func failure(_ doing: String, _ path: String) -> Failure {
        Failure(.failed, "INTERNAL", "cannot \(doing) \(path): \(String(cString: strerror(errno)))")
    }
}

/// Where the sign-in of an endpoint is kept.
struct SignInPlace: Equatable, Sendable {
    let file: SignInFile
    /// Names the endpoint in the file.
    let endpoint: String

    func read() throws(Failure) -> SignIn? { try file.signIn(at: endpoint) }
}
