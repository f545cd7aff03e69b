// bench.EchoRequest and bench.EchoReply for swift-protobuf, of the shape that its generator gives them. By hand, since
// the generator takes longer to build than everything else here.
import Foundation
import SwiftProtobuf

/// Both messages are the same: 1 text, 2 payload.
protocol EchoMessage: SwiftProtobuf.Message, _MessageImplementationBase {
    var text: String { get set }
    var payload: Data { get set }
    var unknownFields: UnknownStorage { get set }
}

extension EchoMessage {
    mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
        while let number = try decoder.nextFieldNumber() {
            switch number {
            case 1: try decoder.decodeSingularStringField(value: &text)
            case 2: try decoder.decodeSingularBytesField(value: &payload)
            default: break
            }
        }
    }

    func traverse<V: SwiftProtobuf.Visitor>(visitor: inout V) throws {
        if !text.isEmpty { try visitor.visitSingularStringField(value: text, fieldNumber: 1) }
        if !payload.isEmpty { try visitor.visitSingularBytesField(value: payload, fieldNumber: 2) }
        try unknownFields.traverse(visitor: &visitor)
    }

    static func == (a: Self, b: Self) -> Bool {
        a.text == b.text && a.payload == b.payload && a.unknownFields == b.unknownFields
    }
}

struct EchoRequest: EchoMessage {
    static let protoMessageName = "bench.EchoRequest"
    var text = ""
    var payload = Data()
    var unknownFields = UnknownStorage()
}

struct EchoReply: EchoMessage {
    static let protoMessageName = "bench.EchoReply"
    var text = ""
    var payload = Data()
    var unknownFields = UnknownStorage()
}
