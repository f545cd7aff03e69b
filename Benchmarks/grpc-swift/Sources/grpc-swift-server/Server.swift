// bench.Echo/Echo on grpc-swift-2: grpc-swift-server unix:/PATH [event loops]. It never ends by itself.
import GRPCCore
import GRPCNIOTransportHTTP2Posix
import GRPCProtobuf
import NIOPosix

struct Echo: RegistrableRPCService {
    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
        router.registerHandler(
            forMethod: MethodDescriptor(fullyQualifiedService: "bench.Echo", method: "Echo"),
            deserializer: ProtobufDeserializer<EchoRequest>(),
            serializer: ProtobufSerializer<EchoReply>(),
            handler: { request, _ in
                let request = try await ServerRequest(stream: request)
                var reply = EchoReply()
                reply.text = request.message.text
                reply.payload = request.message.payload
                return StreamingServerResponse(single: ServerResponse(message: reply))
            })
    }
}

@main struct Program {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 2, arguments[1].hasPrefix("unix:") else {
            print("usage: grpc-swift-server unix:/PATH [event loops]")
            return
        }
        let loops = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
        let server = GRPCServer(
            transport: .http2NIOPosix(
                address: .unixDomainSocket(path: String(arguments[1].dropFirst("unix:".count))),
                transportSecurity: .plaintext,
                eventLoopGroup: MultiThreadedEventLoopGroup(numberOfThreads: loops)),
            services: [Echo()])
        try await server.serve()
    }
}
