// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension BridgeFrame {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_frame__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeFrame.self)
        self.seq = c.pointee.seq
        switch c.pointee.frame_case.rawValue {
        case 2: self.frame = .hello(Unpacked.message(c.pointee.hello) ?? Hello())
        case 3: self.frame = .heartbeat(Unpacked.message(c.pointee.heartbeat) ?? Heartbeat())
        case 4: self.frame = .credit(Unpacked.message(c.pointee.credit) ?? Credit())
        case 5: self.frame = .sessionState(Unpacked.message(c.pointee.session_state) ?? SessionState())
        case 6: self.frame = .qrCode(Unpacked.message(c.pointee.qr_code) ?? BridgeQrCode())
        case 7: self.frame = .result(Unpacked.message(c.pointee.result) ?? Result())
        case 8: self.frame = .ack(Unpacked.message(c.pointee.ack) ?? Ack())
        case 9: self.frame = .incoming(Unpacked.message(c.pointee.incoming) ?? Incoming())
        case 10: self.frame = .restriction(Unpacked.message(c.pointee.restriction) ?? Restriction())
        case 11: self.frame = .pairingCode(Unpacked.message(c.pointee.pairing_code) ?? BridgePairingCode())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeFrame.self)
        c.pointee.seq = self.seq
        switch self.frame {
        case .hello(let value):
            c.pointee.frame_case = .init(rawValue: 2)
            c.pointee.hello = arena.message(value)
        case .heartbeat(let value):
            c.pointee.frame_case = .init(rawValue: 3)
            c.pointee.heartbeat = arena.message(value)
        case .credit(let value):
            c.pointee.frame_case = .init(rawValue: 4)
            c.pointee.credit = arena.message(value)
        case .sessionState(let value):
            c.pointee.frame_case = .init(rawValue: 5)
            c.pointee.session_state = arena.message(value)
        case .qrCode(let value):
            c.pointee.frame_case = .init(rawValue: 6)
            c.pointee.qr_code = arena.message(value)
        case .result(let value):
            c.pointee.frame_case = .init(rawValue: 7)
            c.pointee.result = arena.message(value)
        case .ack(let value):
            c.pointee.frame_case = .init(rawValue: 8)
            c.pointee.ack = arena.message(value)
        case .incoming(let value):
            c.pointee.frame_case = .init(rawValue: 9)
            c.pointee.incoming = arena.message(value)
        case .restriction(let value):
            c.pointee.frame_case = .init(rawValue: 10)
            c.pointee.restriction = arena.message(value)
        case .pairingCode(let value):
            c.pointee.frame_case = .init(rawValue: 11)
            c.pointee.pairing_code = arena.message(value)
        case nil: break
        }
    }
}

extension SessionEpoch {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_epoch__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionEpoch.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionEpoch.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
    }
}

extension Hello {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__hello__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Hello.self)
        self.protocolVersion = c.pointee.protocol_version
        self.bridgeName = Unpacked.string(c.pointee.bridge_name)
        self.instanceId = Unpacked.string(c.pointee.instance_id)
        self.engine = Unpacked.string(c.pointee.engine)
        self.engineVersion = Unpacked.string(c.pointee.engine_version)
        self.kinds = Unpacked.strings(c.pointee.n_kinds, c.pointee.kinds)
        self.capacity = c.pointee.capacity
        self.held = Unpacked.messages(c.pointee.n_held, c.pointee.held)
        self.nextSeq = c.pointee.next_seq
        self.commands = Unpacked.strings(c.pointee.n_commands, c.pointee.commands)
        self.repeatsAreSafe = c.pointee.repeats_are_safe != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Hello.self)
        c.pointee.protocol_version = self.protocolVersion
        c.pointee.bridge_name = arena.bytes(self.bridgeName)
        c.pointee.instance_id = arena.bytes(self.instanceId)
        c.pointee.engine = arena.bytes(self.engine)
        c.pointee.engine_version = arena.bytes(self.engineVersion)
        (c.pointee.n_kinds, c.pointee.kinds) = arena.strings(self.kinds)
        c.pointee.capacity = self.capacity
        (c.pointee.n_held, c.pointee.held) = arena.messages(self.held)
        c.pointee.next_seq = self.nextSeq
        (c.pointee.n_commands, c.pointee.commands) = arena.strings(self.commands)
        c.pointee.repeats_are_safe = self.repeatsAreSafe ? 1 : 0
    }
}

extension Heartbeat {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__heartbeat__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Heartbeat.self)
        self.rss = c.pointee.rss
        self.sessions = c.pointee.sessions
        self.eventLoopLagMs = c.pointee.event_loop_lag_ms
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Heartbeat.self)
        c.pointee.rss = self.rss
        c.pointee.sessions = self.sessions
        c.pointee.event_loop_lag_ms = self.eventLoopLagMs
    }
}

extension Credit {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__credit__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Credit.self)
        self.n = c.pointee.n
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Credit.self)
        c.pointee.n = self.n
    }
}

extension SessionState {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_state__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionState.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.state = Unpacked.enumeration(c.pointee.state)
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
        self.lid = Unpacked.string(c.pointee.lid)
        self.reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionState.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.state = Packed.enumeration(self.state)
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
        c.pointee.lid = arena.bytes(self.lid)
        c.pointee.reason = arena.bytes(self.reason)
    }
}

extension BridgeQrCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_qr_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeQrCode.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.sequence = c.pointee.sequence
        self.code = Unpacked.string(c.pointee.code)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeQrCode.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.sequence = self.sequence
        c.pointee.code = arena.bytes(self.code)
        c.pointee.expires_at = arena.message(self.expiresAt)
    }
}

extension BridgePairingCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_pairing_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgePairingCode.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.code = Unpacked.string(c.pointee.code)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
        self.commandId = c.pointee.command_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgePairingCode.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.code = arena.bytes(self.code)
        c.pointee.expires_at = arena.message(self.expiresAt)
        c.pointee.command_id = self.commandId
    }
}

extension Result {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__result__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Result.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        switch c.pointee.outcome_case.rawValue {
        case 4: self.outcome = .submitted(Unpacked.message(c.pointee.submitted) ?? Submitted())
        case 5: self.outcome = .done(Unpacked.message(c.pointee.done) ?? Done())
        case 6: self.outcome = .error(Unpacked.message(c.pointee.error) ?? CommandError())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Result.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        switch self.outcome {
        case .submitted(let value):
            c.pointee.outcome_case = .init(rawValue: 4)
            c.pointee.submitted = arena.message(value)
        case .done(let value):
            c.pointee.outcome_case = .init(rawValue: 5)
            c.pointee.done = arena.message(value)
        case .error(let value):
            c.pointee.outcome_case = .init(rawValue: 6)
            c.pointee.error = arena.message(value)
        case nil: break
        }
    }
}

extension Submitted {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__submitted__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Submitted.self)
        self.providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        self.state = Unpacked.enumeration(c.pointee.state)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Submitted.self)
        c.pointee.provider_message_id = arena.bytes(self.providerMessageId)
        c.pointee.state = Packed.enumeration(self.state)
    }
}

extension Done {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__done__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Done.self)
        self.data = Unpacked.map(c.pointee.n_data, c.pointee.data) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Done.self)
        (c.pointee.n_data, c.pointee.data) = arena.map(self.data, switchboard__v1__done__data_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
    }
}

extension CommandError {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__command_error__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CommandError.self)
        self.reason = Unpacked.string(c.pointee.reason)
        self.engineCode = Unpacked.string(c.pointee.engine_code)
        self.text = Unpacked.string(c.pointee.text)
        self.notBegun = c.pointee.not_begun != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CommandError.self)
        c.pointee.reason = arena.bytes(self.reason)
        c.pointee.engine_code = arena.bytes(self.engineCode)
        c.pointee.text = arena.bytes(self.text)
        c.pointee.not_begun = self.notBegun ? 1 : 0
    }
}

extension Ack {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__ack__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Ack.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        self.state = Unpacked.enumeration(c.pointee.state)
        self.at = Unpacked.message(c.pointee.at)
        self.engineCode = Unpacked.string(c.pointee.engine_code)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Ack.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.provider_message_id = arena.bytes(self.providerMessageId)
        c.pointee.state = Packed.enumeration(self.state)
        c.pointee.at = arena.message(self.at)
        c.pointee.engine_code = arena.bytes(self.engineCode)
    }
}

extension Incoming {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__incoming__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Incoming.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        self.fromPhone = Unpacked.string(c.pointee.from_phone)
        self.fromLid = Unpacked.string(c.pointee.from_lid)
        self.kind = Unpacked.string(c.pointee.kind)
        self.text = Unpacked.string(c.pointee.text)
        self.quoted = Unpacked.string(c.pointee.quoted)
        self.at = Unpacked.message(c.pointee.at)
        self.chat = Unpacked.string(c.pointee.chat)
        self.target = Unpacked.string(c.pointee.target)
        self.mentions = Unpacked.strings(c.pointee.n_mentions, c.pointee.mentions)
        self.mediaRef = Unpacked.bytes(c.pointee.media_ref)
        switch c.pointee.content_case.rawValue {
        case 20: self.content = .media(Unpacked.message(c.pointee.media) ?? MediaContent())
        case 21: self.content = .location(Unpacked.message(c.pointee.location) ?? LocationContent())
        case 22: self.content = .contact(Unpacked.message(c.pointee.contact) ?? ContactContent())
        case 23: self.content = .poll(Unpacked.message(c.pointee.poll) ?? PollContent())
        case 24: self.content = .reaction(Unpacked.message(c.pointee.reaction) ?? ReactionContent())
        case 25: self.content = .edit(Unpacked.message(c.pointee.edit) ?? EditContent())
        case 26: self.content = .delete(Unpacked.message(c.pointee.delete_) ?? DeleteContent())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Incoming.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.provider_message_id = arena.bytes(self.providerMessageId)
        c.pointee.from_phone = arena.bytes(self.fromPhone)
        c.pointee.from_lid = arena.bytes(self.fromLid)
        c.pointee.kind = arena.bytes(self.kind)
        c.pointee.text = arena.bytes(self.text)
        c.pointee.quoted = arena.bytes(self.quoted)
        c.pointee.at = arena.message(self.at)
        c.pointee.chat = arena.bytes(self.chat)
        c.pointee.target = arena.bytes(self.target)
        (c.pointee.n_mentions, c.pointee.mentions) = arena.strings(self.mentions)
        c.pointee.media_ref = arena.bytes(self.mediaRef)
        switch self.content {
        case .media(let value):
            c.pointee.content_case = .init(rawValue: 20)
            c.pointee.media = arena.message(value)
        case .location(let value):
            c.pointee.content_case = .init(rawValue: 21)
            c.pointee.location = arena.message(value)
        case .contact(let value):
            c.pointee.content_case = .init(rawValue: 22)
            c.pointee.contact = arena.message(value)
        case .poll(let value):
            c.pointee.content_case = .init(rawValue: 23)
            c.pointee.poll = arena.message(value)
        case .reaction(let value):
            c.pointee.content_case = .init(rawValue: 24)
            c.pointee.reaction = arena.message(value)
        case .edit(let value):
            c.pointee.content_case = .init(rawValue: 25)
            c.pointee.edit = arena.message(value)
        case .delete(let value):
            c.pointee.content_case = .init(rawValue: 26)
            c.pointee.delete_ = arena.message(value)
        case nil: break
        }
    }
}

extension Restriction {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__restriction__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Restriction.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.kind = Unpacked.string(c.pointee.kind)
        self.until = Unpacked.message(c.pointee.until)
        self.used = c.pointee.used
        self.total = c.pointee.total
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Restriction.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.kind = arena.bytes(self.kind)
        c.pointee.until = arena.message(self.until)
        c.pointee.used = self.used
        c.pointee.total = self.total
    }
}

extension ServerFrame {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__server_frame__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServerFrame.self)
        switch c.pointee.frame_case.rawValue {
        case 1: self.frame = .welcome(Unpacked.message(c.pointee.welcome) ?? Welcome())
        case 2: self.frame = .assign(Unpacked.message(c.pointee.assign) ?? Assign())
        case 3: self.frame = .release(Unpacked.message(c.pointee.release) ?? Release())
        case 4: self.frame = .send(Unpacked.message(c.pointee.send) ?? Send())
        case 5: self.frame = .confirm(Unpacked.message(c.pointee.confirm) ?? Confirm())
        case 6: self.frame = .drain(Unpacked.message(c.pointee.drain) ?? Drain())
        case 7: self.frame = .requestPairingCode(Unpacked.message(c.pointee.request_pairing_code) ?? RequestPairingCode())
        case 8: self.frame = .checkNumber(Unpacked.message(c.pointee.check_number) ?? CheckNumber())
        case 9: self.frame = .requestHistory(Unpacked.message(c.pointee.request_history) ?? RequestHistory())
        case 10: self.frame = .markRead(Unpacked.message(c.pointee.mark_read) ?? MarkRead())
        case 11: self.frame = .presence(Unpacked.message(c.pointee.presence) ?? ShowPresence())
        case 12: self.frame = .fetchMedia(Unpacked.message(c.pointee.fetch_media) ?? FetchMedia())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServerFrame.self)
        switch self.frame {
        case .welcome(let value):
            c.pointee.frame_case = .init(rawValue: 1)
            c.pointee.welcome = arena.message(value)
        case .assign(let value):
            c.pointee.frame_case = .init(rawValue: 2)
            c.pointee.assign = arena.message(value)
        case .release(let value):
            c.pointee.frame_case = .init(rawValue: 3)
            c.pointee.release = arena.message(value)
        case .send(let value):
            c.pointee.frame_case = .init(rawValue: 4)
            c.pointee.send = arena.message(value)
        case .confirm(let value):
            c.pointee.frame_case = .init(rawValue: 5)
            c.pointee.confirm = arena.message(value)
        case .drain(let value):
            c.pointee.frame_case = .init(rawValue: 6)
            c.pointee.drain = arena.message(value)
        case .requestPairingCode(let value):
            c.pointee.frame_case = .init(rawValue: 7)
            c.pointee.request_pairing_code = arena.message(value)
        case .checkNumber(let value):
            c.pointee.frame_case = .init(rawValue: 8)
            c.pointee.check_number = arena.message(value)
        case .requestHistory(let value):
            c.pointee.frame_case = .init(rawValue: 9)
            c.pointee.request_history = arena.message(value)
        case .markRead(let value):
            c.pointee.frame_case = .init(rawValue: 10)
            c.pointee.mark_read = arena.message(value)
        case .presence(let value):
            c.pointee.frame_case = .init(rawValue: 11)
            c.pointee.presence = arena.message(value)
        case .fetchMedia(let value):
            c.pointee.frame_case = .init(rawValue: 12)
            c.pointee.fetch_media = arena.message(value)
        case nil: break
        }
    }
}

extension Welcome {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__welcome__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Welcome.self)
        self.protocolVersion = c.pointee.protocol_version
        self.serverVersion = Unpacked.string(c.pointee.server_version)
        self.heartbeatIntervalMs = c.pointee.heartbeat_interval_ms
        self.token = Unpacked.string(c.pointee.token)
        self.kept = Unpacked.messages(c.pointee.n_kept, c.pointee.kept)
        self.drop = Unpacked.messages(c.pointee.n_drop, c.pointee.drop)
        self.confirmedSeq = c.pointee.confirmed_seq
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Welcome.self)
        c.pointee.protocol_version = self.protocolVersion
        c.pointee.server_version = arena.bytes(self.serverVersion)
        c.pointee.heartbeat_interval_ms = self.heartbeatIntervalMs
        c.pointee.token = arena.bytes(self.token)
        (c.pointee.n_kept, c.pointee.kept) = arena.messages(self.kept)
        (c.pointee.n_drop, c.pointee.drop) = arena.messages(self.drop)
        c.pointee.confirmed_seq = self.confirmedSeq
    }
}

extension Assign {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__assign__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Assign.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.settings = Unpacked.message(c.pointee.settings)
        self.name = Unpacked.string(c.pointee.name)
        self.linked = c.pointee.linked != 0
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Assign.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.settings = arena.message(self.settings)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.linked = self.linked ? 1 : 0
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
    }
}

extension Release {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__release__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Release.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Release.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.reason = arena.bytes(self.reason)
    }
}

extension Send {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Send.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.attempt = c.pointee.attempt
        self.clientMessageId = Unpacked.string(c.pointee.client_message_id)
        self.timeoutMs = c.pointee.timeout_ms
        self.recipient = Unpacked.string(c.pointee.recipient)
        switch c.pointee.kind_case.rawValue {
        case 8: self.kind = .text(Unpacked.message(c.pointee.text) ?? TextContent())
        case 20: self.kind = .media(Unpacked.message(c.pointee.media) ?? MediaContent())
        case 21: self.kind = .location(Unpacked.message(c.pointee.location) ?? LocationContent())
        case 22: self.kind = .contact(Unpacked.message(c.pointee.contact) ?? ContactContent())
        case 23: self.kind = .poll(Unpacked.message(c.pointee.poll) ?? PollContent())
        case 24: self.kind = .reaction(Unpacked.message(c.pointee.reaction) ?? ReactionContent())
        case 25: self.kind = .edit(Unpacked.message(c.pointee.edit) ?? EditContent())
        case 26: self.kind = .delete(Unpacked.message(c.pointee.delete_) ?? DeleteContent())
        default: break
        }
        self.quoted = Unpacked.string(c.pointee.quoted)
        self.quotedMessage = Unpacked.message(c.pointee.quoted_message)
        self.target = Unpacked.message(c.pointee.target)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Send.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.attempt = self.attempt
        c.pointee.client_message_id = arena.bytes(self.clientMessageId)
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.recipient = arena.bytes(self.recipient)
        switch self.kind {
        case .text(let value):
            c.pointee.kind_case = .init(rawValue: 8)
            c.pointee.text = arena.message(value)
        case .media(let value):
            c.pointee.kind_case = .init(rawValue: 20)
            c.pointee.media = arena.message(value)
        case .location(let value):
            c.pointee.kind_case = .init(rawValue: 21)
            c.pointee.location = arena.message(value)
        case .contact(let value):
            c.pointee.kind_case = .init(rawValue: 22)
            c.pointee.contact = arena.message(value)
        case .poll(let value):
            c.pointee.kind_case = .init(rawValue: 23)
            c.pointee.poll = arena.message(value)
        case .reaction(let value):
            c.pointee.kind_case = .init(rawValue: 24)
            c.pointee.reaction = arena.message(value)
        case .edit(let value):
            c.pointee.kind_case = .init(rawValue: 25)
            c.pointee.edit = arena.message(value)
        case .delete(let value):
            c.pointee.kind_case = .init(rawValue: 26)
            c.pointee.delete_ = arena.message(value)
        case nil: break
        }
        c.pointee.quoted = arena.bytes(self.quoted)
        c.pointee.quoted_message = arena.message(self.quotedMessage)
        c.pointee.target = arena.message(self.target)
    }
}

extension MessageRef {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message_ref__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageRef.self)
        self.providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        self.fromMe = c.pointee.from_me != 0
        self.sender = Unpacked.string(c.pointee.sender)
        self.text = Unpacked.string(c.pointee.text)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageRef.self)
        c.pointee.provider_message_id = arena.bytes(self.providerMessageId)
        c.pointee.from_me = self.fromMe ? 1 : 0
        c.pointee.sender = arena.bytes(self.sender)
        c.pointee.text = arena.bytes(self.text)
    }
}

extension RequestPairingCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__request_pairing_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestPairingCode.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestPairingCode.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
    }
}

extension CheckNumber {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__check_number__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CheckNumber.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.phoneNumber = Unpacked.string(c.pointee.phone_number)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CheckNumber.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.phone_number = arena.bytes(self.phoneNumber)
    }
}

extension RequestHistory {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__request_history__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestHistory.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.since = Unpacked.message(c.pointee.since)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RequestHistory.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.since = arena.message(self.since)
    }
}

extension MarkRead {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__mark_read__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MarkRead.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.chat = Unpacked.string(c.pointee.chat)
        self.message = Unpacked.message(c.pointee.message)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MarkRead.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.chat = arena.bytes(self.chat)
        c.pointee.message = arena.message(self.message)
    }
}

extension ShowPresence {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__show_presence__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ShowPresence.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.recipient = Unpacked.string(c.pointee.recipient)
        self.presence = Unpacked.enumeration(c.pointee.presence)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ShowPresence.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.recipient = arena.bytes(self.recipient)
        c.pointee.presence = Packed.enumeration(self.presence)
    }
}

extension FetchMedia {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__fetch_media__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FetchMedia.self)
        self.commandId = c.pointee.command_id
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.timeoutMs = c.pointee.timeout_ms
        self.message = Unpacked.message(c.pointee.message)
        self.mediaRef = Unpacked.bytes(c.pointee.media_ref)
        self.media = Unpacked.message(c.pointee.media)
        self.maxBytes = c.pointee.max_bytes
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FetchMedia.self)
        c.pointee.command_id = self.commandId
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.timeout_ms = self.timeoutMs
        c.pointee.message = arena.message(self.message)
        c.pointee.media_ref = arena.bytes(self.mediaRef)
        c.pointee.media = arena.message(self.media)
        c.pointee.max_bytes = self.maxBytes
    }
}

extension Confirm {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__confirm__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Confirm.self)
        self.upToSeq = c.pointee.up_to_seq
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Confirm.self)
        c.pointee.up_to_seq = self.upToSeq
    }
}

extension Drain {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__drain__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Drain.self)
        self.reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Drain.self)
        c.pointee.reason = arena.bytes(self.reason)
    }
}

extension GetAuthStateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_auth_state_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetAuthStateRequest.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.keys = Unpacked.strings(c.pointee.n_keys, c.pointee.keys)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetAuthStateRequest.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        (c.pointee.n_keys, c.pointee.keys) = arena.strings(self.keys)
    }
}

extension AuthStateItem {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__auth_state_item__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuthStateItem.self)
        self.key = Unpacked.string(c.pointee.key)
        self.value = Unpacked.bytes(c.pointee.value)
        self.more = c.pointee.more != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__AuthStateItem.self)
        c.pointee.key = arena.bytes(self.key)
        c.pointee.value = arena.bytes(self.value)
        c.pointee.more = self.more ? 1 : 0
    }
}

extension PutAuthStateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__put_auth_state_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PutAuthStateRequest.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.key = Unpacked.string(c.pointee.key)
        self.value = Unpacked.bytes(c.pointee.value)
        self.deleted = c.pointee.deleted != 0
        self.more = c.pointee.more != 0
        self.clear = c.pointee.clear != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PutAuthStateRequest.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.key = arena.bytes(self.key)
        c.pointee.value = arena.bytes(self.value)
        c.pointee.deleted = self.deleted ? 1 : 0
        c.pointee.more = self.more ? 1 : 0
        c.pointee.clear = self.clear ? 1 : 0
    }
}

extension PutAuthStateResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__put_auth_state_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PutAuthStateResponse.self)
        self.stored = c.pointee.stored
        self.deleted = c.pointee.deleted
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PutAuthStateResponse.self)
        c.pointee.stored = self.stored
        c.pointee.deleted = self.deleted
    }
}

extension ListBridgesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_bridges_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension ListBridgesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_bridges_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListBridgesResponse.self)
        self.bridges = Unpacked.messages(c.pointee.n_bridges, c.pointee.bridges)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListBridgesResponse.self)
        (c.pointee.n_bridges, c.pointee.bridges) = arena.messages(self.bridges)
    }
}

extension Bridge {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Bridge.self)
        self.name = Unpacked.string(c.pointee.name)
        self.identity = Unpacked.string(c.pointee.identity)
        self.status = Unpacked.enumeration(c.pointee.status)
        self.instanceId = Unpacked.string(c.pointee.instance_id)
        self.engine = Unpacked.string(c.pointee.engine)
        self.engineVersion = Unpacked.string(c.pointee.engine_version)
        self.kinds = Unpacked.strings(c.pointee.n_kinds, c.pointee.kinds)
        self.capacity = c.pointee.capacity
        self.sessions = c.pointee.sessions
        self.credit = c.pointee.credit
        self.attachedAt = Unpacked.message(c.pointee.attached_at)
        self.lastHeartbeatAt = Unpacked.message(c.pointee.last_heartbeat_at)
        self.rss = c.pointee.rss
        self.eventLoopLagMs = c.pointee.event_loop_lag_ms
        self.commands = Unpacked.strings(c.pointee.n_commands, c.pointee.commands)
        self.repeatsAreSafe = c.pointee.repeats_are_safe != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Bridge.self)
        c.pointee.name = arena.bytes(self.name)
        c.pointee.identity = arena.bytes(self.identity)
        c.pointee.status = Packed.enumeration(self.status)
        c.pointee.instance_id = arena.bytes(self.instanceId)
        c.pointee.engine = arena.bytes(self.engine)
        c.pointee.engine_version = arena.bytes(self.engineVersion)
        (c.pointee.n_kinds, c.pointee.kinds) = arena.strings(self.kinds)
        c.pointee.capacity = self.capacity
        c.pointee.sessions = self.sessions
        c.pointee.credit = self.credit
        c.pointee.attached_at = arena.message(self.attachedAt)
        c.pointee.last_heartbeat_at = arena.message(self.lastHeartbeatAt)
        c.pointee.rss = self.rss
        c.pointee.event_loop_lag_ms = self.eventLoopLagMs
        (c.pointee.n_commands, c.pointee.commands) = arena.strings(self.commands)
        c.pointee.repeats_are_safe = self.repeatsAreSafe ? 1 : 0
    }
}
