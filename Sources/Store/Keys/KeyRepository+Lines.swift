// Keys that succeed one another are a line: they share one bucket of messages a minute, and the newest says how large it
// is. What was made with one of them is bound by it too.

/// What a key may send in a minute, together with others.
package struct KeyLimit: Sendable, Equatable {
    /// Whose messages are counted together: the first key of a line.
    package let bucketID: Int64
    /// 0 = no limit.
    package let perMinute: Int32

    package init(bucketID: Int64, perMinute: Int32) {
        self.bucketID = bucketID
        self.perMinute = perMinute
    }

    /// What a key is bound by that has no successor and was made by a person.
    package init(_ key: KeyRecord) {
        self.init(bucketID: key.lineID, perMinute: key.maxMessagesPerMinute)
    }

    /// The same bucket, and the smaller of both limits.
    package func narrowed(to other: Int32) -> KeyLimit {
        KeyLimit(bucketID: bucketID, perMinute: perMinute == 0 || (1..<perMinute).contains(other) ? other : perMinute)
    }
}

extension KeyRecord {
    /// The first key of its line.
    package var lineID: Int64 { bucketID == 0 ? id : bucketID }
}

extension KeyRepository {
    /// What a key is bound by: the limit of its line, and those of the lines of the keys that it was made with, one with
    /// the other.
    /// - Parameter deepest: never looks at more makers.
    package func limits(of key: KeyRecord, deepest: Int) throws(StoreError) -> [KeyLimit] {
        var limits = [try limit(of: key)]
        for maker in try makers(of: key, limit: deepest) { limits.append(try limit(of: maker)) }
        return limits
    }

    /// A former key of a line keeps its own limit where that is smaller: it may have been narrowed because it leaked.
    private func limit(of key: KeyRecord) throws(StoreError) -> KeyLimit {
        let newest: Int32? = try db.scalar(
            "SELECT max_messages_per_minute FROM api_keys WHERE bucket_id = ? ORDER BY id DESC LIMIT 1", key.lineID)
        let own = KeyLimit(key)
        return newest.map(own.narrowed) ?? own
    }
}
