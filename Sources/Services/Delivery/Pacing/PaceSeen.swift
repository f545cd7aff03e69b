// What is known in memory of a session that sends carefully: how the dispatcher saw it at its last look. Sends tell their
// callers of it, and ask the database nothing for that. A change of its settings, a rest, a restriction or another account
// each bring about another look, so it is a moment old at most.

package import Store

package final class PaceSeen: Sendable {
    package let session: SessionRecord
    package let record: PacingRecord
    /// With its quiet hours, which are not read anew for each send.
    package let pacer: Pacer

    package init(session: SessionRecord, record: PacingRecord, pacer: Pacer) {
        self.session = session
        self.record = record
        self.pacer = pacer
    }
}
