// Generated from bench/stream.proto by scripts/generate.sh. Do not edit.

internal import Codec

package struct ItemsRequest: ProtoMessage {
    package var items: UInt32 = 0
    package var size: UInt32 = 0

    package init() {}
}

package struct Item: ProtoMessage {
    /// Its number, so that a reader sees that none is missing.
    package var number: UInt32 = 0
    package var payload: [UInt8] = []

    package init() {}
}
