// Generated from switchboard/v1/system.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension GetStatusRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_status_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension SystemStatus {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__system_status__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SystemStatus.self)
        self.version = Unpacked.string(c.pointee.version)
        self.pid = c.pointee.pid
        self.startedAt = Unpacked.message(c.pointee.started_at)
        self.uptimeSeconds = c.pointee.uptime_seconds
        self.listeners = Unpacked.strings(c.pointee.n_listeners, c.pointee.listeners)
        self.limits = Unpacked.map(c.pointee.n_limits, c.pointee.limits) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.live = Unpacked.message(c.pointee.live)
        self.messages = Unpacked.map(c.pointee.n_messages, c.pointee.messages) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.sessions = Unpacked.map(c.pointee.n_sessions, c.pointee.sessions) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.refused = Unpacked.map(c.pointee.n_refused, c.pointee.refused) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.integrity = Unpacked.message(c.pointee.integrity)
        self.failingJobs = c.pointee.failing_jobs
        self.droppedFacts = Unpacked.map(c.pointee.n_dropped_facts, c.pointee.dropped_facts) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.webhookTries = Unpacked.map(c.pointee.n_webhook_tries, c.pointee.webhook_tries) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.webhookOldest = Unpacked.message(c.pointee.webhook_oldest)
        self.media = Unpacked.message(c.pointee.media)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SystemStatus.self)
        c.pointee.version = arena.bytes(self.version)
        c.pointee.pid = self.pid
        c.pointee.started_at = arena.message(self.startedAt)
        c.pointee.uptime_seconds = self.uptimeSeconds
        (c.pointee.n_listeners, c.pointee.listeners) = arena.strings(self.listeners)
        (c.pointee.n_limits, c.pointee.limits) = arena.map(self.limits, switchboard__v1__system_status__limits_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        c.pointee.live = arena.message(self.live)
        (c.pointee.n_messages, c.pointee.messages) = arena.map(self.messages, switchboard__v1__system_status__messages_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_sessions, c.pointee.sessions) = arena.map(self.sessions, switchboard__v1__system_status__sessions_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_refused, c.pointee.refused) = arena.map(self.refused, switchboard__v1__system_status__refused_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        c.pointee.integrity = arena.message(self.integrity)
        c.pointee.failing_jobs = self.failingJobs
        (c.pointee.n_dropped_facts, c.pointee.dropped_facts) = arena.map(self.droppedFacts, switchboard__v1__system_status__dropped_facts_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_webhook_tries, c.pointee.webhook_tries) = arena.map(self.webhookTries, switchboard__v1__system_status__webhook_tries_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        c.pointee.webhook_oldest = arena.message(self.webhookOldest)
        c.pointee.media = arena.message(self.media)
    }
}

extension MediaCounts {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__media_counts__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MediaCounts.self)
        self.files = c.pointee.files
        self.bytes = c.pointee.bytes
        self.uploads = c.pointee.uploads
        self.reservedBytes = c.pointee.reserved_bytes
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MediaCounts.self)
        c.pointee.files = self.files
        c.pointee.bytes = self.bytes
        c.pointee.uploads = self.uploads
        c.pointee.reserved_bytes = self.reservedBytes
    }
}

extension IntegrityStatus {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__integrity_status__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__IntegrityStatus.self)
        self.checkedAt = Unpacked.message(c.pointee.checked_at)
        self.isSound = c.pointee.is_sound != 0
        self.detail = Unpacked.string(c.pointee.detail)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__IntegrityStatus.self)
        c.pointee.checked_at = arena.message(self.checkedAt)
        c.pointee.is_sound = self.isSound ? 1 : 0
        c.pointee.detail = arena.bytes(self.detail)
    }
}

extension LiveCounts {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__live_counts__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LiveCounts.self)
        self.connections = c.pointee.connections
        self.streams = c.pointee.streams
        self.runningHandlers = c.pointee.running_handlers
        self.watchers = c.pointee.watchers
        self.fileDescriptors = c.pointee.file_descriptors
        self.residentMemory = c.pointee.resident_memory
        self.walSize = c.pointee.wal_size
        self.leases = c.pointee.leases
        self.bridges = c.pointee.bridges
        self.parsingBytes = c.pointee.parsing_bytes
        self.webhookQueue = c.pointee.webhook_queue
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LiveCounts.self)
        c.pointee.connections = self.connections
        c.pointee.streams = self.streams
        c.pointee.running_handlers = self.runningHandlers
        c.pointee.watchers = self.watchers
        c.pointee.file_descriptors = self.fileDescriptors
        c.pointee.resident_memory = self.residentMemory
        c.pointee.wal_size = self.walSize
        c.pointee.leases = self.leases
        c.pointee.bridges = self.bridges
        c.pointee.parsing_bytes = self.parsingBytes
        c.pointee.webhook_queue = self.webhookQueue
    }
}

extension DiagnoseRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__diagnose_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension Diagnosis {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__diagnosis__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Diagnosis.self)
        self.findings = Unpacked.messages(c.pointee.n_findings, c.pointee.findings)
        self.at = Unpacked.message(c.pointee.at)
        self.version = Unpacked.string(c.pointee.version)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Diagnosis.self)
        (c.pointee.n_findings, c.pointee.findings) = arena.messages(self.findings)
        c.pointee.at = arena.message(self.at)
        c.pointee.version = arena.bytes(self.version)
    }
}

extension Finding {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__finding__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Finding.self)
        self.subject = Unpacked.string(c.pointee.subject)
        self.level = Unpacked.enumeration(c.pointee.level)
        self.detail = Unpacked.string(c.pointee.detail)
        self.advice = Unpacked.string(c.pointee.advice)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Finding.self)
        c.pointee.subject = arena.bytes(self.subject)
        c.pointee.level = Packed.enumeration(self.level)
        c.pointee.detail = arena.bytes(self.detail)
        c.pointee.advice = arena.bytes(self.advice)
    }
}

extension BackupRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__backup_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BackupRequest.self)
        self.path = Unpacked.string(c.pointee.path)
        self.withSecrets = c.pointee.with_secrets != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BackupRequest.self)
        c.pointee.path = arena.bytes(self.path)
        c.pointee.with_secrets = self.withSecrets ? 1 : 0
    }
}

extension BackupResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__backup_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BackupResponse.self)
        self.path = Unpacked.string(c.pointee.path)
        self.sizeBytes = c.pointee.size_bytes
        self.takenAt = Unpacked.message(c.pointee.taken_at)
        self.durationMs = c.pointee.duration_ms
        self.schemaVersion = c.pointee.schema_version
        self.secretsPath = Unpacked.string(c.pointee.secrets_path)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BackupResponse.self)
        c.pointee.path = arena.bytes(self.path)
        c.pointee.size_bytes = self.sizeBytes
        c.pointee.taken_at = arena.message(self.takenAt)
        c.pointee.duration_ms = self.durationMs
        c.pointee.schema_version = self.schemaVersion
        c.pointee.secrets_path = arena.bytes(self.secretsPath)
    }
}

extension ListServicesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_services_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension ListServicesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_services_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListServicesResponse.self)
        self.services = Unpacked.messages(c.pointee.n_services, c.pointee.services)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListServicesResponse.self)
        (c.pointee.n_services, c.pointee.services) = arena.messages(self.services)
    }
}

extension ServiceSummary {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__service_summary__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServiceSummary.self)
        self.name = Unpacked.string(c.pointee.name)
        self.summary = Unpacked.string(c.pointee.summary)
        self.methods = Unpacked.messages(c.pointee.n_methods, c.pointee.methods)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServiceSummary.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.summary = arena.bytes(self.summary)
        (c.pointee.n_methods, c.pointee.methods) = arena.messages(self.methods)
    }
}

extension MethodSummary {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__method_summary__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodSummary.self)
        self.name = Unpacked.string(c.pointee.name)
        self.summary = Unpacked.string(c.pointee.summary)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodSummary.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.summary = arena.bytes(self.summary)
    }
}

extension DescribeServiceRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__describe_service_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DescribeServiceRequest.self)
        self.name = Unpacked.string(c.pointee.name)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DescribeServiceRequest.self)
        c.pointee.name = arena.bytes(self.name)
    }
}

extension Description {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Description.self)
        self.service = Unpacked.message(c.pointee.service)
        self.method = Unpacked.message(c.pointee.method)
        self.message = Unpacked.string(c.pointee.message)
        self.messages = Unpacked.messages(c.pointee.n_messages, c.pointee.messages)
        self.enums = Unpacked.messages(c.pointee.n_enums, c.pointee.enums)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Description.self)
        c.pointee.service = arena.message(self.service)
        c.pointee.method = arena.message(self.method)
        c.pointee.message = arena.bytes(self.message)
        (c.pointee.n_messages, c.pointee.messages) = arena.messages(self.messages)
        (c.pointee.n_enums, c.pointee.enums) = arena.messages(self.enums)
    }
}

extension ServiceDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__service_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServiceDescription.self)
        self.name = Unpacked.string(c.pointee.name)
        self.comment = Unpacked.string(c.pointee.comment)
        self.methods = Unpacked.messages(c.pointee.n_methods, c.pointee.methods)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServiceDescription.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.comment = arena.bytes(self.comment)
        (c.pointee.n_methods, c.pointee.methods) = arena.messages(self.methods)
    }
}

extension MethodDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__method_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodDescription.self)
        self.path = Unpacked.string(c.pointee.path)
        self.comment = Unpacked.string(c.pointee.comment)
        self.request = Unpacked.string(c.pointee.request)
        self.response = Unpacked.string(c.pointee.response)
        self.clientStreaming = c.pointee.client_streaming != 0
        self.serverStreaming = c.pointee.server_streaming != 0
        self.access = Unpacked.enumerations(c.pointee.n_access, c.pointee.access)
        self.scope = Unpacked.string(c.pointee.scope)
        self.idempotent = c.pointee.idempotent != 0
        self.routes = Unpacked.messages(c.pointee.n_routes, c.pointee.routes)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MethodDescription.self)
        c.pointee.path = arena.bytes(self.path)
        c.pointee.comment = arena.bytes(self.comment)
        c.pointee.request = arena.bytes(self.request)
        c.pointee.response = arena.bytes(self.response)
        c.pointee.client_streaming = self.clientStreaming ? 1 : 0
        c.pointee.server_streaming = self.serverStreaming ? 1 : 0
        (c.pointee.n_access, c.pointee.access) = arena.enumerations(self.access)
        c.pointee.scope = arena.bytes(self.scope)
        c.pointee.idempotent = self.idempotent ? 1 : 0
        (c.pointee.n_routes, c.pointee.routes) = arena.messages(self.routes)
    }
}

extension RouteDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__route_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RouteDescription.self)
        self.method = Unpacked.string(c.pointee.method)
        self.path = Unpacked.string(c.pointee.path)
        self.body = Unpacked.string(c.pointee.body)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RouteDescription.self)
        c.pointee.method = arena.bytes(self.method)
        c.pointee.path = arena.bytes(self.path)
        c.pointee.body = arena.bytes(self.body)
    }
}

extension MessageDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageDescription.self)
        self.name = Unpacked.string(c.pointee.name)
        self.comment = Unpacked.string(c.pointee.comment)
        self.fields = Unpacked.messages(c.pointee.n_fields, c.pointee.fields)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageDescription.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.comment = arena.bytes(self.comment)
        (c.pointee.n_fields, c.pointee.fields) = arena.messages(self.fields)
    }
}

extension FieldDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__field_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FieldDescription.self)
        self.name = Unpacked.string(c.pointee.name)
        self.number = c.pointee.number
        self.type = Unpacked.string(c.pointee.type)
        self.repeated = c.pointee.repeated != 0
        self.oneof = Unpacked.string(c.pointee.oneof)
        self.comment = Unpacked.string(c.pointee.comment)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FieldDescription.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.number = self.number
        c.pointee.type = arena.bytes(self.type)
        c.pointee.repeated = self.repeated ? 1 : 0
        c.pointee.oneof = arena.bytes(self.oneof)
        c.pointee.comment = arena.bytes(self.comment)
    }
}

extension EnumDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__enum_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EnumDescription.self)
        self.name = Unpacked.string(c.pointee.name)
        self.comment = Unpacked.string(c.pointee.comment)
        self.values = Unpacked.messages(c.pointee.n_values, c.pointee.values)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EnumDescription.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.comment = arena.bytes(self.comment)
        (c.pointee.n_values, c.pointee.values) = arena.messages(self.values)
    }
}

extension EnumValueDescription {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__enum_value_description__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EnumValueDescription.self)
        self.name = Unpacked.string(c.pointee.name)
        self.number = c.pointee.number
        self.json_ = Unpacked.string(c.pointee.json)
        self.comment = Unpacked.string(c.pointee.comment)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EnumValueDescription.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.number = self.number
        c.pointee.json = arena.bytes(self.json_)
        c.pointee.comment = arena.bytes(self.comment)
    }
}
