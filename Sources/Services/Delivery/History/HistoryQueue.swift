// Which sessions' bridges are to be asked for what came in while nobody carried them, and which are being asked. A few of each
// bridge at a time: after an outage all of its sessions come back in the same second. Pure.

package struct HistoryQueue: Sendable {
    private var waiting: Set<Int64> = []
    /// By session: the stream that was asked, and whether to ask once more afterwards.
    private var underWay: [Int64: (link: UInt64, again: Bool)] = [:]

    package init() {}

    package var count: Int { waiting.count + underWay.count }

    /// A session may have missed something.
    package mutating func add(_ session: Int64) {
        if underWay[session] != nil {
            underWay[session]?.again = true
        } else {
            waiting.insert(session)
        }
    }

    /// Takes those whose turn it is.
    /// - Parameters:
    ///   - most: of one bridge, at a time.
    ///   - link: who carries a session; nil: nobody, and it need not be asked for before somebody does.
    package mutating func take(_ most: Int, link: (Int64) -> UInt64?) -> [Int64] {
        var taken: [Int64] = []
        var busy: [UInt64: Int] = [:]
        for entry in underWay.values { busy[entry.link, default: 0] += 1 }
        for session in waiting.sorted() {
            guard let link = link(session) else {
                waiting.remove(session)
                continue
            }
            guard busy[link, default: 0] < most else { continue }
            busy[link, default: 0] += 1
            waiting.remove(session)
            underWay[session] = (link, false)
            taken.append(session)
        }
        return taken
    }

    /// One was asked, whatever came of it.
    package mutating func finish(_ session: Int64) {
        if underWay.removeValue(forKey: session)?.again == true { waiting.insert(session) }
    }
}
