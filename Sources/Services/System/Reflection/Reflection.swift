// What the server says about its own contract: services, methods, messages and enums with their comments, routes and
// access. Made of the generated tables and the embedded descriptor set, once, when somebody first asks; nothing of it
// changes while the server runs.
//
// It knows the services of the contract and no others: what tests and benchmarks declare for themselves is not in it.

internal import Codec
internal import Contract
internal import RPC

struct Reflection: Sendable {
    static let shared = Reflection()

    let services: [ServiceSummary]
    private let methods: [String: [MethodDescription]]
    private let messages: [String: MessageDescription]
    private let enums: [String: EnumDescription]
    private let serviceComments: [String: String]
    private let schemas: [String: MessageSchema]
    private let names: ReflectionNames

    private init() {
        let comments = ReflectionComments(descriptorSet: DescriptorSet.bytes)
        let known = Set(DescriptorSet.services)
        var services: [ServiceSummary] = []
        var methods: [String: [MethodDescription]] = [:]
        var serviceComments: [String: String] = [:]
        for (service, names) in comments.services.sorted(by: { $0.name < $1.name }) where known.contains(service) {
            let described = names.compactMap { Self.method("\(service)/\($0)", comments) }
            methods[service] = described
            serviceComments[service] = comments[service]
            services.append(
                .with {
                    $0.name = service
                    $0.summary = ReflectionComments.summary(of: comments[service])
                    $0.methods = names.map { name in
                        .with {
                            $0.name = name
                            $0.summary = ReflectionComments.summary(of: comments["\(service).\(name)"])
                        }
                    }
                })
        }
        self.services = services
        self.methods = methods
        self.serviceComments = serviceComments

        schemas = DescriptorSet.messages
        messages = schemas.mapValues { Self.message($0, comments) }
        var enums: [String: EnumDescription] = [:]
        for field in schemas.values.flatMap({ Array($0.fields) }) {
            guard let schema = field.enumSchema, enums[schema.name] == nil else { continue }
            enums[schema.name] = Self.enumeration(schema, comments)
        }
        self.enums = enums

        var subjects: [ReflectionNames.Subject] = services.map { .service($0.name) }
        subjects += methods.values.joined().map { .method($0.path) }
        subjects += schemas.keys.map { .message($0) }
        subjects += enums.keys.map { .enumeration($0) }
        names = ReflectionNames(subjects)
    }

    /// - Throws: NOT_FOUND, or VALIDATION_ERROR for what is no name or fits several.
    func describe(_ name: String) throws(RPCError) -> Description {
        let subject = try names.resolve(name)
        return .with { description in
            switch subject {
            case .service(let name):
                let methods = methods[name] ?? []
                description.service = .with {
                    $0.name = name
                    $0.comment = serviceComments[name] ?? ""
                    $0.methods = methods
                }
                addTypes(of: methods.flatMap { [$0.request, $0.response] }, to: &description)
            case .method(let path):
                guard let method = methods.values.joined().first(where: { $0.path == path }) else { return }
                description.method = method
                addTypes(of: [method.request, method.response], to: &description)
            case .message(let name):
                description.message = name
                addTypes(of: [name], to: &description)
            case .enumeration(let name):
                description.enums = enums[name].map { [$0] } ?? []
            }
        }
    }

    /// The messages of these names and all that they are made of, nearest first.
    private func addTypes(of names: [String], to description: inout Description) {
        var waiting = names[...]
        var seen: Set<String> = []
        while let name = waiting.popFirst() {
            guard seen.insert(name).inserted, let schema = schemas[name] else { continue }
            if let message = messages[name] { description.messages.append(message) }
            for field in schema.fields {
                let value = field.isMap ? field.messageSchema?.field(number: 2) ?? field : field
                if let inner = value.messageSchema { waiting.append(inner.name) }
                if let inner = value.enumSchema, seen.insert(inner.name).inserted, let found = enums[inner.name] {
                    description.enums.append(found)
                }
            }
        }
    }
}
