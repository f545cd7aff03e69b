// The methods of the contract under their own names: `POST /rpc/<package.Service>/<Method>`, for programs that are made
// from the .proto files and want neither paths nor envelope. Made of the descriptors, so that a method that is added is
// there. Streams towards the server have no form here, and the streams of bridges are for their own socket.

internal import Contract
internal import RPC

enum MethodRoutes {
    /// The first segment of their paths.
    static let prefix = "rpc"

    /// One for each unary and each server-streaming method, in the order of their names.
    static let all: [Route] = DescriptorSet.methods.values.map(\.method).filter(isServed)
        .sorted { $0.path < $1.path }
        .map { method in
            Route(
                method: method, verb: "POST", template: "/\(prefix)/\(method.path)",
                segments: [.literal(prefix), .literal(method.service), .literal(method.name)], variables: [],
                body: "*", responseBody: "")
        }

    private static func isServed(_ method: Method) -> Bool {
        switch method.kind {
        case .unary: true
        case .serverStreaming: AccessTable.rules[method.path]?.access != [.bridge]
        default: false
        }
    }
}
