// Every number of the delivery engine that somebody may want to change, with its default (BRIDGE.md, SAFETY.md 2).
// rpcd fills it from its settings; tests make it small.

package struct DeliveryConfiguration: Sendable {
    /// What Welcome tells bridges of us.
    package var serverVersion: String = ""
    /// How often a bridge is to say that it lives.
    package var heartbeat: Duration = .seconds(10)
    /// After so much silence a bridge is gone.
    package var silence: Duration = .seconds(30)
    /// How long a lease outlives its bridge's stream, and a start of rpcd: `bridges.lease`.
    package var lease: Duration = .seconds(30)
    /// How long a new stream may take to say Hello.
    package var hello: Duration = .seconds(10)
    /// How long a bridge may take to answer a send.
    package var command: Duration = .seconds(60)
    /// The same for a send with a file, which it has to get first.
    package var mediaCommand: Duration = .seconds(180)
    /// How long WhatsApp's server may take to confirm what an engine of a connected session took. It takes seconds.
    package var ack: Duration = .seconds(300)
    /// After so long without a word from WhatsApp, what an engine took is of unknown outcome whatever became of its session.
    package var ackAtAll: Duration = .seconds(24 * 3600)
    /// How long a bridge that is back may take to repeat its old facts before what is unknown is acted upon.
    package var catchUp: Duration = .seconds(20)
    /// How long a message must have been stuck before `hold_reason` says so: a blink is no news.
    package var holdGrace: Duration = .seconds(1)
    /// How soon a newly accepted `scheduled_at` or `expires_at` is looked at; nothing nearer than this is missed.
    package var agenda: Duration = .seconds(1)
    /// How long past its `expires_at` a message of unknown outcome may still be found out about, before it fails and
    /// stands in nobody's way: a bridge that comes back in this time brings the truth.
    package var unknownGrace: Duration = .seconds(900)
    /// How long a draining server waits for its bridges to finish; under the 2 s after which streams are cut.
    package var drain: Duration = .milliseconds(1500)
    /// Facts of one stream that wait to be written. Past it the stream is not read.
    package var waitingFacts: Int = 1024
    /// Facts written in one job.
    package var factBatch: Int = 64
    /// Messages handed out in one job.
    package var dispatchBatch: Int = 32
    /// Sessions whose messages of unknown outcome are looked at in one job.
    package var reconcileBatch: Int = 64
    /// Sends that one bridge may have unanswered, whatever credit it gives.
    package var inFlight: Int = 1024
    /// Sessions that one bridge may claim to hold, or to have room for. So many claims still fit into the 10,000 fields
    /// of one Hello: a bridge that could take more could never come back with them.
    package var sessionsPerBridge: Int = 3_000
    /// How long a bridge may take to tell what a session missed.
    package var historyTime: Duration = .seconds(120)
    /// How soon one that did not is asked again.
    package var historyRetry: Duration = .seconds(600)
    /// What lies further back is not asked for.
    package var historyReach: Duration = .seconds(7 * 86_400)
    /// Sessions of one bridge that are asked for at a time.
    package var historiesAtOnce: Int = 4
    package var retries = RetrySchedule()
    package var sessions = SessionLifecycle.Limits()

    package init() {}
}
