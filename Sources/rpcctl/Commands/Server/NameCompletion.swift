// What the shell offers when a name is being typed: from the contract that this program was built with, so that no server
// is asked while somebody holds the tab key.
internal import Contract

enum NameCompletion {
    /// Methods, as `call` takes them.
    static func methods(_ prefix: String) -> [String] {
        matching(prefix, Array(DescriptorSet.methods.keys))
    }

    /// Services, methods and messages, as `describe` takes them.
    static func names(_ prefix: String) -> [String] {
        let messages = DescriptorSet.messages.keys.filter { !$0.hasPrefix("google.") }
        let all = DescriptorSet.services + DescriptorSet.methods.keys + messages
        return matching(prefix, all)
    }

    /// The ends of names, with as many dots as somebody has begun to type: `MessagesService/SendText` for `Mess`,
    /// `v1.MessagesService/SendText` for `v1.`, all of it for `switchboard.`.
    private static func matching(_ prefix: String, _ names: [String]) -> [String] {
        let isBare = !prefix.contains(".")
        let ends = names.flatMap { name in
            let parts = name.split(separator: ".")
            return parts.indices.map { parts[$0...].joined(separator: ".") }
        }
        return Set(ends).filter { $0.hasPrefix(prefix) && $0.contains(".") != isBare }.sorted()
    }
}
