// How many posts are under way at once, of all webhooks together. Users have shares of them, so that whoever has many
// endpoints that hang until their time is over holds up nobody else; and of one user the webhook is next that has the
// fewest under way. Those to endpoints that did not answer well last have slots of their own, fewer than there are threads
// for lookups.

internal import Outbound
internal import Synchronization

final class WebhookSlots: Sendable {
    private struct Waiter {
        let webhookID: Int64
        let continuation: CheckedContinuation<Void, Never>
    }

    private struct State {
        var shares: FairShares
        /// By webhook.
        var underWay: [Int64: Int] = [:]
        /// By user, those who came first in front.
        var waiters: [Int64: [Waiter]] = [:]
        /// Users who wait; who had a slot last is the last of them.
        var turns: [Int64] = []

        mutating func take(_ webhookID: Int64, of userID: Int64) {
            shares.take(userID)
            underWay[webhookID, default: 0] += 1
        }

        /// Who may begin, if anybody may.
        mutating func next() -> CheckedContinuation<Void, Never>? {
            guard let turn = turns.firstIndex(where: { shares.admits($0) }) else { return nil }
            let userID = turns.remove(at: turn)
            var theirs = waiters[userID] ?? []
            // Of equals the one who came first.
            let index = theirs.indices.min { count(theirs[$0]) < count(theirs[$1]) }
            guard let index else { return nil }
            let waiter = theirs.remove(at: index)
            waiters[userID] = theirs.isEmpty ? nil : theirs
            if !theirs.isEmpty { turns.append(userID) }
            take(waiter.webhookID, of: userID)
            return waiter.continuation
        }

        private func count(_ waiter: Waiter) -> Int { underWay[waiter.webhookID] ?? 0 }
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(shares: FairShares(count))) }

    /// Posts that wait for a slot; for tests.
    var waiting: Int { state.withLock { $0.waiters.values.reduce(0) { $0 + $1.count } } }

    func acquire(_ webhookID: Int64, of userID: Int64) async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                // Where others of the user wait, there is none for this one either.
                guard state.waiters[userID] == nil, state.shares.admits(userID) else {
                    if state.waiters[userID] == nil { state.turns.append(userID) }
                    state.waiters[userID, default: []].append(
                        Waiter(webhookID: webhookID, continuation: continuation))
                    return false
                }
                state.take(webhookID, of: userID)
                return true
            }
            if isFree { continuation.resume() }
        }
    }

    func release(_ webhookID: Int64, of userID: Int64) {
        // One that is given back is enough for one.
        let next = state.withLock { state in
            state.shares.give(back: userID)
            let left = (state.underWay[webhookID] ?? 1) - 1
            state.underWay[webhookID] = left > 0 ? left : nil
            return state.next()
        }
        next?.resume()
    }
}
