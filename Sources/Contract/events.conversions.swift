// Generated from switchboard/v1/events.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension WatchEventsRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__watch_events_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchEventsRequest.self)
        self.cursor = Unpacked.string(c.pointee.cursor)
        self.types = Unpacked.strings(c.pointee.n_types, c.pointee.types)
        self.sessionId = c.pointee.session_id
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__WatchEventsRequest.self)
        c.pointee.cursor = arena.bytes(self.cursor)
        (c.pointee.n_types, c.pointee.types) = arena.strings(self.types)
        c.pointee.session_id = self.sessionId
        c.pointee.user_id = self.userId
    }
}

extension Event {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__event__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Event.self)
        self.cursor = Unpacked.string(c.pointee.cursor)
        self.at = Unpacked.message(c.pointee.at)
        self.type = Unpacked.string(c.pointee.type)
        self.userId = c.pointee.user_id
        self.sessionId = c.pointee.session_id
        self.messageId = c.pointee.message_id
        switch c.pointee.body_case.rawValue {
        case 7: self.body = .message(Unpacked.message(c.pointee.message) ?? MessageChange())
        case 8: self.body = .session(Unpacked.message(c.pointee.session) ?? Session())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Event.self)
        c.pointee.cursor = arena.bytes(self.cursor)
        c.pointee.at = arena.message(self.at)
        c.pointee.type = arena.bytes(self.type)
        c.pointee.user_id = self.userId
        c.pointee.session_id = self.sessionId
        c.pointee.message_id = self.messageId
        switch self.body {
        case .message(let value):
            c.pointee.body_case = .init(rawValue: 7)
            c.pointee.message = arena.message(value)
        case .session(let value):
            c.pointee.body_case = .init(rawValue: 8)
            c.pointee.session = arena.message(value)
        case nil: break
        }
    }
}

extension MessageChange {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__message_change__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageChange.self)
        self.message = Unpacked.message(c.pointee.message)
        self.entry = Unpacked.message(c.pointee.entry)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__MessageChange.self)
        c.pointee.message = arena.message(self.message)
        c.pointee.entry = arena.message(self.entry)
    }
}
