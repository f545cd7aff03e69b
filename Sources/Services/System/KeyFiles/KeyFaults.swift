// What about the key files keeps a server from starting: one that the database needs is missing, or a file is no key. One
// list for the doctor and the restore, with what to do about each; the start itself refuses with its own words, and before
// it has made anything anew.

internal import Glibc
package import Store

package struct KeyFault: Sendable, Equatable {
    package let file: KeyFile
    package let detail: String
    package let advice: String

    /// - Parameter needs: of the database; nil: it cannot be asked.
    package static func found(in folder: String, needs: KeyNeeds?) -> [KeyFault] {
        KeyFile.allCases.compactMap { file in
            let path = "\(folder)/\(file.fileName)"
            guard let detail = fault(of: file, in: folder, path, needs) else { return nil }
            return KeyFault(
                file: file, detail: "\(path) \(detail): rpcd does not start with that", advice: advice(file))
        }
    }

    private static func fault(of file: KeyFile, in folder: String, _ path: String, _ needs: KeyNeeds?) -> String? {
        guard let facts = FileFacts(path) else {
            switch file {
            case .box where needs?.sealing.isEmpty == false: return "is missing, and secrets are sealed with its keys"
            case .audit where needs?.hasAuditLog == true || FileFacts("\(folder)/\(AuditNote.fileName)") != nil:
                return "is missing, and the audit log is sealed with it"
            // A new one is made.
            default: return nil
            }
        }
        guard facts.isRegular else { return "is no file" }
        guard let bytes = SecretFiles.read(path) else {
            return facts.size < SecretFiles.largest ? "cannot be read: \(FileFacts.lastError)" : "is no key"
        }
        switch file {
        case .signing:
            return SigningKeys(parsing: String(decoding: bytes, as: UTF8.self)) == nil
                ? "does not hold signing keys" : nil
        case .box:
            guard let keys = SecretKeys(parsing: String(decoding: bytes, as: UTF8.self)) else {
                return "does not hold keys for secrets"
            }
            let missing = (needs?.sealing ?? []).subtracting(keys.ids)
            guard !missing.isEmpty else { return nil }
            return
                "lacks keys that secrets are sealed with (\(missing.sorted().map(SecretKeys.name).joined(separator: ", ")))"
        case .refreshTokens, .pageTokens, .idempotency, .audit:
            return bytes.count == KeyFile.length ? nil : "has \(bytes.count) bytes and should have \(KeyFile.length)"
        }
    }

    private static func advice(_ file: KeyFile) -> String {
        let back = "Put it back from a backup's \(SecretFiles.suffix) folder, or from where the key files are kept"
        return switch file {
        case .box:
            "\(back); where rpcd still runs, `rpcctl secrets rotate` writes it anew with all keys that it knows. If they are "
                + "lost for good: `rpcd new-key \(file.fileName)` gives up what was sealed with them."
        case .audit:
            "\(back). If it is lost for good, move away what is there: `rpcd new-key \(file.fileName)` makes another, and the "
                + "audit log counts as broken there."
        case .signing:
            "\(back); where rpcd still runs, `rpcctl auth rotate-key` writes it anew. Or remove it, and a start makes "
                + "another: \(file.loss)."
        case .refreshTokens, .pageTokens, .idempotency:
            "\(back). Or remove it, and a start makes another: \(file.loss)."
        }
    }
}
