// Wakes those who watch the event log, after each commit. It carries no events: a watcher that was woken reads the log
// from its own cursor. So it holds no buffer for anybody, a slow watcher only reads later, and none misses anything.

package import RPC
package import Store
internal import Synchronization

package final class EventHub: Sendable {
    /// What a watcher wants to be woken for; 0 = any.
    package struct Filter: Sendable, Hashable {
        package var userID: Int64
        package var sessionID: Int64
        package var messageID: Int64

        package init(userID: Int64 = 0, sessionID: Int64 = 0, messageID: Int64 = 0) {
            self.userID = userID
            self.sessionID = sessionID
            self.messageID = messageID
        }

        package func admits(_ event: EventRecord) -> Bool {
            (userID == 0 || userID == event.userID) && (sessionID == 0 || sessionID == event.sessionID)
                && (messageID == 0 || messageID == event.messageID)
        }
    }

    /// Watchers stand under the narrowest thing that they name, so that a commit looks at few of them.
    private enum Place: Hashable {
        case everything
        case user(Int64)
        case session(Int64)
        case message(Int64)

        init(_ filter: Filter) {
            if filter.messageID != 0 {
                self = .message(filter.messageID)
            } else if filter.sessionID != 0 {
                self = .session(filter.sessionID)
            } else if filter.userID != 0 {
                self = .user(filter.userID)
            } else {
                self = .everything
            }
        }
    }

    private struct Entry {
        let filter: Filter
        let signal: WatchSignal
    }

    private struct State {
        var places: [Place: [UInt64: Entry]] = [:]
        var lastID: UInt64 = 0
        var count = 0
    }

    private let state = Mutex(State())
    private let clock: any Clock
    private let heartbeat: Duration

    /// - Parameter heartbeat: how long a watcher waits in silence before it is woken to say that it lives.
    package init(clock: any Clock, heartbeat: Duration = .seconds(15)) {
        self.clock = clock
        self.heartbeat = heartbeat
    }

    /// How many watch just now.
    package var watcherCount: Int { state.withLock { $0.count } }

    /// To be called with the events of each commit, in the order of commits. Quick: it may run on the writer's thread.
    package func publish(_ events: some Sequence<EventRecord>) {
        state.withLock { state in
            guard state.count > 0 else { return }
            for event in events {
                wake(state.places[.everything], event)
                if event.userID != 0 { wake(state.places[.user(event.userID)], event) }
                if event.sessionID != 0 { wake(state.places[.session(event.sessionID)], event) }
                if event.messageID != 0 { wake(state.places[.message(event.messageID)], event) }
            }
        }
    }

    /// Whether anybody watches for an event.
    func admits(_ event: EventRecord) -> Bool {
        state.withLock { state in
            let places: [Place] = [
                .everything, .user(event.userID), .session(event.sessionID), .message(event.messageID),
            ]
            return places.contains { state.places[$0]?.values.contains { $0.filter.admits(event) } ?? false }
        }
    }

    private func wake(_ entries: [UInt64: Entry]?, _ event: EventRecord) {
        guard let entries else { return }
        for entry in entries.values where entry.filter.admits(event) { entry.signal.change() }
    }

    /// Begins to watch. To be called before the cursor is read from which the log will be followed: what is committed
    /// in between then wakes the watcher, instead of being missed.
    ///
    /// - Parameter drain: wakes the watcher, too, so that its stream can end.
    package func watch(_ filter: Filter, drain: DrainSignal) -> EventWatcher {
        let signal = WatchSignal(clock: clock, heartbeat: heartbeat)
        let place = Place(filter)
        let id = state.withLock { state in
            state.lastID += 1
            state.count += 1
            state.places[place, default: [:]][state.lastID] = Entry(filter: filter, signal: signal)
            return state.lastID
        }
        return EventWatcher(signal: signal, drain: drain) { [weak self] in self?.remove(id, from: place) }
    }

    private func remove(_ id: UInt64, from place: Place) {
        state.withLock { state in
            guard state.places[place]?.removeValue(forKey: id) != nil else { return }
            state.count -= 1
            if state.places[place]?.isEmpty == true { state.places[place] = nil }
        }
    }
}
