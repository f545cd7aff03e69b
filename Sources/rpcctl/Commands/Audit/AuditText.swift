// How an entry of the audit log is shown: a row, with what changed in words.
internal import Codec
internal import Contract

enum AuditText {
    static func table(_ entries: [AuditEntry]) -> Table {
        var table = Table([
            .init("ID", .right), .init("TIME"), .init("WHO"), .init("WHAT"), .init("TARGET"), .init("OUTCOME"),
            .init("TIMES", .right), .init("FROM"), .init("CHANGES", givesWay: true),
        ])
        for entry in entries {
            table.add([
                .init(entry.id), .init(TimeText.seconds(entry.time)), .init(who(entry)),
                .init(entry.method.split(separator: ".").last.map(String.init) ?? entry.method),
                .init(target(entry)), .init(entry.outcome, entry.outcome == "OK" ? .green : .yellow),
                .init(entry.times == 1 ? "" : String(entry.times)),
                .init([entry.transport, entry.ip].filter { !$0.isEmpty }.joined(separator: " ")),
                .init(changes(entry)),
            ])
        }
        return table
    }

    private static func who(_ entry: AuditEntry) -> String {
        [entry.username.isEmpty ? entry.who : entry.username, entry.keyPrefix].filter { !$0.isEmpty }
            .joined(separator: " ")
    }

    /// Such as `user 7 ada`.
    private static func target(_ entry: AuditEntry) -> String {
        [entry.targetKind, entry.targetId == 0 ? "" : String(entry.targetId), entry.targetName]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// Such as `role "user" → "admin"`, a field after the other.
    static func changes(_ entry: AuditEntry) -> String {
        let (before, after) = (entry.before?.fields ?? [:], entry.after?.fields ?? [:])
        let names = Set(before.keys).union(after.keys).sorted()
        return names.map { name in
            let values = [before[name], after[name]].map { $0.flatMap { try? $0.json() } }
            return switch (values[0], values[1]) {
            case (let old?, let new?): "\(name) \(old) → \(new)"
            case (let old?, nil): "\(name) \(old) → gone"
            case (nil, let new?): "\(name) \(new)"
            case (nil, nil): name
            }
        }.joined(separator: ", ")
    }
}
