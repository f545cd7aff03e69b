// Which API key a call carries: a flag beats the environment. No key at all is right on rpcd's own socket, where the
// operating system says who is calling.

enum Credentials {
    /// The value of the `authorization` metadata; nil without a key.
    ///
    /// - Parameter file: reads a file.
    static func authorization(
        key: String?, keyFile: String?, environment: String?, file: (String) throws(InputError) -> [UInt8]
    ) throws(Failure) -> String? {
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
        let trimmed = String(given.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
        // It goes into metadata: printable, and no more than a key can be. What it says is checked by rpcd.
        guard (1...1024).contains(trimmed.utf8.count), trimmed.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw .usage("the API key\(keyFile.map { " in \($0)" } ?? "") is empty or holds what no key can hold")
        }
        return "ApiKey " + trimmed
    }
}
