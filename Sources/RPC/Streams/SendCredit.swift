// Flow control in messages, which ttrpc lacks, as the side sees it that sends: how many messages the other side will still
// take. Its counterpart is CreditWindow. Pure.
// Invariant: never more messages are under way than the other side said it would take, nor more than we let one have.

/// What may still be sent on a stream.
public struct SendCredit: Sendable, Hashable {
    /// Messages that the other side will still take, reserved ones not counted.
    public private(set) var available: Int = 0
    /// Messages sent or about to be sent, and not answered.
    public private(set) var inFlight: Int = 0
    /// The most that the other side may have in flight, whatever it says.
    public let limit: Int

    /// More than this is not remembered: nobody means it.
    public static let most = Int(Int32.max)

    public init(limit: Int) {
        self.limit = limit
    }

    /// The other side will take `n` more.
    /// - Returns: false where `n` is no number of messages, which is the other side's mistake.
    public mutating func grant(_ n: Int32) -> Bool {
        guard n >= 0 else { return false }
        available = min(Self.most, available + Int(n))
        return true
    }

    /// What could be handed out now.
    public var room: Int { max(0, min(available, limit - inFlight)) }

    /// Sets aside up to `wanted` messages.
    /// - Returns: how many.
    public mutating func reserve(_ wanted: Int) -> Int {
        let taken = max(0, min(wanted, room))
        available -= taken
        inFlight += taken
        return taken
    }

    /// Gives back what was set aside and not used.
    public mutating func giveBack(_ n: Int) {
        available = min(Self.most, available + n)
        inFlight = max(0, inFlight - n)
    }

    /// Messages were answered, or their answers are no longer waited for. The other side grants anew by itself.
    public mutating func settle(_ n: Int = 1) {
        inFlight = max(0, inFlight - n)
    }
}
