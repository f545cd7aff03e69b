// Whose a data directory is. The server's user may put links into it, to wherever they like; root, who restores a backup or
// looks for what is wrong, must not follow these with root's rights. So root becomes that user before anything in there is
// touched, and whatever is made belongs to whom it should.

internal import Glibc

struct DirectoryOwner {
    let uid: uid_t
    let gid: gid_t

    /// Of the directory, or where it is missing, of the nearest one above that is there.
    /// - Throws: `StartFailure` (73).
    init(of directory: String) throws(StartFailure) {
        var path = Paths.absolute(directory)
        var status = stat()
        while stat(path, &status) != 0 {
            guard errno == ENOENT, let slash = path.lastIndex(of: "/"), path != "/" else {
                throw StartFailure(status: .cannotCreate, description: "cannot use \(path): \(Paths.lastError)")
            }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
        (uid, gid) = (status.st_uid, status.st_gid)
    }

    init(uid: uid_t, gid: gid_t) { (self.uid, self.gid) = (uid, gid) }

    private var isAnother: Bool { geteuid() == 0 && uid != 0 }

    /// Becomes the owner for good, where we are root.
    func takeOn() throws(StartFailure) {
        guard isAnother else { return }
        // Where root calls them, they set the saved ids as well.
        guard setgroups(0, nil) == 0, setgid(gid) == 0, setuid(uid) == 0 else {
            throw StartFailure(
                status: .cannotCreate,
                description: "cannot become uid \(uid), whose the data directory is: \(Paths.lastError)")
        }
    }

    /// Reads what root was asked to read: as the owner, and what they may not read as root, where nothing on the way there
    /// is theirs.
    func reading<T>(_ paths: [String], _ body: () throws -> T) throws -> T {
        guard isAnother else { return try body() }
        do {
            return try asOwner(body)
        } catch {
            for path in paths where !isBeyondReach(path) {
                let failure = StartFailure(error)
                throw StartFailure(
                    status: failure.status,
                    description: "\(failure.description) (as uid \(uid), whose the data directory is)",
                    hint:
                        "What uid \(uid) could exchange is not read as root: chown it, or put it where only root writes."
                )
            }
            return try body()
        }
    }

    private func asOwner<T>(_ body: () throws -> T) throws -> T {
        let groups = Self.groups()
        guard setgroups(0, nil) == 0, setegid(gid) == 0, seteuid(uid) == 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot become uid \(uid): \(Paths.lastError)")
        }
        defer {
            // As root again we may do all of these.
            seteuid(0)
            setegid(0)
            setgroups(groups.count, groups)
        }
        return try body()
    }

    private static func groups() -> [gid_t] {
        var groups = [gid_t](repeating: 0, count: Int(max(0, getgroups(0, nil))))
        let count = getgroups(Int32(groups.count), &groups)
        return Array(groups.prefix(Int(max(0, count))))
    }

    /// Whether nothing on the way to a file is the owner's, or a folder in which they could put something else: they could
    /// have it lead elsewhere.
    func isBeyondReach(_ path: String, links: Int = 0) -> Bool {
        guard links < 40 else { return false }
        var way = ""
        let parts = Paths.absolute(path).split(separator: "/").map(String.init)
        for (index, part) in parts.enumerated() where part != "." {
            let above = way.isEmpty ? "/" : way
            way += "/" + part
            var status = stat()
            // What is not there leads nowhere.
            guard lstat(way, &status) == 0 else { return errno == ENOENT }
            guard status.st_uid != uid else { return false }
            // In a sticky one, such as /tmp, each exchanges their own only. Who is in which group is not looked up.
            let isFolder = status.st_mode & S_IFMT == S_IFDIR
            guard !isFolder || status.st_mode & 0o022 == 0 || status.st_mode & S_ISVTX != 0 else { return false }
            guard status.st_mode & S_IFMT == S_IFLNK else { continue }
            guard let target = Self.link(way) else { return false }
            let rest = [target.hasPrefix("/") ? target : above + "/" + target] + parts[(index + 1)...]
            return isBeyondReach(rest.joined(separator: "/"), links: links + 1)
        }
        return true
    }

    private static func link(_ path: String) -> String? {
        var bytes = [UInt8](repeating: 0, count: Int(PATH_MAX))
        let count = bytes.withUnsafeMutableBytes { buffer in
            buffer.withMemoryRebound(to: CChar.self) { chars in
                chars.baseAddress.map { readlink(path, $0, chars.count) } ?? -1
            }
        }
        return count > 0 && count < bytes.count ? String(decoding: bytes.prefix(count), as: UTF8.self) : nil
    }
}
