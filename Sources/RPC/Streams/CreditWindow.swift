// Flow control in messages, which ttrpc lacks, as the side sees it that receives: how many more messages it says that it
// will take. Its counterpart is SendCredit. Pure. For servers that take streams of requests which are too large to be let
// come as they like, such as uploads.
// Invariant: what the other side may still send plus what it has sent and is not finished is never more than the window.

/// What is granted to the other side of a stream, and when to grant more.
public struct CreditWindow: Sendable, Hashable {
    /// The most messages that may be under way or being worked on; at least 1.
    public let size: Int
    /// Messages that the other side may still send.
    public private(set) var granted = 0
    /// Messages that came and are not finished.
    public private(set) var unfinished = 0

    public init(size: Int) {
        self.size = max(1, size)
    }

    /// A message came in.
    /// - Returns: false where it came without credit, which is the other side's mistake. It counts all the same.
    public mutating func take() -> Bool {
        unfinished += 1
        guard granted > 0 else { return false }
        granted -= 1
        return true
    }

    /// Messages are done with, and make room.
    public mutating func finish(_ n: Int = 1) {
        unfinished = max(0, unfinished - n)
    }

    /// How much to grant now, counted as granted: nothing until half of the window is free, so that not every message
    /// is followed by a grant of one.
    public mutating func grant() -> Int {
        let free = size - granted - unfinished
        guard free > 0, free * 2 >= size else { return 0 }
        granted += free
        return free
    }
}
