// By what the folder is known to be the one that belongs to the database: a file in it. The place where a disk is mounted is a
// folder as well, and an empty one while the disk is away: what is put there then is gone when the disk is back, and what is
// missed there is not lost.

internal import Glibc

extension MediaFolder {
    /// Lies in the folder, with nothing in it.
    package static let mark = ".switchboard-media"

    /// - Throws: where the disk does not answer.
    func isMarked() throws(Failure) -> Bool {
        var status = stat()
        if lstat("\(path)/\(Self.mark)", &status) == 0 { return true }
        guard errno == ENOENT else { throw Failure("status of the media folder's mark") }
        return false
    }

    /// Marks the folder where it is known by what lies in it: it was put back without its mark. A database that knows of no
    /// files takes any folder.
    /// - Parameter names: of files that should lie in it, some or all.
    /// - Returns: whether it is marked now.
    func adopt(knowing names: [String]) throws(Failure) -> Bool {
        if try isMarked() { return true }
        var isKnown = names.isEmpty
        for name in names where !isKnown { isKnown = try size(of: name) != nil }
        guard isKnown else { return false }
        let descriptor = Glibc.open("\(path)/\(Self.mark)", O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Failure("mark of the media folder") }
        close(descriptor)
        return true
    }
}
