// Generated from switchboard/v1/auth.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension LoginRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__login_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LoginRequest.self)
        self.username = Unpacked.string(c.pointee.username)
        self.password = Unpacked.string(c.pointee.password)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LoginRequest.self)
        c.pointee.username = arena.bytes(self.username)
        c.pointee.password = arena.bytes(self.password)
    }
}

extension LoginResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__login_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LoginResponse.self)
        self.access = Unpacked.string(c.pointee.access)
        self.refresh = Unpacked.string(c.pointee.refresh)
        self.expiresIn = c.pointee.expires_in
        self.user = Unpacked.message(c.pointee.user)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LoginResponse.self)
        c.pointee.access = arena.bytes(self.access)
        c.pointee.refresh = arena.bytes(self.refresh)
        c.pointee.expires_in = self.expiresIn
        c.pointee.user = arena.message(self.user)
    }
}

extension RefreshRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__refresh_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RefreshRequest.self)
        self.refresh = Unpacked.string(c.pointee.refresh)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RefreshRequest.self)
        c.pointee.refresh = arena.bytes(self.refresh)
    }
}

extension RefreshResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__refresh_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RefreshResponse.self)
        self.access = Unpacked.string(c.pointee.access)
        self.refresh = Unpacked.string(c.pointee.refresh)
        self.expiresIn = c.pointee.expires_in
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RefreshResponse.self)
        c.pointee.access = arena.bytes(self.access)
        c.pointee.refresh = arena.bytes(self.refresh)
        c.pointee.expires_in = self.expiresIn
    }
}

extension LogoutRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__logout_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LogoutRequest.self)
        self.refresh = Unpacked.string(c.pointee.refresh)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LogoutRequest.self)
        c.pointee.refresh = arena.bytes(self.refresh)
    }
}

extension LogoutResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__logout_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension ChangePasswordRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__change_password_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ChangePasswordRequest.self)
        self.currentPassword = Unpacked.string(c.pointee.current_password)
        self.newPassword = Unpacked.string(c.pointee.new_password)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ChangePasswordRequest.self)
        c.pointee.current_password = arena.bytes(self.currentPassword)
        c.pointee.new_password = arena.bytes(self.newPassword)
    }
}

extension ChangePasswordResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__change_password_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ChangePasswordResponse.self)
        self.apiKeys = Unpacked.messages(c.pointee.n_api_keys, c.pointee.api_keys)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ChangePasswordResponse.self)
        (c.pointee.n_api_keys, c.pointee.api_keys) = arena.messages(self.apiKeys)
    }
}

extension SignIn {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__sign_in__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SignIn.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.address = Unpacked.string(c.pointee.address)
        self.isCurrent = c.pointee.is_current != 0
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.refreshedAt = Unpacked.message(c.pointee.refreshed_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.endedAt = Unpacked.message(c.pointee.ended_at)
        self.endedReason = Unpacked.string(c.pointee.ended_reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SignIn.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.address = arena.bytes(self.address)
        c.pointee.is_current = self.isCurrent ? 1 : 0
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.refreshed_at = arena.message(self.refreshedAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.ended_at = arena.message(self.endedAt)
        c.pointee.ended_reason = arena.bytes(self.endedReason)
    }
}

extension ListSignInsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sign_ins_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSignInsRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.includeEnded = c.pointee.include_ended != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSignInsRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.include_ended = self.includeEnded ? 1 : 0
    }
}

extension ListSignInsResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sign_ins_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSignInsResponse.self)
        self.signIns = Unpacked.messages(c.pointee.n_sign_ins, c.pointee.sign_ins)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSignInsResponse.self)
        (c.pointee.n_sign_ins, c.pointee.sign_ins) = arena.messages(self.signIns)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension EndSignInRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__end_sign_in_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EndSignInRequest.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EndSignInRequest.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
    }
}

extension EndSignInResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__end_sign_in_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EndSignInResponse.self)
        self.ended = c.pointee.ended
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__EndSignInResponse.self)
        c.pointee.ended = self.ended
    }
}

extension RotateSigningKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_signing_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension RotateSigningKeyResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_signing_key_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateSigningKeyResponse.self)
        self.keyId = Unpacked.string(c.pointee.key_id)
        self.formerKeyUntil = Unpacked.message(c.pointee.former_key_until)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateSigningKeyResponse.self)
        c.pointee.key_id = arena.bytes(self.keyId)
        c.pointee.former_key_until = arena.message(self.formerKeyUntil)
    }
}

extension GetMeRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_me_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension Principal {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__principal__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Principal.self)
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.user = Unpacked.message(c.pointee.user)
        self.uid = c.pointee.uid
        self.keyPrefix = Unpacked.string(c.pointee.key_prefix)
        self.scopes = Unpacked.strings(c.pointee.n_scopes, c.pointee.scopes)
        self.limits = Unpacked.message(c.pointee.limits)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Principal.self)
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.user = arena.message(self.user)
        c.pointee.uid = self.uid
        c.pointee.key_prefix = arena.bytes(self.keyPrefix)
        (c.pointee.n_scopes, c.pointee.scopes) = arena.strings(self.scopes)
        c.pointee.limits = arena.message(self.limits)
    }
}

extension PrincipalLimits {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__principal_limits__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        self.maxMessagesPerDay = c.pointee.max_messages_per_day
        self.maxMessagesPerMinute = c.pointee.max_messages_per_minute
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PrincipalLimits.self)
        c.pointee.max_messages_per_day = self.maxMessagesPerDay
        c.pointee.max_messages_per_minute = self.maxMessagesPerMinute
    }
}
