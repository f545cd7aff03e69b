// What generated `fill` functions call: copies of Swift values in the arena, in the shapes of protobuf-c.
//
// Written for our own values, not for input: the arena has no bound here, and running out of memory ends the process
// as it does everywhere in Swift. A String is copied as it is, embedded NULs included (PackedMessage.swift says why).
public import CProtobufC

extension Arena {
    @inlinable
    func takeUnbounded(_ size: Int) -> UnsafeMutableRawPointer {
        guard let memory = take(size) else { fatalError("out of memory") }
        return memory
    }

    @inlinable
    func takeArray<Element>(_ count: Int, of: Element.Type) -> UnsafeMutablePointer<Element> {
        takeUnbounded(count * MemoryLayout<Element>.stride).bindMemory(to: Element.self, capacity: count)
    }

    @inlinable
    func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> ProtobufCBinaryData {
        guard let source = bytes.baseAddress, !bytes.isEmpty else { return ProtobufCBinaryData() }
        let target = takeArray(bytes.count, of: UInt8.self)
        target.initialize(from: source, count: bytes.count)
        return ProtobufCBinaryData(len: bytes.count, data: target)
    }

    /// The string's UTF-8.
    @inlinable
    public func bytes(_ string: String) -> ProtobufCBinaryData {
        if string.isEmpty { return ProtobufCBinaryData() }
        if let copied = string.utf8.withContiguousStorageIfAvailable({ copy($0) }) { return copied }
        return bytes(Array(string.utf8))
    }

    @inlinable
    public func bytes(_ bytes: [UInt8]) -> ProtobufCBinaryData {
        bytes.withUnsafeBufferPointer { copy($0) }
    }

    @inlinable
    public func strings(_ strings: [String]) -> (Int, UnsafeMutablePointer<ProtobufCBinaryData>?) {
        array(strings) { bytes($0) }
    }

    @inlinable
    public func byteStrings(_ byteStrings: [[UInt8]]) -> (Int, UnsafeMutablePointer<ProtobufCBinaryData>?) {
        array(byteStrings) { bytes($0) }
    }

    @inlinable
    public func numbers<Number: BitwiseCopyable & Numeric>(_ numbers: [Number]) -> (Int, UnsafeMutablePointer<Number>?)
    {
        numbers.withUnsafeBufferPointer { source in
            guard let base = source.baseAddress, !source.isEmpty else { return (0, nil) }
            let target = takeArray(source.count, of: Number.self)
            target.initialize(from: base, count: source.count)
            return (source.count, target)
        }
    }

    @inlinable
    public func flags(_ flags: [Bool]) -> (Int, UnsafeMutablePointer<protobuf_c_boolean>?) {
        array(flags) { $0 ? 1 : 0 }
    }

    @inlinable
    public func enumerations<E: ProtoEnum, C>(_ values: [E]) -> (Int, UnsafeMutablePointer<C>?) {
        array(values) { Packed.enumeration($0) }
    }

    @inlinable
    public func message<M: ProtoMessage, C>(_ message: M?) -> UnsafeMutablePointer<C>? {
        guard let message else { return nil }
        return filled(message).assumingMemoryBound(to: C.self)
    }

    @inlinable
    public func messages<M: ProtoMessage, C>(
        _ messages: [M]
    ) -> (Int, UnsafeMutablePointer<UnsafeMutablePointer<C>?>?) {
        array(messages) { filled($0).assumingMemoryBound(to: C.self) }
    }

    /// The entries of a map by rising key, so that equal values have equal bytes.
    /// - Parameters:
    ///   - initialise: protobuf-c's `…_entry__init`.
    ///   - set: writes one key and value into an initialised entry.
    @inlinable
    public func map<Key: ProtoMapKey, Value, C>(
        _ map: [Key: Value], _ initialise: (UnsafeMutablePointer<C>?) -> Void,
        _ set: (UnsafeMutablePointer<C>, Key, Value) -> Void
    ) -> (Int, UnsafeMutablePointer<UnsafeMutablePointer<C>?>?) {
        if map.isEmpty { return (0, nil) }
        let entries = takeArray(map.count, of: UnsafeMutablePointer<C>?.self)
        var index = 0
        for (key, value) in map.sorted(by: { $0.key.precedes($1.key) }) {
            let entry = takeArray(1, of: C.self)
            initialise(entry)
            set(entry, key, value)
            (entries + index).initialize(to: entry)
            index += 1
        }
        return (index, entries)
    }

    /// A C struct with the message's fields.
    @inlinable
    func filled<M: ProtoMessage>(_ message: M) -> UnsafeMutableRawPointer {
        let pointer = initialised(M.schema)
        message.fill(pointer, in: self)
        return pointer
    }

    /// A C struct with all fields at their defaults.
    @inlinable
    func initialised(_ schema: MessageSchema) -> UnsafeMutableRawPointer {
        let descriptor = schema.descriptor
        let pointer = takeUnbounded(descriptor.pointee.sizeof_message)
        descriptor.pointee.message_init(pointer.assumingMemoryBound(to: ProtobufCMessage.self))
        return pointer
    }

    @inlinable
    func array<Element, C>(_ elements: [Element], _ convert: (Element) -> C) -> (Int, UnsafeMutablePointer<C>?) {
        if elements.isEmpty { return (0, nil) }
        let target = takeArray(elements.count, of: C.self)
        var index = 0
        for element in elements {
            (target + index).initialize(to: convert(element))
            index += 1
        }
        return (index, target)
    }
}
