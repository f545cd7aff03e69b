// Our own options, read from their bytes and checked: `(switchboard.v1.rule)` on methods says who may call them,
// `(switchboard.v1.error)` on the values of Reason says with which status they travel.

/// switchboard.v1.MethodRule.
struct MethodRule {
    /// As options.proto numbers them.
    enum Access: UInt64, CaseIterable {
        case `public` = 1, user, admin, bridge
    }

    var access: [Access] = []
    var scope = ""
    var idempotent = false
    var success = ""

    /// The option's field number in MethodOptions.
    static let number = 51001

    /// Every scope that an API key can have.
    static let scopes: Set<String> = [
        "messages:read", "messages:send", "sessions:read", "sessions:write", "media:read", "media:write", "events:read",
        "webhooks:read", "webhooks:write", "usage:read", "keys:read", "keys:write", "bridge", "admin",
    ]

    init(of method: MethodType) throws(Failure) {
        let file = method.service.file
        guard let messages = method.extensions[Self.number] else {
            throw Failure(
                file, method.comment,
                "\(method.path) does not say who may call it: option (switchboard.v1.rule) = {access: [...]}")
        }
        for (number, value) in messages.flatMap(WireReader.fields) {
            switch number {
            case 1:
                for number in value.numbers {
                    guard let access = Access(rawValue: number) else {
                        throw Failure(file, method.comment, "\(method.path): access \(number) is not known")
                    }
                    if !self.access.contains(access) { self.access.append(access) }
                }
            case 2: scope = value.text
            case 3: idempotent = value.numbers != [0]
            case 4: success = value.text
            default: throw Failure(file, method.comment, "\(method.path): MethodRule has a field that is not known")
            }
        }
        if access.isEmpty {
            throw Failure(file, method.comment, "\(method.path) admits nobody: its rule names no access")
        }
        if !scope.isEmpty, !Self.scopes.contains(scope) {
            throw Failure(file, method.comment, "\(method.path): the scope \(scope) is not known")
        }
    }
}

/// switchboard.v1.ReasonRule.
struct ReasonRule {
    var code = 0
    var http = 0

    /// The option's field number in EnumValueOptions.
    static let number = 51002

    /// Nil where the value has no such option.
    init?(of value: EnumValue, in type: EnumType) throws(Failure) {
        guard let messages = value.extensions[Self.number] else { return nil }
        for (number, content) in messages.flatMap(WireReader.fields) {
            let content = content.numbers.first.map { Int(clamping: $0) } ?? 0
            if number == 1 { code = content }
            if number == 2 { http = content }
        }
        guard (1...16).contains(code), (400...599).contains(http) else {
            throw Failure(type.file, value.comment, "\(value.name): code 1 to 16 and http 400 to 599 are expected")
        }
    }
}
