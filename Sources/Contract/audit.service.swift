// Generated from switchboard/v1/audit.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.AuditService.
package enum AuditMethods {
    package static let listAuditLog = Method(service: "switchboard.v1.AuditService", name: "ListAuditLog", kind: .unary)
    package static let verifyAuditLog = Method(service: "switchboard.v1.AuditService", name: "VerifyAuditLog", kind: .unary)
    package static let all = [listAuditLog, verifyAuditLog]
}

/// Who did what to whom: every action of an admin, every change of users, keys and passwords, every sign-in.
package protocol AuditServiceProtocol: Sendable {
    /// Lists the audit log, newest first. An entry is written in the transaction of the change that it tells of: there is
    /// none without the other. Failed sign-ins are written within a second or so, many of a kind as one entry. A search for
    /// what has no index looks at a part of the log at a time: a page can be short and have a next one all the same.
    func listAuditLog(_ request: ListAuditLogRequest, context: CallContext) async throws -> ListAuditLogResponse

    /// Reads the log and says whether each entry is what was written, in its place, and whether the last ones are there.
    /// Takes a few seconds for a million entries. A log that takes longer than the call may is read in several: see
    /// `next_id`. A log that was found broken once is never intact again, whatever was put back since.
    func verifyAuditLog(_ request: VerifyAuditLogRequest, context: CallContext) async throws -> AuditVerdict
}

extension Router {
    /// Registers every method of switchboard.v1.AuditService.
    package mutating func register(_ service: some AuditServiceProtocol) {
        unary(AuditMethods.listAuditLog) { (request: ListAuditLogRequest, context: CallContext) async throws -> ListAuditLogResponse in
            try await service.listAuditLog(request, context: context)
        }
        unary(AuditMethods.verifyAuditLog) { (request: VerifyAuditLogRequest, context: CallContext) async throws -> AuditVerdict in
            try await service.verifyAuditLog(request, context: context)
        }
    }
}

/// Calls switchboard.v1.AuditService.
package struct AuditClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists the audit log, newest first. An entry is written in the transaction of the change that it tells of: there is
    /// none without the other. Failed sign-ins are written within a second or so, many of a kind as one entry. A search for
    /// what has no index looks at a part of the log at a time: a page can be short and have a next one all the same.
    package func listAuditLog(_ request: ListAuditLogRequest, options: CallOptions = .init()) async throws -> ListAuditLogResponse {
        try await client.unary(AuditMethods.listAuditLog, request, options: options)
    }

    /// Reads the log and says whether each entry is what was written, in its place, and whether the last ones are there.
    /// Takes a few seconds for a million entries. A log that takes longer than the call may is read in several: see
    /// `next_id`. A log that was found broken once is never intact again, whatever was put back since.
    package func verifyAuditLog(_ request: VerifyAuditLogRequest, options: CallOptions = .init()) async throws -> AuditVerdict {
        try await client.unary(AuditMethods.verifyAuditLog, request, options: options)
    }
}
