// Generated from google/protobuf/wrappers.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension DoubleValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__double_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__DoubleValue.self)
        c.pointee.value = self.value
    }
}

extension FloatValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__float_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__FloatValue.self)
        c.pointee.value = self.value
    }
}

extension Int64Value {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__int64_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Int64Value.self)
        c.pointee.value = self.value
    }
}

extension UInt64Value {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__uint64_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__UInt64Value.self)
        c.pointee.value = self.value
    }
}

extension Int32Value {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__int32_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__Int32Value.self)
        c.pointee.value = self.value
    }
}

extension UInt32Value {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__uint32_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
        self.value = c.pointee.value
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__UInt32Value.self)
        c.pointee.value = self.value
    }
}

extension BoolValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__bool_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
        self.value = c.pointee.value != 0
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__BoolValue.self)
        c.pointee.value = self.value ? 1 : 0
    }
}

extension StringValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__string_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
        self.value = Unpacked.string(c.pointee.value)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__StringValue.self)
        c.pointee.value = arena.bytes(self.value)
    }
}

extension BytesValue {
    public static var schema: MessageSchema { MessageSchema(google__protobuf__bytes_value__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
        self.value = Unpacked.bytes(c.pointee.value)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Protobuf__BytesValue.self)
        c.pointee.value = arena.bytes(self.value)
    }
}
