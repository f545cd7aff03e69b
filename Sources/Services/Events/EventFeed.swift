// Follows the event log for one stream: the one way in which WatchMessages, WatchSession and Watch do it. Woken by the hub,
// it reads the log from its own cursor, in portions, each together with what its events are about; so a stream that is
// read slowly holds up nobody, holds no buffer, and misses nothing. Where it follows a tail and keeps up, it takes from
// there what others take too.
//
// Says a sign of life whenever nothing was said for 15 seconds, whether the log was quiet or full of what is not for this
// stream. Each time it looks at the log first: nothing wakes it for what others do, and where it stands must not be left
// behind by a log that is purged behind them.

internal import Contract
package import RPC
package import Store

package struct EventFeed: Sendable {
    /// What there is to say.
    package enum News<Item: Sendable>: Sendable {
        case items([Item])
        /// Nothing was said for as long as a heartbeat.
        case quiet
    }

    private let store: Store
    private let filter: EventHub.Filter
    private let watcher: EventWatcher
    private let tail: EventTail?
    /// Everything up to here was looked at.
    package private(set) var cursor: Int64
    private var isBehind: Bool

    /// Begins to follow the log alone.
    /// - Parameters:
    ///   - cursor: from where on; nil: from now on.
    ///   - first: what is read in the same snapshot as the cursor.
    /// - Throws: CURSOR_EXPIRED, and what `first` throws.
    package static func open<First: Sendable>(
        _ store: Store, _ hub: EventHub, _ filter: EventHub.Filter, from cursor: Int64? = nil, drain: DrainSignal,
        _ first: @escaping @Sendable (Database) throws -> First
    ) async throws -> (feed: EventFeed, first: First) {
        try await open(store, hub, nil, filter, from: cursor, drain: drain, first)
    }

    /// Begins to follow the log and its tail.
    package static func open<First: Sendable>(
        _ store: Store, _ tail: EventTail, _ filter: EventHub.Filter, from cursor: Int64? = nil, drain: DrainSignal,
        _ first: @escaping @Sendable (Database) throws -> First
    ) async throws -> (feed: EventFeed, first: First) {
        try await open(store, tail.hub, tail, filter, from: cursor, drain: drain, first)
    }

    /// - Parameter tail: with its own hub; nil: begins to follow the log alone.
    static func open<First: Sendable>(
        _ store: Store, _ hub: EventHub, _ tail: EventTail?, _ filter: EventHub.Filter, from cursor: Int64?,
        drain: DrainSignal, _ first: @escaping @Sendable (Database) throws -> First
    ) async throws -> (feed: EventFeed, first: First) {
        // Before the cursor is read: what is committed in between wakes it, instead of being missed.
        let watcher = hub.watch(filter, drain: drain)
        let (start, found) = try await store.read { db -> (Int64, First) in
            if let cursor, try db.events.isExpired(cursor) { throw expired }
            return (try cursor ?? db.events.newestCursor(), try first(db))
        }
        let feed = EventFeed(
            store: store, filter: filter, watcher: watcher, tail: tail, cursor: start, isBehind: cursor != nil)
        return (feed, found)
    }

    /// To be called when something is said: then it is not quiet.
    package func speak() { watcher.speak() }

    /// Waits for the next portion of what is for this stream.
    /// - Parameters:
    ///   - taken: makes an item of an entry of the tail; nil: it is not wanted.
    ///   - read: makes items of a portion of the log, oldest first, in the job that read it.
    /// - Throws: SHUTTING_DOWN, CURSOR_EXPIRED where the log was purged before it was read, `CancellationError`.
    package mutating func next<Item: Sendable>(
        taken: ((EventTail.Entry) -> Item?)? = nil,
        _ read: @escaping @Sendable (Database, [EventRecord]) throws -> [Item]
    ) async throws -> News<Item> {
        while true {
            if isBehind {
                if watcher.isDraining { throw Self.shuttingDown }
                let items = try await portion(taken, read)
                if !items.isEmpty { return .items(items) }
                if watcher.isQuiet { return .quiet }
                continue
            }
            switch try await watcher.next() {
            case .drain: throw Self.shuttingDown
            // It is quiet still once a portion that holds nothing for it was read.
            case .change, .quiet: isBehind = true
            }
        }
    }

    private mutating func portion<Item: Sendable>(
        _ taken: ((EventTail.Entry) -> Item?)?,
        _ read: @escaping @Sendable (Database, [EventRecord]) throws -> [Item]
    ) async throws -> [Item] {
        if let taken, let page = tail?.page(after: cursor, filter, limit: Self.portion) {
            cursor = page.cursor
            isBehind = !page.isAtEnd
            return page.entries.compactMap(taken)
        }
        let (after, filter) = (cursor, filter)
        let (items, page) = try await store.read { db -> ([Item], EventPage) in
            if try db.events.isExpired(after) { throw Self.expired }
            let page = try db.events.list(
                after: after, userID: filter.userID, sessionID: filter.sessionID, messageID: filter.messageID,
                limit: Self.portion)
            return (try read(db, page.events), page)
        }
        cursor = page.cursor
        isBehind = !page.isAtEnd
        return items
    }

    /// How many events are read at a time.
    private static let portion = 64

    private static var shuttingDown: RPCError { RPCError.make(.shuttingDown, "The server is going down.") }

    private static var expired: RPCError {
        RPCError.make(
            .cursorExpired, "Events after this cursor are not there any more.",
            hint: "Read the present state anew, and watch without a cursor.")
    }
}
