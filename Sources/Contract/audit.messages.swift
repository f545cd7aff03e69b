// Generated from switchboard/v1/audit.proto by scripts/generate.sh. Do not edit.

package import Codec

/// What can be wrong with an audit log.
package enum AuditFault: ProtoEnum {
    case unspecified
    /// The entry is not what was written.
    case changed
    /// Entries are missing from here on.
    case removed
    /// What was written here stands elsewhere.
    case reordered
    /// An entry that the server did not write.
    case added
    /// The record of where the log begins and ends is missing, was changed, or is sealed with another key; from the entry
    /// on, where one is named.
    case chain
    /// The log was found broken there before, when it was written or opened, and that stands, whatever was put back since.
    case broken
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .changed
        case 2: self = .removed
        case 3: self = .reordered
        case 4: self = .added
        case 5: self = .chain
        case 6: self = .broken
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .changed: 1
        case .removed: 2
        case .reordered: 3
        case .added: 4
        case .chain: 5
        case .broken: 6
        case .unrecognized(let number): number
        }
    }
}

/// One thing that was done.
package struct AuditEntry: ProtoMessage {
    /// Consecutive, from 1.
    package var id: Int64 = 0
    package var time: Timestamp?
    /// Who did it: `user(7)`, `operator(0)`, `bridge(…)`; empty for nobody, who may have tried to sign in.
    package var who: String = ""
    /// 0 = no user.
    package var userId: Int64 = 0
    /// The user's name at that time.
    package var username: String = ""
    /// Of the API key that was used, or empty.
    package var keyPrefix: String = ""
    /// The method, such as `switchboard.v1.UsersService/UpdateUser`.
    package var method: String = ""
    /// `user`, `api_key`, `sign_in`, `session`, `message`, …
    package var targetKind: String = ""
    /// 0 = unknown.
    package var targetId: Int64 = 0
    /// The target's name or prefix at that time.
    package var targetName: String = ""
    /// The fields that changed, as they were; absent for what was made. Never a secret.
    package var before: StructMessage?
    /// The same fields as they are then; absent for what was deleted. Never a secret.
    package var after: StructMessage?
    /// `OK`, or the reason of the refusal for a sign-in that failed.
    package var outcome: String = ""
    /// How often: more than 1 where refusals of one kind were put together.
    package var times: Int64 = 0
    /// `unix`, `tcp`, `tls`, `http`.
    package var transport: String = ""
    /// Without the port; empty for a Unix socket.
    package var ip: String = ""
    package var requestId: String = ""
    /// What the entry is chained with, in hexadecimal.
    package var hash: String = ""

    package init() {}
}

package struct ListAuditLogRequest: ProtoMessage {
    /// 1 to 200; 0 = 20.
    package var pageSize: Int32 = 0
    /// `next_page_token` of the page before. Excludes `page`.
    package var pageToken: String = ""
    /// Counts from 1 and makes the answer carry `total_size`. Excludes `page_token`.
    package var page: Int32 = 0
    /// Only what this user did. Excludes `who`.
    package var userId: Int64 = 0
    /// Only what this caller did, as an entry has it, such as `operator(0)`.
    package var who: String = ""
    /// Only this method, such as `switchboard.v1.UsersService/UpdateUser`.
    package var method: String = ""
    /// Only what was done to things of this kind, such as `user`.
    package var targetKind: String = ""
    /// Only what was done to this one; needs `target_kind`.
    package var targetId: Int64 = 0
    /// Only `OK`, a reason, or `error` for all that is not OK.
    package var outcome: String = ""
    /// Only from then on.
    package var since: Timestamp?
    /// Only before then.
    package var until: Timestamp?

    package init() {}
}

package struct ListAuditLogResponse: ProtoMessage {
    package var entries: [AuditEntry] = []
    /// Empty on the last page.
    package var nextPageToken: String = ""
    /// Only with `page`.
    package var totalSize: Int64 = 0

    package init() {}
}

package struct VerifyAuditLogRequest: ProtoMessage {
    /// An entry whose hash was noted elsewhere, such as the last one of an earlier answer; 0 = none.
    package var knownId: Int64 = 0
    /// What was noted, in hexadecimal.
    package var knownHash: String = ""
    /// Reads from this entry on, which then must follow the one before it; 0 = from the first. The `next_id` of the answer
    /// before, or what came after a break that is known.
    package var fromId: Int64 = 0
    /// Reads so many at most; 0 = as many as there is time for.
    package var maxEntries: Int64 = 0

    package init() {}
}

package struct AuditVerdict: ProtoMessage {
    /// Nothing is wrong with what was read: with all up to the end only where `next_id` is 0.
    package var isIntact: Bool = false
    /// Entries that are as they were written.
    package var checked: Int64 = 0
    /// The first entry that was read; 0 = there is none.
    package var firstId: Int64 = 0
    /// The last entry, and its hash: noted elsewhere, they prove later that nothing before them was touched.
    package var lastId: Int64 = 0
    package var lastHash: String = ""
    /// The first fault, where there is one.
    package var fault: AuditFault = .init()
    /// Where it is; 0 = at no entry.
    package var badId: Int64 = 0
    /// In words.
    package var detail: String = ""
    /// Where to go on, with `from_id`; 0 = the end was reached, or a fault was found.
    package var nextId: Int64 = 0
    /// From which entry on the log was found broken, first of all; 0 = never. Said wherever one begins to read.
    package var brokenId: Int64 = 0

    package init() {}
}
