// What all connections of a server share, and the rules that do not depend on a connection: who may run, until when, and
// what the caller sees of an error.

internal import Logging
internal import NIOCore

final class ServerCore: Sendable {
    let router: Router
    let table: MethodTable
    let configuration: Server.Configuration
    let logger: Logger
    /// Data of one frame, in and out.
    let frameLimit: Int
    /// The same for callers that are not known.
    let strangerFrameLimit: Int
    let metadataLimits: RequestEnvelope.Limits
    let timeouts: CallTimeouts
    let drain = DrainSignal()
    /// Set when the server drains and every connection knows: before that a moment without calls means nothing.
    let refusesAll = DrainSignal()
    /// Set when the server drains and connections are shut: one that comes to its loop after that is shut too.
    let shutsAll = DrainSignal()
    let loops: [LoopContext]
    /// Set when the server drains and no call is left.
    let allEnded = DrainSignal()
    /// Set when the server drains and no connection is left.
    let allClosed = DrainSignal()
    /// Calls of InProcessTransport, which count like those of sockets.
    let inProcess = InProcessCalls()
    let admission: Admission
    let parsing: ParsingBudget
    let refused = RefusalCounts()
    let turnedAway: TurnedAway

    init(router: Router, configuration: Server.Configuration, loops: [LoopContext], logger: Logger) {
        self.router = router
        self.table = MethodTable(router.routes)
        self.configuration = configuration
        self.loops = loops
        self.logger = logger
        let limits = configuration.limits
        frameLimit = min(limits.frameBytes, FrameWriter.maximumLength)
        strangerFrameLimit = min(limits.strangerFrameBytes, frameLimit)
        timeouts = CallTimeouts(configuration)
        metadataLimits = RequestEnvelope.Limits(pairs: limits.metadataPairs, bytes: limits.metadataBytes)
        parsing = ParsingBudget(limits.parsingBytes, loops: loops)
        turnedAway = TurnedAway(errorDomain: configuration.errorDomain)
        admission = Admission(limits) { [drain, allClosed] left in
            if left == 0, drain.isSet { allClosed.set() }
        }
    }

    var runningHandlers: Int { inProcess.handlers + handlersOnLoops }
    var handlersOnLoops: Int { loops.reduce(0) { $0 + $1.counts.handlers } }
    var openStreams: Int { loops.reduce(inProcess.streams) { $0 + $1.counts.streams } }

    var openConnections: Int { admission.connections }

    /// To be called when a call or its handler has ended: whoever drains may be waiting for the last one.
    func checkIdle() {
        if refusesAll.isSet, openStreams == 0, runningHandlers == 0 { allEnded.set() }
    }
}

/// How long calls may take, in nanoseconds: the configuration's durations are costly to convert for every call.
struct CallTimeouts: Sendable {
    let longest: Int64
    let standardUnary: Int64?

    init(_ configuration: Server.Configuration) {
        let longest = configuration.maximumTimeout.clampedNanoseconds
        self.longest = longest
        standardUnary = configuration.defaultUnaryTimeout.map { min($0.clampedNanoseconds, longest) }
    }

    /// When a call that came with this timeout must be over.
    func deadline(timeoutNanoseconds timeout: Int64, kind: CallKind, now: NIODeadline) -> Deadline {
        if timeout != 0 { return .adding(min(timeout, longest), to: now) }
        guard kind == .unary, let standardUnary else { return .never }
        return .adding(standardUnary, to: now)
    }
}

extension Server.Configuration {
    /// What the caller of `context` sees of `error`; what is worth it goes to the log with its cause.
    func outcome(of error: any Error, _ context: CallContext, _ logger: Logger) -> RPCError {
        var result = (error as? RPCError) ?? errorMapper(error)
        if result.requestID == nil { result.requestID = context.requestID }
        // Only of a call that no handler has seen may this be said; here it may come from a server that one has asked.
        result.metadata[StreamRefusal.executedKey] = nil
        guard logsFailedCalls else { return result }
        let level: Logger.Level =
            switch result.code {
            case .internalError, .unknown, .dataLoss: .error
            default: .debug
            }
        logger.log(
            level: level, "call failed",
            metadata: [
                "method": "\(context.method.path)", "request_id": "\(context.requestID)",
                "code": "\(result.code.name)", "reason": "\(result.reason)",
                "cause": "\(result.cause.map { String(describing: $0) } ?? result.message)",
            ])
        return result
    }
}
