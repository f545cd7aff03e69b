// Settings from the YAML file: the names of the flags, nested ones either way (`operator: {uids: [0]}` or
// `operator.uids: [0]`). An unknown or repeated key is an error that names file, line and key: a setting that is silently
// not in force is worse than a server that does not start.

internal import Yams

enum FileLayer {
    /// - Parameters:
    ///   - text: the file's content.
    ///   - file: its name, for messages.
    static func read(_ text: String, file: String) throws(ConfigurationError) -> SettingLayer {
        let root: Node?
        do {
            root = try Yams.compose(yaml: text)
        } catch {
            throw ConfigurationError("\(file): not valid YAML: \(Self.firstLines("\(error)"))")
        }
        // A file of comments alone says nothing, and that is fine.
        guard let root, !isNothing(root) else { return [:] }
        var layer: SettingLayer = [:]
        try read(root, under: "", into: &layer, file: file)
        return layer
    }

    private static func read(
        _ node: Node, under prefix: String, into layer: inout SettingLayer, file: String
    ) throws(ConfigurationError) {
        guard case .mapping(let mapping) = node else {
            throw ConfigurationError("\(place(node, file)): \(prefix.isEmpty ? "settings" : prefix) must be a mapping")
        }
        for (key, value) in mapping {
            guard let word = key.scalar?.string else {
                throw ConfigurationError("\(place(key, file)): a key must be a word")
            }
            let name = prefix.isEmpty ? word : "\(prefix).\(word)"
            if let setting = Setting(rawValue: name) {
                guard layer[setting] == nil else {
                    throw ConfigurationError("\(place(key, file)): \(name) is given twice")
                }
                layer[setting] = GivenSetting(
                    words: try words(of: value, for: setting, file: file), origin: place(key, file))
            } else if Setting.allCases.contains(where: { $0.rawValue.hasPrefix(name + ".") }) {
                try read(value, under: name, into: &layer, file: file)
            } else {
                throw ConfigurationError("\(place(key, file)): unknown setting \(name)")
            }
        }
    }

    private static func words(
        of node: Node, for setting: Setting, file: String
    ) throws(ConfigurationError) -> [String] {
        switch node {
        case .scalar(let scalar): return [scalar.string]
        case .sequence(let sequence) where setting.isList:
            var words: [String] = []
            for element in sequence {
                guard let word = element.scalar?.string else {
                    throw ConfigurationError("\(place(element, file)): \(setting.rawValue) is a list of words")
                }
                words.append(word)
            }
            return words
        default:
            throw ConfigurationError(
                "\(place(node, file)): \(setting.rawValue) must be a \(setting.isList ? "list of words" : "word")")
        }
    }

    private static func isNothing(_ node: Node) -> Bool {
        node.scalar.map { $0.style == .plain && ["", "~", "null"].contains($0.string) } ?? false
    }

    private static func place(_ node: Node, _ file: String) -> String {
        node.mark.map { "\(file):\($0.line)" } ?? file
    }

    private static func firstLines(_ text: String) -> String {
        text.split(whereSeparator: \.isNewline).prefix(2).joined(separator: " ")
    }
}
