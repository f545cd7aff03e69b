// Where a backup may go. The server writes with its own rights, so a path that a caller chooses would be a way to put a
// file of the server's where the caller could not: only who could do so anyway (root, or the server's own user, known by
// the kernel) chooses one. Everybody else who may make a backup gives it a name in the folder for backups.

internal import Contract
internal import Glibc
internal import RPC

package struct BackupTarget: Sendable, Equatable {
    /// From the root.
    package let path: String
    /// Whether it is in the folder for backups, which is made where it is missing.
    package let isInFolder: Bool

    package static let longestName = 128

    /// - Parameters:
    ///   - request: `path` as it was asked for.
    ///   - mayChoose: whether the caller may name any path, and take the key files along.
    ///   - folder: for backups, from the root.
    ///   - stamp: of the time, for a name of our own.
    /// - Throws: VALIDATION_ERROR, PERMISSION_DENIED.
    package init(_ request: String, mayChoose: Bool, folder: String, stamp: String) throws {
        guard request.contains("/") else {
            let name = request.isEmpty ? "switchboard-\(stamp).db" : request
            guard Self.isName(name) else {
                throw RPCError.validation(
                    "path",
                    "must be a name of letters, digits, dots, dashes and underscores, up to \(Self.longestName), that "
                        + "begins with a letter or a digit, or a path from the root")
            }
            path = "\(folder)/\(name)"
            isInFolder = true
            return
        }
        guard mayChoose else {
            throw RPCError.make(
                .permissionDenied, "Only root and the server's own user, on rpcd.sock, choose where a backup goes.",
                hint: "Give a name without a slash: it is a file in \(folder).")
        }
        let parts = request.split(separator: "/", omittingEmptySubsequences: false)
        guard request.hasPrefix("/"), request.utf8.count < 4_000, let name = parts.last, !name.isEmpty,
            !name.contains(".part-"), !parts.contains("..")
        else {
            throw RPCError.validation(
                "path",
                "must be a path from the root, without .., that names a file, and not as a draft is named (.part-)")
        }
        path = request
        isInFolder = false
    }

    private static func isName(_ name: String) -> Bool {
        guard name.utf8.count <= longestName, let first = name.utf8.first, isLetterOrDigit(first) else { return false }
        // The mark of drafts, which are swept away.
        guard !name.contains(".part-") else { return false }
        return name.utf8.allSatisfy { isLetterOrDigit($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

extension Principal {
    /// Whether the caller could do with files whatever this process can: root, or its own user, as the kernel says.
    var hasOurFileRights: Bool {
        guard kind == .operator, let uid else { return false }
        return uid == 0 || uid == geteuid()
    }
}
