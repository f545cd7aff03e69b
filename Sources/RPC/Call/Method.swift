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
    /// Full name with its package, such as `switchboard.v1.MessagesService`.
    public let service: String
    /// As the .proto spells it, such as `SendText`.
    public let name: String
    public let kind: CallKind

    public init(service: String, name: String, kind: CallKind) {
        self.service = service
        self.name = name
        self.kind = kind
    }

    /// `service/Name`.
    public var path: String { "\(service)/\(name)" }
}
