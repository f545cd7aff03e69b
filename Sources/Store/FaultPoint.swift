// Places at which a test has the process end as it ends by SIGKILL: between a commit and the answer, and wherever else
// being cut off hurts most (Tests/Chaos). `SWITCHBOARD_FAULT_POINT=name:n` names one, and which passing of it is meant.
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

    /// Ends the process here, where this is the passing that was named.
    package static func hit(_ point: FaultPoint) {
        #if DEBUG
        if isNamed(point) { kill(getpid(), SIGKILL) }
        #endif
    }

    /// Ends the process a moment later, somewhere in what follows.
    static func begin(_ point: FaultPoint) {
        #if DEBUG
        guard isNamed(point) else { return }
        _ = try? WorkerThread(name: "fault-point") {
            usleep(.random(in: 0...20_000))
            kill(getpid(), SIGKILL)
        }
        #endif
    }

    #if DEBUG
    private static let passings = Atomic<Int>(0)

    private static let named: (point: FaultPoint, passing: Int)? = {
        guard let text = getenv("SWITCHBOARD_FAULT_POINT").map({ String(cString: $0) }) else { return nil }
        let words = text.split(separator: ":")
        guard words.count == 2, let point = FaultPoint(rawValue: String(words[0])), let passing = Int(words[1])
        else { return nil }
        return (point, passing)
    }()

    private static func isNamed(_ point: FaultPoint) -> Bool {
        guard let named, named.point == point else { return false }
        return passings.add(1, ordering: .relaxed).newValue == named.passing
    }
    #endif
}
