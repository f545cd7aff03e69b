// How much engines may keep, and how much of it may be in memory on its way in: a bridge is untrusted, and this is the one
// place where it sends more than messages.

internal import Contract
internal import RPC
internal import Synchronization

enum AuthStateLimits {
    /// Of a key; printable ASCII.
    static let keyBytes = 255
    static let valueBytes = 16 << 20
    /// Of one PutAuthState: keys, and bytes of values.
    static let callKeys = 10_000
    static let callBytes = 32 << 20
    /// Of one session, sealed.
    static let sessionBytes: Int64 = 256 << 20
    static let sessionKeys: Int64 = 100_000
    /// Of a value in one item on its way out.
    static let partBytes = 256 << 10
    /// That are read from the store at a time, one value of any size excepted.
    static let pageBytes: Int64 = 1 << 20
    static let pageKeys = 256
    /// Keys that GetAuthState may be asked for by name.
    static let requestedKeys = 1_000

    static func isKey(_ key: String) -> Bool {
        // No other than ASCII: keys that look alike and are not the same would be one in memory and two in the table.
        (1...keyBytes).contains(key.utf8.count) && key.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    }

    static func tooLarge(_ what: String) -> RPCError { RPCError.make(.payloadTooLarge, what) }
}

/// What bridges have in memory of values that are not stored yet: each bridge its share, and all together a bound.
final class AuthStateBudget: Sendable {
    private static let all = 128 << 20
    private let taken = Mutex<[Int64: Int]>([:])

    /// How many bytes are taken.
    var total: Int { taken.withLock { $0.values.reduce(0, +) } }

    /// - Throws: OVERLOADED.
    func take(_ bytes: Int, for bridgeID: Int64) throws {
        let isThere = taken.withLock { taken in
            let own = (taken[bridgeID] ?? 0) + bytes
            guard own <= AuthStateLimits.callBytes, taken.values.reduce(bytes, +) <= Self.all else { return false }
            taken[bridgeID] = own
            return true
        }
        guard isThere else {
            throw RPCError.make(
                .overloaded, "Too much auth state is on its way in at the same time.", retryAfter: .seconds(1))
        }
    }

    func giveBack(_ bytes: Int, for bridgeID: Int64) {
        taken.withLock { taken in
            let left = (taken[bridgeID] ?? 0) - bytes
            taken[bridgeID] = left > 0 ? left : nil
        }
    }
}
