// What codec-bench measures, by swift-protobuf: an envelope and a small message from bytes, the same message and its
// envelope to bytes. Messages of the shape that its generator gives them, by hand as in grpc-swift-server.
import Foundation
import SwiftProtobuf

struct EchoRequest: SwiftProtobuf.Message, _MessageImplementationBase {
    static let protoMessageName = "bench.EchoRequest"
    var text = ""
    var payload = Data()
    var unknownFields = UnknownStorage()

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
}

struct SendTextRequest: SwiftProtobuf.Message, _MessageImplementationBase {
    static let protoMessageName = "switchboard.v1.SendTextRequest"
    var recipient = ""
    var message = ""
    var session = ""
    var idempotencyKey = ""
    var unknownFields = UnknownStorage()

    mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
        while let number = try decoder.nextFieldNumber() {
            switch number {
            case 1: try decoder.decodeSingularStringField(value: &recipient)
            case 2: try decoder.decodeSingularStringField(value: &message)
            case 3: try decoder.decodeSingularStringField(value: &session)
            case 9: try decoder.decodeSingularStringField(value: &idempotencyKey)
            default: break
            }
        }
    }

    func traverse<V: SwiftProtobuf.Visitor>(visitor: inout V) throws {
        if !recipient.isEmpty { try visitor.visitSingularStringField(value: recipient, fieldNumber: 1) }
        if !message.isEmpty { try visitor.visitSingularStringField(value: message, fieldNumber: 2) }
        if !session.isEmpty { try visitor.visitSingularStringField(value: session, fieldNumber: 3) }
        if !idempotencyKey.isEmpty { try visitor.visitSingularStringField(value: idempotencyKey, fieldNumber: 9) }
        try unknownFields.traverse(visitor: &visitor)
    }
}

/// ttrpc.Request without metadata.
struct EnvelopeRequest: SwiftProtobuf.Message, _MessageImplementationBase {
    static let protoMessageName = "ttrpc.Request"
    var service = ""
    var method = ""
    var payload = Data()
    var timeoutNano: Int64 = 0
    var unknownFields = UnknownStorage()

    mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
        while let number = try decoder.nextFieldNumber() {
            switch number {
            case 1: try decoder.decodeSingularStringField(value: &service)
            case 2: try decoder.decodeSingularStringField(value: &method)
            case 3: try decoder.decodeSingularBytesField(value: &payload)
            case 4: try decoder.decodeSingularInt64Field(value: &timeoutNano)
            default: break
            }
        }
    }

    func traverse<V: SwiftProtobuf.Visitor>(visitor: inout V) throws {
        if !service.isEmpty { try visitor.visitSingularStringField(value: service, fieldNumber: 1) }
        if !method.isEmpty { try visitor.visitSingularStringField(value: method, fieldNumber: 2) }
        if !payload.isEmpty { try visitor.visitSingularBytesField(value: payload, fieldNumber: 3) }
        if timeoutNano != 0 { try visitor.visitSingularInt64Field(value: timeoutNano, fieldNumber: 4) }
        try unknownFields.traverse(visitor: &visitor)
    }
}

/// ttrpc.Response without status.
struct EnvelopeResponse: SwiftProtobuf.Message, _MessageImplementationBase {
    static let protoMessageName = "ttrpc.Response"
    var payload = Data()
    var unknownFields = UnknownStorage()

    mutating func decodeMessage<D: SwiftProtobuf.Decoder>(decoder: inout D) throws {
        while let number = try decoder.nextFieldNumber() {
            if number == 2 { try decoder.decodeSingularBytesField(value: &payload) }
        }
    }

    func traverse<V: SwiftProtobuf.Visitor>(visitor: inout V) throws {
        if !payload.isEmpty { try visitor.visitSingularBytesField(value: payload, fieldNumber: 2) }
        try unknownFields.traverse(visitor: &visitor)
    }
}

@inline(never)
func answer<M: SwiftProtobuf.Message>(_ request: [UInt8], as _: M.Type) throws -> Int {
    let envelope = try EnvelopeRequest(serializedBytes: request)
    let message = try M(serializedBytes: envelope.payload)
    var response = EnvelopeResponse()
    response.payload = try message.serializedBytes()
    let bytes: [UInt8] = try response.serializedBytes()
    return bytes.count
}

func measure<M: SwiftProtobuf.Message>(_ name: String, _ message: M, _ rounds: Int) throws {
    var envelope = EnvelopeRequest()
    envelope.service = "switchboard.v1.MessagesService"
    envelope.method = "SendText"
    envelope.payload = try message.serializedBytes()
    envelope.timeoutNano = 30_000_000_000
    let request: [UInt8] = try envelope.serializedBytes()
    var best = Double.infinity
    for _ in 0..<5 {
        var bytes = 0
        let begin = clock()
        for _ in 0..<rounds { bytes += try answer(request, as: M.self) }
        best = min(best, Double(clock() - begin) * 1e9 / Double(CLOCKS_PER_SEC) / Double(rounds))
        precondition(bytes > 0)
    }
    print("| \(name) | \(Int(best)) |")
}

@main
struct Codec {
    static func main() throws {
        let rounds = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 1_000_000 : 1_000_000
        var echo = EchoRequest()
        echo.text = "0123456789abcdef"
        echo.payload = Data(repeating: 7, count: 100)
        var text = SendTextRequest()
        text.recipient = "+4915112345678"
        text.message = "Your parcel arrives tomorrow between 9 and 11."
        text.session = "default"
        text.idempotencyKey = "order-4711-notice-1"
        print("| envelope and message, ns of CPU | swift-protobuf 1.39.0 |")
        print("| --- | --- |")
        try measure("bench.Echo", echo, rounds)
        try measure("SendText", text, rounds)
    }
}
