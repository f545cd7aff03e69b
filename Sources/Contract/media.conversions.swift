// Generated from switchboard/v1/media.proto by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec

extension Media {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__media__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Media.self)
        self.id = c.pointee.id
        self.userId = c.pointee.user_id
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.mimeType = Unpacked.string(c.pointee.mime_type)
        self.fileName = Unpacked.string(c.pointee.file_name)
        self.size = c.pointee.size
        self.sha256 = Unpacked.string(c.pointee.sha256)
        self.createdAt = Unpacked.message(c.pointee.created_at)
        self.expiresAt = Unpacked.message(c.pointee.expires_at)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__Media.self)
        c.pointee.id = self.id
        c.pointee.user_id = self.userId
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.mime_type = arena.bytes(self.mimeType)
        c.pointee.file_name = arena.bytes(self.fileName)
        c.pointee.size = self.size
        c.pointee.sha256 = arena.bytes(self.sha256)
        c.pointee.created_at = arena.message(self.createdAt)
        c.pointee.expires_at = arena.message(self.expiresAt)
    }
}

extension UploadMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__upload_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadMediaRequest.self)
        switch c.pointee.item_case.rawValue {
        case 1: self.item = .start(Unpacked.message(c.pointee.start) ?? UploadStart())
        case 2: self.item = .chunk(Unpacked.message(c.pointee.chunk) ?? UploadChunk())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadMediaRequest.self)
        switch self.item {
        case .start(let value):
            c.pointee.item_case = .init(rawValue: 1)
            c.pointee.start = arena.message(value)
        case .chunk(let value):
            c.pointee.item_case = .init(rawValue: 2)
            c.pointee.chunk = arena.message(value)
        case nil: break
        }
    }
}

extension UploadStart {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__upload_start__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadStart.self)
        self.size = c.pointee.size
        self.sha256 = Unpacked.string(c.pointee.sha256)
        self.fileName = Unpacked.string(c.pointee.file_name)
        self.kind = Unpacked.enumeration(c.pointee.kind)
        self.mimeType = Unpacked.string(c.pointee.mime_type)
        self.uploadId = Unpacked.string(c.pointee.upload_id)
        self.userId = c.pointee.user_id
        self.idempotencyKey = Unpacked.string(c.pointee.idempotency_key)
        self.atMost = c.pointee.at_most != 0
        self.inOneGo = c.pointee.in_one_go != 0
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadStart.self)
        c.pointee.size = self.size
        c.pointee.sha256 = arena.bytes(self.sha256)
        c.pointee.file_name = arena.bytes(self.fileName)
        c.pointee.kind = Packed.enumeration(self.kind)
        c.pointee.mime_type = arena.bytes(self.mimeType)
        c.pointee.upload_id = arena.bytes(self.uploadId)
        c.pointee.user_id = self.userId
        c.pointee.idempotency_key = arena.bytes(self.idempotencyKey)
        c.pointee.at_most = self.atMost ? 1 : 0
        c.pointee.in_one_go = self.inOneGo ? 1 : 0
    }
}

extension UploadChunk {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__upload_chunk__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadChunk.self)
        self.offset = c.pointee.offset
        self.data = Unpacked.bytes(c.pointee.data)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadChunk.self)
        c.pointee.offset = self.offset
        c.pointee.data = arena.bytes(self.data)
    }
}

extension UploadMediaResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__upload_media_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadMediaResponse.self)
        self.uploadId = Unpacked.string(c.pointee.upload_id)
        self.offset = c.pointee.offset
        self.credit = c.pointee.credit
        self.chunkBytes = c.pointee.chunk_bytes
        self.media = Unpacked.message(c.pointee.media)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__UploadMediaResponse.self)
        c.pointee.upload_id = arena.bytes(self.uploadId)
        c.pointee.offset = self.offset
        c.pointee.credit = self.credit
        c.pointee.chunk_bytes = self.chunkBytes
        c.pointee.media = arena.message(self.media)
    }
}

extension DownloadMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__download_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DownloadMediaRequest.self)
        self.id = c.pointee.id
        self.offset = c.pointee.offset
        self.length = c.pointee.length
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DownloadMediaRequest.self)
        c.pointee.id = self.id
        c.pointee.offset = self.offset
        c.pointee.length = self.length
    }
}

extension DownloadMediaResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__download_media_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DownloadMediaResponse.self)
        self.media = Unpacked.message(c.pointee.media)
        self.offset = c.pointee.offset
        self.data = Unpacked.bytes(c.pointee.data)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DownloadMediaResponse.self)
        c.pointee.media = arena.message(self.media)
        c.pointee.offset = self.offset
        c.pointee.data = arena.bytes(self.data)
    }
}

extension GetMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__get_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMediaRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__GetMediaRequest.self)
        c.pointee.id = self.id
    }
}

extension ListMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMediaRequest.self)
        self.pageSize = c.pointee.page_size
        self.pageToken = Unpacked.string(c.pointee.page_token)
        self.page = c.pointee.page
        self.userId = c.pointee.user_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMediaRequest.self)
        c.pointee.page_size = self.pageSize
        c.pointee.page_token = arena.bytes(self.pageToken)
        c.pointee.page = self.page
        c.pointee.user_id = self.userId
    }
}

extension ListMediaResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__list_media_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMediaResponse.self)
        self.media = Unpacked.messages(c.pointee.n_media, c.pointee.media)
        self.nextPageToken = Unpacked.string(c.pointee.next_page_token)
        self.totalSize = c.pointee.total_size
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__ListMediaResponse.self)
        (c.pointee.n_media, c.pointee.media) = arena.messages(self.media)
        c.pointee.next_page_token = arena.bytes(self.nextPageToken)
        c.pointee.total_size = self.totalSize
    }
}

extension DeleteMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteMediaRequest.self)
        self.id = c.pointee.id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__DeleteMediaRequest.self)
        c.pointee.id = self.id
    }
}

extension DeleteMediaResponse {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__delete_media_response__schema()) }

    package init(reading pointer: UnsafeRawPointer) {}

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {}
}

extension BridgeDownloadRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_download_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeDownloadRequest.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.mediaId = c.pointee.media_id
        self.offset = c.pointee.offset
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeDownloadRequest.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.media_id = self.mediaId
        c.pointee.offset = self.offset
    }
}

extension FetchMediaRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__fetch_media_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FetchMediaRequest.self)
        self.messageId = c.pointee.message_id
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__FetchMediaRequest.self)
        c.pointee.message_id = self.messageId
    }
}

extension BridgeUploadRequest {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_upload_request__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeUploadRequest.self)
        switch c.pointee.item_case.rawValue {
        case 1: self.item = .start(Unpacked.message(c.pointee.start) ?? BridgeUploadStart())
        case 2: self.item = .chunk(Unpacked.message(c.pointee.chunk) ?? UploadChunk())
        default: break
        }
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeUploadRequest.self)
        switch self.item {
        case .start(let value):
            c.pointee.item_case = .init(rawValue: 1)
            c.pointee.start = arena.message(value)
        case .chunk(let value):
            c.pointee.item_case = .init(rawValue: 2)
            c.pointee.chunk = arena.message(value)
        case nil: break
        }
    }
}

extension BridgeUploadStart {
    package static var schema: MessageSchema { MessageSchema(switchboard__v1__bridge_upload_start__schema()) }

    package init(reading pointer: UnsafeRawPointer) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeUploadStart.self)
        self.sessionId = c.pointee.session_id
        self.epoch = c.pointee.epoch
        self.commandId = c.pointee.command_id
        self.size = c.pointee.size
        self.sha256 = Unpacked.string(c.pointee.sha256)
        self.fileName = Unpacked.string(c.pointee.file_name)
        self.mimeType = Unpacked.string(c.pointee.mime_type)
    }

    package func fill(_ pointer: UnsafeMutableRawPointer, in arena: Arena) {
        let c = pointer.assumingMemoryBound(to: Switchboard__V1__BridgeUploadStart.self)
        c.pointee.session_id = self.sessionId
        c.pointee.epoch = self.epoch
        c.pointee.command_id = self.commandId
        c.pointee.size = self.size
        c.pointee.sha256 = arena.bytes(self.sha256)
        c.pointee.file_name = arena.bytes(self.fileName)
        c.pointee.mime_type = arena.bytes(self.mimeType)
    }
}
