// What bytes cost on the way of a call: check and read the envelope and a small message, write one like it and its
// envelope. The very functions that the server calls, beside protobuf-c alone with an arena, in turn in one run.

internal import BenchContract
internal import CBenchMessages
internal import CCodecBench
internal import CMessages
internal import CProtobufC
internal import Codec
internal import Contract
internal import Glibc
internal import NIOCore
internal import RPC

@main
struct CodecBench {
    static func main() {
        let rounds = CommandLine.arguments.count > 1 ? Int(CommandLine.arguments[1]) ?? 0 : 1_000_000
        guard rounds > 0 else {
            print("usage: codec-bench [ROUNDS]")
            exit(64)
        }
        let echo = EchoRequest.with {
            $0.text = "0123456789abcdef"
            $0.payload = [UInt8](repeating: 7, count: 100)
        }
        let text = SendTextRequest.with {
            $0.recipient = "+4915112345678"
            $0.message = "Your parcel arrives tomorrow between 9 and 11."
            $0.session = "default"
            $0.idempotencyKey = "order-4711-notice-1"
        }
        let key = EnvelopeKeyValue.with {
            $0.key = "authorization"
            $0.value = "ApiKey " + String(repeating: "k", count: 62)
        }
        print(
            "| envelope and message, ns of CPU | protobuf-c, arena | check, unpack, pack | ratio | with Swift values | ratio |"
        )
        print("| --- | --- | --- | --- | --- | --- |")
        compare("bench.Echo", request(echo, []), echo, bench__echo_request__descriptor, rounds)
        compare("SendText", request(text, []), text, switchboard__v1__send_text_request__descriptor, rounds)
        compare(
            "SendText with an API key", request(text, [key]), text, switchboard__v1__send_text_request__descriptor,
            rounds)
    }

    private static func request(_ message: some ProtoMessage, _ metadata: [EnvelopeKeyValue]) -> ByteBuffer {
        let envelope = EnvelopeRequest.with {
            $0.service = "switchboard.v1.MessagesService"
            $0.method = "SendText"
            $0.payload = message.encoded()
            $0.timeoutNano = 30_000_000_000
            $0.metadata = metadata
        }
        return ByteBuffer(bytes: envelope.encoded())
    }

    private static func compare<M: ProtoMessage>(
        _ name: String, _ request: ByteBuffer, _ message: M, _ type: ProtobufCMessageDescriptor, _ rounds: Int
    ) {
        let response = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 4096)
        var output = ByteBuffer()
        withUnsafePointer(to: type) { type in
            let count = answered(request, as: M.self, into: &output)
            let bytes = output.readableBytesView.suffix(count)
            guard repacked(request, as: M.self) == count,
                repackedOutput.readableBytesView.suffix(count).elementsEqual(bytes),
                answeredInC(request, type, into: response) == count, response.prefix(count).elementsEqual(bytes)
            else {
                print("error: they do not answer alike")
                exit(70)
            }
            // The best of five in turn: what disturbs only adds.
            var (c, structs, values) = (Double.infinity, Double.infinity, Double.infinity)
            for _ in 0..<5 {
                c = min(c, time(rounds) { answeredInC(request, type, into: response) })
                structs = min(structs, time(rounds) { repacked(request, as: M.self) })
                values = min(values, time(rounds) { answered(request, as: M.self, into: &output) })
            }
            func ratio(_ ours: Double) -> Double { (ours / c * 100).rounded() / 100 }
            print("| \(name) | \(Int(c)) | \(Int(structs)) | \(ratio(structs)) | \(Int(values)) | \(ratio(values)) |")
        }
    }

    /// As for a handler that answers with what it was given.
    /// - Returns: the length of the response.
    @inline(never)
    private static func answered<M: ProtoMessage>(
        _ request: ByteBuffer, as _: M.Type, into output: inout ByteBuffer
    ) -> Int {
        output.clear()
        request.withUnsafeReadableBytes { data in
            guard let envelope = try? RequestEnvelope.read(data, limits: .init()),
                let message = try? M(decoding: UnsafeRawBufferPointer(rebasing: data[envelope.payload]))
            else { return }
            message.pack { size, fill in
                FrameWriter.writeResponse(stream: 1, size: size, metadata: [:], into: &output, fill)
            }
        }
        return output.readableBytes - frameHeader
    }

    /// The same without a value of Swift in between.
    @inline(never)
    private static func repacked<M: ProtoMessage>(_ request: ByteBuffer, as _: M.Type) -> Int {
        repackedOutput.clear()
        request.withUnsafeReadableBytes { data in
            guard let envelope = try? RequestEnvelope.read(data, limits: .init()) else { return }
            _ = try? Repacked<M>(decoding: UnsafeRawBufferPointer(rebasing: data[envelope.payload]))
        }
        return repackedOutput.readableBytes - frameHeader
    }

    @inline(never)
    private static func answeredInC(
        _ request: ByteBuffer, _ type: UnsafePointer<ProtobufCMessageDescriptor>,
        into response: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        request.withUnsafeReadableBytes { data in
            codec_bench_answer(
                type, data.baseAddress?.assumingMemoryBound(to: UInt8.self), data.count, response.baseAddress,
                response.count)
        }
    }

    private static let frameHeader = 10

    /// Nanoseconds of CPU of one call.
    private static func time(_ rounds: Int, _ call: () -> Int) -> Double {
        var bytes = 0
        let begin = processTime()
        for _ in 0..<rounds { bytes &+= call() }
        let end = processTime()
        precondition(bytes > 0)
        return Double(end - begin) / Double(rounds)
    }

    private static func processTime() -> Int {
        var now = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now)
        return now.tv_sec * 1_000_000_000 + now.tv_nsec
    }
}

/// A message that is packed from its C struct where other messages are read from it.
private struct Repacked<M: ProtoMessage>: ProtoMessage {
    static var schema: MessageSchema { M.schema }

    init() {}

    init(reading pointer: UnsafeRawPointer) {
        let message = pointer.assumingMemoryBound(to: ProtobufCMessage.self)
        FrameWriter.writeResponse(
            stream: 1, size: protobuf_c_message_get_packed_size(message), metadata: [:], into: &repackedOutput
        ) { target in
            _ = protobuf_c_message_pack(message, target.assumingMemoryBound(to: UInt8.self))
        }
    }

    func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

nonisolated(unsafe) private var repackedOutput = ByteBuffer()
