// The FileDescriptorSet of a target, as constant data in its C module: what reflection and OpenAPI read.
//
// All imported files are in it, as readers of descriptor sets expect. Comments are kept for our own files alone, and of
// the source positions only those that carry a comment.

internal import CDescriptors
internal import CProtobufC

struct DescriptorSetFile {
    /// The CodeGeneratorRequest as protoc sent it.
    var request: [UInt8]
    /// Whose comments are kept, by name.
    var files: Set<String>

    func generate(into directory: String) throws(Failure) -> [OutputFile] {
        let function = Self.function(in: directory)
        var header = SourceText(OutputFile.header(ofAll: directory))
        header.line("#pragma once")
        header.line()
        header.line("#include <stddef.h>")
        header.line("#include <stdint.h>")
        header.line()
        header.line("// A google.protobuf.FileDescriptorSet; `size` is set to its length in bytes.")
        header.line("const uint8_t *\(function)(size_t *size);")

        var source = SourceText(OutputFile.header(ofAll: directory))
        source.line("#include \"descriptor_set.h\"")
        source.line()
        source.line("static const uint8_t bytes[] =")
        let lines = Self.literals(try bytes())
        for (index, line) in lines.enumerated() {
            source.line("    \"\(line)\"\(index == lines.count - 1 ? ";" : "")")
        }
        source.line()
        source.block("const uint8_t *\(function)(size_t *size) {") { out in
            out.line("// Without the NUL that ends a string.")
            out.line("*size = sizeof bytes - 1;")
            out.line("return bytes;")
        }
        return [
            OutputFile(name: "\(directory)/include/descriptor_set.h", content: header.text),
            OutputFile(name: "\(directory)/descriptor_set.c", content: source.text),
        ]
    }

    /// `cmessages__descriptor_set` of Sources/CMessages.
    static func function(in directory: String) -> String {
        "\((directory.split(separator: "/").last ?? "c").lowercased())__descriptor_set"
    }

    private func bytes() throws(Failure) -> [UInt8] {
        let copy = request.withUnsafeBufferPointer {
            google__protobuf__compiler__code_generator_request__unpack(nil, $0.count, $0.baseAddress)
        }
        guard let copy else { throw Failure("protoc's request cannot be read") }
        var set = WireWriter()
        for file in each(copy.pointee.n_proto_file, copy.pointee.proto_file) {
            if files.contains(text(file.pointee.name)) {
                if let info = file.pointee.source_code_info { keepComments(of: info) }
            } else {
                file.pointee.source_code_info = nil
            }
            let size = google__protobuf__file_descriptor_proto__get_packed_size(file)
            let packed = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
                count = google__protobuf__file_descriptor_proto__pack(file, buffer.baseAddress)
            }
            set.field(1, bytes: packed)
        }
        return set.bytes
    }

    private func keepComments(of info: UnsafeMutablePointer<Google__Protobuf__SourceCodeInfo>) {
        var kept = 0
        for index in 0..<Int(info.pointee.n_location) {
            guard let location = info.pointee.location[index] else { continue }
            location.pointee.n_leading_detached_comments = 0
            if location.pointee.leading_comments == nil, location.pointee.trailing_comments == nil { continue }
            info.pointee.location[kept] = location
            kept += 1
        }
        info.pointee.n_location = kept
    }

    /// C string literals of about a hundred columns: text stays readable, so that a change shows in a diff.
    private static func literals(_ bytes: [UInt8]) -> [String] {
        var lines: [String] = []
        var line = ""
        for byte in bytes {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "?"):
                line += "\\\(Character(UnicodeScalar(byte)))"
            case 32..<127: line.unicodeScalars.append(UnicodeScalar(byte))
            default:
                let digits = String(byte, radix: 8)
                // Always three digits, so that one that follows is not taken in.
                line += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
            }
            if line.utf8.count > 100 {
                lines.append(line)
                line = ""
            }
        }
        return line.isEmpty ? lines : lines + [line]
    }
}
