// Runs protoc-gen-c on the patched request and takes its answer over.

internal import CDescriptors
internal import CProtobufC
internal import Foundation

struct CFiles {
    /// The CodeGeneratorRequest as protoc sent it.
    var request: [UInt8]
    var patch: RequestPatch

    /// Headers go to `include/`, the rest beside it.
    func generate(into directory: String) throws -> [OutputFile] {
        let answer = try run(try patchedRequest())
        let response = answer.withUnsafeBufferPointer {
            google__protobuf__compiler__code_generator_response__unpack(nil, $0.count, $0.baseAddress)
        }
        guard let response else { throw Failure("protoc-gen-c gave no answer that can be read") }
        if let error = response.pointee.error { throw Failure("protoc-gen-c: \(text(error))") }
        return each(response.pointee.n_file, response.pointee.file).map { file in
            let name = text(file.pointee.name)
            let source = "\(name.dropLast(".pb-c.h".count)).proto"
            let place = name.hasSuffix(".h") ? "\(directory)/include/\(name)" : "\(directory)/\(name)"
            return OutputFile(name: place, content: OutputFile.header(of: source) + text(file.pointee.content))
        }
    }

    private func patchedRequest() throws -> [UInt8] {
        let copy = request.withUnsafeBufferPointer {
            google__protobuf__compiler__code_generator_request__unpack(nil, $0.count, $0.baseAddress)
        }
        guard let copy else { throw Failure("protoc's request cannot be read") }
        patch.apply(to: copy)
        let size = google__protobuf__compiler__code_generator_request__get_packed_size(copy)
        return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            count = google__protobuf__compiler__code_generator_request__pack(copy, buffer.baseAddress)
        }
    }

    /// The input goes through a file: with two pipes each side could wait for the other.
    private func run(_ input: [UInt8]) throws -> [UInt8] {
        let directory = FileManager.default.temporaryDirectory
        let file = directory.appendingPathComponent("protoc-gen-switchboard-\(UUID().uuidString)")
        try Data(input).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["protoc-gen-c"]
        process.standardInput = try FileHandle(forReadingFrom: file)
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failure("protoc-gen-c failed (\(process.terminationStatus)); is protobuf-c-compiler installed?")
        }
        return Array(answer)
    }
}
