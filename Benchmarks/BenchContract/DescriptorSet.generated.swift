// Generated from the .proto files of Benchmarks/BenchContract by scripts/generate.sh. Do not edit.

internal import CBenchMessages
internal import CDescriptors
internal import CProtobufC
package import Codec
package import RPC

/// A method and what its messages are made of.
package struct MethodEntry: Sendable, Hashable {
    package var method: Method
    package var request: MessageSchema
    package var response: MessageSchema
}

/// The contract at run time.
package enum DescriptorSet {
    /// A google.protobuf.FileDescriptorSet: all imports, and the comments of our own files.
    package static var bytes: UnsafeRawBufferPointer {
        var size = 0
        let start = cbenchmessages__descriptor_set(&size)
        return UnsafeRawBufferPointer(start: start, count: size)
    }

    /// The full names of all services.
    package static let services: [String] = [
        "bench.Echo",
        "bench.Stream",
    ]

    /// By `service/Method`.
    package static let methods: [String: MethodEntry] = [
        "bench.Echo/Echo": MethodEntry(
            method: EchoMethods.echo, request: EchoRequest.schema, response: EchoReply.schema),
        "bench.Stream/Items": MethodEntry(
            method: StreamMethods.items, request: ItemsRequest.schema, response: Item.schema),
    ]

    /// Every message by full name, Google's included.
    package static let messages = WellKnownMessages.byName.merging(own) { $1 }

    private static let own: [String: MessageSchema] = [
        "bench.EchoRequest": EchoRequest.schema,
        "bench.EchoReply": EchoReply.schema,
        "bench.ItemsRequest": ItemsRequest.schema,
        "bench.Item": Item.schema,
    ]
}
