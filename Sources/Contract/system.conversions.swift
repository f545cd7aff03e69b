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
    }
}
