// `google.api.http` on methods: the routes, checked against the request's and response's fields.

/// One binding of a google.api.HttpRule.
struct HTTPRule {
    var verb = ""
    var template = ""
    var body = ""
    var responseBody = ""
    private var additional: [HTTPRule] = []

    /// The option's field number in MethodOptions.
    static let number = 72_295_728

    /// The method's own binding and the additional ones, in order; none where it has no route.
    static func bindings(of method: MethodType) throws(Failure) -> [HTTPRule] {
        guard let messages = method.extensions[number] else { return [] }
        let rule = HTTPRule(messages.flatMap { $0 })
        if rule.additional.contains(where: { !$0.additional.isEmpty }) {
            throw Failure(method.service.file, method.comment, "\(method.path): additional_bindings within one another")
        }
        return [rule] + rule.additional
    }

    private init(_ bytes: [UInt8]) {
        for (number, value) in WireReader.fields(of: bytes) {
            switch number {
            case 2: (verb, template) = ("GET", value.text)
            case 3: (verb, template) = ("PUT", value.text)
            case 4: (verb, template) = ("POST", value.text)
            case 5: (verb, template) = ("DELETE", value.text)
            case 6: (verb, template) = ("PATCH", value.text)
            case 7: body = value.text
            case 8:
                for (number, value) in WireReader.fields(of: value.message) {
                    if number == 1 { verb = value.text }
                    if number == 2 { template = value.text }
                }
            case 11: additional.append(HTTPRule(value.message))
            case 12: responseBody = value.text
            default: break
            }
        }
    }

    /// The template in parts; throws what is wrong with the binding.
    func checked(for method: MethodType) throws(Failure) -> PathTemplate {
        func failure(_ message: String) -> Failure {
            Failure(method.service.file, method.comment, "\(method.path): \(verb) \(template): \(message)")
        }
        if verb.isEmpty { throw failure("a route needs get, put, post, delete, patch or custom") }
        let path: PathTemplate
        do {
            path = try PathTemplate(template)
        } catch {
            throw failure(error.message)
        }
        for variable in path.variables {
            if let wrong = Self.problem(with: variable, in: method.request) { throw failure(wrong) }
        }
        if !body.isEmpty, body != "*", method.request.field(named: body) == nil {
            throw failure("body: \(method.request.fullName) has no field \(body)")
        }
        if !body.isEmpty, verb == "GET" || verb == "DELETE" {
            throw failure("a \(verb) has no body")
        }
        if !responseBody.isEmpty, method.response.field(named: responseBody) == nil {
            throw failure("response_body: \(method.response.fullName) has no field \(responseBody)")
        }
        return path
    }

    /// A variable names a field, or one of a singular message's, that holds a single scalar.
    private static func problem(with variable: String, in message: MessageType) -> String? {
        var message = message
        let names = variable.split(separator: ".").map(String.init)
        for (index, name) in names.enumerated() {
            guard let field = message.field(named: name) else { return "\(message.fullName) has no field \(name)" }
            if field.isRepeated { return "\(name) is repeated" }
            if index == names.count - 1 { return field.kind == .message ? "\(name) is a message" : nil }
            guard let inner = field.message else { return "\(name) is no message" }
            message = inner
        }
        return "a variable without a name"
    }
}
