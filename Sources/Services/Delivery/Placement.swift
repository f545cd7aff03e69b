// Which bridge carries a session (BRIDGE.md): one that runs its engine and has room; of those the one that carried it
// last; else the one with the most room. Pure.

package enum Placement {
    /// A bridge that is attached and takes sessions.
    package struct Candidate: Sendable, Hashable {
        package var bridgeID: Int64
        package var engine: String
        /// How many more sessions it would carry.
        package var room: Int
        package var repeatsAreSafe: Bool

        package init(bridgeID: Int64, engine: String, room: Int, repeatsAreSafe: Bool = false) {
            self.bridgeID = bridgeID
            self.engine = engine
            self.room = room
            self.repeatsAreSafe = repeatsAreSafe
        }
    }

    /// The bridge that gets the session; nil where none can.
    /// - Parameters:
    ///   - engine: the session's; empty = any will do.
    ///   - lastHolder: the bridge that carried it last; 0 = none.
    package static func choose(engine: String, lastHolder: Int64, among candidates: [Candidate]) -> Int64? {
        let able = candidates.filter { $0.room > 0 && (engine.isEmpty || $0.engine == engine) }
        if let last = able.first(where: { $0.bridgeID == lastHolder }) { return last.bridgeID }
        // Equal ones in a fixed order, so that the same situation has the same outcome.
        return able.max { ($0.room, $1.bridgeID) < ($1.room, $0.bridgeID) }?.bridgeID
    }
}
