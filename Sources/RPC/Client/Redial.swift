// When a client may dial again. After a connection that worked: at once. After a dial that failed, and after the second
// server in a row that hung up without a word: after a pause that grows and is never twice the same. One for all calls of
// a client, so that they wait for one knock on the door and do not each knock on their own. Pure: time is an argument.

internal import NIOCore

struct Redial {
    private var backoff: Backoff
    /// The last connection ended before anything came over it: it may have been the server's restart, or its way.
    private var isDoubtful = false
    /// No dial before this.
    private(set) var notBefore = NIODeadline.uptimeNanoseconds(0)

    init(_ backoff: Backoff) { self.backoff = backoff }

    /// No connection came about.
    mutating func failed(at now: NIODeadline) {
        notBefore = now + .nanoseconds(backoff.next().clampedNanoseconds)
    }

    /// The server has said something: it lives, and speaks ttrpc. (That it took a connection proves nothing.)
    mutating func heard() {
        backoff.reset()
        isDoubtful = false
        notBefore = .uptimeNanoseconds(0)
    }

    /// A connection was ended by the server, or on the way, before anything came over it.
    mutating func hungUp(at now: NIODeadline) {
        if isDoubtful { failed(at: now) }
        isDoubtful = true
    }
}
