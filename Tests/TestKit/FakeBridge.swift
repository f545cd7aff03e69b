// A bridge without an engine: it says what a test tells it to say, and remembers what it was told. It numbers its facts
// and keeps them until they are confirmed, as a real one does, and can also lie in every way that a test wants.

internal import Codec
package import Contract
package import RPC
internal import Synchronization

package final class FakeBridge: Sendable {
    package let name: String
    package let engine: String
    private let state: Mutex<State>

    private struct State {
        var client: BridgeClient
        var call: BidirectionalCall<BridgeFrame, ServerFrame>?
        var reader: Task<Void, Never>?
        var frames: [ServerFrame] = []
        var ending: Swift.Result<Void, any Error>?
        /// How many were opened: what an older one still says is not heard.
        var streams = 0
        var isPaused = false
        var nextSeq: Int64 = 1
        var confirmedSeq: Int64 = 0
        var unconfirmed: [BridgeFrame] = []
    }

    package init(_ name: String = "bridge-1", engine: String = "simulator", client: RPCClient) {
        self.name = name
        self.engine = engine
        state = Mutex(State(client: BridgeClient(client)))
    }

    /// From now on it dials there: the server was started anew.
    package func dial(_ client: RPCClient) { state.withLock { $0.client = BridgeClient(client) } }

    /// Opens the stream and says Hello; gives the Welcome.
    /// - Parameters:
    ///   - repeats: whether unconfirmed facts are sent again after the Welcome.
    @discardableResult
    package func attach(
        instance: String = "instance-1", capacity: Int32 = 10, held: [SessionEpoch] = [], credit: Int32 = 100,
        repeats: Bool = true, _ change: @Sendable (inout Hello) -> Void = { _ in }
    ) async throws -> Welcome {
        try await open()
        var hello = Hello()
        hello.protocolVersion = 1
        hello.bridgeName = name
        hello.instanceId = instance
        hello.engine = engine
        hello.kinds = ["text"]
        hello.capacity = capacity
        hello.held = held
        hello.nextSeq = state.withLock { $0.nextSeq }
        // As the real engines of these names do.
        hello.repeatsAreSafe = engine == "simulator" || engine == "baileys"
        change(&hello)
        try await say(.hello(hello))
        let welcome = try await expect("Welcome") { frame in
            if case .welcome(let welcome) = frame { welcome } else { nil }
        }
        let old = state.withLock { state in
            state.unconfirmed.removeAll { $0.seq <= welcome.confirmedSeq }
            return state.unconfirmed
        }
        if repeats { for fact in old { try await send(fact) } }
        if credit > 0 { try await say(.credit(.with { $0.n = credit })) }
        return welcome
    }

    /// Opens the stream and says nothing.
    package func open() async throws {
        let call = try await state.withLock({ $0.client }).attach()
        state.withLock { state in
            state.call = call
            state.frames = []
            state.ending = nil
            state.isPaused = false
            state.streams += 1
            let stream = state.streams
            state.reader = Task { await self.read(call, stream) }
        }
    }

    /// From now on nothing that comes is read, until the stream is opened anew.
    package func pause() { state.withLock { $0.isPaused = true } }

    private func read(_ call: BidirectionalCall<BridgeFrame, ServerFrame>, _ stream: Int) async {
        do {
            for try await frame in call.responses {
                while state.withLock({ $0.isPaused }) { try await Task.sleep(for: .milliseconds(5)) }
                state.withLock { state in
                    guard state.streams == stream else { return }
                    if case .confirm(let confirm) = frame.frame {
                        state.confirmedSeq = max(state.confirmedSeq, confirm.upToSeq)
                        state.unconfirmed.removeAll { $0.seq <= confirm.upToSeq }
                    } else {
                        state.frames.append(frame)
                    }
                }
            }
            state.withLock { if $0.streams == stream { $0.ending = .success(()) } }
        } catch {
            state.withLock { if $0.streams == stream { $0.ending = .failure(error) } }
        }
    }

    /// Sends a frame as it is.
    package func send(_ frame: BridgeFrame) async throws {
        guard let call = state.withLock({ $0.call }) else { throw NotAttached() }
        try await call.send(frame)
    }

    /// Sends a frame that is no fact.
    package func say(_ frame: BridgeFrame.OneOfFrame) async throws {
        try await send(.with { $0.frame = frame })
    }

    /// Reports a fact: numbered, and kept until it is confirmed.
    @discardableResult
    package func report(_ fact: BridgeFrame.OneOfFrame) async throws -> Int64 {
        let frame = note(fact)
        try await send(frame)
        return frame.seq
    }

    /// Puts a fact into the journal without sending it, as a bridge does that is not attached.
    @discardableResult
    package func note(_ fact: BridgeFrame.OneOfFrame) -> BridgeFrame {
        state.withLock { state in
            let frame = BridgeFrame.with {
                $0.seq = state.nextSeq
                $0.frame = fact
            }
            state.nextSeq += 1
            state.unconfirmed.append(frame)
            return frame
        }
    }

    /// Forgets its journal, as one whose state directory was deleted.
    package func forgetJournal() {
        state.withLock { state in
            state.nextSeq = 1
            state.confirmedSeq = 0
            state.unconfirmed = []
        }
    }

    package var nextSeq: Int64 { state.withLock { $0.nextSeq } }
    package var confirmedSeq: Int64 { state.withLock { $0.confirmedSeq } }

    /// Waits until everything that was reported is confirmed.
    package func waitForConfirm(within limit: Duration = .seconds(10)) async throws {
        try await poll("Confirm", limit) { state.withLock { $0.confirmedSeq >= $0.nextSeq - 1 } ? true : nil }
    }

    /// What it was told and nobody has looked at yet, Confirm excepted.
    package var frames: [ServerFrame] { state.withLock { $0.frames } }

    /// Waits for a frame that `match` finds something in, and takes it out.
    package func expect<T: Sendable>(
        _ what: String, within limit: Duration = .seconds(10), _ match: @Sendable (ServerFrame.OneOfFrame) -> T?
    ) async throws -> T {
        try await poll(what, limit) {
            try state.withLock { state in
                for (index, frame) in state.frames.enumerated() {
                    guard let inside = frame.frame, let found = match(inside) else { continue }
                    state.frames.remove(at: index)
                    return found
                }
                if case .failure(let error) = state.ending { throw error }
                return nil
            }
        }
    }

    package func nextAssign() async throws -> Assign {
        try await expect("Assign") { if case .assign(let assign) = $0 { assign } else { nil } }
    }

    package func nextRelease() async throws -> Release {
        try await expect("Release") { if case .release(let release) = $0 { release } else { nil } }
    }

    package func nextSend() async throws -> Send {
        try await expect("Send") { if case .send(let send) = $0 { send } else { nil } }
    }

    /// The sends that came and were not looked at.
    package var waitingSends: [Send] {
        frames.compactMap { if case .send(let send) = $0.frame { send } else { nil } }
    }

    /// Waits for the stream's end. nil: it ended well.
    package func ending(within limit: Duration = .seconds(30)) async throws -> RPCError? {
        try await poll("the end of the stream", limit) { () -> RPCError?? in
            switch state.withLock({ $0.ending }) {
            case nil: nil
            case .success: .some(nil)
            case .failure(let error as RPCError): .some(error)
            case .failure(let error): throw error
            }
        }
    }

    /// Says that no more comes, and waits for the end.
    package func detach() async throws {
        try await state.withLock { $0.call }?.closeSend()
        _ = try await ending()
    }

    /// Dies: the stream breaks without a word.
    package func die() {
        state.withLock { state in
            state.call?.cancel()
            state.call = nil
            state.reader?.cancel()
        }
    }

    private struct NotAttached: Error {}
}

/// Waits until `look` finds something, looking every few milliseconds of real time.
@discardableResult
package func poll<T: Sendable>(
    _ what: String, _ limit: Duration = .seconds(30), _ look: () async throws -> T?
) async throws -> T {
    let end = ContinuousClock.now + limit
    while true {
        if let found = try await look() { return found }
        guard ContinuousClock.now < end else { throw NotInTime(what: what) }
        try await Task.sleep(for: .milliseconds(2))
    }
}

package struct NotInTime: Error, CustomStringConvertible {
    let what: String
    package var description: String { "\(what) did not come in time" }
}
