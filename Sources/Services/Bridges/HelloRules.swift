// What a Hello may say. A bridge is untrusted like any other caller: everything that is kept of it is held to a length.

package import Contract
package import RPC

package enum HelloRules {
    /// The only version there is.
    package static let protocolVersion: Int32 = 1

    /// - Throws: VALIDATION_ERROR naming every field that is wrong; NOT_IMPLEMENTED for another protocol version.
    package static func check(_ hello: Hello, _ configuration: DeliveryConfiguration) throws(RPCError) {
        guard hello.protocolVersion == protocolVersion else {
            throw RPCError.make(
                .notImplemented, "This server speaks version \(protocolVersion) of the bridge protocol.")
        }
        var wrong: [RPCError.FieldViolation] = []
        func require(_ isRight: Bool, _ field: String, _ how: String) {
            if !isRight { wrong.append(.init(field: "hello.\(field)", description: how)) }
        }
        require(isName(hello.bridgeName), "bridge_name", "must be a letter, then up to 63 letters, digits, _, - or .")
        require((1...128).contains(hello.instanceId.utf8.count), "instance_id", "must be 1 to 128 bytes")
        require(isWord(hello.engine), "engine", "must be 1 to 64 printable characters without spaces")
        require(hello.engineVersion.utf8.count <= 64, "engine_version", "must be at most 64 bytes")
        require(hello.kinds.count <= 64 && hello.kinds.allSatisfy(isWord), "kinds", "must be at most 64 words")
        require(hello.commands.count <= 64 && hello.commands.allSatisfy(isWord), "commands", "must be at most 64 words")
        let most = configuration.sessionsPerBridge
        require((0...Int32(clamping: most)).contains(hello.capacity), "capacity", "must be 0 to \(most)")
        require(hello.held.count <= most, "held", "must be at most \(most)")
        require(
            hello.held.allSatisfy { $0.sessionId > 0 && $0.epoch > 0 }, "held", "must have ids and epochs above 0")
        require(hello.nextSeq > 0, "next_seq", "counts from 1")
        if !wrong.isEmpty { throw RPCError.validation(wrong) }
    }

    private static func isName(_ name: String) -> Bool {
        guard (1...64).contains(name.utf8.count), let first = name.utf8.first, isLetter(first) else { return false }
        return name.utf8.allSatisfy {
            isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D || $0 == 0x2E
        }
    }

    private static func isWord(_ word: String) -> Bool {
        (1...64).contains(word.utf8.count) && word.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
