// Generated from switchboard/v1/sessions.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Session {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Session.self)
        id = c.pointee.id
        userId = c.pointee.user_id
        name = Unpacked.string(c.pointee.name)
        status = Unpacked.enumeration(c.pointee.status)
        statusReason = Unpacked.string(c.pointee.status_reason)
        engine = Unpacked.string(c.pointee.engine)
        phoneNumber = Unpacked.string(c.pointee.phone_number)
        lid = Unpacked.string(c.pointee.lid)
        qrExpiresAt = Unpacked.message(c.pointee.qr_expires_at)
        connectedAt = Unpacked.message(c.pointee.connected_at)
        lastActiveAt = Unpacked.message(c.pointee.last_active_at)
        lastError = Unpacked.string(c.pointee.last_error)
        bridge = Unpacked.string(c.pointee.bridge)
        epoch = c.pointee.epoch
        settings = Unpacked.message(c.pointee.settings)
        createdAt = Unpacked.message(c.pointee.created_at)
        updatedAt = Unpacked.message(c.pointee.updated_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Session.self)
        c.pointee.id = id
        c.pointee.user_id = userId
        c.pointee.name = arena.bytes(name)
        c.pointee.status = Packed.enumeration(status)
        c.pointee.status_reason = arena.bytes(statusReason)
        c.pointee.engine = arena.bytes(engine)
        c.pointee.phone_number = arena.bytes(phoneNumber)
        c.pointee.lid = arena.bytes(lid)
        c.pointee.qr_expires_at = arena.message(qrExpiresAt)
        c.pointee.connected_at = arena.message(connectedAt)
        c.pointee.last_active_at = arena.message(lastActiveAt)
        c.pointee.last_error = arena.bytes(lastError)
        c.pointee.bridge = arena.bytes(bridge)
        c.pointee.epoch = epoch
        c.pointee.settings = arena.message(settings)
        c.pointee.created_at = arena.message(createdAt)
        c.pointee.updated_at = arena.message(updatedAt)
    }
}

extension SessionSettings {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_settings__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionSettings.self)
        pacing = Unpacked.enumeration(c.pointee.pacing)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionSettings.self)
        c.pointee.pacing = Packed.enumeration(pacing)
    }
}

extension ListSessionsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sessions_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsRequest.self)
        pageSize = c.pointee.page_size
        pageToken = Unpacked.string(c.pointee.page_token)
        page = c.pointee.page
        userId = c.pointee.user_id
        status = Unpacked.enumeration(c.pointee.status)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsRequest.self)
        c.pointee.page_size = pageSize
        c.pointee.page_token = arena.bytes(pageToken)
        c.pointee.page = page
        c.pointee.user_id = userId
        c.pointee.status = Packed.enumeration(status)
    }
}

extension ListSessionsResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_sessions_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsResponse.self)
        sessions = Unpacked.messages(c.pointee.n_sessions, c.pointee.sessions)
        nextPageToken = Unpacked.string(c.pointee.next_page_token)
        totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListSessionsResponse.self)
        (c.pointee.n_sessions, c.pointee.sessions) = arena.messages(sessions)
        c.pointee.next_page_token = arena.bytes(nextPageToken)
        c.pointee.total_size = totalSize
    }
}

extension GetSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionRequest.self)
        id = c.pointee.id
        session = Unpacked.string(c.pointee.session)
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionRequest.self)
        c.pointee.id = id
        c.pointee.session = arena.bytes(session)
        c.pointee.user_id = userId
    }
}

extension InitSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__init_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__InitSessionRequest.self)
        session = Unpacked.string(c.pointee.session)
        sessionId = c.pointee.session_id
        userId = c.pointee.user_id
        engine = Unpacked.string(c.pointee.engine)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__InitSessionRequest.self)
        c.pointee.session = arena.bytes(session)
        c.pointee.session_id = sessionId
        c.pointee.user_id = userId
        c.pointee.engine = arena.bytes(engine)
    }
}

extension GetSessionStatusRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_session_status_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionStatusRequest.self)
        session = Unpacked.string(c.pointee.session)
        sessionId = c.pointee.session_id
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetSessionStatusRequest.self)
        c.pointee.session = arena.bytes(session)
        c.pointee.session_id = sessionId
        c.pointee.user_id = userId
    }
}

extension DisconnectSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__disconnect_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DisconnectSessionRequest.self)
        session = Unpacked.string(c.pointee.session)
        sessionId = c.pointee.session_id
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DisconnectSessionRequest.self)
        c.pointee.session = arena.bytes(session)
        c.pointee.session_id = sessionId
        c.pointee.user_id = userId
    }
}

extension GetQrCodeRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_qr_code_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetQrCodeRequest.self)
        sessionId = c.pointee.session_id
        session = Unpacked.string(c.pointee.session)
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetQrCodeRequest.self)
        c.pointee.session_id = sessionId
        c.pointee.session = arena.bytes(session)
        c.pointee.user_id = userId
    }
}

extension QrCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__qr_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__QrCode.self)
        sessionId = c.pointee.session_id
        code = Unpacked.string(c.pointee.code)
        sequence = c.pointee.sequence
        expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__QrCode.self)
        c.pointee.session_id = sessionId
        c.pointee.code = arena.bytes(code)
        c.pointee.sequence = sequence
        c.pointee.expires_at = arena.message(expiresAt)
    }
}

extension WatchSessionRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__watch_session_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchSessionRequest.self)
        sessionId = c.pointee.session_id
        session = Unpacked.string(c.pointee.session)
        userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchSessionRequest.self)
        c.pointee.session_id = sessionId
        c.pointee.session = arena.bytes(session)
        c.pointee.user_id = userId
    }
}

extension SessionUpdate {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_update__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionUpdate.self)
        session = Unpacked.message(c.pointee.session)
        qrCode = Unpacked.message(c.pointee.qr_code)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionUpdate.self)
        c.pointee.session = arena.message(session)
        c.pointee.qr_code = arena.message(qrCode)
    }
}
