// What the shell offers when a name is being typed: from the contract that this program was built with, so that no server
// is asked while somebody holds the tab key.
internal import Contract

enum NameCompletion {
    /// Methods, as `call` takes them.
    static func methods(_ prefix: String) -> [String] {
        matching(prefix, DescriptorSet.methods.keys.flatMap { [$0, lastPart($0)] })
    }

    /// Services, methods and messages, as `describe` takes them.
    static func names(_ prefix: String) -> [String] {
        let messages = DescriptorSet.messages.keys.filter { !$0.hasPrefix("google.") }
        let all = DescriptorSet.services + DescriptorSet.methods.keys + messages
        return matching(prefix, all.flatMap { [$0, lastPart($0)] })
    }

    /// Full names only once somebody has begun to type one.
    private static func matching(_ prefix: String, _ names: [String]) -> [String] {
        let wantsFull = prefix.contains(".")
        return Set(names).filter { $0.contains(".") == wantsFull && $0.hasPrefix(prefix) }.sorted()
    }

    /// Without the package: `MessagesService/SendText` of `switchboard.v1.MessagesService/SendText`.
    private static func lastPart(_ name: String) -> String {
        name.split(separator: ".").last.map(String.init) ?? name
    }
}
