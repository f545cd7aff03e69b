// What can be called: a service's full name, a method of it, and which side streams. Made by the generator, one
// constant per method; the path `service/Name` is what logs, access rules and routes go by.

/// Which side of a call sends more than one message.
public enum CallKind: Sendable, Hashable, CaseIterable {
    /// One request, one response.
    case unary
    /// Any number of requests, one response.
    case clientStreaming
    /// One request, any number of responses.
    case serverStreaming
    /// Any number of both, in any order.
    case bidirectional

    /// True where the client may send Data after its Request.
    public var clientStreams: Bool { self == .clientStreaming || self == .bidirectional }
    /// True where the server answers with Data.
    public var serverStreams: Bool { self == .serverStreaming || self == .bidirectional }
}

/// One method of one service.
public struct Method: Sendable, Hashable {
    /// Kept in one place, so that every call can carry its method and log it without a copy.
    private final class Names: Sendable {
        let service: String
        let name: String
        let path: String
        let kind: CallKind
        let hash: Int

        init(service: String, name: String, kind: CallKind) {
            self.service = service
            self.name = name
            self.kind = kind
            path = "\(service)/\(name)"
            hash = path.hashValue
        }
    }

    private let names: Names

    /// Full name with its package, such as `switchboard.v1.MessagesService`.
    public var service: String { names.service }
    /// As the .proto spells it, such as `SendText`.
    public var name: String { names.name }
    public var kind: CallKind { names.kind }
    /// `service/Name`.
    public var path: String { names.path }

    public init(service: String, name: String, kind: CallKind) {
        names = Names(service: service, name: name, kind: kind)
    }

    public static func == (a: Method, b: Method) -> Bool {
        a.names === b.names || a.path == b.path && a.kind == b.kind && a.service == b.service
    }

    public func hash(into hasher: inout Hasher) { hasher.combine(names.hash) }
}
