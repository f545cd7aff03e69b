// How many sends a bridge will take: the flow control of its stream (BRIDGE.md; ttrpc has none). Pure.
// Invariant: never more sends are under way than the bridge said it would take, nor more than we let one bridge hold.

package struct SendCredit: Sendable, Hashable {
    /// Sends that the bridge will still take, reserved ones not counted.
    package private(set) var available: Int = 0
    /// Sends given or about to be given, and not answered.
    package private(set) var inFlight: Int = 0
    /// The most that one bridge may have in flight, whatever it says.
    package let limit: Int

    /// More than this is not remembered: no bridge means it.
    package static let most = Int(Int32.max)

    package init(limit: Int) {
        self.limit = limit
    }

    /// The bridge will take `n` more.
    /// - Returns: false where `n` is no number of sends, which is the bridge's mistake.
    package mutating func grant(_ n: Int32) -> Bool {
        guard n >= 0 else { return false }
        available = min(Self.most, available + Int(n))
        return true
    }

    /// What could be handed out now.
    package var room: Int { max(0, min(available, limit - inFlight)) }

    /// Sets aside up to `wanted` sends.
    package mutating func reserve(_ wanted: Int) -> Int {
        let taken = max(0, min(wanted, room))
        available -= taken
        inFlight += taken
        return taken
    }

    /// Gives back sends that were set aside and not used.
    package mutating func giveBack(_ n: Int) {
        available = min(Self.most, available + n)
        inFlight = max(0, inFlight - n)
    }

    /// A send was answered, or its answer is no longer waited for. The bridge grants anew by itself.
    package mutating func settle(_ n: Int = 1) {
        inFlight = max(0, inFlight - n)
    }
}
