// Who may have how many of what there is a fixed number of: threads for lookups, posts under way. Everybody may have one as
// long as any is free, and more only while they hold less than a quarter of what is free. So nobody alone comes beyond a
// fifth of all, many who want much leave something free for whoever comes next, and no limit has to be set for a number
// of users that nobody knows (dynamic thresholds, as switches have them for buffers). Pure.

package struct FairShares: Sendable {
    package private(set) var free: Int
    private var holdings: [Int64: Int] = [:]

    /// - Parameter count: of what there is.
    package init(_ count: Int) { free = count }

    package func held(by party: Int64) -> Int { holdings[party] ?? 0 }

    /// Whether a party may take one more now.
    package func admits(_ party: Int64) -> Bool {
        let own = held(by: party)
        return free > 0 && (own == 0 || own * 4 < free)
    }

    /// To be called for whom it admits.
    package mutating func take(_ party: Int64) {
        free -= 1
        holdings[party, default: 0] += 1
    }

    /// A party has one less.
    package mutating func give(back party: Int64) {
        guard let own = holdings[party] else { return }
        free += 1
        holdings[party] = own > 1 ? own - 1 : nil
    }
}
