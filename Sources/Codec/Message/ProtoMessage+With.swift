// Building a message in one expression: every field has a default, so only what differs is named.

extension ProtoMessage {
    /// Makes a message and fills it in.
    /// - Parameter populate: sets the fields that differ from their defaults.
    @inlinable
    public static func with<Failure: Error>(_ populate: (inout Self) throws(Failure) -> Void) throws(Failure) -> Self {
        var message = Self()
        try populate(&message)
        return message
    }
}
