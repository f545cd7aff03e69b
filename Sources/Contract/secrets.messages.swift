// Generated from switchboard/v1/secrets.proto by scripts/generate.sh. Do not edit.

internal import Codec

package struct RotateSecretKeyRequest: ProtoMessage {
    package init() {}
}

package struct RotateSecretKeyResponse: ProtoMessage {
    /// The name of the new key.
    package var keyId: String = ""
    /// How many secrets were sealed anew.
    package var resealed: Int64 = 0
    /// How many could not be opened, and are left as they were.
    package var unreadable: Int64 = 0

    package init() {}
}
