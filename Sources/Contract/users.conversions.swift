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

extension UpdateUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__update_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateUserRequest.self)
        self.id = c.pointee.id
        self.user = Unpacked.message(c.pointee.user)
        self.updateMask = Unpacked.message(c.pointee.update_mask)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateUserRequest.self)
        c.pointee.id = self.id
        c.pointee.user = arena.message(self.user)
        c.pointee.update_mask = arena.message(self.updateMask)
    }
}

extension DeleteUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteUserRequest.self)
        self.id = c.pointee.id
        self.purgeMessages = c.pointee.purge_messages != 0
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteUserRequest.self)
        c.pointee.id = self.id
        c.pointee.purge_messages = self.purgeMessages ? 1 : 0
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension DeleteUserResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_user_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension ActivateUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__activate_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ActivateUserRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ActivateUserRequest.self)
        c.pointee.id = self.id
    }
}

extension DeactivateUserRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__deactivate_user_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeactivateUserRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeactivateUserRequest.self)
        c.pointee.id = self.id
    }
}

extension SetPasswordRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__set_password_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPasswordRequest.self)
        self.id = c.pointee.id
        self.password = Unpacked.string(c.pointee.password)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPasswordRequest.self)
        c.pointee.id = self.id
        c.pointee.password = arena.bytes(self.password)
    }
}

extension SetPasswordResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__set_password_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPasswordResponse.self)
        self.id = c.pointee.id
        self.username = Unpacked.string(c.pointee.username)
        self.email = Unpacked.string(c.pointee.email)
        self.role = Unpacked.enumeration(c.pointee.role)
        self.isActive = c.pointee.is_active != 0
        self.maxMessagesPerDay = c.pointee.max_messages_per_day
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.etag = Unpacked.string(c.pointee.etag)
        self.apiKeys = Unpacked.messages(c.pointee.n_api_keys, c.pointee.api_keys)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SetPasswordResponse.self)
        c.pointee.id = self.id
        c.pointee.username = arena.bytes(self.username)
        c.pointee.email = arena.bytes(self.email)
        c.pointee.role = Packed.enumeration(self.role)
        c.pointee.is_active = self.isActive ? 1 : 0
        c.pointee.max_messages_per_day = self.maxMessagesPerDay
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.etag = arena.bytes(self.etag)
        (c.pointee.n_api_keys, c.pointee.api_keys) = arena.messages(self.apiKeys)
    }
}
