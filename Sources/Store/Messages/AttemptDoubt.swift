// What nobody knows of a message's attempts: one was given to a bridge, and whether it went out was never found out. It
// stands in the message's own row, for it decides for as long as the message lives, and the timeline is kept for days only.

package struct AttemptDoubt: Sendable, Hashable {
    /// The first attempt in doubt about which nobody has decided; 0: there is none, but see `isAccepted`.
    package var attempt: Int32
    /// The session's epoch at which that was given out, and so the link through which it may have gone.
    package var epoch: Int64
    /// The engines that were given the attempts in doubt make another try under our id the same message, within a link.
    package var keepsID: Bool
    /// An attempt is in doubt after which a person wanted the message sent all the same, even twice.
    package var isAccepted: Bool

    package init(attempt: Int32 = 0, epoch: Int64 = 0, keepsID: Bool = false, isAccepted: Bool = false) {
        self.attempt = attempt
        self.epoch = epoch
        self.keepsID = keepsID
        self.isAccepted = isAccepted
    }

    /// Whether a repeat through a link that began after epoch `linkEpoch` is the same message, or wanted even as another.
    /// - Parameter repeatsAreSafe: what the bridge says that would get it.
    package func allowsRepeat(afterLink linkEpoch: Int64, repeatsAreSafe: Bool) -> Bool {
        attempt == 0 || (keepsID && repeatsAreSafe && epoch > linkEpoch)
    }
}

/// One number: the attempt in the low byte, as in a command's; then the two flags; the epoch above.
extension AttemptDoubt: ColumnValue {
    private static let flags = (keepsID: Int64(1) << 8, isAccepted: Int64(1) << 9)

    package var value: SQLValue {
        .integer(
            epoch << 10 | (isAccepted ? Self.flags.isAccepted : 0) | (keepsID ? Self.flags.keepsID : 0)
                | Int64(attempt & 0xff))
    }

    package static func read(_ row: borrowing Row, at index: Int32) throws(StoreError) -> AttemptDoubt {
        let number = try row.integer(at: index)
        guard number > 0 else { throw row.unexpected(at: index, "an attempt in doubt") }
        return AttemptDoubt(
            attempt: Int32(number & 0xff), epoch: number >> 10, keepsID: number & flags.keepsID != 0,
            isAccepted: number & flags.isAccepted != 0)
    }
}
