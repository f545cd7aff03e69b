// One method, message or enum as reflection tells it, from the tables that the generator wrote.

internal import Codec
internal import Contract
internal import RPC

extension Reflection {
    /// nil for what the contract does not have.
    static func method(_ path: String, _ comments: ReflectionComments) -> MethodDescription? {
        guard let entry = DescriptorSet.methods[path] else { return nil }
        let rule = AccessTable.rules[path]
        return .with {
            $0.path = path
            $0.comment = comments["\(entry.method.service).\(entry.method.name)"]
            $0.request = entry.request.name
            $0.response = entry.response.name
            $0.clientStreaming = entry.method.kind.clientStreams
            $0.serverStreaming = entry.method.kind.serverStreams
            $0.access = access(rule?.access ?? [])
            $0.scope = rule?.scope ?? ""
            $0.idempotent = rule?.idempotent ?? false
            $0.routes = Routes.all.filter { $0.method == entry.method }.map { route in
                .with {
                    $0.method = route.verb
                    $0.path = route.template
                    $0.body = route.body
                }
            }
        }
    }

    static func message(_ schema: MessageSchema, _ comments: ReflectionComments) -> MessageDescription {
        .with {
            $0.name = schema.name
            $0.comment = comments[schema.name]
            $0.fields = schema.fields.map { field in
                .with {
                    $0.name = field.name
                    $0.number = Int32(clamping: field.number)
                    $0.type = type(of: field)
                    $0.repeated = field.isRepeated && !field.isMap
                    $0.oneof = field.oneofName ?? ""
                    $0.comment = comments["\(schema.name).\(field.name)"]
                }
            }
        }
    }

    static func enumeration(_ schema: EnumSchema, _ comments: ReflectionComments) -> EnumDescription {
        .with {
            $0.name = schema.name
            $0.comment = comments[schema.name]
            $0.values = schema.values.map { value in
                .with {
                    $0.name = value.name
                    $0.number = value.number
                    $0.json_ = word(of: value.name, value.number, prefix: schema.prefix)
                    $0.comment = comments["\(schema.name).\(value.name)"]
                }
            }
        }
    }

    /// As the house dialect spells it; empty for what is null there.
    private static func word(of name: String, _ number: Int32, prefix: String) -> String {
        if number == 0, name.hasSuffix("UNSPECIFIED") { return "" }
        return (name.hasPrefix(prefix) ? name.dropFirst(prefix.count) : name[...]).lowercased()
    }

    private static func access(_ callers: AccessRule.Callers) -> [Access] {
        let all: [(AccessRule.Callers, Access)] = [
            (.public, .public), (.user, .user), (.admin, .admin), (.bridge, .bridge),
        ]
        return all.filter { callers.contains($0.0) }.map(\.1)
    }

    private static func type(of field: FieldSchema) -> String {
        if field.isMap, let entry = field.messageSchema, let key = entry.field(number: 1),
            let value = entry.field(number: 2)
        {
            return "map<\(type(of: key)), \(type(of: value))>"
        }
        return field.messageSchema?.name ?? field.enumSchema?.name ?? "\(field.kind)"
    }
}
