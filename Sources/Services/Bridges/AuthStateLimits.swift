// How much engines may keep, how much of it may be in memory on its way, and for how long: a bridge is untrusted, and this
// is the one place where it sends and gets more than messages.

internal import Contract
internal import RPC

package struct AuthStateLimits: Sendable, Hashable {
    /// Of one value: `limits.auth-state-value-bytes`.
    package var valueBytes = 16 << 20
    /// Of one PutAuthState, keys and bytes of values: `limits.auth-state-call-keys`, `limits.auth-state-call-bytes`.
    package var callKeys = 10_000
    package var callBytes = 32 << 20
    /// Of one session, sealed: `limits.auth-state-session-bytes`, `limits.auth-state-session-keys`.
    package var sessionBytes = 256 << 20
    package var sessionKeys = 100_000
    /// From the beginning of a PutAuthState to its last item: `limits.auth-state-put-time`.
    package var putTime: Duration = .seconds(60)
    /// From the beginning of a GetAuthState to its last item: `limits.auth-state-get-time`.
    package var getTime: Duration = .seconds(300)

    package init() {}

    /// That one bridge may have in memory in each direction: the largest PutAuthState.
    package var heldBytes: Int { callBytes + callKeys * Self.keyCost }
    /// That all bridges may.
    package var heldBytesOfAll: Int { 4 * heldBytes }

    /// Of a key; printable ASCII.
    static let keyBytes = 255
    /// Of a value in one item on its way out.
    static let partBytes = 256 << 10
    /// That are read from the store at a time, one value of any size excepted.
    static let pageBytes = 1 << 20
    static let pageKeys = 256
    /// Keys that GetAuthState may be asked for by name.
    static let requestedKeys = 1_000
    /// What a key costs beside its value, whatever its length.
    static let keyCost = keyBytes + 64

    static func isKey(_ key: String) -> Bool {
        // No other than ASCII: keys that look alike and are not the same would be one in memory and two in the table.
        (1...keyBytes).contains(key.utf8.count) && key.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    static func tooLarge(_ what: String) -> RPCError { RPCError.make(.payloadTooLarge, what) }
}
