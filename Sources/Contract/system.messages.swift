// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.

package import Codec

package enum FindingLevel: ProtoEnum {
    case unspecified
    case ok
    /// Works, but may not for long, or not as safely as it could.
    case warn
    /// Something does not work, or is open to those who should not have it.
    case fail
    /// A number that this version does not know.
    case unrecognized(Int32)

    package init() { self.init(rawValue: 0) }

    package init(rawValue: Int32) {
        switch rawValue {
        case 0: self = .unspecified
        case 1: self = .ok
        case 2: self = .warn
        case 3: self = .fail
        default: self = .unrecognized(rawValue)
        }
    }

    package var rawValue: Int32 {
        switch self {
        case .unspecified: 0
        case .ok: 1
        case .warn: 2
        case .fail: 3
        case .unrecognized(let number): number
        }
    }
}

package struct GetStatusRequest: ProtoMessage {
    package init() {}
}

package struct SystemStatus: ProtoMessage {
    package var version: String = ""
    package var pid: Int64 = 0
    package var startedAt: Timestamp?
    package var uptimeSeconds: Int64 = 0
    /// What is bound, such as `unix:/run/switchboard/rpcd.sock`.
    package var listeners: [String] = []
    /// The limits in force, by name.
    package var limits: [String: Int64] = [:]
    package var live: LiveCounts?
    /// Messages by state, such as `pending`.
    package var messages: [String: Int64] = [:]
    /// Sessions by state.
    package var sessions: [String: Int64] = [:]
    /// How often each limit refused a call, turned a connection away or cut one, since the start; those of HTTP begin with
    /// `http_`.
    package var refused: [String: Int64] = [:]
    /// Of the last check of the whole database; absent before the first.
    package var integrity: IntegrityStatus?
    /// Jobs whose last run failed.
    package var failingJobs: Int64 = 0
    /// What bridges told since the start that was confirmed and changed nothing, by why: `old_epoch`, `not_held`,
    /// `unknown_message`, `malformed`, `unwritable`.
    package var droppedFacts: [String: Int64] = [:]
    /// What became of tries to deliver to webhooks since the start: `delivered`, `failed`, `dead`, `lost`.
    package var webhookTries: [String: Int64] = [:]
    /// When what waits longest for a webhook happened; absent: nothing waits.
    package var webhookOldest: Timestamp?
    package var media: MediaCounts?

    package init() {}
}

/// Files that came with messages or go out with them.
package struct MediaCounts: ProtoMessage {
    /// What lies on the disk: each content once.
    package var files: Int64 = 0
    package var bytes: Int64 = 0
    /// Uploads that are begun and not finished, whether or not their streams are there.
    package var uploads: Int64 = 0
    /// Bytes that these may still take.
    package var reservedBytes: Int64 = 0

    package init() {}
}

/// What the last check of the database found.
package struct IntegrityStatus: ProtoMessage {
    package var checkedAt: Timestamp?
    package var isSound: Bool = false
    /// What was checked, or the first things that are wrong.
    package var detail: String = ""

    package init() {}
}

/// What is held just now. After load and abuse these return to where they were.
package struct LiveCounts: ProtoMessage {
    package var connections: Int64 = 0
    package var streams: Int64 = 0
    package var runningHandlers: Int64 = 0
    package var watchers: Int64 = 0
    package var fileDescriptors: Int64 = 0
    /// Bytes.
    package var residentMemory: Int64 = 0
    /// Bytes.
    package var walSize: Int64 = 0
    package var leases: Int64 = 0
    package var bridges: Int64 = 0
    /// Bytes of requests that are not decoded yet.
    package var parsingBytes: Int64 = 0
    /// What webhooks have still to be told: what waits for another try, and what is about to be posted.
    package var webhookQueue: Int64 = 0

    package init() {}
}

package struct DiagnoseRequest: ProtoMessage {
    package init() {}
}

/// What was looked at, and what is wrong with it.
package struct Diagnosis: ProtoMessage {
    package var findings: [Finding] = []
    /// The server's wall clock.
    package var at: Timestamp?
    package var version: String = ""

    package init() {}
}

/// One thing that was looked at.
package struct Finding: ProtoMessage {
    /// Such as `disk` or `job purge-events`.
    package var subject: String = ""
    package var level: FindingLevel = .init()
    /// What was found.
    package var detail: String = ""
    /// What to do about it; empty where nothing is to be done.
    package var advice: String = ""

    package init() {}
}

package struct BackupRequest: ProtoMessage {
    /// Where to: a name is a file in `<data-dir>/backups`, a path that begins with `/` is one anywhere, for root and the
    /// server's own user on rpcd.sock only. Empty: a name made of the time. A file that is there is never replaced.
    package var path: String = ""
    /// Copies the server's key files as well, to a folder of the same name and `.secrets`. For root and the server's own user
    /// on rpcd.sock only: who has both can make tokens and read what is encrypted.
    package var withSecrets: Bool = false

    package init() {}
}

/// A backup that is whole and was checked.
package struct BackupResponse: ProtoMessage {
    /// From the root of the server's machine.
    package var path: String = ""
    package var sizeBytes: Int64 = 0
    /// The state that it holds: that of the moment when it began.
    package var takenAt: Timestamp?
    package var durationMs: Int64 = 0
    package var schemaVersion: Int32 = 0
    /// Where the key files are; empty where they were not asked for.
    package var secretsPath: String = ""

    package init() {}
}

package struct ListServicesRequest: ProtoMessage {
    package init() {}
}

package struct ListServicesResponse: ProtoMessage {
    package var services: [ServiceSummary] = []

    package init() {}
}

package struct ServiceSummary: ProtoMessage {
    /// Such as `switchboard.v1.MessagesService`.
    package var name: String = ""
    /// The first sentence of its comment.
    package var summary: String = ""
    package var methods: [MethodSummary] = []

    package init() {}
}

package struct MethodSummary: ProtoMessage {
    /// Such as `SendText`.
    package var name: String = ""
    /// The first sentence of its comment.
    package var summary: String = ""

    package init() {}
}

package struct DescribeServiceRequest: ProtoMessage {
    /// `switchboard.v1.MessagesService`, `MessagesService/SendText`, `switchboard.v1.Message`, or a short form of these. A dot
    /// may stand for the slash.
    package var name: String = ""

    package init() {}
}

/// What reflection knows of a name. One of the first three is filled, or none for an enum, which is the one in `enums`;
/// `messages` and `enums` are all that it uses, itself included, each once.
package struct Description: ProtoMessage {
    package var service: ServiceDescription?
    package var method: MethodDescription?
    /// The full name of the message that was asked for; it stands in `messages`.
    package var message: String = ""
    package var messages: [MessageDescription] = []
    package var enums: [EnumDescription] = []

    package init() {}
}

package struct ServiceDescription: ProtoMessage {
    package var name: String = ""
    package var comment: String = ""
    package var methods: [MethodDescription] = []

    package init() {}
}

package struct MethodDescription: ProtoMessage {
    /// `service/Method`, as rpcctl call takes it.
    package var path: String = ""
    package var comment: String = ""
    /// Full names of messages.
    package var request: String = ""
    package var response: String = ""
    package var clientStreaming: Bool = false
    package var serverStreaming: Bool = false
    package var access: [Access] = []
    /// The scope that an API key needs, or empty.
    package var scope: String = ""
    package var idempotent: Bool = false
    package var routes: [RouteDescription] = []

    package init() {}
}

/// How HTTP reaches a method.
package struct RouteDescription: ProtoMessage {
    /// Such as `POST`.
    package var method: String = ""
    /// Such as `/api/v1/users/{id}`.
    package var path: String = ""
    /// The field that the body fills: `*` all of them, empty none.
    package var body: String = ""

    package init() {}
}

package struct MessageDescription: ProtoMessage {
    package var name: String = ""
    package var comment: String = ""
    package var fields: [FieldDescription] = []

    package init() {}
}

package struct FieldDescription: ProtoMessage {
    package var name: String = ""
    package var number: Int32 = 0
    /// A scalar such as `int64`, or the full name of a message or an enum; of a map, `map<string, int64>`.
    package var type: String = ""
    package var repeated: Bool = false
    /// The oneof that it is a case of, or empty.
    package var oneof: String = ""
    package var comment: String = ""

    package init() {}
}

package struct EnumDescription: ProtoMessage {
    package var name: String = ""
    package var comment: String = ""
    package var values: [EnumValueDescription] = []

    package init() {}
}

package struct EnumValueDescription: ProtoMessage {
    /// As in the .proto, such as `MESSAGE_STATUS_PENDING`.
    package var name: String = ""
    package var number: Int32 = 0
    /// As JSON has it, such as `pending`; empty for the unspecified value, which is null.
    package var json_: String = ""
    package var comment: String = ""

    package init() {}
}
