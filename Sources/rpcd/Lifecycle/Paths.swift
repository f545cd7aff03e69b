// Small things about files that more than one step of the start needs.

internal import Glibc
internal import Services

enum Paths {
    /// The path from the root, for those who read it from elsewhere; the file need not exist.
    static func absolute(_ path: String) -> String {
        if path.hasPrefix("/") { return path }
        guard let here = getcwd(nil, 0) else { return path }
        defer { free(here) }
        let relative = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
        return "\(String(cString: here))/\(relative)"
    }

    /// Why the last call of the system failed.
    static var lastError: String { String(cString: strerror(errno)) }

    /// Makes a directory, and those above it, where they are missing.
    static func makeDirectory(_ path: String, mode: mode_t) throws(StartFailure) {
        let there = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        if there >= 0 {
            close(there)
            return
        }
        guard errno == ENOENT else {
            throw StartFailure(status: .cannotCreate, description: "cannot use the directory \(path): \(lastError)")
        }
        let above = path.split(separator: "/", omittingEmptySubsequences: true).dropLast().joined(separator: "/")
        if !above.isEmpty { try makeDirectory(path.hasPrefix("/") ? "/" + above : above, mode: mode) }
        guard mkdir(path, mode) == 0 || errno == EEXIST else {
            throw StartFailure(status: .cannotCreate, description: "cannot make the directory \(path): \(lastError)")
        }
    }

    /// Writes a whole file under another name and moves it into place: there is the old one or the new one, never half; and
    /// it is the new one for good when this returns.
    /// - Parameter sync: makes what was renamed in a folder durable; for tests.
    /// - Throws: `StartFailure` (73). The new one may be there then, until the power fails.
    static func replace(
        _ path: String, with bytes: [UInt8], mode: mode_t,
        sync: (_ folder: String) throws(SecretFiles.Failure) -> Void = SecretFiles.sync
    ) throws(StartFailure) {
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, mode)
        guard descriptor >= 0 else {
            throw StartFailure(status: .cannotCreate, description: "cannot make \(draft): \(lastError)")
        }
        let isWritten =
            write(descriptor, bytes, bytes.count) == bytes.count && fchmod(descriptor, mode) == 0
            && fsync(descriptor) == 0
        let reason = lastError
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            unlink(draft)
            throw StartFailure(
                status: .cannotCreate, description: "cannot write \(path): \(isWritten ? lastError : reason)")
        }
        // That it is there under its name is the directory's to keep.
        do throws(SecretFiles.Failure) {
            try sync(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
        } catch {
            throw StartFailure(
                status: .cannotCreate, description: "cannot make \(path) durable: \(error.path): \(error.detail)")
        }
    }

    /// The names in a directory, without `.` and `..`; nil where it cannot be read.
    static func names(in directory: String) -> [String]? {
        guard let stream = opendir(directory) else { return nil }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    /// A file's bytes, up to a bound; nil where there is no such file.
    static func read(_ path: String, atMost bound: Int) throws(StartFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw StartFailure(status: .cannotCreate, description: "cannot read \(path): \(lastError)")
        }
        defer { close(descriptor) }
        return try read(descriptor, path, atMost: bound)
    }

    /// The same of a file that holds a secret: rpcd's user alone may read or write it, and it is no link to another. To
    /// shut it now would be too late, and nobody would hear of it.
    /// - Throws: `StartFailure` 78 with what to do, where that is not so.
    static func readSecret(_ path: String, atMost bound: Int) throws(StartFailure) -> [UInt8]? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        if descriptor < 0, errno == ENOENT { return nil }
        if descriptor < 0, errno != ELOOP {
            throw StartFailure(status: .cannotCreate, description: "cannot read \(path): \(lastError)")
        }
        defer { if descriptor >= 0 { close(descriptor) } }
        var status = stat()
        guard descriptor >= 0, fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_mode & 0o077 == 0, status.st_uid == geteuid()
        else {
            throw StartFailure(
                status: .badConfiguration, description: "\(path) is not a file that rpcd's user alone can read",
                hint: "Who could read it may have what it holds, and has to be reckoned with. If nobody did: chmod 600 "
                    + "and chown it.")
        }
        return try read(descriptor, path, atMost: bound)
    }

    private static func read(
        _ descriptor: Int32, _ path: String, atMost bound: Int
    ) throws(StartFailure) -> [UInt8] {
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while bytes.count <= bound {
            let count = Glibc.read(descriptor, &chunk, chunk.count)
            if count == 0 { return bytes }
            guard count > 0 || errno == EINTR else {
                throw StartFailure(status: .cannotCreate, description: "cannot read \(path): \(lastError)")
            }
            bytes += chunk.prefix(max(0, count))
        }
        throw StartFailure(status: .badConfiguration, description: "\(path) is larger than \(bound) bytes")
    }
}
