// Generated from switchboard/v1/audit.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension AuditEntry {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__audit_entry__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuditEntry.self)
        self.id = c.pointee.id
        self.time = Unpacked.message(c.pointee.time)
        self.who = Unpacked.string(c.pointee.who)
        self.userId = c.pointee.user_id
        self.username = Unpacked.string(c.pointee.username)
        self.keyPrefix = Unpacked.string(c.pointee.key_prefix)
        self.method = Unpacked.string(c.pointee.method)
        self.targetKind = Unpacked.string(c.pointee.target_kind)
        self.targetId = c.pointee.target_id
        self.targetName = Unpacked.string(c.pointee.target_name)
        self.before = Unpacked.message(c.pointee.before)
        self.after = Unpacked.message(c.pointee.after)
        self.outcome = Unpacked.string(c.pointee.outcome)
        self.times = c.pointee.times
        self.transport = Unpacked.string(c.pointee.transport)
        self.ip = Unpacked.string(c.pointee.ip)
        self.requestId = Unpacked.string(c.pointee.request_id)
        self.hash = Unpacked.string(c.pointee.hash)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuditEntry.self)
        c.pointee.id = self.id
        c.pointee.time = arena.message(self.time)
        c.pointee.who = arena.bytes(self.who)
        c.pointee.user_id = self.userId
        c.pointee.username = arena.bytes(self.username)
        c.pointee.key_prefix = arena.bytes(self.keyPrefix)
        c.pointee.method = arena.bytes(self.method)
        c.pointee.target_kind = arena.bytes(self.targetKind)
        c.pointee.target_id = self.targetId
        c.pointee.target_name = arena.bytes(self.targetName)
        c.pointee.before = arena.message(self.before)
        c.pointee.after = arena.message(self.after)
        c.pointee.outcome = arena.bytes(self.outcome)
        c.pointee.times = self.times
        c.pointee.transport = arena.bytes(self.transport)
        c.pointee.ip = arena.bytes(self.ip)
        c.pointee.request_id = arena.bytes(self.requestId)
        c.pointee.hash = arena.bytes(self.hash)
    }
}

extension ListAuditLogRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_audit_log_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListAuditLogRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.who = Unpacked.string(c.pointee.who)
        self.method = Unpacked.string(c.pointee.method)
        self.targetKind = Unpacked.string(c.pointee.target_kind)
        self.targetId = c.pointee.target_id
        self.outcome = Unpacked.string(c.pointee.outcome)
        self.since = Unpacked.message(c.pointee.since)
        self.until = Unpacked.message(c.pointee.until)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListAuditLogRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.who = arena.bytes(self.who)
        c.pointee.method = arena.bytes(self.method)
        c.pointee.target_kind = arena.bytes(self.targetKind)
        c.pointee.target_id = self.targetId
        c.pointee.outcome = arena.bytes(self.outcome)
        c.pointee.since = arena.message(self.since)
        c.pointee.until = arena.message(self.until)
    }
}

extension ListAuditLogResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_audit_log_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListAuditLogResponse.self)
        self.entries = Unpacked.messages(c.pointee.n_entries, c.pointee.entries)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListAuditLogResponse.self)
        (c.pointee.n_entries, c.pointee.entries) = arena.messages(self.entries)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension VerifyAuditLogRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__verify_audit_log_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__VerifyAuditLogRequest.self)
        self.knownId = c.pointee.known_id
        self.knownHash = Unpacked.string(c.pointee.known_hash)
        self.fromId = c.pointee.from_id
        self.maxEntries = c.pointee.max_entries
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__VerifyAuditLogRequest.self)
        c.pointee.known_id = self.knownId
        c.pointee.known_hash = arena.bytes(self.knownHash)
        c.pointee.from_id = self.fromId
        c.pointee.max_entries = self.maxEntries
    }
}

extension AuditVerdict {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__audit_verdict__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuditVerdict.self)
        self.isIntact = c.pointee.is_intact != 0
        self.checked = c.pointee.checked
        self.firstId = c.pointee.first_id
        self.lastId = c.pointee.last_id
        self.lastHash = Unpacked.string(c.pointee.last_hash)
        self.fault = Unpacked.enumeration(c.pointee.fault)
        self.badId = c.pointee.bad_id
        self.detail = Unpacked.string(c.pointee.detail)
        self.nextId = c.pointee.next_id
        self.brokenId = c.pointee.broken_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuditVerdict.self)
        c.pointee.is_intact = self.isIntact ? 1 : 0
        c.pointee.checked = self.checked
        c.pointee.first_id = self.firstId
        c.pointee.last_id = self.lastId
        c.pointee.last_hash = arena.bytes(self.lastHash)
        c.pointee.fault = Packed.enumeration(self.fault)
        c.pointee.bad_id = self.badId
        c.pointee.detail = arena.bytes(self.detail)
        c.pointee.next_id = self.nextId
        c.pointee.broken_id = self.brokenId
    }
}
