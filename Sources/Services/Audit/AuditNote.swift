// The ends of the audit log, noted in a file of its own beside the keys: one line, replaced as a whole: the last entry and
// its hash, the last one that was pruned and its hash, the entry from which on the log was found broken (0: never), and the
// note's own MAC. It is not written more often than once a second, so a crash can leave it a little behind the log; never
// before it. That the log is broken is noted at once.

internal import Glibc
package import Store

package struct AuditNote: Sendable {
    package static let fileName = "audit.head"

    package enum Unreadable: Error, Sendable, CustomStringConvertible {
        /// Somebody else wrote it, or with another key.
        case foreign
        case inaccessible(String)

        package var description: String {
            switch self {
            case .foreign: "secrets/\(fileName) was not written by this server"
            case .inaccessible(let detail): "secrets/\(fileName) cannot be used: \(detail)"
            }
        }
    }

    private let path: String
    private let key: HMACKey
    /// Makes what was renamed in a folder durable.
    private let sync: @Sendable (_ folder: String) throws -> Void

    /// - Parameter sync: for tests; else the real one.
    package init(
        path: String, key: HMACKey, sync: @escaping @Sendable (_ folder: String) throws -> Void = SecretFiles.sync
    ) {
        self.path = path
        self.key = key
        self.sync = sync
    }

    package var exists: Bool { access(path, F_OK) == 0 }

    /// nil where there is no note. The chain's own MAC is not in it.
    /// - Throws: `Unreadable`.
    package func read() throws -> AuditChain? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Unreadable.inaccessible(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 512)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw Unreadable.inaccessible(String(cString: strerror(errno))) }
        let parts = String(decoding: bytes.prefix(count), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 6, let head = Self.link(parts[0], parts[1]), let anchor = Self.link(parts[2], parts[3]),
            let brokenID = Int64(parts[4]), brokenID >= 0, let own = Hexadecimal.bytes(parts[5])
        else { throw Unreadable.foreign }
        let chain = AuditChain(anchor: anchor, head: head, brokenID: brokenID)
        guard isEqualInConstantTime(own, mac(chain)) else { throw Unreadable.foreign }
        return chain
    }

    private static func link(_ id: Substring, _ mac: Substring) -> AuditChain.Link? {
        guard let id = Int64(id), id >= 0, let mac = Hexadecimal.bytes(mac), mac.count == AuditChain.macLength
        else { return nil }
        return AuditChain.Link(id: id, mac: mac)
    }

    /// There is the old note or the new one, never half; and the new one is durable when this returns.
    /// - Throws: `Unreadable`.
    package func write(_ chain: AuditChain) throws {
        let words =
            [chain.head, chain.anchor].flatMap { [String($0.id), Hexadecimal.text($0.mac)] }
            + [String(chain.brokenID), Hexadecimal.text(mac(chain))]
        let text = words.joined(separator: " ") + "\n"
        let draft = path + ".new"
        unlink(draft)
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw Unreadable.inaccessible(String(cString: strerror(errno))) }
        let bytes = Array(text.utf8)
        let isWritten = Glibc.write(descriptor, bytes, bytes.count) == bytes.count && fsync(descriptor) == 0
        let reason = String(cString: strerror(errno))
        close(descriptor)
        guard isWritten, rename(draft, path) == 0 else {
            unlink(draft)
            throw Unreadable.inaccessible(isWritten ? String(cString: strerror(errno)) : reason)
        }
        do {
            // A power cut would bring the old one back, under which the newest entries could be cut off unseen.
            try sync(path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ".")
        } catch let failure as SecretFiles.Failure {
            throw Unreadable.inaccessible("\(failure.path): \(failure.detail)")
        }
    }

    private func mac(_ chain: AuditChain) -> [UInt8] {
        key.authenticate(Array("switchboard audit note 1\n".utf8), chain.sealed)
    }
}

/// Bytes as lower-case hexadecimal.
enum Hexadecimal {
    static func text(_ bytes: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }

    /// nil for what is no hexadecimal of whole bytes.
    static func bytes(_ text: some StringProtocol) -> [UInt8]? {
        let digits = text.utf8.map { Character(UnicodeScalar($0)).hexDigitValue }
        guard digits.count.isMultiple(of: 2) else { return nil }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: digits.count, by: 2) {
            guard let high = digits[index], let low = digits[index + 1] else { return nil }
            bytes.append(UInt8(high << 4 | low))
        }
        return bytes
    }
}
