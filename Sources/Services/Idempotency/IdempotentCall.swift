// A call that its caller may repeat: the key they gave it, and a fingerprint of what they asked (API.md 5). The answer is
// found and remembered in the write job that makes the effect, so there is never one without the other, and a repeat that
// comes while the first still runs simply waits for its turn behind it.
//
// The fingerprint is taken of the decoded request, without the key: the same body is the same however it was spelled on
// the wire and wherever the key stood. It is keyed with a secret of the server, for a request may hold a password.

package import Codec
internal import Contract
package import RPC
package import Store

package struct IdempotentCall: Sendable {
    /// How long an answer is kept.
    package static let lifetime: Duration = .seconds(24 * 3600)

    /// Which table the answer's row is in. The numbers are stored.
    package enum Answer: Int32, Sendable {
        case message = 1
        case user = 2
        case session = 3
        case key = 4
        case media = 5
        case webhook = 6
    }

    let userID: Int64
    let method: String
    let key: String
    let fingerprint: [UInt8]

    /// Reads the key from the request's field and from the metadata `idempotency-key`.
    ///
    /// - Parameters:
    ///   - field: where the request carries it.
    ///   - secret: the server's, the same over restarts.
    /// - Returns: nil for a call without a key.
    /// - Throws: VALIDATION_ERROR for a key that is none, and for two that differ.
    package init?<Request: ProtoMessage>(
        _ request: Request, field: WritableKeyPath<Request, String>, context: CallContext, secret: HMACKey
    ) throws {
        let given = request[keyPath: field]
        let carried = context.metadata.values(for: "idempotency-key")
        guard let key = try Self.key(field: given, metadata: carried) else { return nil }
        self.key = key
        // The operator is no user: their keys stand under 0.
        userID = try context.principal.userID ?? 0
        method = context.method.path
        var body = request
        body[keyPath: field] = ""
        fingerprint = secret.authenticate(body.encoded())
    }

    /// The one key that was given, if any was.
    static func key(field: String, metadata: [String]) throws -> String? {
        let given = (field.isEmpty ? [] : [field]) + metadata
        guard let key = given.first else { return nil }
        guard given.allSatisfy({ $0 == key }) else {
            throw RPCError.validation("idempotency_key", "was given twice, with different values")
        }
        guard (1...255).contains(key.utf8.count), key.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) else {
            throw RPCError.validation("idempotency_key", "must be 1 to 255 printable ASCII characters")
        }
        return key
    }

    /// The id of the row that answered this call before. To be asked first in the write job.
    /// - Returns: nil for a call that is new.
    /// - Throws: IDEMPOTENCY_KEY_REUSED where the key belongs to another request.
    package func answer(_ kind: Answer, in db: Database, at now: Instant) throws -> Int64? {
        guard let known = try db.idempotency.get(userID: userID, method: method, key: key) else { return nil }
        guard known.createdAt > now - Self.lifetime else { return nil }
        guard isEqualInConstantTime(known.fingerprint, fingerprint), known.answerKind == kind.rawValue else {
            throw RPCError.make(
                .idempotencyKeyReused, "This idempotency key was used for another request.",
                hint: "A key belongs to one request: make a new one for another.")
        }
        return known.answerID
    }

    /// Remembers the row that answers this call. To be called in the write job that made it.
    package func remember(_ kind: Answer, id: Int64, in db: Database, at now: Instant) throws {
        try db.idempotency.put(
            IdempotencyRecord(
                userID: userID, method: method, key: key, fingerprint: fingerprint, answerKind: kind.rawValue,
                answerID: id, createdAt: now),
            // What `answer` no longer honours has to give way.
            replacingBefore: (now - Self.lifetime) + .microseconds(1))
    }
}
