// Generated from switchboard/v1/users.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension ListUsersRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_users_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersRequest.self)
        pageSize = c.pointee.page_size
        pageToken = Unpacked.string(c.pointee.page_token)
        page = c.pointee.page
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.bytes(pageToken)
        c.pointee.page = page
    }
}

extension ListUsersResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_users_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersResponse.self)
        users = Unpacked.messages(c.pointee.n_users, c.pointee.users)
        nextPageToken = Unpacked.string(c.pointee.next_page_token)
        totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListUsersResponse.self)
        (c.pointee.n_users, c.pointee.users) = arena.messages(users)
        c.pointee.next_page_token = arena.bytes(nextPageToken)
        c.pointee.total_size = totalSize
    }
}

extension CreateUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateUserRequest.self)
        username = Unpacked.string(c.pointee.username)
        email = Unpacked.string(c.pointee.email)
        password = Unpacked.string(c.pointee.password)
        role = Unpacked.enumeration(c.pointee.role)
        maxMessagesPerDay = Unpacked.message(c.pointee.max_messages_per_day)
        maxMessagesPerMinute = Unpacked.message(c.pointee.max_messages_per_minute)
        idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateUserRequest.self)
        c.pointee.username = arena.bytes(username)
        c.pointee.email = arena.bytes(email)
        c.pointee.password = arena.bytes(password)
        c.pointee.role = Packed.enumeration(role)
        c.pointee.max_messages_per_day = arena.message(maxMessagesPerDay)
        c.pointee.max_messages_per_minute = arena.message(maxMessagesPerMinute)
        c.pointee.idempotency_key = arena.bytes(idempotencyKey)
    }
}

extension GetUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetUserRequest.self)
        id = c.pointee.id
        username = Unpacked.string(c.pointee.username)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetUserRequest.self)
        c.pointee.id = id
        c.pointee.username = arena.bytes(username)
    }
}
