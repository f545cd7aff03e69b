// Acks that name a provider's id which no message has yet: with engines that choose their own ids, the news that a
// message arrived can overtake the answer that tells its id. Bounded; the oldest go first. What is lost here is a
// receipt, never a message.

package import Contract

package struct EarlyAcks: Sendable {
    package struct Key: Sendable, Hashable {
        package let sessionID: Int64
        package let providerMessageID: String

        package init(sessionID: Int64, providerMessageID: String) {
            self.sessionID = sessionID
            self.providerMessageID = providerMessageID
        }
    }

    package struct Entry: Sendable, Hashable {
        package let key: Key
        package let ack: Ack

        package init(key: Key, ack: Ack) {
            self.key = key
            self.ack = ack
        }
    }

    private var entries: [Key: [Ack]] = [:]
    private var order: [Key] = []
    private let limit: Int

    package init(limit: Int = 256) {
        self.limit = limit
    }

    /// What was said of this id, in the order in which it was said; forgotten with that.
    package mutating func take(_ key: Key) -> [Ack] {
        guard let acks = entries.removeValue(forKey: key) else { return [] }
        order.removeAll { $0 == key }
        return acks
    }

    package mutating func add(_ entry: Entry) {
        if entries[entry.key] == nil {
            order.append(entry.key)
            if order.count > limit { entries[order.removeFirst()] = nil }
        }
        // There are five things that an ack can say.
        if entries[entry.key, default: []].count < 5 { entries[entry.key, default: []].append(entry.ack) }
    }
}
