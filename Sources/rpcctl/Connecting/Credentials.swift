// Which key or token a call carries: a flag beats the environment. None at all is right on rpcd's own socket, where the
// operating system says who is calling, and after `login`.

enum Credentials {
    /// The value of the `authorization` metadata; nil without a key or token.
    ///
    /// - Parameter file: reads a file.
    static func authorization(
        key: String?, keyFile: String?, token: String? = nil, environment: String?,
        file: (String) throws(InputError) -> [UInt8]
    ) throws(Failure) -> String? {
        if let token { return "Bearer " + (try checked(token, "the token")) }
        let given: String?
        if let keyFile {
            do {
                given = String(decoding: try file(keyFile), as: UTF8.self)
            } catch {
                throw .usage(error.description)
            }
        } else {
            // An empty variable counts as none; an empty flag is a mistake.
            given = key ?? environment.flatMap { $0.isEmpty ? nil : $0 }
        }
        guard let given else { return nil }
        return "ApiKey " + (try checked(given, "the API key\(keyFile.map { " in \($0)" } ?? "")"))
    }

    /// Without space around it. It goes into metadata: printable, and no more than such a thing can be. What it says is
    /// checked by rpcd.
    private static func checked(_ given: String, _ what: String) throws(Failure) -> String {
        let trimmed = String(given.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        guard (1...4096).contains(trimmed.utf8.count), trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .usage("\(what) is empty or holds what none can hold")
        }
        return trimmed
    }
}
