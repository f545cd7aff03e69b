// Generated from google/rpc/error_details.proto by scripts/generate.sh. Do not edit.

public struct ErrorInfo: ProtoMessage {
    public var reason: String = ""
    public var domain: String = ""
    public var metadata: [String: String] = [:]

    public init() {}
}

public struct RetryInfo: ProtoMessage {
    public var retryDelay: DurationMessage?

    public init() {}
}

public struct DebugInfo: ProtoMessage {
    public var stackEntries: [String] = []
    public var detail: String = ""

    public init() {}
}

public struct QuotaFailure: ProtoMessage {
    public var violations: [QuotaFailure.Violation] = []

    public init() {}

    public struct Violation: ProtoMessage {
        public var subject: String = ""
        public var description: String = ""
        public var apiService: String = ""
        public var quotaMetric: String = ""
        public var quotaId: String = ""
        public var quotaDimensions: [String: String] = [:]
        public var quotaValue: Int64 = 0
        public var futureQuotaValue: Int64?

        public init() {}
    }
}

public struct PreconditionFailure: ProtoMessage {
    public var violations: [PreconditionFailure.Violation] = []

    public init() {}

    public struct Violation: ProtoMessage {
        public var type: String = ""
        public var subject: String = ""
        public var description: String = ""

        public init() {}
    }
}

public struct BadRequest: ProtoMessage {
    public var fieldViolations: [BadRequest.FieldViolation] = []

    public init() {}

    public struct FieldViolation: ProtoMessage {
        public var field: String = ""
        public var description: String = ""
        public var reason: String = ""
        public var localizedMessage: LocalizedMessage?

        public init() {}
    }
}

public struct RequestInfo: ProtoMessage {
    public var requestId: String = ""
    public var servingData: String = ""

    public init() {}
}

public struct ResourceInfo: ProtoMessage {
    public var resourceType: String = ""
    public var resourceName: String = ""
    public var owner: String = ""
    public var description: String = ""

    public init() {}
}

public struct Help: ProtoMessage {
    public var links: [Help.Link] = []

    public init() {}

    public struct Link: ProtoMessage {
        public var description: String = ""
        public var url: String = ""

        public init() {}
    }
}

public struct LocalizedMessage: ProtoMessage {
    public var locale: String = ""
    public var message: String = ""

    public init() {}
}
