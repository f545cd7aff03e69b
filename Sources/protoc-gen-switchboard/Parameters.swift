// What a target asks for: `--switchboard_opt=key=value`, repeated. Directories are relative to the repository's root,
// which is what `--switchboard_out` stands for.

struct Parameters {
    /// Where the C goes; the directory's name is the module's. Also written: module.modulemap.
    var c: String?
    /// The C is generated as protobuf-c would do it: strings NUL-terminated, no side tables.
    var isPlain = false
    /// Where the Swift goes.
    var swift: String?
    /// `public` for Codec's own types: messages only, no import of Codec, no tables.
    var access = "package"
    /// The C module that has the structs.
    var cModule = ""
    /// Where the Node client's contract goes.
    var node: String?
    /// Where the OpenAPI document goes, by itself.
    var openAPI: String?

    init(_ text: String) throws(Failure) {
        for part in text.split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1).map(String.init)
            guard pair.count == 2 else { throw Failure("parameter \(part): key=value is expected") }
            switch pair[0] {
            case "c": c = pair[1]
            case "strings" where pair[1] == "plain": isPlain = true
            case "swift": swift = pair[1]
            case "access" where ["public", "package"].contains(pair[1]): access = pair[1]
            case "c_module": cModule = pair[1]
            case "node": node = pair[1]
            case "openapi": openAPI = pair[1]
            default: throw Failure("parameter \(part) is not known")
            }
        }
    }
}
