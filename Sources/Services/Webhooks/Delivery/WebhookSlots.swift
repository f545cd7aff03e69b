// How many posts are under way at once, of all webhooks together. Those to endpoints that did not answer well last have
// slots of their own, fewer than there are threads for lookups: however many hang until their time is over, the others do
// not wait for them.

internal import Synchronization

final class WebhookSlots: Sendable {
    private struct State {
        var free: Int
        var waiters: [CheckedContinuation<Void, Never>] = []
        var first = 0
    }

    private let state: Mutex<State>

    init(_ count: Int) { state = Mutex(State(free: count)) }

    func acquire() async {
        await withCheckedContinuation { continuation in
            let isFree = state.withLock { state in
                guard state.free == 0 else {
                    state.free -= 1
                    return true
                }
                state.waiters.append(continuation)
                return false
            }
            if isFree { continuation.resume() }
        }
    }

    func release() {
        let next = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard state.first < state.waiters.count else {
                state.waiters = []
                state.first = 0
                state.free += 1
                return nil
            }
            defer { state.first += 1 }
            return state.waiters[state.first]
        }
        next?.resume()
    }
}
