// protoc-gen-switchboard: protoc's plugin that writes everything which follows from proto/.
//
// Reads a CodeGeneratorRequest from stdin and writes a CodeGeneratorResponse to stdout. scripts/generate.sh runs it once
// per target; Parameters.swift has what a target can ask for. It stands on protobuf-c and CDescriptors alone, so that a
// broken Codec or Contract can always be generated anew.

internal import CDescriptors
internal import CProtobufC
internal import Foundation

@main
struct Main {
    static func main() throws {
        let input = try FileHandle.standardInput.readToEnd().map(Array.init) ?? []
        do {
            respond(files: try Generator(input).generate(), error: nil)
        } catch let failure as Failure {
            respond(files: [], error: failure.message)
        } catch {
            respond(files: [], error: "\(error)")
        }
    }

    private static func respond(files: [OutputFile], error: String?) {
        var answer = WireWriter()
        if let error { answer.field(1, text: error) }
        // FEATURE_PROTO3_OPTIONAL
        answer.field(2, number: 1)
        for file in files {
            var entry = WireWriter()
            entry.field(1, text: file.name)
            entry.field(15, text: file.content)
            answer.field(15, bytes: entry.bytes)
        }
        FileHandle.standardOutput.write(Data(answer.bytes))
    }
}
