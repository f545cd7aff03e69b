// Pairs of strings that travel beside a call. An ordered multi-map: several values may stand under one key, and their
// order is kept. Keys are compared without case; they are lowered when they enter, so that comparing is comparing bytes.

/// Metadata of a call: what the caller sends along, or what the server sends back with its response.
public struct Metadata: Sendable, Hashable, RandomAccessCollection, ExpressibleByDictionaryLiteral {
    public typealias Element = (key: String, value: String)

    private struct Pair: Sendable, Hashable {
        var key: String
        var value: String
    }

    private var pairs: [Pair] = []

    public init() {}

    public init(dictionaryLiteral elements: (String, String)...) {
        for (key, value) in elements { append(value, for: key) }
    }

    /// The first value under `key`; setting replaces all values under it, `nil` removes them.
    public subscript(key: String) -> String? {
        get { first(for: key)?.value }
        set {
            remove(key)
            if let newValue { append(newValue, for: key) }
        }
    }

    /// The first value under `key`, and whether it is the only one.
    package func first(for key: String) -> (value: String, isOnly: Bool)? {
        guard !pairs.isEmpty else { return nil }
        let key = Self.lowered(key)
        guard let first = pairs.firstIndex(where: { $0.key == key }) else { return nil }
        return (pairs[first].value, !pairs[(first + 1)...].contains { $0.key == key })
    }

    /// All values under `key`, in the order in which they came.
    public func values(for key: String) -> [String] {
        let key = Self.lowered(key)
        return pairs.compactMap { $0.key == key ? $0.value : nil }
    }

    /// Adds a value and keeps those that are there.
    public mutating func append(_ value: String, for key: String) {
        pairs.append(Pair(key: Self.lowered(key), value: value))
    }

    /// Adds all pairs of `other` behind the ones that are there.
    public mutating func append(contentsOf other: Metadata) {
        pairs.append(contentsOf: other.pairs)
    }

    /// Replaces, key by key, what stands here by what stands in `other`.
    public mutating func replace(with other: Metadata) {
        for pair in other.pairs { remove(pair.key) }
        append(contentsOf: other)
    }

    public mutating func remove(_ key: String) {
        let key = Self.lowered(key)
        pairs.removeAll { $0.key == key }
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { pairs.count }
    public subscript(position: Int) -> Element { (pairs[position].key, pairs[position].value) }

    /// Bytes of all keys and values together: what the limit counts.
    public var byteCount: Int { pairs.reduce(0) { $0 + $1.key.utf8.count + $1.value.utf8.count } }

    private static func lowered(_ key: String) -> String {
        key.utf8.contains { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x80 } ? key.lowercased() : key
    }
}

extension Metadata: CustomStringConvertible {
    /// Keys alone: values may be credentials.
    public var description: String { "[" + pairs.map(\.key).joined(separator: ", ") + "]" }
}
