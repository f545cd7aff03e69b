// The number that a bridge answers a send by: unique among all commands ever given, and telling by itself which message
// and which attempt it belongs to, so that a late answer finds its message without an index. The low byte is the
// attempt; commands that are no sends keep 0 there.

package struct CommandID: Sendable, Hashable, RawRepresentable {
    package let rawValue: Int64

    package init?(rawValue: Int64) {
        guard rawValue > 0 else { return nil }
        self.rawValue = rawValue
    }

    /// nil where the attempt is not 1…255, or the id is out of range.
    package init?(messageID: Int64, attempt: Int32) {
        guard (1...255).contains(attempt), messageID > 0, messageID < 1 << 45 else { return nil }
        rawValue = messageID << 8 | Int64(attempt)
    }

    /// The message it was for; nil where it was no send.
    package var messageID: Int64? { attempt == 0 ? nil : rawValue >> 8 }

    /// Which attempt it was, from 1; 0 where it was no send.
    package var attempt: Int32 { Int32(truncatingIfNeeded: rawValue & 0xff) }
}
