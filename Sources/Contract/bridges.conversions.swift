// Generated from switchboard/v1/bridges.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension BridgeFrame {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_frame__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeFrame.self)
        seq = c.pointee.seq
        switch c.pointee.frame_case.rawValue {
        case 2: frame = .hello(Unpacked.message(c.pointee.hello) ?? Hello())
        case 3: frame = .heartbeat(Unpacked.message(c.pointee.heartbeat) ?? Heartbeat())
        case 4: frame = .credit(Unpacked.message(c.pointee.credit) ?? Credit())
        case 5: frame = .sessionState(Unpacked.message(c.pointee.session_state) ?? SessionState())
        case 6: frame = .qrCode(Unpacked.message(c.pointee.qr_code) ?? BridgeQrCode())
        case 7: frame = .result(Unpacked.message(c.pointee.result) ?? Result())
        case 8: frame = .ack(Unpacked.message(c.pointee.ack) ?? Ack())
        case 9: frame = .incoming(Unpacked.message(c.pointee.incoming) ?? Incoming())
        case 10: frame = .restriction(Unpacked.message(c.pointee.restriction) ?? Restriction())
        case 11: frame = .pairingCode(Unpacked.message(c.pointee.pairing_code) ?? PairingCode())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeFrame.self)
        c.pointee.seq = seq
        switch frame {
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
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionEpoch.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
    }
}

extension Hello {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__hello__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Hello.self)
        protocolVersion = c.pointee.protocol_version
        bridgeName = Unpacked.string(c.pointee.bridge_name)
        instanceId = Unpacked.string(c.pointee.instance_id)
        engine = Unpacked.string(c.pointee.engine)
        engineVersion = Unpacked.string(c.pointee.engine_version)
        kinds = Unpacked.strings(c.pointee.n_kinds, c.pointee.kinds)
        capacity = c.pointee.capacity
        held = Unpacked.messages(c.pointee.n_held, c.pointee.held)
        nextSeq = c.pointee.next_seq
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Hello.self)
        c.pointee.protocol_version = protocolVersion
        c.pointee.bridge_name = arena.bytes(bridgeName)
        c.pointee.instance_id = arena.bytes(instanceId)
        c.pointee.engine = arena.bytes(engine)
        c.pointee.engine_version = arena.bytes(engineVersion)
        (c.pointee.n_kinds, c.pointee.kinds) = arena.strings(kinds)
        c.pointee.capacity = capacity
        (c.pointee.n_held, c.pointee.held) = arena.messages(held)
        c.pointee.next_seq = nextSeq
    }
}

extension Heartbeat {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__heartbeat__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Heartbeat.self)
        rss = c.pointee.rss
        sessions = c.pointee.sessions
        eventLoopLagMs = c.pointee.event_loop_lag_ms
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Heartbeat.self)
        c.pointee.rss = rss
        c.pointee.sessions = sessions
        c.pointee.event_loop_lag_ms = eventLoopLagMs
    }
}

extension Credit {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__credit__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Credit.self)
        n = c.pointee.n
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Credit.self)
        c.pointee.n = n
    }
}

extension SessionState {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__session_state__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionState.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        state = Unpacked.enumeration(c.pointee.state)
        phoneNumber = Unpacked.string(c.pointee.phone_number)
        lid = Unpacked.string(c.pointee.lid)
        reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__SessionState.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.state = Packed.enumeration(state)
        c.pointee.phone_number = arena.bytes(phoneNumber)
        c.pointee.lid = arena.bytes(lid)
        c.pointee.reason = arena.bytes(reason)
    }
}

extension BridgeQrCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_qr_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeQrCode.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        sequence = c.pointee.sequence
        code = Unpacked.string(c.pointee.code)
        expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeQrCode.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.sequence = sequence
        c.pointee.code = arena.bytes(code)
        c.pointee.expires_at = arena.message(expiresAt)
    }
}

extension PairingCode {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__pairing_code__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PairingCode.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        code = Unpacked.string(c.pointee.code)
        expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__PairingCode.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.code = arena.bytes(code)
        c.pointee.expires_at = arena.message(expiresAt)
    }
}

extension Result {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__result__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Result.self)
        commandId = c.pointee.command_id
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        switch c.pointee.outcome_case.rawValue {
        case 4: outcome = .submitted(Unpacked.message(c.pointee.submitted) ?? Submitted())
        case 5: outcome = .done(Unpacked.message(c.pointee.done) ?? Done())
        case 6: outcome = .error(Unpacked.message(c.pointee.error) ?? CommandError())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Result.self)
        c.pointee.command_id = commandId
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        switch outcome {
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
        providerMessageId = Unpacked.string(c.pointee.provider_message_id)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Submitted.self)
        c.pointee.provider_message_id = arena.bytes(providerMessageId)
    }
}

extension Done {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__done__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Done.self)
        data = Unpacked.map(c.pointee.n_data, c.pointee.data) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Done.self)
        (c.pointee.n_data, c.pointee.data) = arena.map(data, switchboard__v1__done__data_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
    }
}

extension CommandError {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__command_error__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CommandError.self)
        reason = Unpacked.string(c.pointee.reason)
        engineCode = Unpacked.string(c.pointee.engine_code)
        text = Unpacked.string(c.pointee.text)
        notBegun = c.pointee.not_begun != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CommandError.self)
        c.pointee.reason = arena.bytes(reason)
        c.pointee.engine_code = arena.bytes(engineCode)
        c.pointee.text = arena.bytes(text)
        c.pointee.not_begun = notBegun ? 1 : 0
    }
}

extension Ack {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__ack__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Ack.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        state = Unpacked.enumeration(c.pointee.state)
        at = Unpacked.message(c.pointee.at)
        engineCode = Unpacked.string(c.pointee.engine_code)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Ack.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.provider_message_id = arena.bytes(providerMessageId)
        c.pointee.state = Packed.enumeration(state)
        c.pointee.at = arena.message(at)
        c.pointee.engine_code = arena.bytes(engineCode)
    }
}

extension Incoming {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__incoming__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Incoming.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        providerMessageId = Unpacked.string(c.pointee.provider_message_id)
        fromPhone = Unpacked.string(c.pointee.from_phone)
        fromLid = Unpacked.string(c.pointee.from_lid)
        kind = Unpacked.string(c.pointee.kind)
        text = Unpacked.string(c.pointee.text)
        quoted = Unpacked.string(c.pointee.quoted)
        at = Unpacked.message(c.pointee.at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Incoming.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.provider_message_id = arena.bytes(providerMessageId)
        c.pointee.from_phone = arena.bytes(fromPhone)
        c.pointee.from_lid = arena.bytes(fromLid)
        c.pointee.kind = arena.bytes(kind)
        c.pointee.text = arena.bytes(text)
        c.pointee.quoted = arena.bytes(quoted)
        c.pointee.at = arena.message(at)
    }
}

extension Restriction {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__restriction__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Restriction.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        kind = Unpacked.string(c.pointee.kind)
        until = Unpacked.message(c.pointee.until)
        used = c.pointee.used
        total = c.pointee.total
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Restriction.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.kind = arena.bytes(kind)
        c.pointee.until = arena.message(until)
        c.pointee.used = used
        c.pointee.total = total
    }
}

extension ServerFrame {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__server_frame__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServerFrame.self)
        switch c.pointee.frame_case.rawValue {
        case 1: frame = .welcome(Unpacked.message(c.pointee.welcome) ?? Welcome())
        case 2: frame = .assign(Unpacked.message(c.pointee.assign) ?? Assign())
        case 3: frame = .release(Unpacked.message(c.pointee.release) ?? Release())
        case 4: frame = .send(Unpacked.message(c.pointee.send) ?? Send())
        case 5: frame = .confirm(Unpacked.message(c.pointee.confirm) ?? Confirm())
        case 6: frame = .drain(Unpacked.message(c.pointee.drain) ?? Drain())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ServerFrame.self)
        switch frame {
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
        case nil: break
        }
    }
}

extension Welcome {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__welcome__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Welcome.self)
        protocolVersion = c.pointee.protocol_version
        serverVersion = Unpacked.string(c.pointee.server_version)
        heartbeatIntervalMs = c.pointee.heartbeat_interval_ms
        token = Unpacked.string(c.pointee.token)
        kept = Unpacked.messages(c.pointee.n_kept, c.pointee.kept)
        drop = Unpacked.messages(c.pointee.n_drop, c.pointee.drop)
        confirmedSeq = c.pointee.confirmed_seq
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Welcome.self)
        c.pointee.protocol_version = protocolVersion
        c.pointee.server_version = arena.bytes(serverVersion)
        c.pointee.heartbeat_interval_ms = heartbeatIntervalMs
        c.pointee.token = arena.bytes(token)
        (c.pointee.n_kept, c.pointee.kept) = arena.messages(kept)
        (c.pointee.n_drop, c.pointee.drop) = arena.messages(drop)
        c.pointee.confirmed_seq = confirmedSeq
    }
}

extension Assign {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__assign__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Assign.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        settings = Unpacked.message(c.pointee.settings)
        name = Unpacked.string(c.pointee.name)
        linked = c.pointee.linked != 0
        phoneNumber = Unpacked.string(c.pointee.phone_number)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Assign.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.settings = arena.message(settings)
        c.pointee.name = arena.bytes(name)
        c.pointee.linked = linked ? 1 : 0
        c.pointee.phone_number = arena.bytes(phoneNumber)
    }
}

extension Release {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__release__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Release.self)
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Release.self)
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.reason = arena.bytes(reason)
    }
}

extension Send {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__send__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Send.self)
        commandId = c.pointee.command_id
        sessionId = c.pointee.session_id
        epoch = c.pointee.epoch
        attempt = c.pointee.attempt
        clientMessageId = Unpacked.string(c.pointee.client_message_id)
        deadline = Unpacked.message(c.pointee.deadline)
        recipient = Unpacked.string(c.pointee.recipient)
        switch c.pointee.kind_case.rawValue {
        case 8: kind = .text(Unpacked.message(c.pointee.text) ?? TextContent())
        default: break
        }
        quoted = Unpacked.string(c.pointee.quoted)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Send.self)
        c.pointee.command_id = commandId
        c.pointee.session_id = sessionId
        c.pointee.epoch = epoch
        c.pointee.attempt = attempt
        c.pointee.client_message_id = arena.bytes(clientMessageId)
        c.pointee.deadline = arena.message(deadline)
        c.pointee.recipient = arena.bytes(recipient)
        switch kind {
        case .text(let value):
            c.pointee.kind_case = .init(rawValue: 8)
            c.pointee.text = arena.message(value)
        case nil: break
        }
        c.pointee.quoted = arena.bytes(quoted)
    }
}

extension Confirm {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__confirm__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Confirm.self)
        upToSeq = c.pointee.up_to_seq
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Confirm.self)
        c.pointee.up_to_seq = upToSeq
    }
}

extension Drain {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__drain__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Drain.self)
        reason = Unpacked.string(c.pointee.reason)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Drain.self)
        c.pointee.reason = arena.bytes(reason)
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
        bridges = Unpacked.messages(c.pointee.n_bridges, c.pointee.bridges)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListBridgesResponse.self)
        (c.pointee.n_bridges, c.pointee.bridges) = arena.messages(bridges)
    }
}

extension Bridge {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Bridge.self)
        name = Unpacked.string(c.pointee.name)
        identity = Unpacked.string(c.pointee.identity)
        status = Unpacked.enumeration(c.pointee.status)
        instanceId = Unpacked.string(c.pointee.instance_id)
        engine = Unpacked.string(c.pointee.engine)
        engineVersion = Unpacked.string(c.pointee.engine_version)
        kinds = Unpacked.strings(c.pointee.n_kinds, c.pointee.kinds)
        capacity = c.pointee.capacity
        sessions = c.pointee.sessions
        credit = c.pointee.credit
        attachedAt = Unpacked.message(c.pointee.attached_at)
        lastHeartbeatAt = Unpacked.message(c.pointee.last_heartbeat_at)
        rss = c.pointee.rss
        eventLoopLagMs = c.pointee.event_loop_lag_ms
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Bridge.self)
        c.pointee.name = arena.bytes(name)
        c.pointee.identity = arena.bytes(identity)
        c.pointee.status = Packed.enumeration(status)
        c.pointee.instance_id = arena.bytes(instanceId)
        c.pointee.engine = arena.bytes(engine)
        c.pointee.engine_version = arena.bytes(engineVersion)
        (c.pointee.n_kinds, c.pointee.kinds) = arena.strings(kinds)
        c.pointee.capacity = capacity
        c.pointee.sessions = sessions
        c.pointee.credit = credit
        c.pointee.attached_at = arena.message(attachedAt)
        c.pointee.last_heartbeat_at = arena.message(lastHeartbeatAt)
        c.pointee.rss = rss
        c.pointee.event_loop_lag_ms = eventLoopLagMs
    }
}
