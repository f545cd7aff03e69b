// How `describe` tells what reflection knows: names first, comments wrapped beside them, fields in columns. The types of
// google.protobuf are named and not told: they are what JSON has for them.
internal import Contract

struct DescriptionText {
    let style: Style
    let width: Int

    func lines(_ description: Description) -> [String] {
        var blocks: [[String]] = []
        if let service = description.service {
            blocks.append(title("service", service.name, service.comment))
            for method in service.methods { blocks.append(signature(method) + facts(method)) }
            // All its types would be a book: each method tells its own.
            return joined(blocks)
        }
        if let method = description.method {
            blocks.append([style(.dim, "method ") + style(.bold, visible(method.path))] + prose(method.comment))
            blocks.append(facts(method, withTypes: true))
        }
        for message in description.messages where !message.name.hasPrefix("google.protobuf.") {
            blocks.append(self.message(message))
        }
        for enumeration in description.enums { blocks.append(self.enumeration(enumeration)) }
        return joined(blocks)
    }

    private func message(_ message: MessageDescription) -> [String] {
        let types = message.fields.map { ($0.repeated ? "list of " : "") + Self.short($0.type) }
        let nameColumn = 2 + (message.fields.map { DisplayText.width(of: $0.name) }.max() ?? 0) + 2
        let column = min(nameColumn + (types.map { DisplayText.width(of: $0) }.max() ?? 0) + 2, width / 2 + 8)
        var lines = title("message", message.name, message.comment)
        if message.fields.isEmpty { lines.append("  (no fields)") }
        var oneof = ""
        for (field, type) in zip(message.fields, types) {
            if !field.oneof.isEmpty, field.oneof != oneof { lines.append("  one of \(visible(field.oneof)):") }
            oneof = field.oneof
            let name = (oneof.isEmpty ? "  " : "    ") + visible(field.name)
            let label = name.padded(to: nameColumn) + (name.count >= nameColumn ? "  " : "") + visible(type)
            lines += Prose.entry(label, field.comment, column: column, width: width)
        }
        return lines
    }

    private func enumeration(_ enumeration: EnumDescription) -> [String] {
        let words = enumeration.values.map { $0.json_.isEmpty ? "null" : $0.json_ }
        let column = 2 + (words.map { DisplayText.width(of: $0) }.max() ?? 0) + 2
        return title("enum", enumeration.name, enumeration.comment)
            + zip(enumeration.values, words).flatMap { value, word in
                Prose.entry("  " + visible(word), value.comment, column: column, width: width)
            }
    }

    private func signature(_ method: MethodDescription) -> [String] {
        let name = method.path.split(separator: "/").last.map(String.init) ?? method.path
        let request = (method.clientStreaming ? "stream of " : "") + Self.short(method.request)
        let response = (method.serverStreaming ? "stream of " : "") + Self.short(method.response)
        return [style(.bold, visible(name)) + " (\(visible(request))) → \(visible(response))"]
            + prose(method.comment, margin: 2)
    }

    private func facts(_ method: MethodDescription, withTypes: Bool = false) -> [String] {
        let access = EnumWords("access", of: MethodDescription.schema)
        var facts: [(String, String)] = []
        if withTypes {
            facts.append(("request", (method.clientStreaming ? "stream of " : "") + method.request))
            facts.append(("response", (method.serverStreaming ? "stream of " : "") + method.response))
        }
        facts.append(("access", method.access.map { access.word($0) }.joined(separator: ", ")))
        if !method.scope.isEmpty { facts.append(("scope", method.scope)) }
        if method.idempotent { facts.append(("repeats", "an idempotency key is honoured")) }
        for route in method.routes {
            let body = route.body.isEmpty ? "" : route.body == "*" ? "  (JSON body)" : "  (JSON body: \(route.body))"
            facts.append(("HTTP", "\(route.method) \(route.path)\(body)"))
        }
        return facts.map { "  " + style(.dim, $0.0.padded(to: 10)) + visible($0.1) }
    }

    private func title(_ kind: String, _ name: String, _ comment: String) -> [String] {
        [style(.dim, kind + " ") + style(.bold, visible(name))] + prose(comment)
    }

    private func prose(_ text: String, margin: Int = 0) -> [String] {
        Prose.lines(text, width: width, margin: margin)
    }

    private func joined(_ blocks: [[String]]) -> [String] { Array(blocks.joined(separator: [""])) }

    private func visible(_ text: String) -> String { DisplayText.visible(text) }

    /// Without the package that everything is in.
    private static func short(_ type: String) -> String {
        var type = type
        for prefix in ["switchboard.v1.", "google.protobuf."] {
            while let range = type.firstRange(of: prefix) { type.removeSubrange(range) }
        }
        return type
    }
}

extension String {
    /// With spaces at its end, up to so many columns.
    func padded(to columns: Int) -> String {
        self + String(repeating: " ", count: max(0, columns - DisplayText.width(of: self)))
    }
}
