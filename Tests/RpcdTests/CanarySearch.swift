// Secrets that a test plants, and the places where they must not be: what others see of the process, every file of the data
// directory, every column of every table.
import Foundation
import Services
import Store
import Testing

/// What was planted, by what it is.
struct Canaries {
    let tag = String(UInt64.random(in: .min ... .max), radix: 36)
    private(set) var secrets: [String: String] = [:]

    mutating func plant(_ name: String, _ text: String? = nil) -> String {
        let text = text ?? "canary-\(name)-\(tag)"
        secrets[name] = text
        return text
    }

    var text: String { "canary-message-text-\(tag)" }

    /// Names of what is in `bytes`, in clear or in base64.
    func found(in bytes: [UInt8], textToo: Bool = true) -> [String] {
        var wanted = secrets
        if textToo { wanted["message text"] = text }
        let haystack = Data(bytes)
        return wanted.filter { _, secret in
            let encoded = Data(secret.utf8).base64EncodedString().prefix { $0 != "=" }.dropLast(2)
            return haystack.range(of: Data(secret.utf8)) != nil || haystack.range(of: Data(encoded.utf8)) != nil
        }.keys.sorted()
    }
}

struct CanarySearch {
    let place: DaemonPlace
    let canaries: Canaries

    /// What others on the machine can see of it.
    func look(at daemon: DaemonProcess) throws {
        let pid = daemon.process.processIdentifier
        for name in ["cmdline", "environ"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: "/proc/\(pid)/\(name)"))
            #expect(!bytes.isEmpty)
            #expect(canaries.found(in: Array(bytes)) == [], "\(name)")
        }
        let children = try String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)
        #expect(children.isEmpty, "children of rpcd have command lines, too")
    }

    /// Every file of the data directory, the keys included; texts of messages are in the database.
    func lookAtTheFiles() throws {
        let files = try #require(FileManager.default.enumerator(atPath: place.data))
        var seen: Set<String> = []
        for case let name as String in files {
            guard let bytes = FileManager.default.contents(atPath: place.data + "/" + name) else { continue }
            seen.insert(name)
            let isDatabase = name.hasPrefix("switchboard.db") || name == "backups/canaries.db"
            #expect(canaries.found(in: Array(bytes), textToo: !isDatabase) == [], "\(name)")
            guard isDatabase else { continue }
            for key in try keys() { #expect(bytes.range(of: key) == nil, "\(name) has a key of the server") }
        }
        #expect(
            seen.isSuperset(of: [
                "switchboard.db", "secrets/audit.key", "backups/canaries.db", "backups/canaries.db.secrets/audit.key",
            ]))
    }

    /// Every key of the server, in each form that it has: as it is, in base64, in hexadecimal.
    private func keys() throws -> [Data] {
        var forms: [Data] = []
        for name in try FileManager.default.contentsOfDirectory(atPath: place.data + "/secrets") {
            guard KeyFile(named: name) != nil,
                let bytes = FileManager.default.contents(atPath: place.data + "/secrets/" + name)
            else { continue }
            if KeyFile(named: name) == .signing {
                let text = String(decoding: bytes, as: UTF8.self)
                forms += text.split(separator: "\n").compactMap { $0.split(separator: " ").dropFirst().first }
                    .map { Data($0.utf8) }
            } else {
                forms.append(bytes)
                forms.append(Data(bytes.base64EncodedString().dropLast(2).utf8))
                forms.append(Data(bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8))
            }
        }
        #expect(forms.count > 12)
        return forms
    }

    /// Column by column.
    func lookAtTheTables(of directory: String) throws {
        let store = try Store.open(directory: directory, now: SystemClock().now()) { _ in }
        defer { store.close() }
        let text = Array(canaries.text.utf8)
        let holding = try store.readSync { db -> Set<String> in
            var holding: Set<String> = []
            let tables = try db.query("SELECT name FROM sqlite_schema WHERE type = 'table'") {
                row throws(StoreError) -> String in try row.next()
            }
            for table in tables {
                let columns = try db.query("SELECT name FROM pragma_table_info(?)", table) {
                    row throws(StoreError) -> String in try row.next()
                }
                for column in columns {
                    let count: Int64? = try db.scalar(
                        "SELECT count(*) FROM \"\(table)\" WHERE instr(CAST(\"\(column)\" AS BLOB), ?) > 0", text)
                    if count != 0 { holding.insert("\(table).\(column)") }
                }
            }
            return holding
        }
        #expect(holding == ["messages.content"])
    }
}
