// NAME.service.swift: for each service of a .proto its methods, the protocol that an implementation conforms to, the
// registration with a router, and a typed client.

struct SwiftServices {
    var file: ProtoFile
    var target: SwiftTarget

    func generate() -> OutputFile? {
        guard !file.services.isEmpty else { return nil }
        var out = SourceText(OutputFile.header(of: file.name))
        let messages = file.services.flatMap(\.methods).flatMap { [$0.request, $0.response] }
        let usesCodec = messages.contains { SwiftTarget.inCodec($0.file) }
        target.writeImports(to: &out, codec: usesCodec ? "package" : nil, rpc: true)
        for service in file.services {
            writeMethods(service, to: &out)
            writeProtocol(service, to: &out)
            writeRegistration(service, to: &out)
            writeClient(service, to: &out)
        }
        return OutputFile(name: "\(target.directory)/\(target.stem(file)).service.swift", content: out.text)
    }

    private func writeMethods(_ service: ServiceType, to out: inout SourceText) {
        let stem = SwiftNames.stem(service)
        out.line()
        out.line("/// The methods of \(service.fullName).")
        out.block("\(target.access) enum \(stem)Methods {") { out in
            for method in service.methods {
                let arguments = "service: \"\(service.fullName)\", name: \"\(method.name)\", kind: .\(method.kind)"
                out.line("\(target.access) static let \(method.swiftName) = Method(\(arguments))")
            }
            let names = service.methods.map(\.swiftName).joined(separator: ", ")
            out.line("\(target.access) static let all = [\(names)]")
        }
    }

    private func writeProtocol(_ service: ServiceType, to out: inout SourceText) {
        out.line()
        out.documentation(service.comment)
        out.block("\(target.access) protocol \(SwiftNames.stem(service))ServiceProtocol: Sendable {") { out in
            for (index, method) in service.methods.enumerated() {
                if index > 0 { out.line() }
                out.documentation(method.comment)
                let result = method.serverStreaming ? "" : " -> \(method.output)"
                let parameters = method.handlerParameters.joined(separator: ", ")
                out.line("func \(method.swiftName)(\(parameters)) async throws\(result)")
            }
        }
    }

    private func writeRegistration(_ service: ServiceType, to out: inout SourceText) {
        let stem = SwiftNames.stem(service)
        out.line()
        out.block("extension Router {") { out in
            out.line("/// Registers every method of \(service.fullName).")
            out.block("\(target.access) mutating func register(_ service: some \(stem)ServiceProtocol) {") { out in
                for method in service.methods { writeRegistration(method, stem, to: &out) }
            }
        }
    }

    private func writeRegistration(_ method: MethodType, _ stem: String, to out: inout SourceText) {
        let input =
            method.clientStreaming ? "requests: RequestStream<\(method.input)>" : "request: \(method.input)"
        let output = method.serverStreaming ? ", responses: ResponseWriter<\(method.output)>" : ""
        let result = method.serverStreaming ? "Void" : method.output
        let closure = "(\(input)\(output), context: CallContext) async throws -> \(result) in"
        let first = method.clientStreaming ? "requests" : "request"
        let second = method.serverStreaming ? ", responses: responses" : ""
        out.block("\(method.kind)(\(stem)Methods.\(method.swiftName)) { \(closure)") { out in
            out.line("try await service.\(method.swiftName)(\(first)\(second), context: context)")
        }
    }

    private func writeClient(_ service: ServiceType, to out: inout SourceText) {
        let stem = SwiftNames.stem(service)
        out.line()
        out.line("/// Calls \(service.fullName).")
        out.block("\(target.access) struct \(stem)Client: Sendable {") { out in
            out.line("\(target.access) var client: RPCClient")
            out.line()
            out.block("\(target.access) init(_ client: RPCClient) {") { $0.line("self.client = client") }
            for method in service.methods {
                out.line()
                out.documentation(method.comment)
                let options = "options: CallOptions = .init()"
                let parameters =
                    method.clientStreaming ? options : "_ request: \(method.input), \(options)"
                let request = method.clientStreaming ? "" : ", request"
                out.block(
                    "\(target.access) func \(method.swiftName)(\(parameters)) async throws -> \(method.callType) {"
                ) { out in
                    let constant = "\(stem)Methods.\(method.swiftName)"
                    out.line("try await client.\(method.kind)(\(constant)\(request), options: options)")
                }
            }
        }
    }
}

extension MethodType {
    /// As RPC's CallKind spells it.
    var kind: String {
        switch (clientStreaming, serverStreaming) {
        case (false, false): "unary"
        case (true, false): "clientStreaming"
        case (false, true): "serverStreaming"
        case (true, true): "bidirectional"
        }
    }

    var swiftName: String { SwiftNames.member(name) }
    var input: String { SwiftNames.type(request) }
    var output: String { SwiftNames.type(response) }

    fileprivate var handlerParameters: [String] {
        [
            clientStreaming ? "_ requests: RequestStream<\(input)>" : "_ request: \(input)",
            serverStreaming ? "responses: ResponseWriter<\(output)>" : nil,
            "context: CallContext",
        ].compactMap { $0 }
    }

    /// What a client's function gives back.
    fileprivate var callType: String {
        switch (clientStreaming, serverStreaming) {
        case (false, false): output
        case (true, false): "ClientStreamingCall<\(input), \(output)>"
        case (false, true): "ResponseStream<\(output)>"
        case (true, true): "BidirectionalCall<\(input), \(output)>"
        }
    }
}
