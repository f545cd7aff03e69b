// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension ListUsersRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_users_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
    }
}

extension ListUsersResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_users_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersResponse.self)
        self.users = Unpacked.messages(c.pointee.n_users, c.pointee.users)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersResponse.self)
        (c.pointee.n_users, c.pointee.users) = arena.messages(self.users)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension CreateUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateUserRequest.self)
        self.username = Unpacked.string(c.pointee.username)
        self.email = Unpacked.string(c.pointee.email)
        self.password = Unpacked.string(c.pointee.password)
        self.role = Unpacked.enumeration(c.pointee.role)
        self.maxMessagesPerDay = Unpacked.message(c.pointee.max_messages_per_day)
        self.maxMessagesPerMinute = Unpacked.message(c.pointee.max_messages_per_minute)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateUserRequest.self)
        c.pointee.username = arena.bytes(self.username)
        c.pointee.email = arena.bytes(self.email)
        c.pointee.password = arena.bytes(self.password)
        c.pointee.role = Packed.enumeration(self.role)
        c.pointee.max_messages_per_day = arena.message(self.maxMessagesPerDay)
        c.pointee.max_messages_per_minute = arena.message(self.maxMessagesPerMinute)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension GetUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetUserRequest.self)
        self.id = c.pointee.id
        self.username = Unpacked.string(c.pointee.username)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetUserRequest.self)
        c.pointee.id = self.id
        c.pointee.username = arena.bytes(self.username)
    }
}
