// A backup that somebody wants restored, and the key files beside it: opened and read at once, before anything else is done.

internal import Services
internal import Store

struct GivenBackup {
    let source: BackupSource
    /// By their names; nil: there is no folder of them.
    let keys: [String: [UInt8]]?
    /// Which backup the folder says that it belongs to; nil: it does not say.
    let mark: String?

    /// - Throws: `StartFailure` (78), and `StoreError` for what is no backup.
    init(_ file: String) throws {
        source = BackupSource(file)
        do {
            try source.open()
        } catch StoreError.refused(.inaccessible(let path, let detail)) {
            throw StartFailure(
                status: .badConfiguration, description: "cannot read \(path): \(detail)", hint: "Name a backup.")
        }
        let beside = file + SecretFiles.suffix
        guard FileFacts(beside)?.isDirectory == true else {
            (keys, mark) = (nil, nil)
            return
        }
        guard FileFacts.names(in: beside) != nil else { throw Self.unreadable(beside, Paths.lastError) }
        var files: [String: [UInt8]] = [:]
        for name in SecretFiles.kept(in: beside) { files[name] = try Self.read("\(beside)/\(name)") }
        keys = files
        let note = "\(beside)/\(SecretFiles.markName)"
        mark = FileFacts(note) == nil ? nil : String(decoding: try Self.read(note), as: UTF8.self)
    }

    private static func read(_ path: String) throws -> [UInt8] {
        guard let bytes = SecretFiles.read(path) else {
            throw unreadable(
                path, (FileFacts(path)?.size ?? 0) >= SecretFiles.largest ? "it is no key" : Paths.lastError)
        }
        return bytes
    }

    private static func unreadable(_ path: String, _ detail: String) -> StartFailure {
        StartFailure(
            status: .badConfiguration, description: "cannot read \(path): \(detail)",
            hint: "Move the folder away to restore without key files.")
    }
}
