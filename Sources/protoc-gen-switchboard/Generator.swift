// One run: the request read, its files checked, every output that the parameters ask for collected.

internal import CDescriptors
internal import CProtobufC

struct Generator {
    private let request: [UInt8]
    private let parameters: Parameters
    private let allFiles: [ProtoFile]
    /// Those named on protoc's command line, by name.
    private let files: [ProtoFile]

    init(_ request: [UInt8]) throws(Failure) {
        self.request = request
        let unpacked = request.withUnsafeBufferPointer {
            google__protobuf__compiler__code_generator_request__unpack(nil, $0.count, $0.baseAddress)
        }
        guard let unpacked else { throw Failure("protoc's request cannot be read") }
        parameters = try Parameters(text(unpacked.pointee.parameter))
        let wanted = Set(texts(unpacked.pointee.n_file_to_generate, unpacked.pointee.file_to_generate))
        allFiles = try DescriptorReader(unpacked).files
        files = allFiles.filter { wanted.contains($0.name) }.sorted { $0.name < $1.name }
    }

    func generate() throws -> [OutputFile] {
        var output: [OutputFile] = []
        if let directory = parameters.c {
            output += try generateC(into: directory)
        }
        if let directory = parameters.swift {
            output += try generateSwift(into: directory)
        }
        if let directory = parameters.node {
            output.append(NodeContract(files: files, directory: directory).generate())
            output.append(try NodeTypes(files: files, directory: directory).generate())
        }
        if let directory = parameters.openAPI {
            output.append(
                OutputFile(name: "\(directory)/openapi.json", content: try OpenAPIDocument(files: files).text()))
        }
        return output.sorted { $0.name < $1.name }
    }

    private func generateC(into directory: String) throws -> [OutputFile] {
        let named = Dictionary(uniqueKeysWithValues: files.map { ($0.name, $0) })
        let patch = RequestPatch(keepsStrings: parameters.isPlain, files: named)
        var output = try CFiles(request: request, patch: patch).generate(into: directory)
        if !parameters.isPlain {
            output += files.flatMap { SchemaFiles(file: $0).generate(into: directory) }
        }
        let module = directory.split(separator: "/").last ?? "C"
        let map = OutputFile.header(ofAll: directory) + "module \(module) {\n    umbrella \".\"\n    export *\n}\n"
        return output + [OutputFile(name: "\(directory)/include/module.modulemap", content: map)]
    }

    private func generateSwift(into directory: String) throws -> [OutputFile] {
        let target = SwiftTarget(directory: directory, access: parameters.access, cModule: parameters.cModule)
        try target.check(files)
        var output = files.compactMap { SwiftMessages(file: $0, target: target).generate() }
        output += files.compactMap { SwiftConversions(file: $0, target: target).generate() }
        let cDirectory = parameters.c ?? ""
        let descriptorSet = SwiftDescriptorSet(files: files, target: target, cDirectory: cDirectory)
        if target.isCodec { return output + [descriptorSet.generateForCodec()] }
        output += files.compactMap { SwiftServices(file: $0, target: target).generate() }
        output += try SwiftTables(files: files, target: target).generate()
        output.append(descriptorSet.generate())
        if target.hasDocument(files) { output.append(try OpenAPIDocument(files: files).generate(for: target)) }
        let ours = Set(files.filter(\.isOurs).map(\.name))
        output += try DescriptorSetFile(request: request, files: ours).generate(into: cDirectory)
        return output
    }
}
