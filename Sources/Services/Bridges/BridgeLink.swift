// One attached stream of a bridge, in memory: what it said of itself, the facts it sent that wait to be written, what
// waits to be sent to it, its credit and the sessions it carries. All state is behind one lock; the four loops of the
// stream (BridgeStream) and the engine meet here. Nothing in it outlives the stream.
// Bounded: facts by the reader's pause, frames by in-flight limit, sessions and the one Confirm that is kept.

internal import Codec
package import Contract
internal import RPC
internal import Store
internal import Synchronization

package final class BridgeLink: Sendable {
    /// Of this stream; no two streams of a process have the same.
    package let id: UInt64
    /// The credential: `uid:0`, `key:sbk_…`.
    package let credential: String
    package let name: String
    package let hello: Hello
    /// For the bridge's other calls; known to nobody else.
    package let token: String
    let configuration: DeliveryConfiguration
    let state: Mutex<State>

    let factsWaiting = Wake()
    let roomForFacts = Wake()
    let workWaiting = Wake()
    let framesWaiting = Wake()
    let failed = Latch()
    /// Open when the stream has ended and what it left behind is written.
    let gone = Latch()

    struct Carried: Sendable {
        var epoch: Int64
        var isConnected: Bool
        /// Messages of unknown outcome have to be looked at before long.
        var needsReconcile: Bool
        var pacing: Pacing
        /// Why it rests, as its messages were last told.
        var rest: HoldReason?
        /// How it stood at the last look, where it sends carefully.
        var pace: PaceSeen?
        /// It sends as it likes, and since it does a look has found nothing in a lane. Only who sends carefully puts anything
        /// there, so this holds until it does; where nobody has looked, it is not known.
        var lanesAreEmpty = false
    }

    struct State: Sendable {
        var bridgeID: Int64 = 0
        var confirmedSeq: Int64 = 0
        var attachedAt = Instant(microseconds: 0)
        var lastHeardAt = Instant(microseconds: 0)
        /// Of the bridge, on the monotonic clock.
        var silence: Silence
        var heartbeat = Heartbeat()
        /// Hello was answered.
        var isWelcomed = false
        /// It is told to finish, and gets nothing new.
        var isDraining = false
        /// Nothing more comes in; what came is still written and confirmed.
        var isFinishing = false
        /// Every fact that came is written.
        var factsAreDone = false
        var failure: RPCError?

        var lastSeq: Int64 = 0
        var facts: [BridgeFrame] = []
        /// Facts that cannot be read.
        var unreadable = Seldom()
        /// Facts whose `media_ref` is too long.
        var longRefs = Seldom()
        var earlyAcks = EarlyAcks()
        /// The facts it had before it attached are written, or it took too long to repeat them.
        var isCaughtUp = false

        var credit: SendCredit
        var ready = ReadyQueue()
        var carried: [Int64: Carried] = [:]
        /// Of those, the connected ones with messages of unknown outcome to look at.
        var unreconciled: Set<Int64> = []
        /// Commands that were given and not answered, by when they have to be.
        var commands = DeadlineQueue<Int64>()

        var frames: [ServerFrame] = []
        var framesHead = 0
        var confirm: Int64?
    }

    init(
        id: UInt64, credential: String, hello: Hello, token: String, configuration: DeliveryConfiguration
    ) {
        self.id = id
        self.credential = credential
        name = hello.bridgeName
        self.hello = hello
        self.token = token
        self.configuration = configuration
        state = Mutex(
            State(
                silence: Silence(limit: configuration.silence, since: .zero),
                credit: SendCredit(limit: configuration.inFlight)))
    }

    /// What tells bridges apart, over all their streams.
    var key: String { "\(credential)/\(name)" }

    package var bridgeID: Int64 { state.withLock { $0.bridgeID } }

    var reporter: FactApplier.Reporter {
        .init(bridgeID: bridgeID, name: name, repeatsAreSafe: hello.repeatsAreSafe, kinds: hello.kinds)
    }

    /// Whether a session may still be handed to it. To be asked inside a write job: when the stream ends, what it left
    /// behind is written after every job that was told yes.
    var isOpen: Bool { state.withLock { $0.isWelcomed && !$0.isFinishing && !$0.isDraining && $0.failure == nil } }

    var failure: RPCError? { state.withLock { $0.failure } }

    /// Ends the stream with an error. The first one stands.
    func fail(_ error: RPCError) {
        let isFirst = state.withLock { state in
            guard state.failure == nil else { return false }
            state.failure = error
            return true
        }
        if isFirst { failed.open() }
    }

    /// Ends the stream well: what came in is written and confirmed first.
    func finish() {
        state.withLock { $0.isFinishing = true }
        factsWaiting.notify()
        workWaiting.notify()
    }

    var isFinishing: Bool { state.withLock { $0.isFinishing } }

    /// Tells the bridge to finish what it began; it gets nothing new.
    func drain(_ reason: String) {
        let isFirst = state.withLock { state in
            defer { state.isDraining = true }
            return !state.isDraining
        }
        guard isFirst else { return }
        push(.drain(.with { $0.reason = reason }))
        workWaiting.notify()
    }

    /// Whether nothing is expected of it any more.
    var isIdle: Bool {
        state.withLock { $0.commands.count == 0 && $0.facts.isEmpty }
    }
}
