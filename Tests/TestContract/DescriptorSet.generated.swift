// Generated from the .proto files of Tests/TestContract by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC
internal import CTestMessages
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
        let start = ctestmessages__descriptor_set(&size)
        return UnsafeRawBufferPointer(start: start, count: size)
    }

    /// The full names of all services.
    package static let services: [String] = [
    ]

    /// By `service/Method`.
    package static let methods: [String: MethodEntry] = [:]

    /// Every message by full name, Google's included.
    package static let messages = WellKnownMessages.byName.merging(own) { $1 }

    private static let own: [String: MessageSchema] = [
        "switchboard.test.Point": Point.schema,
        "switchboard.test.Scalars": Scalars.schema,
        "switchboard.test.Lists": Lists.schema,
        "switchboard.test.Maps": Maps.schema,
        "switchboard.test.Choices": Choices.schema,
        "switchboard.test.Optionals": Optionals.schema,
        "switchboard.test.Tree": Tree.schema,
        "switchboard.test.Branch": Branch.schema,
        "switchboard.test.WellKnowns": WellKnowns.schema,
        "switchboard.test.Outer": Outer.schema,
        "switchboard.test.Outer.Inner": Outer.Inner.schema,
        "switchboard.test.Wide": Wide.schema,
        "switchboard.test.Nothing": Nothing.schema,
    ]
}
