// Generated from switchboard/v1/templates.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Template {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__template__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Template.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
        self.description = Unpacked.string(c.pointee.description)
        self.text = Unpacked.string(c.pointee.text)
        self.variables = Unpacked.strings(c.pointee.n_variables, c.pointee.variables)
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.updatedAt = Unpacked.message(c.pointee.updated_at)
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Template.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
        c.pointee.description = arena.bytes(self.description)
        c.pointee.text = arena.bytes(self.text)
        (c.pointee.n_variables, c.pointee.variables) = arena.strings(self.variables)
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.updated_at = arena.message(self.updatedAt)
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension CreateTemplateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__create_template_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateTemplateRequest.self)
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
        self.text = Unpacked.string(c.pointee.text)
        self.description = Unpacked.string(c.pointee.description)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__CreateTemplateRequest.self)
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
        c.pointee.text = arena.bytes(self.text)
        c.pointee.description = arena.bytes(self.description)
    }
}

extension GetTemplateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_template_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetTemplateRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetTemplateRequest.self)
        c.pointee.id = self.id
    }
}

extension ListTemplatesRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_templates_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListTemplatesRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
        self.name = Unpacked.string(c.pointee.name)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListTemplatesRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
        c.pointee.name = arena.bytes(self.name)
    }
}

extension ListTemplatesResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_templates_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListTemplatesResponse.self)
        self.templates = Unpacked.messages(c.pointee.n_templates, c.pointee.templates)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListTemplatesResponse.self)
        (c.pointee.n_templates, c.pointee.templates) = arena.messages(self.templates)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension UpdateTemplateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__update_template_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateTemplateRequest.self)
        self.id = c.pointee.id
        self.template = Unpacked.message(c.pointee.template_)
        self.updateMask = Unpacked.message(c.pointee.update_mask)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UpdateTemplateRequest.self)
        c.pointee.id = self.id
        c.pointee.template_ = arena.message(self.template)
        c.pointee.update_mask = arena.message(self.updateMask)
    }
}

extension DeleteTemplateRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_template_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteTemplateRequest.self)
        self.id = c.pointee.id
        self.etag = Unpacked.string(c.pointee.etag)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteTemplateRequest.self)
        c.pointee.id = self.id
        c.pointee.etag = arena.bytes(self.etag)
    }
}

extension DeleteTemplateResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_template_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}
