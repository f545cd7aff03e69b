// `rpcctl sessions link`: starts a session, shows its QR code for as long as one waits to be scanned, and ends when the
// session is connected.
internal import ArgumentParser
internal import Codec
internal import Contract
internal import RPC

struct SessionsLinkCommand: ActsForUser {
    static let configuration = CommandConfiguration(
        commandName: "link",
        abstract: "Start a session, draw its QR code, and wait until it is connected.",
        discussion: """
            The code is drawn again when it changes. With -o json the drawing goes to stderr and the session to stdout. \
            Exit status 75 when --timeout (default 60s) comes first. \
            Example: rpcctl sessions link work --user ada
            """)

    @Argument(help: ArgumentHelp("A name or an id; a new name makes a session. Default: `default`.", valueName: "name"))
    var session: SessionArgument?

    @Option(help: ArgumentHelp("The engine that a new session asks for, such as simulator.", valueName: "engine"))
    var engine: String = ""

    @OptionGroup var global: GlobalOptions

    func run(_ rpcd: Rpcd, _ output: Output) async throws {
        let limit = TimeLimit(rpcd.timeout ?? Rpcd.waitTimeout)
        var last: Session?
        do {
            let userID = try await rpcd.userID()
            let started = try await rpcd.sessions.initSession(
                .with {
                    $0.session = session?.name ?? ""
                    $0.sessionId = session?.id ?? 0
                    $0.userId = userID
                    $0.engine = engine
                }, options: CallOptions(timeout: min(limit.remaining, rpcd.timeout ?? Rpcd.unaryTimeout)))
            last = started
            last = try await follow(started, rpcd, limit, LinkScreen(output))
        } catch let error as RPCError where error.code == .deadlineExceeded && limit.hasPassed {
            if let last { try output.show(last) { SessionText.details(last) } }
            let state = last.map { " (\(Self.state($0)))" } ?? ""
            throw Failure(.outOfTime, "DEADLINE_EXCEEDED", "not connected within \(TimeSpan(limit.whole).text)\(state)")
        }
        guard let last else { return }
        try output.show(last) { SessionText.details(last) }
        if last.status != .connected {
            throw Failure(
                .failed, Self.reason(last), "the session is \(Self.state(last))",
                hint: last.lastError.isEmpty ? nil : last.lastError)
        }
    }

    /// Watches until there is nothing more to wait for, and gives the session as it is then.
    private func follow(
        _ started: Session, _ rpcd: Rpcd, _ limit: TimeLimit, _ screen: LinkScreen
    ) async throws -> Session {
        if started.status == .connected { return started }
        var screen = screen
        defer { screen.leave() }
        let updates = try await rpcd.sessions.watchSession(
            .with { $0.sessionId = started.id }, options: CallOptions(timeout: limit.remaining))
        for try await update in updates {
            guard let session = update.session else { continue }
            try screen.show(session, update.qrCode)
            if Self.isOver(session) { return session }
        }
        throw RPCError(.unavailable, message: "the server ended the watch before the session was connected")
    }

    /// Connected, or where it will not come from by itself.
    static func isOver(_ session: Session) -> Bool {
        switch session.status {
        case .connected, .loggedOut, .conflict, .restricted, .failed: true
        default: false
        }
    }

    private static func state(_ session: Session) -> String {
        SessionText.status(session) + (session.statusReason.isEmpty ? "" : ": " + session.statusReason)
    }

    private static func reason(_ session: Session) -> String {
        switch session.status {
        case .loggedOut: "SESSION_LOGGED_OUT"
        case .conflict: "SESSION_CONFLICT"
        case .restricted: "ACCOUNT_RESTRICTED"
        default: "SESSION_NOT_CONNECTED"
        }
    }
}
