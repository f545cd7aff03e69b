// How many tests of webhooks are under way at once: of each user's, and in all.

internal import Synchronization

package final class WebhookTestTurns: Sendable {
    static let mostOfOne = 4
    private static let most = 64

    private struct State {
        var all = 0
        var byUser: [Int64: Int] = [:]
    }

    private let state = Mutex(State())

    func begin(of userID: Int64) -> Bool {
        state.withLock { state in
            guard state.all < Self.most, state.byUser[userID, default: 0] < Self.mostOfOne else { return false }
            state.all += 1
            state.byUser[userID, default: 0] += 1
            return true
        }
    }

    func end(of userID: Int64) {
        state.withLock { state in
            state.all -= 1
            let left = (state.byUser[userID] ?? 1) - 1
            state.byUser[userID] = left > 0 ? left : nil
        }
    }
}
