// Generated from grpc/health/v1/health.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension HealthCheckRequest {
    package static var schema: MessageSchema { MessageSchema(grpc__health__v1__health_check_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
        self.service = Unpacked.string(c.pointee.service)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckRequest.self)
        c.pointee.service = arena.bytes(self.service)
    }
}

extension HealthCheckResponse {
    package static var schema: MessageSchema { MessageSchema(grpc__health__v1__health_check_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
        self.status = Unpacked.enumeration(c.pointee.status)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Grpc__Health__V1__HealthCheckResponse.self)
        c.pointee.status = Packed.enumeration(self.status)
    }
}
