// From what somebody typed to a method of the contract: full names, or as much of the service's end as is enough.
internal import Contract
internal import RPC

enum MethodName {
    /// - Throws: usage for what is no SERVICE/METHOD or fits several, UNKNOWN_METHOD for what the contract does not have.
    static func find(_ typed: String) throws(Failure) -> MethodEntry {
        let parts = typed.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            throw .usage("\(typed) is no SERVICE/METHOD", hint: "such as MessagesService/SendText")
        }
        if let exact = DescriptorSet.methods[typed] { return exact }
        let services = DescriptorSet.services.filter { $0 == parts[0] || $0.hasSuffix("." + parts[0]) }
        guard services.count <= 1 else {
            throw .usage("\(parts[0]) may be one of \(services.joined(separator: ", "))")
        }
        guard let service = services.first else {
            throw unknown(
                "there is no service \(parts[0])", "services: \(DescriptorSet.services.joined(separator: ", "))")
        }
        guard let entry = DescriptorSet.methods["\(service)/\(parts[1])"] else {
            let names = DescriptorSet.methods.values.filter { $0.method.service == service }.map(\.method.name).sorted()
            throw unknown("\(service) has no method \(parts[1])", "it has \(names.joined(separator: ", "))")
        }
        return entry
    }

    private static func unknown(_ message: String, _ hint: String) -> Failure {
        Failure(.failed, "UNKNOWN_METHOD", message, hint: hint)
    }
}
