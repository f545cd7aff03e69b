// What every send asks for and what seldom changes, as the writer last read it: which session is meant and how it stands,
// and what its owner may send. The writer's connection is the only one that writes, and SQLite tells of each row that it
// writes, by whatever statement: that row is forgotten. Where anything is undone all is forgotten, for it may have been
// read in between.
// Rows that are deleted by a DELETE without WHERE are not told of: there is none for these tables.

internal import CSQLite

package final class KnownRows {
    struct Name: Hashable {
        let userID: Int64
        let name: String
    }

    /// What a user may send; 0 = no limit.
    struct Limits {
        let perDay: Int64
        let perMinute: Int32
    }

    /// Beyond so many of a kind all are forgotten, rather than looked through for the oldest.
    static let most = 8192

    private var sessions: [Int64: SessionStanding] = [:]
    private var names: [Name: Int64] = [:]
    private var limits: [Int64: Limits] = [:]

    /// Listens to a connection, for as long as it is open.
    init(of handle: OpaquePointer) {
        let me = Unmanaged.passUnretained(self).toOpaque()
        sqlite3_update_hook(
            handle,
            { me, _, _, table, row in
                guard let me, let table else { return }
                Unmanaged<KnownRows>.fromOpaque(me).takeUnretainedValue().written(row, table)
            }, me)
    }

    func stopListening(to handle: OpaquePointer) { sqlite3_update_hook(handle, nil, nil) }

    private func written(_ row: Int64, _ table: UnsafePointer<CChar>) {
        // Messages, events and calls come thousands of times a second: they are told by one letter.
        switch UInt8(bitPattern: table[0]) {
        case UInt8(ascii: "s") where String(cString: table) == "sessions":
            if let gone = sessions.removeValue(forKey: row) { names[gone.key] = nil }
        case UInt8(ascii: "u") where String(cString: table) == "users": limits[row] = nil
        default: break
        }
    }

    func forgetAll() {
        sessions.removeAll(keepingCapacity: true)
        names.removeAll(keepingCapacity: true)
        limits.removeAll(keepingCapacity: true)
    }

    func session(_ id: Int64) -> SessionStanding? { sessions[id] }

    func session(userID: Int64, name: String) -> SessionStanding? {
        names[Name(userID: userID, name: name)].flatMap { sessions[$0] }
    }

    func keep(_ session: SessionStanding) {
        if sessions.count >= Self.most { forgetAll() }
        sessions[session.id] = session
        names[session.key] = session.id
    }

    func limits(ofUser id: Int64) -> Limits? { limits[id] }

    func keep(_ limits: Limits, ofUser id: Int64) {
        if self.limits.count >= Self.most { forgetAll() }
        self.limits[id] = limits
    }
}

extension SessionStanding {
    fileprivate var key: KnownRows.Name { KnownRows.Name(userID: userID, name: name) }
}
