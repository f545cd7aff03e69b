// Which key files belong to which database. The database keeps a fingerprint of each key, noted when the server starts and
// in the transaction that a backup begins with; so a restore can tell the keys of the server that was backed up from those
// of another one, and a doctor whether a file was exchanged. A key has 32 random bytes: its fingerprint tells nothing of it.

package import Store

package enum KeyPrints {
    /// Of the key files in a folder of secrets, as far as they can be read.
    package static func found(in folder: String) -> Set<KeyPrint> {
        let names = SecretFiles.names(in: folder).filter { KeyFile(named: $0) != nil }
        let files = names.compactMap { name in SecretFiles.read("\(folder)/\(name)").map { (name, $0) } }
        return found(in: Dictionary(files) { first, _ in first })
    }

    /// Of key files that were read, by their names.
    package static func found(in files: [String: [UInt8]]) -> Set<KeyPrint> {
        var prints: Set<KeyPrint> = []
        for (name, bytes) in files {
            guard let file = KeyFile(named: name) else { continue }
            prints.formUnion(keys(of: file, bytes).map { print(of: $0, in: file, named: name) })
        }
        return prints
    }

    /// A set of keys has one a line, and is the same set as long as one of them is: the others come and go.
    private static func keys(of file: KeyFile, _ bytes: [UInt8]) -> [[UInt8]] {
        guard file == .signing || file == .box else { return [bytes] }
        return bytes.split(separator: UInt8(ascii: "\n")).map { line in
            // A former signing key gets the time of its end behind it.
            Array(line.split(separator: UInt8(ascii: " "), maxSplits: 2).prefix(2).joined(separator: [0x20]))
        }
    }

    private static func print(of key: [UInt8], in file: KeyFile, named name: String) -> KeyPrint {
        let bytes = Array("switchboard key file 1\n\(file.rawValue)\n".utf8) + key
        return KeyPrint(file: name, print: Array(SHA256Digest(of: bytes).bytes.prefix(16)))
    }

    /// Names of files that are there and are not what was noted of them.
    package static func exchanged(_ noted: Set<KeyPrint>, found: Set<KeyPrint>) -> [String] {
        let (known, same) = (Set(noted.map(\.file)), Set(noted.intersection(found).map(\.file)))
        return Set(found.map(\.file)).filter { known.contains($0) && !same.contains($0) }.sorted()
    }

    /// Names of files that were noted and are not there.
    package static func lost(_ noted: Set<KeyPrint>, found: Set<KeyPrint>) -> [String] {
        Set(noted.map(\.file)).subtracting(found.map(\.file)).sorted()
    }

    /// Notes what was found. Of a file that cannot be found the old note stays: it may be put back.
    /// - Returns: names of files that are not what was noted before.
    @discardableResult
    package static func note(_ found: Set<KeyPrint>, in db: Database) throws -> [String] {
        let noted = try db.keyPrints.all()
        let names = Set(found.map(\.file))
        let kept = noted.filter { !names.contains($0.file) }
        let prints = found.union(kept)
        if prints != noted { try db.keyPrints.put(prints) }
        return exchanged(noted, found: found)
    }
}
