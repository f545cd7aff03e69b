// What bridges have in memory of what engines keep: on its way in until it is stored, on its way out until it is sent. Each
// bridge has its share, and all together have a bound, so that neither a bridge that does not read what it asked for nor one
// that does not end what it began fills the server. One budget for each direction: slow readers keep nobody from writing.

internal import Contract
internal import RPC
internal import Synchronization

package final class AuthStateBudget: Sendable {
    private let share: Int
    private let all: Int
    private let taken = Mutex<[Int64: Int]>([:])
    private let refusals = Atomic<Int>(0)

    /// - Parameters:
    ///   - share: bytes that one bridge may have; a whole call of the largest kind fits.
    ///   - all: bytes that all bridges may have.
    package init(share: Int, all: Int) {
        self.share = share
        self.all = all
    }

    package convenience init(_ limits: AuthStateLimits = AuthStateLimits()) {
        self.init(share: limits.heldBytes, all: limits.heldBytesOfAll)
    }

    /// How often there was no room.
    package var refused: Int { refusals.load(ordering: .relaxed) }

    /// How many bytes are taken.
    package var total: Int { taken.withLock { $0.values.reduce(0, +) } }

    /// Whether there was room; then it is taken.
    fileprivate func take(_ bytes: Int, for bridgeID: Int64) -> Bool {
        taken.withLock { taken in
            let own = (taken[bridgeID] ?? 0) + bytes
            guard own <= share, taken.values.reduce(bytes, +) <= all else { return false }
            taken[bridgeID] = own
            return true
        }
    }

    fileprivate func noteRefusal() { refusals.add(1, ordering: .relaxed) }

    fileprivate func giveBack(_ bytes: Int, for bridgeID: Int64) {
        taken.withLock { taken in
            let left = (taken[bridgeID] ?? 0) - bytes
            taken[bridgeID] = left > 0 ? left : nil
        }
    }
}

/// What one call has taken of a budget. What it has not given back when nobody has it any more goes back by itself, so it
/// does however the call ends.
package final class AuthStateLoan: Sendable {
    private let budget: AuthStateBudget
    private let bridgeID: Int64
    private let bytes = Mutex(0)

    package init(_ budget: AuthStateBudget, for bridgeID: Int64) {
        self.budget = budget
        self.bridgeID = bridgeID
    }

    deinit { budget.giveBack(bytes.withLock { $0 }, for: bridgeID) }

    /// Whether there was room; then it is taken.
    package func has(_ count: Int) -> Bool {
        guard budget.take(count, for: bridgeID) else { return false }
        bytes.withLock { $0 += count }
        return true
    }

    /// - Throws: OVERLOADED.
    package func take(_ count: Int) throws {
        guard has(count) else {
            budget.noteRefusal()
            throw RPCError.make(
                .overloaded, "Too much auth state is under way at the same time.", retryAfter: .seconds(1))
        }
    }

    package func giveBack(_ count: Int) {
        let given = bytes.withLock { bytes in
            let given = min(count, bytes)
            bytes -= given
            return given
        }
        budget.giveBack(given, for: bridgeID)
    }
}
