// Generated from switchboard/v1/secrets.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension RotateSecretKeyRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_secret_key_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension RotateSecretKeyResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__rotate_secret_key_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateSecretKeyResponse.self)
        self.keyId = Unpacked.string(c.pointee.key_id)
        self.resealed = c.pointee.resealed
        self.unreadable = c.pointee.unreadable
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__RotateSecretKeyResponse.self)
        c.pointee.key_id = arena.bytes(self.keyId)
        c.pointee.resealed = self.resealed
        c.pointee.unreadable = self.unreadable
    }
}
