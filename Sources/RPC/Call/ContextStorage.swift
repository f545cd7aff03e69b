// What interceptors keep with a call. There are two or three of them: looking at one after the other is quicker than
// hashing.

/// A place in a call's storage: the type of the key names it, `Value` is what it holds.
public protocol CallContextKey {
    associatedtype Value: Sendable
}

/// What a key holds. The key says of which type it is, so nothing has to be cast to be read.
@usableFromInline final class StoredValue<Value: Sendable>: Sendable {
    @usableFromInline let value: Value

    @usableFromInline init(_ value: Value) {
        self.value = value
    }
}

/// Objects by key. A value type without a lock: its owner has one.
struct ContextStorage: Sendable {
    private var held: [(key: ObjectIdentifier, object: any AnyObject & Sendable)] = []

    subscript(_ key: ObjectIdentifier) -> (any AnyObject & Sendable)? {
        get { held.first { $0.key == key }?.object }
        set {
            held.removeAll { $0.key == key }
            if let newValue { held.append((key, newValue)) }
        }
    }
}
