// Room for a message inside its own kind: Swift stores values in place, so a field through which a message can
// contain itself is kept on the heap. Copy on write comes from `indirect`.

/// An optional message, stored outside of the value that owns it.
@propertyWrapper
public struct Indirect<Message: ProtoMessage>: Sendable, Hashable {
    private indirect enum Box: Sendable, Hashable {
        case empty
        case full(Message)
    }

    private var box: Box

    public init() {
        box = .empty
    }

    public init(wrappedValue: Message?) {
        box = wrappedValue.map(Box.full) ?? .empty
    }

    public var wrappedValue: Message? {
        get {
            switch box {
            case .empty: nil
            case .full(let message): message
            }
        }
        set { box = newValue.map(Box.full) ?? .empty }
    }
}
