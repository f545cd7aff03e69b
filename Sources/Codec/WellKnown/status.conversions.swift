// Generated from google/rpc/status.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension Status {
    public static var schema: MessageSchema { MessageSchema(google__rpc__status__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Status.self)
        self.code = c.pointee.code
        self.message = Unpacked.string(c.pointee.message)
        self.details = Unpacked.messages(c.pointee.n_details, c.pointee.details)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Status.self)
        c.pointee.code = self.code
        c.pointee.message = arena.bytes(self.message)
        (c.pointee.n_details, c.pointee.details) = arena.messages(self.details)
    }
}
