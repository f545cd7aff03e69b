// Generated from bench/echo.proto by scripts/generate.sh. Do not edit.

internal import Codec

package struct EchoRequest: ProtoMessage {
    package var text: String = ""
    package var payload: [UInt8] = []

    package init() {}
}

package struct EchoReply: ProtoMessage {
    package var text: String = ""
    package var payload: [UInt8] = []

    package init() {}
}
