// What is wrong with certificates and keys, in words for whoever runs the program: the file, what is the matter, and
// never what is in it.

/// Why certificates, keys or authorities cannot be used.
public struct TLSFailure: Error, Sendable, Hashable, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
