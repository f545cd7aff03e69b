// Generated from google/rpc/error_details.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension ErrorInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__error_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        self.reason = Unpacked.string(c.pointee.reason)
        self.domain = Unpacked.string(c.pointee.domain)
        self.metadata = Unpacked.map(c.pointee.n_metadata, c.pointee.metadata) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        c.pointee.reason = arena.bytes(self.reason)
        c.pointee.domain = arena.bytes(self.domain)
        (c.pointee.n_metadata, c.pointee.metadata) = arena.map(self.metadata, google__rpc__error_info__metadata_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
    }
}

extension RetryInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__retry_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        self.retryDelay = Unpacked.message(c.pointee.retry_delay)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        c.pointee.retry_delay = arena.message(self.retryDelay)
    }
}

extension DebugInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__debug_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
        self.stackEntries = Unpacked.strings(c.pointee.n_stack_entries, c.pointee.stack_entries)
        self.detail = Unpacked.string(c.pointee.detail)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
        (c.pointee.n_stack_entries, c.pointee.stack_entries) = arena.strings(self.stackEntries)
        c.pointee.detail = arena.bytes(self.detail)
    }
}

extension QuotaFailure {
    public static var schema: MessageSchema { MessageSchema(google__rpc__quota_failure__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
        self.violations = Unpacked.messages(c.pointee.n_violations, c.pointee.violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
        (c.pointee.n_violations, c.pointee.violations) = arena.messages(self.violations)
    }
}

extension QuotaFailure.Violation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__quota_failure__violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
        self.subject = Unpacked.string(c.pointee.subject)
        self.description = Unpacked.string(c.pointee.description)
        self.apiService = Unpacked.string(c.pointee.api_service)
        self.quotaMetric = Unpacked.string(c.pointee.quota_metric)
        self.quotaId = Unpacked.string(c.pointee.quota_id)
        self.quotaDimensions = Unpacked.map(c.pointee.n_quota_dimensions, c.pointee.quota_dimensions) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
        self.quotaValue = c.pointee.quota_value
        if c.pointee._future_quota_value_case.rawValue == 8 {
            self.futureQuotaValue = c.pointee.future_quota_value
        }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
        c.pointee.subject = arena.bytes(self.subject)
        c.pointee.description = arena.bytes(self.description)
        c.pointee.api_service = arena.bytes(self.apiService)
        c.pointee.quota_metric = arena.bytes(self.quotaMetric)
        c.pointee.quota_id = arena.bytes(self.quotaId)
        (c.pointee.n_quota_dimensions, c.pointee.quota_dimensions) = arena.map(self.quotaDimensions, google__rpc__quota_failure__violation__quota_dimensions_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        c.pointee.quota_value = self.quotaValue
        if let value = self.futureQuotaValue {
            c.pointee._future_quota_value_case = .init(rawValue: 8)
            c.pointee.future_quota_value = value
        }
    }
}

extension PreconditionFailure {
    public static var schema: MessageSchema { MessageSchema(google__rpc__precondition_failure__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
        self.violations = Unpacked.messages(c.pointee.n_violations, c.pointee.violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
        (c.pointee.n_violations, c.pointee.violations) = arena.messages(self.violations)
    }
}

extension PreconditionFailure.Violation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__precondition_failure__violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
        self.type = Unpacked.string(c.pointee.type)
        self.subject = Unpacked.string(c.pointee.subject)
        self.description = Unpacked.string(c.pointee.description)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
        c.pointee.type = arena.bytes(self.type)
        c.pointee.subject = arena.bytes(self.subject)
        c.pointee.description = arena.bytes(self.description)
    }
}

extension BadRequest {
    public static var schema: MessageSchema { MessageSchema(google__rpc__bad_request__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        self.fieldViolations = Unpacked.messages(c.pointee.n_field_violations, c.pointee.field_violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        (c.pointee.n_field_violations, c.pointee.field_violations) = arena.messages(self.fieldViolations)
    }
}

extension BadRequest.FieldViolation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__bad_request__field_violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
        self.field = Unpacked.string(c.pointee.field)
        self.description = Unpacked.string(c.pointee.description)
        self.reason = Unpacked.string(c.pointee.reason)
        self.localizedMessage = Unpacked.message(c.pointee.localized_message)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
        c.pointee.field = arena.bytes(self.field)
        c.pointee.description = arena.bytes(self.description)
        c.pointee.reason = arena.bytes(self.reason)
        c.pointee.localized_message = arena.message(self.localizedMessage)
    }
}

extension RequestInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__request_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
        self.requestId = Unpacked.string(c.pointee.request_id)
        self.servingData = Unpacked.string(c.pointee.serving_data)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
        c.pointee.request_id = arena.bytes(self.requestId)
        c.pointee.serving_data = arena.bytes(self.servingData)
    }
}

extension ResourceInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__resource_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
        self.resourceType = Unpacked.string(c.pointee.resource_type)
        self.resourceName = Unpacked.string(c.pointee.resource_name)
        self.owner = Unpacked.string(c.pointee.owner)
        self.description = Unpacked.string(c.pointee.description)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
        c.pointee.resource_type = arena.bytes(self.resourceType)
        c.pointee.resource_name = arena.bytes(self.resourceName)
        c.pointee.owner = arena.bytes(self.owner)
        c.pointee.description = arena.bytes(self.description)
    }
}

extension Help {
    public static var schema: MessageSchema { MessageSchema(google__rpc__help__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help.self)
        self.links = Unpacked.messages(c.pointee.n_links, c.pointee.links)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help.self)
        (c.pointee.n_links, c.pointee.links) = arena.messages(self.links)
    }
}

extension Help.Link {
    public static var schema: MessageSchema { MessageSchema(google__rpc__help__link__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
        self.description = Unpacked.string(c.pointee.description)
        self.url = Unpacked.string(c.pointee.url)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
        c.pointee.description = arena.bytes(self.description)
        c.pointee.url = arena.bytes(self.url)
    }
}

extension LocalizedMessage {
    public static var schema: MessageSchema { MessageSchema(google__rpc__localized_message__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
        self.locale = Unpacked.string(c.pointee.locale)
        self.message = Unpacked.string(c.pointee.message)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
        c.pointee.locale = arena.bytes(self.locale)
        c.pointee.message = arena.bytes(self.message)
    }
}
