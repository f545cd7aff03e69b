// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Session {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Session.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
        self.status = Unpacked.enumeration(c.pointee.status)
        self.statusReason = Unpacked.string(c.pointee.status_reason)
        self.engine = Unpacked.string(c.pointee.engine)
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
        self.lid = Unpacked.string(c.pointee.lid)
        self.qrExpiresAt = Unpacked.message(c.pointee.qr_expires_at)
        self.connectedAt = Unpacked.message(c.pointee.connected_at)
        self.lastActiveAt = Unpacked.message(c.pointee.last_active_at)
        self.lastError = Unpacked.string(c.pointee.last_error)
        self.bridge = Unpacked.string(c.pointee.bridge)
        self.epoch = c.pointee.epoch
        self.settings = Unpacked.message(c.pointee.settings)
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.pacing = Unpacked.message(c.pointee.pacing)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Session.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
        c.pointee.status = Packed.enumeration(self.status)
        c.pointee.status_reason = arena.bytes(self.statusReason)
        c.pointee.engine = arena.bytes(self.engine)
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
        c.pointee.lid = arena.bytes(self.lid)
        c.pointee.qr_expires_at = arena.message(self.qrExpiresAt)
        c.pointee.connected_at = arena.message(self.connectedAt)
        c.pointee.last_active_at = arena.message(self.lastActiveAt)
        c.pointee.last_error = arena.bytes(self.lastError)
        c.pointee.bridge = arena.bytes(self.bridge)
        c.pointee.epoch = self.epoch
        c.pointee.settings = arena.message(self.settings)
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.pacing = arena.message(self.pacing)
    }
}

extension SessionSettings {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_settings__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionSettings.self)
        self.pacing = Unpacked.enumeration(c.pointee.pacing)
        self.quietHours = Unpacked.string(c.pointee.quiet_hours)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionSettings.self)
        c.pointee.pacing = Packed.enumeration(self.pacing)
        c.pointee.quiet_hours = arena.bytes(self.quietHours)
    }
}

extension SessionPacing {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_pacing__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionPacing.self)
        self.profile = Unpacked.enumeration(c.pointee.profile)
        self.nextSendAt = Unpacked.message(c.pointee.next_send_at)
        self.holdReason = Unpacked.string(c.pointee.hold_reason)
        self.minuteLeft = c.pointee.minute_left
        self.hourLeft = c.pointee.hour_left
        self.coldLeft = c.pointee.cold_left
        self.coldBudget = c.pointee.cold_budget
        self.coldStoppedUntil = Unpacked.message(c.pointee.cold_stopped_until)
        self.pausedUntil = Unpacked.message(c.pointee.paused_until)
        self.rampUntil = Unpacked.message(c.pointee.ramp_until)
        self.failures = c.pointee.failures
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionPacing.self)
        c.pointee.profile = Packed.enumeration(self.profile)
        c.pointee.next_send_at = arena.message(self.nextSendAt)
        c.pointee.hold_reason = arena.bytes(self.holdReason)
        c.pointee.minute_left = self.minuteLeft
        c.pointee.hour_left = self.hourLeft
        c.pointee.cold_left = self.coldLeft
        c.pointee.cold_budget = self.coldBudget
        c.pointee.cold_stopped_until = arena.message(self.coldStoppedUntil)
        c.pointee.paused_until = arena.message(self.pausedUntil)
        c.pointee.ramp_until = arena.message(self.rampUntil)
        c.pointee.failures = self.failures
    }
}

extension ListSessionsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sessions_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.status = Unpacked.enumeration(c.pointee.status)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.status = Packed.enumeration(self.status)
    }
}

extension ListSessionsResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sessions_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsResponse.self)
        self.sessions = Unpacked.messages(c.pointee.n_sessions, c.pointee.sessions)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsResponse.self)
        (c.pointee.n_sessions, c.pointee.sessions) = arena.messages(self.sessions)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension GetSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionRequest.self)
        self.id = c.pointee.id
        self.session = Unpacked.string(c.pointee.session)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionRequest.self)
        c.pointee.id = self.id
        c.pointee.session = arena.bytes(self.session)
        c.pointee.user_id = self.userId
    }
}

extension CreateSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateSessionRequest.self)
        self.name = Unpacked.string(c.pointee.name)
        self.userId = c.pointee.user_id
        self.engine = Unpacked.string(c.pointee.engine)
        self.settings = Unpacked.message(c.pointee.settings)
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateSessionRequest.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.user_id = self.userId
        c.pointee.engine = arena.bytes(self.engine)
        c.pointee.settings = arena.message(self.settings)
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
    }
}

extension UpdateSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__update_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateSessionRequest.self)
        self.id = c.pointee.id
        self.session = Unpacked.message(c.pointee.session)
        self.updateMask = Unpacked.message(c.pointee.update_mask)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateSessionRequest.self)
        c.pointee.id = self.id
        c.pointee.session = arena.message(self.session)
        c.pointee.update_mask = arena.message(self.updateMask)
    }
}

extension DeleteSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteSessionRequest.self)
        self.id = c.pointee.id
        self.session = Unpacked.string(c.pointee.session)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteSessionRequest.self)
        c.pointee.id = self.id
        c.pointee.session = arena.bytes(self.session)
        c.pointee.user_id = self.userId
    }
}

extension DeleteSessionResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_session_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension InitSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__init_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__InitSessionRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
        self.engine = Unpacked.string(c.pointee.engine)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__InitSessionRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
        c.pointee.engine = arena.bytes(self.engine)
    }
}

extension GetSessionStatusRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_session_status_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionStatusRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionStatusRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension DisconnectSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__disconnect_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DisconnectSessionRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DisconnectSessionRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension RestartSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__restart_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RestartSessionRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RestartSessionRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension LogoutSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__logout_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LogoutSessionRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__LogoutSessionRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension GetQrCodeRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_qr_code_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetQrCodeRequest.self)
        self.sessionId = c.pointee.session_id
        self.session = Unpacked.string(c.pointee.session)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetQrCodeRequest.self)
        c.pointee.session_id = self.sessionId
        c.pointee.session = arena.bytes(self.session)
        c.pointee.user_id = self.userId
    }
}

extension QrCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__qr_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__QrCode.self)
        self.sessionId = c.pointee.session_id
        self.code = Unpacked.string(c.pointee.code)
        self.sequence = c.pointee.sequence
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__QrCode.self)
        c.pointee.session_id = self.sessionId
        c.pointee.code = arena.bytes(self.code)
        c.pointee.sequence = self.sequence
        c.pointee.expires_at = arena.message(self.expiresAt)
    }
}

extension RequestPairingCodeRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__request_pairing_code_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestPairingCodeRequest.self)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestPairingCodeRequest.self)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
    }
}

extension PairingCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__pairing_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PairingCode.self)
        self.sessionId = c.pointee.session_id
        self.code = Unpacked.string(c.pointee.code)
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PairingCode.self)
        c.pointee.session_id = self.sessionId
        c.pointee.code = arena.bytes(self.code)
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
        c.pointee.expires_at = arena.message(self.expiresAt)
    }
}

extension CheckNumberRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__check_number_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CheckNumberRequest.self)
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
        self.session = Unpacked.string(c.pointee.session)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CheckNumberRequest.self)
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
        c.pointee.session = arena.bytes(self.session)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension NumberCheck {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__number_check__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__NumberCheck.self)
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
        self.exists = c.pointee.exists != 0
        self.lid = Unpacked.string(c.pointee.lid)
        self.checkedAt = Unpacked.message(c.pointee.checked_at)
        self.cached = c.pointee.cached != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__NumberCheck.self)
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
        c.pointee.exists = self.exists ? 1 : 0
        c.pointee.lid = arena.bytes(self.lid)
        c.pointee.checked_at = arena.message(self.checkedAt)
        c.pointee.cached = self.cached ? 1 : 0
    }
}

extension WatchSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__watch_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchSessionRequest.self)
        self.sessionId = c.pointee.session_id
        self.session = Unpacked.string(c.pointee.session)
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchSessionRequest.self)
        c.pointee.session_id = self.sessionId
        c.pointee.session = arena.bytes(self.session)
        c.pointee.user_id = self.userId
    }
}

extension SessionUpdate {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_update__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionUpdate.self)
        self.session = Unpacked.message(c.pointee.session)
        self.qrCode = Unpacked.message(c.pointee.qr_code)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionUpdate.self)
        c.pointee.session = arena.message(self.session)
        c.pointee.qr_code = arena.message(self.qrCode)
    }
}
