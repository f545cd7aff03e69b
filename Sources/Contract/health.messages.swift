// Generated from grpc/health/v1/health.proto by scripts/generate.sh. Do not edit.

internal import Codec

package struct HealthCheckRequest: ProtoMessage {
    /// The full name of a service; empty: the server as a whole.
    package var service: String = ""

    package init() {}
}

package struct HealthCheckResponse: ProtoMessage {
    package var status: HealthCheckResponse.ServingStatus = .init()

    package init() {}

    package enum ServingStatus: ProtoEnum {
        case unknown
        case serving
        case notServing
        /// Only from Watch.
        case serviceUnknown
        /// A number that this version does not know.
        case unrecognized(Int32)

        package init() { self.init(rawValue: 0) }

        package init(rawValue: Int32) {
            switch rawValue {
            case 0: self = .unknown
            case 1: self = .serving
            case 2: self = .notServing
            case 3: self = .serviceUnknown
            default: self = .unrecognized(rawValue)
            }
        }

        package var rawValue: Int32 {
            switch self {
            case .unknown: 0
            case .serving: 1
            case .notServing: 2
            case .serviceUnknown: 3
            case .unrecognized(let number): number
            }
        }
    }
}
