// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.

package import Codec

/// Where a session is. Every state that waits has a deadline and an exit.
package enum SessionStatus: ProtoEnum {
    case unspecified
    /// Made, never started.
    case created
    /// Handed to a bridge, or waiting for one.
    case starting
    /// A QR code waits to be scanned.
    case qrPending
    /// Scanned; WhatsApp is setting the device up.
    case authenticated
    /// Linked and online: it sends and receives.
    case connected
    /// Held back by its own pacing or by an operator.
    case paused
    /// Not carried just now; credentials are kept.
    case disconnected
    /// The link was ended, here or on the phone; a new scan is needed.
    case loggedOut
    /// The same account is in use elsewhere.
    case conflict
    /// WhatsApp restricts the account.
    case restricted
    /// It could not be started; `last_error` says why.
    case failed
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .created
        case 2: self = .starting
        case 3: self = .qrPending
        case 4: self = .authenticated
        case 5: self = .connected
        case 6: self = .paused
        case 7: self = .disconnected
        case 8: self = .loggedOut
        case 9: self = .conflict
        case 10: self = .restricted
        case 11: self = .failed
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .created: 1
        case .starting: 2
        case .qrPending: 3
        case .authenticated: 4
        case .connected: 5
        case .paused: 6
        case .disconnected: 7
        case .loggedOut: 8
        case .conflict: 9
        case .restricted: 10
        case .failed: 11
        case .unrecognized(let number): number
        }
    }
}

/// How carefully a session sends.
package enum PacingProfile: ProtoEnum {
    case unspecified
    /// As fast as the bridge takes messages: for the simulator.
    case fast
    /// Slowly and irregularly, as a person would: for real accounts. docs/OPERATIONS.md has the figures.
    case careful
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .fast
        case 2: self = .careful
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .fast: 1
        case .careful: 2
        case .unrecognized(let number): number
        }
    }
}

package struct Session: ProtoMessage {
    package var id: Int64 = 0
    package var userId: Int64 = 0
    /// Unique among its owner's: a letter, then up to 63 letters, digits, `_` or `-`.
    package var name: String = ""
    package var status: SessionStatus = .init()
    /// Why it is where it is, such as `bridge_lost`, `no_bridge`, `requested`; empty where the status says all.
    package var statusReason: String = ""
    /// What carries it, such as `simulator`, `baileys`, `whatsapp-web.js`. A session stays with its engine. Empty until a
    /// bridge has taken it up.
    package var engine: String = ""
    /// Digits with a leading `+`, once linked.
    package var phoneNumber: String = ""
    /// WhatsApp's own id of the account, once known.
    package var lid: String = ""
    package var qrExpiresAt: Timestamp?
    package var connectedAt: Timestamp?
    package var lastActiveAt: Timestamp?
    package var lastError: String = ""
    /// The name of the bridge that carries it, or empty.
    package var bridge: String = ""
    /// Rises each time it is handed to a bridge: the fencing token.
    package var epoch: Int64 = 0
    package var settings: SessionSettings?
    package var createdAt: Timestamp?
    package var updatedAt: Timestamp?
    /// What it may still send and what holds it back, where it sends carefully: as GetSession and GetSessionStatus saw it.
    /// Absent elsewhere.
    package var pacing: SessionPacing?

    package init() {}
}

package struct SessionSettings: ProtoMessage {
    /// Unspecified: `fast` where the engine is the simulator, `careful` elsewhere.
    package var pacing: PacingProfile = .init()
    /// Hours in which nothing is sent, by the clocks of a time zone: `22:00-07:00 Europe/Berlin`, `21:30-06:00 +05:30`; no
    /// zone: UTC. For sessions that send carefully. Empty: none.
    package var quietHours: String = ""

    package init() {}
}

/// How a session that sends carefully stands.
package struct SessionPacing: ProtoMessage {
    /// What its settings and its engine come to.
    package var profile: PacingProfile = .init()
    /// When it may send next; absent: now.
    package var nextSendAt: Timestamp?
    /// Why not before: `pacing`, `quiet_hours`, `engine_paused`; empty: it may send now.
    package var holdReason: String = ""
    /// What may still go out in the minute that ends now, and in the hour.
    package var minuteLeft: Int32 = 0
    package var hourLeft: Int32 = 0
    /// What may still go out today (UTC) to those who did not write in the last 24 hours, and of how many.
    package var coldLeft: Int32 = 0
    package var coldBudget: Int32 = 0
    /// Until when WhatsApp lets it write to none of them.
    package var coldStoppedUntil: Timestamp?
    /// Until when it rests after failures of its engine.
    package var pausedUntil: Timestamp?
    /// Until when it comes to its pace after it connected.
    package var rampUntil: Timestamp?
    /// Engine failures in a row; five pause it.
    package var failures: Int32 = 0

    package init() {}
}

package struct ListSessionsRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only this user's; 0 = all that the caller may see.
    package var userId: Int64 = 0
    /// Unspecified: any.
    package var status: SessionStatus = .init()

    package init() {}
}

package struct ListSessionsResponse: ProtoMessage {
    package var sessions: [Session] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct GetSessionRequest: ProtoMessage {
    /// Excludes `session`.
    package var id: Int64 = 0
    /// By name, among the owner's sessions.
    package var session: String = ""
    /// Whose session is meant by its name; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct CreateSessionRequest: ProtoMessage {
    /// The name; empty: `default`.
    package var name: String = ""
    /// Whose; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    /// The engine it asks for; empty: that of whichever bridge takes it up.
    package var engine: String = ""
    package var settings: SessionSettings?
    /// 1 to 255 printable ASCII characters: the same key and body within 24 hours gets the first answer.
    package var idempotencyKey: String = ""

    package init() {}
}

package struct UpdateSessionRequest: ProtoMessage {
    package var id: Int64 = 0
    /// Only the fields that the mask names are read.
    package var session: Session?
    /// Empty: an error, for nothing would change. Over HTTP, the keys present in the body.
    package var updateMask: FieldMask?

    package init() {}
}

package struct DeleteSessionRequest: ProtoMessage {
    /// Excludes `session`.
    package var id: Int64 = 0
    /// By name, among the owner's sessions.
    package var session: String = ""
    /// Whose session is meant by its name; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct DeleteSessionResponse: ProtoMessage {
    package init() {}
}

package struct InitSessionRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's. The operator must say.
    package var userId: Int64 = 0
    /// The engine a new session asks for; empty: that of whichever bridge takes it up.
    package var engine: String = ""

    package init() {}
}

package struct GetSessionStatusRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct DisconnectSessionRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct RestartSessionRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct LogoutSessionRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct GetQrCodeRequest: ProtoMessage {
    package var sessionId: Int64 = 0
    /// By name, instead of by id.
    package var session: String = ""
    /// Whose session is meant by its name; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

/// A QR code to be scanned with the phone that is to be linked.
package struct QrCode: ProtoMessage {
    package var sessionId: Int64 = 0
    /// The raw string.
    package var code: String = ""
    /// Counts the codes of one linking, from 1.
    package var sequence: Int32 = 0
    package var expiresAt: Timestamp?

    package init() {}
}

package struct RequestPairingCodeRequest: ProtoMessage {
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0
    /// Of the phone that is to be linked: `+` and digits.
    package var phoneNumber: String = ""

    package init() {}
}

/// A code to be typed into the phone: Linked devices, Link with phone number instead.
package struct PairingCode: ProtoMessage {
    package var sessionId: Int64 = 0
    package var code: String = ""
    package var phoneNumber: String = ""
    package var expiresAt: Timestamp?

    package init() {}
}

package struct CheckNumberRequest: ProtoMessage {
    /// `+` and digits.
    package var phoneNumber: String = ""
    /// The name; empty: `default`, else the only one.
    package var session: String = ""
    /// Excludes `session`.
    package var sessionId: Int64 = 0
    /// Whose; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

/// What WhatsApp said of a number.
package struct NumberCheck: ProtoMessage {
    /// `+` and digits.
    package var phoneNumber: String = ""
    /// It has an account.
    package var exists: Bool = false
    /// WhatsApp's own id of the account, where it told one; it can be written to as well.
    package var lid: String = ""
    /// When WhatsApp was asked.
    package var checkedAt: Timestamp?
    /// It was not asked again for this.
    package var cached: Bool = false

    package init() {}
}

package struct WatchSessionRequest: ProtoMessage {
    package var sessionId: Int64 = 0
    /// By name, instead of by id; both empty: `default`, else the only one.
    package var session: String = ""
    /// Whose session is meant by its name; 0 = the caller's.
    package var userId: Int64 = 0

    package init() {}
}

package struct SessionUpdate: ProtoMessage {
    /// Absent in a heartbeat, sent every 15 seconds in which nothing changed.
    package var session: Session?
    /// Present while a code waits to be scanned and the caller has `sessions:write`.
    package var qrCode: QrCode?

    package init() {}
}
