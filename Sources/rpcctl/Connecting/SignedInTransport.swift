// A way to the server that shows the token of a sign-in with each call, and gets the next one when it is about to end or
// the server says that it has. Public methods go without: a token that has ended would be refused even there, and signing
// in is one of them.
internal import Codec
internal import Contract
internal import NIOCore
internal import RPC
internal import Synchronization

final class SignedInTransport: ClientTransport {
    private let base: any ClientTransport
    private let place: SignInPlace
    private let now: @Sendable () -> Int64
    private let held: Mutex<SignIn>

    /// - Parameter now: seconds since 1970.
    init(_ base: any ClientTransport, _ signIn: SignIn, _ place: SignInPlace, now: @escaping @Sendable () -> Int64) {
        self.base = base
        self.place = place
        self.now = now
        held = Mutex(signIn)
    }

    func unary(_ head: CallHead, payload: ByteBuffer) async throws -> RawResponse {
        guard Self.needsToken(head.method) else { return try await base.unary(head, payload: payload) }
        let signIn = try await current()
        do {
            return try await base.unary(Self.head(head, signIn), payload: payload)
        } catch let error as RPCError where Self.hasEnded(error) {
            // Refused before anything was done: asking again is safe.
            return try await base.unary(Self.head(head, try await renew(signIn)), payload: payload)
        } catch let error as RPCError {
            throw Self.explained(error, signIn)
        }
    }

    func open(_ head: CallHead, payload: ByteBuffer?) async throws -> any ClientStream {
        guard Self.needsToken(head.method) else { return try await base.open(head, payload: payload) }
        let signIn = try await current()
        let stream = try await base.open(Self.head(head, signIn), payload: payload)
        guard let payload else { return stream }
        return RenewingStream(stream, signIn) { [self] in
            try await base.open(Self.head(head, try await renew(signIn)), payload: payload)
        }
    }

    func close() async { await base.close() }

    static func hasEnded(_ error: RPCError) -> Bool { error.reason == Reason.tokenExpired.word }

    /// With a word about whose sign-in it was: that one is kept is easily forgotten.
    static func explained(_ error: RPCError, _ signIn: SignIn) -> RPCError {
        var error = error
        switch error.code {
        case .unauthenticated where error.hint == nil:
            error.hint =
                "the sign-in of \(signIn.username) has ended: rpcctl login \(signIn.username), or rpcctl logout"
        case .permissionDenied where error.hint == nil:
            error.hint = "you are signed in as \(signIn.username); rpcctl logout ends that"
        default: break
        }
        return error
    }

    private static func needsToken(_ method: Method) -> Bool {
        AccessTable.rules[method.path]?.access.contains(.public) != true
    }

    private static func head(_ head: CallHead, _ signIn: SignIn) -> CallHead {
        var head = head
        head.metadata["authorization"] = "Bearer " + signIn.access
        return head
    }

    private func current() async throws -> SignIn {
        let signIn = held.withLock { $0 }
        return signIn.isEnding(at: now()) ? try await renew(signIn) : signIn
    }

    /// The sign-in after this one: what another rpcctl has got meanwhile, else what the server gives.
    private func renew(_ old: SignIn) async throws -> SignIn {
        let renewed = try await place.file.locked {
            guard let kept = try place.read() else {
                throw Failure(
                    .failed, "NOT_AUTHENTICATED", "\(old.username) was signed out meanwhile",
                    hint: "rpcctl login \(old.username)")
            }
            if kept.access != old.access, !kept.isEnding(at: now()) { return kept }
            let answer: RefreshResponse
            do {
                answer = try await AuthClient(RPCClient(transport: base)).refresh(
                    .with { $0.refresh = kept.refresh }, options: CallOptions(timeout: Rpcd.unaryTimeout))
            } catch let error as RPCError {
                // Kept in the file all the same: without it the next command could run as somebody else, the operator.
                throw Self.explained(error, kept)
            }
            let renewed = SignIn(
                username: kept.username, access: answer.access, refresh: answer.refresh,
                expiresAt: now() + answer.expiresIn)
            try place.file.set(renewed, at: place.endpoint)
            return renewed
        }
        held.withLock { $0 = renewed }
        return renewed
    }
}

/// A stream of answers that is opened once more where the first thing it says is that the token has ended.
private final class RenewingStream: ClientStream {
    private struct State {
        var stream: any ClientStream
        var reopen: (@Sendable () async throws -> any ClientStream)?
        var isCancelled = false
    }

    private let state: Mutex<State>
    private let signIn: SignIn

    init(_ stream: any ClientStream, _ signIn: SignIn, reopen: @escaping @Sendable () async throws -> any ClientStream)
    {
        self.signIn = signIn
        state = Mutex(State(stream: stream, reopen: reopen))
    }

    private var stream: any ClientStream { state.withLock { $0.stream } }

    var responseMetadata: Metadata { stream.responseMetadata }
    func send(_ item: ByteBuffer) async throws { try await stream.send(item) }
    func closeSend() async throws { try await stream.closeSend() }

    func cancel() {
        let stream = state.withLock { state in
            state.isCancelled = true
            return state.stream
        }
        stream.cancel()
    }

    func receive() async throws -> ByteBuffer? {
        do {
            let item = try await stream.receive()
            state.withLock { $0.reopen = nil }
            return item
        } catch let error as RPCError where SignedInTransport.hasEnded(error) {
            let reopen = state.withLock { state in
                defer { state.reopen = nil }
                return state.reopen
            }
            guard let reopen else { throw error }
            let fresh = try await reopen()
            let isCancelled = state.withLock { state in
                state.stream = fresh
                return state.isCancelled
            }
            if isCancelled { fresh.cancel() }
            return try await fresh.receive()
        } catch let error as RPCError {
            throw SignedInTransport.explained(error, signIn)
        }
    }
}
