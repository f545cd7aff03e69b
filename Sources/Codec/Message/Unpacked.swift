// What generated `init(reading:)` calls: Swift values out of the shapes of protobuf-c.
//
// Everything is copied; nothing points into the arena afterwards. The check pass has run: strings are valid UTF-8.
public import CProtobufC

/// Swift values out of an unpacked C struct.
public enum Unpacked {
    @inlinable
    public static func string(_ data: ProtobufCBinaryData) -> String {
        guard data.len > 0, let start = data.data else { return "" }
        return String(decoding: UnsafeBufferPointer(start: start, count: data.len), as: UTF8.self)
    }

    @inlinable
    public static func bytes(_ data: ProtobufCBinaryData) -> [UInt8] {
        guard data.len > 0, let start = data.data else { return [] }
        return Array(UnsafeBufferPointer(start: start, count: data.len))
    }

    @inlinable
    public static func strings(_ count: Int, _ data: UnsafeMutablePointer<ProtobufCBinaryData>?) -> [String] {
        array(count, data) { string($0) }
    }

    @inlinable
    public static func byteStrings(_ count: Int, _ data: UnsafeMutablePointer<ProtobufCBinaryData>?) -> [[UInt8]] {
        array(count, data) { bytes($0) }
    }

    @inlinable
    public static func numbers<Number: BitwiseCopyable & Numeric>(
        _ count: Int, _ numbers: UnsafeMutablePointer<Number>?
    ) -> [Number] {
        guard count > 0, let numbers else { return [] }
        return Array(UnsafeBufferPointer(start: numbers, count: count))
    }

    @inlinable
    public static func flags(_ count: Int, _ flags: UnsafeMutablePointer<protobuf_c_boolean>?) -> [Bool] {
        array(count, flags) { $0 != 0 }
    }

    /// - Parameter value: a C enum, which protobuf-c makes as wide as an int.
    @inlinable
    public static func enumeration<E: ProtoEnum, C>(_ value: C) -> E {
        E(rawValue: unsafeBitCast(value, to: Int32.self))
    }

    @inlinable
    public static func enumerations<E: ProtoEnum, C>(_ count: Int, _ values: UnsafeMutablePointer<C>?) -> [E] {
        array(count, values) { enumeration($0) }
    }

    @inlinable
    public static func message<M: ProtoMessage, C>(_ pointer: UnsafeMutablePointer<C>?) -> M? {
        pointer.map { M(reading: UnsafeRawPointer($0)) }
    }

    @inlinable
    public static func messages<M: ProtoMessage, C>(
        _ count: Int, _ pointers: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?
    ) -> [M] {
        array(count, pointers) { message($0) ?? M() }
    }

    /// protobuf-c keeps every entry it read; of equal keys the last one counts.
    @inlinable
    public static func map<Key: ProtoMapKey, Value, C>(
        _ count: Int, _ entries: UnsafeMutablePointer<UnsafeMutablePointer<C>?>?,
        _ read: (UnsafeMutablePointer<C>) -> (Key, Value)
    ) -> [Key: Value] {
        guard count > 0, let entries else { return [:] }
        var map = [Key: Value](minimumCapacity: count)
        for index in 0..<count {
            guard let entry = entries[index] else { continue }
            let (key, value) = read(entry)
            map[key] = value
        }
        return map
    }

    @inlinable
    static func array<C, Element>(
        _ count: Int, _ source: UnsafeMutablePointer<C>?, _ convert: (C) -> Element
    ) -> [Element] {
        guard count > 0, let source else { return [] }
        return [Element](unsafeUninitializedCapacity: count) { target, written in
            guard let first = target.baseAddress else { return }
            for index in 0..<count { (first + index).initialize(to: convert(source[index])) }
            written = count
        }
    }
}

/// C values out of Swift ones, where no memory is needed.
public enum Packed {
    /// - Returns: a C enum, which protobuf-c makes as wide as an int.
    @inlinable
    public static func enumeration<E: ProtoEnum, C>(_ value: E) -> C {
        unsafeBitCast(value.rawValue, to: C.self)
    }
}
