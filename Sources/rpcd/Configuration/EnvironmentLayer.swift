// Settings from the environment. Lists are separated by commas. Variables that name no setting are not ours to judge:
// rpcctl and the bridge have some with the same beginning.

enum EnvironmentLayer {
    static func read(_ environment: [String: String]) -> SettingLayer {
        var layer: SettingLayer = [:]
        for setting in Setting.allCases {
            guard let text = environment[setting.environmentName] else { continue }
            let words = setting.isList ? text.split(separator: ",").map { Words.trimmed($0) } : [text]
            layer[setting] = GivenSetting(words: words, origin: setting.environmentName)
        }
        return layer
    }
}

enum Words {
    /// Without blanks at both ends.
    static func trimmed(_ text: Substring) -> String {
        String(text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
    }
}
