// The last entry of the audit log, noted in a file of its own beside the keys: one line, `ID HASH MAC`, in hexadecimal,
// replaced as a whole. It is not synced more often than once a second, so a crash can leave it a little behind the log;
// never before it.

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

    package init(path: String, key: HMACKey) {
        self.path = path
        self.key = key
    }

    package var exists: Bool { access(path, F_OK) == 0 }

    /// nil where there is no note.
    package func read() throws -> AuditChain.Link? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else {
            if errno == ENOENT { return nil }
            throw Unreadable.inaccessible(String(cString: strerror(errno)))
        }
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: 256)
        let count = Glibc.read(descriptor, &bytes, bytes.count)
        guard count >= 0 else { throw Unreadable.inaccessible(String(cString: strerror(errno))) }
        let parts = String(decoding: bytes.prefix(count), as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard parts.count == 3, let id = Int64(parts[0]), let mac = Hexadecimal.bytes(parts[1]), mac.count == 32,
            let own = Hexadecimal.bytes(parts[2]), isEqualInConstantTime(own, self.mac(id, mac))
        else { throw Unreadable.foreign }
        return AuditChain.Link(id: id, mac: mac)
    }

    /// There is the old note or the new one, never half.
    package func write(_ link: AuditChain.Link) throws {
        let text = "\(link.id) \(Hexadecimal.text(link.mac)) \(Hexadecimal.text(mac(link.id, link.mac)))\n"
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
    }

    private func mac(_ id: Int64, _ mac: [UInt8]) -> [UInt8] {
        key.authenticate(Array("switchboard audit note 1\n\(id)\n".utf8), mac)
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
