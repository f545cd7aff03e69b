// Places at which a test has the process end as it ends by SIGKILL, or stop as it stops by SIGSTOP: between a commit and the
// answer, and wherever else being cut off hurts most (Tests/Chaos). `SWITCHBOARD_FAULT_POINT=name:n` names one, and which
// passing of it is meant; with `name:n:stop` it stops there until somebody sends SIGCONT.
// Debug builds only: in a release build there is nothing here to name.

#if DEBUG
internal import Glibc
internal import Synchronization
#endif

package enum FaultPoint: String, Sendable {
    /// A message is committed, its caller not answered.
    case accepted
    /// Messages are marked as given to a bridge, and no frame has left.
    case dispatched
    /// A bridge's facts are read, and nothing of them is written.
    case factsRead = "facts-read"
    /// A bridge's facts are committed, and not confirmed.
    case factsCommitted = "facts-committed"
    /// In the middle of a checkpoint.
    case checkpoint
    /// Some messages of unknown outcome were looked at, others were not.
    case reconcile
    /// An upload is whole and durable, under the name of a part.
    case mediaWritten = "media-written"
    /// It has its name, and no row says so.
    case mediaNamed = "media-named"
    /// It is its owner's, and they were not told.
    case mediaCommitted = "media-committed"
    /// A start has taken the sessions from their bridges, and not looked at what those were given.
    case restart
    /// A bridge is written as attached, and its Welcome has not left.
    case attached
    /// Its Welcome is on its way.
    case welcomeSent = "welcome-sent"
    /// The new epochs of sessions are committed, and no bridge has heard of them.
    case assigned
    /// An Assign is on its way.
    case assignSent = "assign-sent"
    /// A Confirm is on its way.
    case confirmSent = "confirm-sent"
    /// A bridge is gone, and nothing of that is written.
    case detaching
    /// Its sessions are written as lost, what it was given is not.
    case sessionsLost = "sessions-lost"
    /// All that it left behind is committed, and its place is not free yet.
    case detached
    /// Leases have run out, and that is written but not committed.
    case leasesEnding = "leases-ending"
    /// It is committed, and nobody has got those sessions.
    case leasesEnded = "leases-ended"

    /// Ends or stops the process here, where this is the passing that was named.
    package static func hit(_ point: FaultPoint) {
        #if DEBUG
        if let signal = signal(at: point) { kill(getpid(), signal) }
        #endif
    }

    /// Ends or stops the process a moment later, somewhere in what follows.
    static func begin(_ point: FaultPoint) {
        #if DEBUG
        guard let signal = signal(at: point) else { return }
        _ = try? WorkerThread(name: "fault-point") {
            usleep(.random(in: 0...20_000))
            kill(getpid(), signal)
        }
        #endif
    }

    #if DEBUG
    /// What is to happen, and where.
    package struct Order: Sendable, Hashable {
        package let point: FaultPoint
        /// Counted from 1.
        package let passing: Int
        /// SIGKILL or SIGSTOP.
        package let signal: Int32

        /// - Parameter text: `name:n` or `name:n:stop`; nil where it is anything else.
        package init?(_ text: String) {
            let words = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
            guard words.count == 2 || (words.count == 3 && words[2] == "stop"),
                let point = FaultPoint(rawValue: words[0]), let passing = Int(words[1]), passing > 0
            else { return nil }
            self.point = point
            self.passing = passing
            signal = words.count == 2 ? SIGKILL : SIGSTOP
        }
    }

    private static let passings = Atomic<Int>(0)

    private static let order = getenv("SWITCHBOARD_FAULT_POINT").flatMap { Order(String(cString: $0)) }

    private static func signal(at point: FaultPoint) -> Int32? {
        guard let order, order.point == point else { return nil }
        return passings.add(1, ordering: .relaxed).newValue == order.passing ? order.signal : nil
    }
    #endif
}
