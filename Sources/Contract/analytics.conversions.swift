// Generated from switchboard/v1/analytics.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension GetOverviewRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_overview_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetOverviewRequest.self)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetOverviewRequest.self)
        c.pointee.user_id = self.userId
    }
}

extension Overview {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__overview__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Overview.self)
        self.users = c.pointee.users
        self.apiKeys = c.pointee.api_keys
        self.sessions = Unpacked.map(c.pointee.n_sessions, c.pointee.sessions) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.messages = Unpacked.map(c.pointee.n_messages, c.pointee.messages) { (Unpacked.string($0.pointee.key), $0.pointee.value) }
        self.today = Unpacked.message(c.pointee.today)
        self.queueDepth = c.pointee.queue_depth
        self.oldestQueuedAt = Unpacked.message(c.pointee.oldest_queued_at)
        self.bridges = c.pointee.bridges
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Overview.self)
        c.pointee.users = self.users
        c.pointee.api_keys = self.apiKeys
        (c.pointee.n_sessions, c.pointee.sessions) = arena.map(self.sessions, switchboard__v1__overview__sessions_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        (c.pointee.n_messages, c.pointee.messages) = arena.map(self.messages, switchboard__v1__overview__messages_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = value
        }
        c.pointee.today = arena.message(self.today)
        c.pointee.queue_depth = self.queueDepth
        c.pointee.oldest_queued_at = arena.message(self.oldestQueuedAt)
        c.pointee.bridges = self.bridges
    }
}

extension UsageStats {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__usage_stats__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UsageStats.self)
        self.userId = c.pointee.user_id
        self.date = Unpacked.string(c.pointee.date)
        self.messagesSent = c.pointee.messages_sent
        self.messagesFailed = c.pointee.messages_failed
        self.messagesReceived = c.pointee.messages_received
        self.mediaSent = c.pointee.media_sent
        self.apiRequests = c.pointee.api_requests
        self.messagesAccepted = c.pointee.messages_accepted
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UsageStats.self)
        c.pointee.user_id = self.userId
        c.pointee.date = arena.bytes(self.date)
        c.pointee.messages_sent = self.messagesSent
        c.pointee.messages_failed = self.messagesFailed
        c.pointee.messages_received = self.messagesReceived
        c.pointee.media_sent = self.mediaSent
        c.pointee.api_requests = self.apiRequests
        c.pointee.messages_accepted = self.messagesAccepted
    }
}

extension ListUsageRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_usage_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsageRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.fromDate = Unpacked.string(c.pointee.from_date)
        self.toDate = Unpacked.string(c.pointee.to_date)
        self.monthly = c.pointee.monthly != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsageRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.from_date = arena.bytes(self.fromDate)
        c.pointee.to_date = arena.bytes(self.toDate)
        c.pointee.monthly = self.monthly ? 1 : 0
    }
}

extension ListUsageResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_usage_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsageResponse.self)
        self.usage = Unpacked.messages(c.pointee.n_usage, c.pointee.usage)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsageResponse.self)
        (c.pointee.n_usage, c.pointee.usage) = arena.messages(self.usage)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension ApiLog {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__api_log__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiLog.self)
        self.id = c.pointee.id
        self.time = Unpacked.message(c.pointee.time)
        self.userId = c.pointee.user_id
        self.keyPrefix = Unpacked.string(c.pointee.key_prefix)
        self.transport = Unpacked.string(c.pointee.transport)
        self.method = Unpacked.string(c.pointee.method)
        self.endpoint = Unpacked.string(c.pointee.endpoint)
        self.status = Unpacked.string(c.pointee.status)
        self.httpStatus = c.pointee.http_status
        self.latencyUs = c.pointee.latency_us
        self.ip = Unpacked.string(c.pointee.ip)
        self.requestId = Unpacked.string(c.pointee.request_id)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ApiLog.self)
        c.pointee.id = self.id
        c.pointee.time = arena.message(self.time)
        c.pointee.user_id = self.userId
        c.pointee.key_prefix = arena.bytes(self.keyPrefix)
        c.pointee.transport = arena.bytes(self.transport)
        c.pointee.method = arena.bytes(self.method)
        c.pointee.endpoint = arena.bytes(self.endpoint)
        c.pointee.status = arena.bytes(self.status)
        c.pointee.http_status = self.httpStatus
        c.pointee.latency_us = self.latencyUs
        c.pointee.ip = arena.bytes(self.ip)
        c.pointee.request_id = arena.bytes(self.requestId)
    }
}

extension ListApiLogsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_api_logs_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListApiLogsRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.method = Unpacked.string(c.pointee.method)
        self.status = Unpacked.string(c.pointee.status)
        self.requestId = Unpacked.string(c.pointee.request_id)
        self.afterId = c.pointee.after_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListApiLogsRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.method = arena.bytes(self.method)
        c.pointee.status = arena.bytes(self.status)
        c.pointee.request_id = arena.bytes(self.requestId)
        c.pointee.after_id = self.afterId
    }
}

extension ListApiLogsResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_api_logs_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListApiLogsResponse.self)
        self.apiLogs = Unpacked.messages(c.pointee.n_api_logs, c.pointee.api_logs)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListApiLogsResponse.self)
        (c.pointee.n_api_logs, c.pointee.api_logs) = arena.messages(self.apiLogs)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}
