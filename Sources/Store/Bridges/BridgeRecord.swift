// A row of `bridges`: a bridge is known by its credential and its name together, over all its restarts.

package struct BridgeRecord: Sendable, Equatable {
    package enum Status: Int32, StoredCode { case attached = 1, draining, lost }

    /// 0 until it is stored.
    package var id: Int64
    /// The credential it attached with: `uid:0`, `key:sbk_…`.
    package var identity: String
    package var name: String
    package var status: Status
    package var instanceID: String
    package var engine: String
    package var engineVersion: String
    /// No kind contains a space.
    package var kinds: [String]
    package var capacity: Int32
    /// The commands beside sends that it can carry out; none contains a space.
    package var commands: [String]
    /// Since when a Send that is repeated is the same message; nil: it is another one.
    package var repeatsSafeSince: Moment?
    /// Facts up to here are durable.
    package var confirmedSeq: Int64
    package var attachedAt: Moment?
    package var lastHeartbeatAt: Moment?
    package var createdAt: Moment
    package var updatedAt: Moment

    package init(
        id: Int64 = 0, identity: String, name: String, status: Status = .attached, instanceID: String, engine: String,
        engineVersion: String = "", kinds: [String] = [], capacity: Int32 = 0, commands: [String] = [],
        repeatsSafeSince: Moment? = nil, confirmedSeq: Int64 = 0, attachedAt: Moment? = nil,
        lastHeartbeatAt: Moment? = nil, createdAt: Moment
    ) {
        self.id = id
        self.identity = identity
        self.name = name
        self.status = status
        self.instanceID = instanceID
        self.engine = engine
        self.engineVersion = engineVersion
        self.kinds = kinds
        self.capacity = capacity
        self.commands = commands
        self.repeatsSafeSince = repeatsSafeSince
        self.confirmedSeq = confirmedSeq
        self.attachedAt = attachedAt
        self.lastHeartbeatAt = lastHeartbeatAt
        self.createdAt = createdAt
        updatedAt = createdAt
    }

    /// What it was given last may be given again.
    package var repeatsAreSafe: Bool { repeatsSafeSince != nil }

    static let columns = """
        id, identity, name, status, instance_id, engine, engine_version, kinds, capacity, commands, repeats_safe_since,
        confirmed_seq, attached_at, last_heartbeat_at, created_at, updated_at
        """

    init(_ row: inout Row) throws(StoreError) {
        id = try row.next()
        identity = try row.next()
        name = try row.next()
        status = try row.next()
        instanceID = try row.next()
        engine = try row.next()
        engineVersion = try row.next()
        kinds = try row.next(WordList.self).words
        capacity = try row.next()
        commands = try row.next(WordList.self).words
        repeatsSafeSince = try row.next()
        confirmedSeq = try row.next()
        attachedAt = try row.next()
        lastHeartbeatAt = try row.next()
        createdAt = try row.next()
        updatedAt = try row.next()
    }
}
