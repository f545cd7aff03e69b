// What is known about one call beside its messages, seen by interceptors and the handler. What the caller said is
// constant; request id, response metadata and typed storage may be set on the way, from any thread.

public import NIOCore
internal import Synchronization

/// One call, as interceptors and handlers see it.
public final class CallContext: Sendable {
    public let method: Method
    /// What the caller sent along; keys are in lower case.
    public let metadata: Metadata
    /// When the caller must have an answer. At that time the handler's task is cancelled and the caller answered.
    public let deadline: Deadline
    /// When the call came.
    public let received: NIODeadline
    /// For how long it has been there.
    public var age: Duration { .nanoseconds((NIODeadline.now() - received).nanoseconds) }
    public var peer: Peer { surroundings.peer }
    /// Set once the server has begun to shut down.
    public var drain: DrainSignal { surroundings.drain }

    /// What all calls of a connection have in common, so that a call takes one reference to it.
    final class Surroundings: Sendable {
        let peer: Peer
        let drain: DrainSignal

        init(peer: Peer, drain: DrainSignal) {
            self.peer = peer
            self.drain = drain
        }
    }

    private let surroundings: Surroundings

    private struct State {
        var requestID: String?
        var responseMetadata = Metadata()
        var storage = ContextStorage()
    }

    private let state: Mutex<State>
    /// Set as long as the caller's connection does not know who calls.
    private let stranger: (any StrangerConnection)?

    public convenience init(
        method: Method, metadata: Metadata = [:], deadline: Deadline = .never, peer: Peer,
        drain: DrainSignal = DrainSignal()
    ) {
        self.init(
            method: method, metadata: metadata, deadline: deadline, Surroundings(peer: peer, drain: drain),
            stranger: nil)
    }

    init(
        method: Method, metadata: Metadata, deadline: Deadline, received: NIODeadline = .now(),
        _ surroundings: Surroundings, stranger: (any StrangerConnection)?
    ) {
        self.received = received
        self.stranger = stranger
        self.method = method
        self.metadata = metadata
        self.deadline = deadline
        self.surroundings = surroundings
        self.state = Mutex(State())
    }

    /// The id under which this call is logged and answered: the caller's `x-request-id` where that is 1…128 bytes of
    /// printable ASCII, else one made here when first asked for.
    public var requestID: String {
        get {
            state.withLock { state in
                if let id = state.requestID { return id }
                let id = RequestID.accepted(metadata["x-request-id"]) ?? RequestID.make()
                state.requestID = id
                return id
            }
        }
        set { state.withLock { $0.requestID = newValue } }
    }

    /// What goes back beside the response, to callers who asked for it (`x-response-metadata: 1`).
    public var responseMetadata: Metadata {
        get { state.withLock { $0.responseMetadata } }
        set { state.withLock { $0.responseMetadata = newValue } }
    }

    /// Whatever interceptors want handlers to know, such as who is calling: `context[PrincipalKey.self]`.
    // Inlined, as each call comes here several times: where the key is known nothing generic is left of it.
    @inlinable public subscript<Key: CallContextKey>(_: Key.Type) -> Key.Value? {
        get {
            // Only the setter below writes there, under the same key.
            stored(ObjectIdentifier(Key.self)).map { unsafeDowncast($0, to: StoredValue<Key.Value>.self).value }
        }
        set { store(newValue.map(StoredValue.init), ObjectIdentifier(Key.self)) }
    }

    @usableFromInline func stored(_ key: ObjectIdentifier) -> (any AnyObject & Sendable)? {
        state.withLock { $0.storage[key] }
    }

    @usableFromInline func store(_ value: (any AnyObject & Sendable)?, _ key: ObjectIdentifier) {
        state.withLock { $0.storage[key] = value }
    }

    /// To be called by whoever has found out who calls, with proof: the connection that the call came over then has the
    /// limits of known callers (`Server.Limits`), for good. Costs nothing where it has them already.
    public func callerIsKnown() { stranger?.callerIsKnown() }

    /// Response metadata as it goes out: with the request id.
    var answeredMetadata: Metadata {
        var metadata = responseMetadata
        if metadata[RequestID.metadataKey] == nil { metadata[RequestID.metadataKey] = requestID }
        return metadata
    }

    /// True for calls that could go on for ever.
    var isLongStream: Bool { method.kind != .unary && deadline.isNever }
}

/// A connection of a caller that is not known yet.
protocol StrangerConnection: AnyObject, Sendable {
    /// From any thread, any number of times.
    func callerIsKnown()
}
