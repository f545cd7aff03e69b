// Generated from google/rpc/error_details.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CProtobufC

extension ErrorInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__error_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        reason = Unpacked.string(c.pointee.reason)
        domain = Unpacked.string(c.pointee.domain)
        metadata = Unpacked.map(c.pointee.n_metadata, c.pointee.metadata) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ErrorInfo.self)
        c.pointee.reason = arena.bytes(reason)
        c.pointee.domain = arena.bytes(domain)
        (c.pointee.n_metadata, c.pointee.metadata) = arena.map(metadata, google__rpc__error_info__metadata_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
    }
}

extension RetryInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__retry_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        retryDelay = Unpacked.message(c.pointee.retry_delay)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RetryInfo.self)
        c.pointee.retry_delay = arena.message(retryDelay)
    }
}

extension DebugInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__debug_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
        stackEntries = Unpacked.strings(c.pointee.n_stack_entries, c.pointee.stack_entries)
        detail = Unpacked.string(c.pointee.detail)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__DebugInfo.self)
        (c.pointee.n_stack_entries, c.pointee.stack_entries) = arena.strings(stackEntries)
        c.pointee.detail = arena.bytes(detail)
    }
}

extension QuotaFailure {
    public static var schema: MessageSchema { MessageSchema(google__rpc__quota_failure__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
        violations = Unpacked.messages(c.pointee.n_violations, c.pointee.violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure.self)
        (c.pointee.n_violations, c.pointee.violations) = arena.messages(violations)
    }
}

extension QuotaFailure.Violation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__quota_failure__violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
        subject = Unpacked.string(c.pointee.subject)
        description = Unpacked.string(c.pointee.description)
        apiService = Unpacked.string(c.pointee.api_service)
        quotaMetric = Unpacked.string(c.pointee.quota_metric)
        quotaId = Unpacked.string(c.pointee.quota_id)
        quotaDimensions = Unpacked.map(c.pointee.n_quota_dimensions, c.pointee.quota_dimensions) { (Unpacked.string($0.pointee.key), Unpacked.string($0.pointee.value)) }
        quotaValue = c.pointee.quota_value
        if c.pointee._future_quota_value_case.rawValue == 8 {
            futureQuotaValue = c.pointee.future_quota_value
        }
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__QuotaFailure__Violation.self)
        c.pointee.subject = arena.bytes(subject)
        c.pointee.description = arena.bytes(description)
        c.pointee.api_service = arena.bytes(apiService)
        c.pointee.quota_metric = arena.bytes(quotaMetric)
        c.pointee.quota_id = arena.bytes(quotaId)
        (c.pointee.n_quota_dimensions, c.pointee.quota_dimensions) = arena.map(quotaDimensions, google__rpc__quota_failure__violation__quota_dimensions_entry__init) { entry, key, value in
            entry.pointee.key = arena.bytes(key)
            entry.pointee.value = arena.bytes(value)
        }
        c.pointee.quota_value = quotaValue
        if let futureQuotaValue {
            c.pointee._future_quota_value_case = .init(rawValue: 8)
            c.pointee.future_quota_value = futureQuotaValue
        }
    }
}

extension PreconditionFailure {
    public static var schema: MessageSchema { MessageSchema(google__rpc__precondition_failure__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
        violations = Unpacked.messages(c.pointee.n_violations, c.pointee.violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure.self)
        (c.pointee.n_violations, c.pointee.violations) = arena.messages(violations)
    }
}

extension PreconditionFailure.Violation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__precondition_failure__violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
        type = Unpacked.string(c.pointee.type)
        subject = Unpacked.string(c.pointee.subject)
        description = Unpacked.string(c.pointee.description)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__PreconditionFailure__Violation.self)
        c.pointee.type = arena.bytes(type)
        c.pointee.subject = arena.bytes(subject)
        c.pointee.description = arena.bytes(description)
    }
}

extension BadRequest {
    public static var schema: MessageSchema { MessageSchema(google__rpc__bad_request__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        fieldViolations = Unpacked.messages(c.pointee.n_field_violations, c.pointee.field_violations)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest.self)
        (c.pointee.n_field_violations, c.pointee.field_violations) = arena.messages(fieldViolations)
    }
}

extension BadRequest.FieldViolation {
    public static var schema: MessageSchema { MessageSchema(google__rpc__bad_request__field_violation__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
        field = Unpacked.string(c.pointee.field)
        description = Unpacked.string(c.pointee.description)
        reason = Unpacked.string(c.pointee.reason)
        localizedMessage = Unpacked.message(c.pointee.localized_message)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__BadRequest__FieldViolation.self)
        c.pointee.field = arena.bytes(field)
        c.pointee.description = arena.bytes(description)
        c.pointee.reason = arena.bytes(reason)
        c.pointee.localized_message = arena.message(localizedMessage)
    }
}

extension RequestInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__request_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
        requestId = Unpacked.string(c.pointee.request_id)
        servingData = Unpacked.string(c.pointee.serving_data)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__RequestInfo.self)
        c.pointee.request_id = arena.bytes(requestId)
        c.pointee.serving_data = arena.bytes(servingData)
    }
}

extension ResourceInfo {
    public static var schema: MessageSchema { MessageSchema(google__rpc__resource_info__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
        resourceType = Unpacked.string(c.pointee.resource_type)
        resourceName = Unpacked.string(c.pointee.resource_name)
        owner = Unpacked.string(c.pointee.owner)
        description = Unpacked.string(c.pointee.description)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__ResourceInfo.self)
        c.pointee.resource_type = arena.bytes(resourceType)
        c.pointee.resource_name = arena.bytes(resourceName)
        c.pointee.owner = arena.bytes(owner)
        c.pointee.description = arena.bytes(description)
    }
}

extension Help {
    public static var schema: MessageSchema { MessageSchema(google__rpc__help__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help.self)
        links = Unpacked.messages(c.pointee.n_links, c.pointee.links)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help.self)
        (c.pointee.n_links, c.pointee.links) = arena.messages(links)
    }
}

extension Help.Link {
    public static var schema: MessageSchema { MessageSchema(google__rpc__help__link__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
        description = Unpacked.string(c.pointee.description)
        url = Unpacked.string(c.pointee.url)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__Help__Link.self)
        c.pointee.description = arena.bytes(description)
        c.pointee.url = arena.bytes(url)
    }
}

extension LocalizedMessage {
    public static var schema: MessageSchema { MessageSchema(google__rpc__localized_message__schema()) }

    public init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
        locale = Unpacked.string(c.pointee.locale)
        message = Unpacked.string(c.pointee.message)
    }

    public func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Google__Rpc__LocalizedMessage.self)
        c.pointee.locale = arena.bytes(locale)
        c.pointee.message = arena.bytes(message)
    }
}
