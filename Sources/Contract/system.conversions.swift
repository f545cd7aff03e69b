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
        version = Unpacked.string(c.pointee.version)
        pid = c.pointee.pid
        startedAt = Unpacked.message(c.pointee.started_at)
        uptimeSeconds = c.pointee.uptime_seconds
        listeners = Unpacked.strings(c.pointee.n_listeners, c.pointee.listeners)
        limits = Unpacked.map(c.pointee.n_limits, c.pointee.limits) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        live = Unpacked.message(c.pointee.live)
        messages = Unpacked.map(c.pointee.n_messages, c.pointee.messages) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        sessions = Unpacked.map(c.pointee.n_sessions, c.pointee.sessions) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SystemStatus.self)
        c.pointee.version = arena.bytes(version)
        c.pointee.pid = pid
        c.pointee.started_at = arena.message(startedAt)
        c.pointee.uptime_seconds = uptimeSeconds
        (c.pointee.n_listeners, c.pointee.listeners) = arena.strings(listeners)
        (c.pointee.n_limits, c.pointee.limits) = arena.map(limits, switchboard__v1__system_status__limits_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        c.pointee.live = arena.message(live)
        (c.pointee.n_messages, c.pointee.messages) = arena.map(messages, switchboard__v1__system_status__messages_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_sessions, c.pointee.sessions) = arena.map(sessions, switchboard__v1__system_status__sessions_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
    }
}

extension LiveCounts {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__live_counts__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LiveCounts.self)
        connections = c.pointee.connections
        streams = c.pointee.streams
        runningHandlers = c.pointee.running_handlers
        watchers = c.pointee.watchers
        fileDescriptors = c.pointee.file_descriptors
        residentMemory = c.pointee.resident_memory
        walSize = c.pointee.wal_size
        leases = c.pointee.leases
        bridges = c.pointee.bridges
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LiveCounts.self)
        c.pointee.connections = connections
        c.pointee.streams = streams
        c.pointee.running_handlers = runningHandlers
        c.pointee.watchers = watchers
        c.pointee.file_descriptors = fileDescriptors
        c.pointee.resident_memory = residentMemory
        c.pointee.wal_size = walSize
        c.pointee.leases = leases
        c.pointee.bridges = bridges
    }
}
