// Runs protoc with the generator that was just built, on small .proto files in a directory of its own.

import Foundation

struct GeneratorRun {
    /// What protoc left behind, by name relative to the output directory.
    private(set) var output: [String: String] = [:]
    private(set) var status: Int32 = 0
    /// What protoc said.
    private(set) var complaint = ""

    /// - Parameters:
    ///   - files: content by name.
    ///   - generate: which of them; nil: those at the top.
    ///   - parameters: what the generator is asked for.
    init(
        _ files: [String: String], generate: [String]? = nil,
        parameters: String = "c=CThings,swift=Things,c_module=CThings"
    ) throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("generator-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: directory) }
        let input = directory.appendingPathComponent("in")
        let output = directory.appendingPathComponent("out")
        try FileManager.default.createDirectory(at: output, withIntermediateDirectories: true)
        for (name, content) in files.merging(Self.googleAPI, uniquingKeysWith: { own, _ in own }) {
            let file = input.appendingPathComponent(name)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(content.utf8).write(to: file)
        }

        let protoc = Process()
        protoc.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        protoc.arguments =
            [
                "protoc", "--plugin=protoc-gen-switchboard=\(Self.generator.path)", "--switchboard_out=\(output.path)",
                "--switchboard_opt=\(parameters)",
                "-I", input.path, "-I", Self.root.appendingPathComponent("proto").path, "-I", "/usr/include",
            ] + (generate ?? files.keys.filter { !$0.contains("/") }.sorted())
        let errors = Pipe()
        protoc.standardError = errors
        try protoc.run()
        complaint = String(decoding: try errors.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        protoc.waitUntilExit()
        status = protoc.terminationStatus

        guard let names = FileManager.default.subpaths(atPath: output.path) else { return }
        for name in names {
            let file = output.appendingPathComponent(name)
            if let content = try? String(contentsOf: file, encoding: .utf8) { self.output[name] = content }
        }
    }

    /// Whether a file was written and every one of the lines stands in it, whatever its indentation.
    func wrote(_ file: String, _ lines: String...) -> Bool {
        guard let content = output[file] else { return false }
        let found = Set(content.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) })
        return lines.allSatisfy(found.contains)
    }

    /// The repository.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// SwiftPM puts executables beside the bundle of tests.
    private static let generator = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("protoc-gen-switchboard")

    /// As much of google.api.http as routes need, in our own spelling: the real file is fetched when generating.
    private static let googleAPI = [
        "google/api/annotations.proto": """
        syntax = "proto3";
        package google.api;
        import "google/protobuf/descriptor.proto";
        message HttpRule {
          oneof pattern {
            string get = 2; string put = 3; string post = 4; string delete = 5; string patch = 6;
            CustomHttpPattern custom = 8;
          }
          string body = 7;
          string response_body = 12;
          repeated HttpRule additional_bindings = 11;
        }
        message CustomHttpPattern { string kind = 1; string path = 2; }
        extend google.protobuf.MethodOptions { HttpRule http = 72295728; }
        """
    ]
}

/// A file of package `things` with a service of one method, and what stands in the method's braces.
func serviceFile(_ options: String, request: String = "int64 id = 1;") -> [String: String] {
    [
        "things.proto": """
        syntax = "proto3";
        package things;
        import "google/api/annotations.proto";
        import "switchboard/v1/options.proto";
        service ThingsService {
          rpc GetThing(GetThingRequest) returns (Thing) {
            \(options)
          }
        }
        message GetThingRequest { \(request) }
        message Thing { int64 id = 1; Part part = 2; repeated string tags = 3; }
        message Part { string name = 1; }
        """
    ]
}

/// A file of package `things` with these declarations.
func messagesFile(_ declarations: String) -> [String: String] {
    ["things.proto": "syntax = \"proto3\";\npackage things;\n\(declarations)\n"]
}
