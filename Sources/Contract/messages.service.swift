// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.MessagesService.
package enum MessagesMethods {
    package static let sendText = Method(service: "switchboard.v1.MessagesService", name: "SendText", kind: .unary)
    package static let sendMedia = Method(service: "switchboard.v1.MessagesService", name: "SendMedia", kind: .unary)
    package static let sendLocation = Method(service: "switchboard.v1.MessagesService", name: "SendLocation", kind: .unary)
    package static let sendContact = Method(service: "switchboard.v1.MessagesService", name: "SendContact", kind: .unary)
    package static let sendPoll = Method(service: "switchboard.v1.MessagesService", name: "SendPoll", kind: .unary)
    package static let sendReaction = Method(service: "switchboard.v1.MessagesService", name: "SendReaction", kind: .unary)
    package static let editMessage = Method(service: "switchboard.v1.MessagesService", name: "EditMessage", kind: .unary)
    package static let deleteMessage = Method(service: "switchboard.v1.MessagesService", name: "DeleteMessage", kind: .unary)
    package static let markRead = Method(service: "switchboard.v1.MessagesService", name: "MarkRead", kind: .unary)
    package static let setPresence = Method(service: "switchboard.v1.MessagesService", name: "SetPresence", kind: .unary)
    package static let getMessage = Method(service: "switchboard.v1.MessagesService", name: "GetMessage", kind: .unary)
    package static let listMessages = Method(service: "switchboard.v1.MessagesService", name: "ListMessages", kind: .unary)
    package static let cancelMessage = Method(service: "switchboard.v1.MessagesService", name: "CancelMessage", kind: .unary)
    package static let retryMessage = Method(service: "switchboard.v1.MessagesService", name: "RetryMessage", kind: .unary)
    package static let resolveMessage = Method(service: "switchboard.v1.MessagesService", name: "ResolveMessage", kind: .unary)
    package static let watchMessages = Method(service: "switchboard.v1.MessagesService", name: "WatchMessages", kind: .serverStreaming)
    package static let uploadMedia = Method(service: "switchboard.v1.MessagesService", name: "UploadMedia", kind: .bidirectional)
    package static let downloadMedia = Method(service: "switchboard.v1.MessagesService", name: "DownloadMedia", kind: .serverStreaming)
    package static let fetchMedia = Method(service: "switchboard.v1.MessagesService", name: "FetchMedia", kind: .unary)
    package static let getMedia = Method(service: "switchboard.v1.MessagesService", name: "GetMedia", kind: .unary)
    package static let listMedia = Method(service: "switchboard.v1.MessagesService", name: "ListMedia", kind: .unary)
    package static let deleteMedia = Method(service: "switchboard.v1.MessagesService", name: "DeleteMedia", kind: .unary)
    package static let sendBulk = Method(service: "switchboard.v1.MessagesService", name: "SendBulk", kind: .bidirectional)
    package static let createTemplate = Method(service: "switchboard.v1.MessagesService", name: "CreateTemplate", kind: .unary)
    package static let getTemplate = Method(service: "switchboard.v1.MessagesService", name: "GetTemplate", kind: .unary)
    package static let listTemplates = Method(service: "switchboard.v1.MessagesService", name: "ListTemplates", kind: .unary)
    package static let updateTemplate = Method(service: "switchboard.v1.MessagesService", name: "UpdateTemplate", kind: .unary)
    package static let deleteTemplate = Method(service: "switchboard.v1.MessagesService", name: "DeleteTemplate", kind: .unary)
    package static let all = [sendText, sendMedia, sendLocation, sendContact, sendPoll, sendReaction, editMessage, deleteMessage, markRead, setPresence, getMessage, listMessages, cancelMessage, retryMessage, resolveMessage, watchMessages, uploadMedia, downloadMedia, fetchMedia, getMedia, listMedia, deleteMedia, sendBulk, createTemplate, getTemplate, listTemplates, updateTemplate, deleteTemplate]
}

/// Messages: accepted durably, sent once in effect, always explained.
package protocol MessagesServiceProtocol: Sendable {
    /// Accepts a text to be sent. When this answers, the message is on disk and will not be lost; the answer says where it
    /// stands, which is not "sent" yet.
    func sendText(_ request: SendTextRequest, context: CallContext) async throws -> Message

    /// Accepts a file that was uploaded, or that a URL names, with a caption. What is said of SendText holds; the file stays as
    /// long as the message waits to be sent. MEDIA_UNSUPPORTED or MEDIA_TOO_LARGE where it cannot be sent as what it is to be
    /// sent as, MEDIA_FETCH_FAILED where the URL does not give it.
    func sendMedia(_ request: SendMediaRequest, context: CallContext) async throws -> Message

    /// Accepts a place. As for every kind of message: what is said of SendText holds, ENGINE_UNSUPPORTED where the
    /// session's engine cannot send it, VALIDATION_ERROR where WhatsApp takes no such message there.
    func sendLocation(_ request: SendLocationRequest, context: CallContext) async throws -> Message

    /// Accepts one or several contact cards, as one message.
    func sendContact(_ request: SendContactRequest, context: CallContext) async throws -> Message

    /// Accepts a question with 2 to 12 options.
    func sendPoll(_ request: SendPollRequest, context: CallContext) async throws -> Message

    /// Accepts a reaction to a message, or takes the one that was given back. The answer is the reaction, a message of its
    /// own; when it has gone out, the other message's `reactions` show it.
    func sendReaction(_ request: SendReactionRequest, context: CallContext) async throws -> Message

    /// Replaces a text that was sent from here, within 15 minutes of that. The answer is the edit, a message of its own;
    /// when it has gone out, the text has its new content and `edited_at`.
    func editMessage(_ request: EditMessageRequest, context: CallContext) async throws -> Message

    /// Deletes a message that was sent from here, for everyone, within 60 hours of that. The answer is the deletion, a
    /// message of its own; when it has gone out, the other message has `deleted_at`. Nothing is deleted here.
    func deleteMessage(_ request: DeleteMessageRequest, context: CallContext) async throws -> Message

    /// Tells the sender of a message that came in that it was read. No send: the engine does it now, or not at all
    /// (SESSION_NOT_CONNECTED). Engines that know chats only mark all that came in there.
    func markRead(_ request: MarkReadRequest, context: CallContext) async throws -> Message

    /// Shows whoever has the chat open that something is being typed or recorded, or no more. No send, as MarkRead.
    func setPresence(_ request: SetPresenceRequest, context: CallContext) async throws -> SetPresenceResponse

    /// Gets one message with its timeline.
    func getMessage(_ request: GetMessageRequest, context: CallContext) async throws -> Message

    /// Lists messages, newest first.
    func listMessages(_ request: ListMessagesRequest, context: CallContext) async throws -> ListMessagesResponse

    /// Takes a message back that has not been handed to a bridge yet, or waits for another attempt, else
    /// MESSAGE_NOT_CANCELLABLE. Cancelling what is cancelled already is a success. Where an earlier attempt may have gone out it
    /// ends as `failed`, OUTCOME_UNKNOWN.
    func cancelMessage(_ request: CancelMessageRequest, context: CallContext) async throws -> Message

    /// Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the
    /// queue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message
    /// is on its way or has gone out.
    func retryMessage(_ request: RetryMessageRequest, context: CallContext) async throws -> Message

    /// Settles by what a person found out a message of status `unknown`, or one that `failed` with OUTCOME_UNKNOWN, which is how
    /// `unknown` ends when nobody has settled it in time; CONFLICT for any other. A person may say otherwise later.
    func resolveMessage(_ request: ResolveMessageRequest, context: CallContext) async throws -> Message

    /// Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
    /// stream ends, without an error, when it can change no more or was kept for as long as messages are. NOT_FOUND where it
    /// is not there at the beginning, or is not the caller's any more.
    func watchMessages(_ request: WatchMessagesRequest, responses: ResponseWriter<MessageUpdate>, context: CallContext) async throws

    /// Takes a file in: first what it is, then its bytes in chunks, no more of them than the answers give credit for. The
    /// last answer is the file, on disk. An upload that is broken off can be gone on with for a while, from the offset that
    /// the first answer to its `upload_id` names.
    func uploadMedia(_ requests: RequestStream<UploadMediaRequest>, responses: ResponseWriter<UploadMediaResponse>, context: CallContext) async throws

    /// Gives a file's bytes, in parts, from any offset on.
    func downloadMedia(_ request: DownloadMediaRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext) async throws

    /// Gets the file of a message that came in, unless it is here already: a session's bridge fetches it from WhatsApp now, or
    /// not at all (SESSION_NOT_CONNECTED). Kept as a file of the session's owner, in whose quota it counts; the message has its
    /// `media_id` from then on, and an event tells. Fetched anew where it has expired here since. However many ask at once,
    /// it is fetched once, and that goes on where the caller does not wait: a later call finds it. MEDIA_EXPIRED where
    /// WhatsApp has it no more, MEDIA_FETCH_FAILED where it may be tried again.
    func fetchMedia(_ request: FetchMediaRequest, context: CallContext) async throws -> Media

    /// Tells of a file, without its bytes.
    func getMedia(_ request: GetMediaRequest, context: CallContext) async throws -> Media

    /// Lists files, newest first.
    func listMedia(_ request: ListMediaRequest, context: CallContext) async throws -> ListMediaResponse

    /// Deletes a file. CONFLICT while a message waits to be sent with it.
    func deleteMedia(_ request: DeleteMediaRequest, context: CallContext) async throws -> DeleteMediaResponse

    /// Accepts many texts over one stream, in order. The first answer gives credit; each item is a SendText with an
    /// idempotency key of its own and gets one answer: what was accepted, or why it was refused, which ends nothing. What is
    /// said of SendText holds for each, but that one beyond a limit on messages per minute waits for its turn, and those
    /// behind it with it. However the stream ends, what was answered is on disk; sent again with the same keys over another
    /// stream, what was accepted before is answered as it was and is not sent twice. An `idempotency-key` in the metadata is
    /// an error: it would be every item's.
    func sendBulk(_ requests: RequestStream<SendBulkRequest>, responses: ResponseWriter<SendBulkResponse>, context: CallContext) async throws

    /// Keeps a text with variables, for SendText and SendBulk. ALREADY_EXISTS where its owner has one of that name, as after
    /// a repeat, with the template's `id` in the error's metadata.
    func createTemplate(_ request: CreateTemplateRequest, context: CallContext) async throws -> Template

    /// One template.
    func getTemplate(_ request: GetTemplateRequest, context: CallContext) async throws -> Template

    /// Lists templates, newest first: one's own, or all of them for an admin.
    func listTemplates(_ request: ListTemplatesRequest, context: CallContext) async throws -> ListTemplatesResponse

    /// Changes the fields that `update_mask` names: `name`, `description`, `text`; `*` is all of them. With `template.etag`,
    /// only if the template is still what it was (ETAG_MISMATCH). What was accepted before stays as it was.
    func updateTemplate(_ request: UpdateTemplateRequest, context: CallContext) async throws -> Template

    /// Deletes a template. Messages that were made from it stay as they are.
    func deleteTemplate(_ request: DeleteTemplateRequest, context: CallContext) async throws -> DeleteTemplateResponse
}

extension Router {
    /// Registers every method of switchboard.v1.MessagesService.
    package mutating func register(_ service: some MessagesServiceProtocol) {
        unary(MessagesMethods.sendText) { (request: SendTextRequest, context: CallContext) async throws -> Message in
            try await service.sendText(request, context: context)
        }
        unary(MessagesMethods.sendMedia) { (request: SendMediaRequest, context: CallContext) async throws -> Message in
            try await service.sendMedia(request, context: context)
        }
        unary(MessagesMethods.sendLocation) { (request: SendLocationRequest, context: CallContext) async throws -> Message in
            try await service.sendLocation(request, context: context)
        }
        unary(MessagesMethods.sendContact) { (request: SendContactRequest, context: CallContext) async throws -> Message in
            try await service.sendContact(request, context: context)
        }
        unary(MessagesMethods.sendPoll) { (request: SendPollRequest, context: CallContext) async throws -> Message in
            try await service.sendPoll(request, context: context)
        }
        unary(MessagesMethods.sendReaction) { (request: SendReactionRequest, context: CallContext) async throws -> Message in
            try await service.sendReaction(request, context: context)
        }
        unary(MessagesMethods.editMessage) { (request: EditMessageRequest, context: CallContext) async throws -> Message in
            try await service.editMessage(request, context: context)
        }
        unary(MessagesMethods.deleteMessage) { (request: DeleteMessageRequest, context: CallContext) async throws -> Message in
            try await service.deleteMessage(request, context: context)
        }
        unary(MessagesMethods.markRead) { (request: MarkReadRequest, context: CallContext) async throws -> Message in
            try await service.markRead(request, context: context)
        }
        unary(MessagesMethods.setPresence) { (request: SetPresenceRequest, context: CallContext) async throws -> SetPresenceResponse in
            try await service.setPresence(request, context: context)
        }
        unary(MessagesMethods.getMessage) { (request: GetMessageRequest, context: CallContext) async throws -> Message in
            try await service.getMessage(request, context: context)
        }
        unary(MessagesMethods.listMessages) { (request: ListMessagesRequest, context: CallContext) async throws -> ListMessagesResponse in
            try await service.listMessages(request, context: context)
        }
        unary(MessagesMethods.cancelMessage) { (request: CancelMessageRequest, context: CallContext) async throws -> Message in
            try await service.cancelMessage(request, context: context)
        }
        unary(MessagesMethods.retryMessage) { (request: RetryMessageRequest, context: CallContext) async throws -> Message in
            try await service.retryMessage(request, context: context)
        }
        unary(MessagesMethods.resolveMessage) { (request: ResolveMessageRequest, context: CallContext) async throws -> Message in
            try await service.resolveMessage(request, context: context)
        }
        serverStreaming(MessagesMethods.watchMessages) { (request: WatchMessagesRequest, responses: ResponseWriter<MessageUpdate>, context: CallContext) async throws -> Void in
            try await service.watchMessages(request, responses: responses, context: context)
        }
        bidirectional(MessagesMethods.uploadMedia) { (requests: RequestStream<UploadMediaRequest>, responses: ResponseWriter<UploadMediaResponse>, context: CallContext) async throws -> Void in
            try await service.uploadMedia(requests, responses: responses, context: context)
        }
        serverStreaming(MessagesMethods.downloadMedia) { (request: DownloadMediaRequest, responses: ResponseWriter<DownloadMediaResponse>, context: CallContext) async throws -> Void in
            try await service.downloadMedia(request, responses: responses, context: context)
        }
        unary(MessagesMethods.fetchMedia) { (request: FetchMediaRequest, context: CallContext) async throws -> Media in
            try await service.fetchMedia(request, context: context)
        }
        unary(MessagesMethods.getMedia) { (request: GetMediaRequest, context: CallContext) async throws -> Media in
            try await service.getMedia(request, context: context)
        }
        unary(MessagesMethods.listMedia) { (request: ListMediaRequest, context: CallContext) async throws -> ListMediaResponse in
            try await service.listMedia(request, context: context)
        }
        unary(MessagesMethods.deleteMedia) { (request: DeleteMediaRequest, context: CallContext) async throws -> DeleteMediaResponse in
            try await service.deleteMedia(request, context: context)
        }
        bidirectional(MessagesMethods.sendBulk) { (requests: RequestStream<SendBulkRequest>, responses: ResponseWriter<SendBulkResponse>, context: CallContext) async throws -> Void in
            try await service.sendBulk(requests, responses: responses, context: context)
        }
        unary(MessagesMethods.createTemplate) { (request: CreateTemplateRequest, context: CallContext) async throws -> Template in
            try await service.createTemplate(request, context: context)
        }
        unary(MessagesMethods.getTemplate) { (request: GetTemplateRequest, context: CallContext) async throws -> Template in
            try await service.getTemplate(request, context: context)
        }
        unary(MessagesMethods.listTemplates) { (request: ListTemplatesRequest, context: CallContext) async throws -> ListTemplatesResponse in
            try await service.listTemplates(request, context: context)
        }
        unary(MessagesMethods.updateTemplate) { (request: UpdateTemplateRequest, context: CallContext) async throws -> Template in
            try await service.updateTemplate(request, context: context)
        }
        unary(MessagesMethods.deleteTemplate) { (request: DeleteTemplateRequest, context: CallContext) async throws -> DeleteTemplateResponse in
            try await service.deleteTemplate(request, context: context)
        }
    }
}

/// Calls switchboard.v1.MessagesService.
package struct MessagesClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Accepts a text to be sent. When this answers, the message is on disk and will not be lost; the answer says where it
    /// stands, which is not "sent" yet.
    package func sendText(_ request: SendTextRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendText, request, options: options)
    }

    /// Accepts a file that was uploaded, or that a URL names, with a caption. What is said of SendText holds; the file stays as
    /// long as the message waits to be sent. MEDIA_UNSUPPORTED or MEDIA_TOO_LARGE where it cannot be sent as what it is to be
    /// sent as, MEDIA_FETCH_FAILED where the URL does not give it.
    package func sendMedia(_ request: SendMediaRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendMedia, request, options: options)
    }

    /// Accepts a place. As for every kind of message: what is said of SendText holds, ENGINE_UNSUPPORTED where the
    /// session's engine cannot send it, VALIDATION_ERROR where WhatsApp takes no such message there.
    package func sendLocation(_ request: SendLocationRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendLocation, request, options: options)
    }

    /// Accepts one or several contact cards, as one message.
    package func sendContact(_ request: SendContactRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendContact, request, options: options)
    }

    /// Accepts a question with 2 to 12 options.
    package func sendPoll(_ request: SendPollRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendPoll, request, options: options)
    }

    /// Accepts a reaction to a message, or takes the one that was given back. The answer is the reaction, a message of its
    /// own; when it has gone out, the other message's `reactions` show it.
    package func sendReaction(_ request: SendReactionRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.sendReaction, request, options: options)
    }

    /// Replaces a text that was sent from here, within 15 minutes of that. The answer is the edit, a message of its own;
    /// when it has gone out, the text has its new content and `edited_at`.
    package func editMessage(_ request: EditMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.editMessage, request, options: options)
    }

    /// Deletes a message that was sent from here, for everyone, within 60 hours of that. The answer is the deletion, a
    /// message of its own; when it has gone out, the other message has `deleted_at`. Nothing is deleted here.
    package func deleteMessage(_ request: DeleteMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.deleteMessage, request, options: options)
    }

    /// Tells the sender of a message that came in that it was read. No send: the engine does it now, or not at all
    /// (SESSION_NOT_CONNECTED). Engines that know chats only mark all that came in there.
    package func markRead(_ request: MarkReadRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.markRead, request, options: options)
    }

    /// Shows whoever has the chat open that something is being typed or recorded, or no more. No send, as MarkRead.
    package func setPresence(_ request: SetPresenceRequest, options: CallOptions = .init()) async throws -> SetPresenceResponse {
        try await client.unary(MessagesMethods.setPresence, request, options: options)
    }

    /// Gets one message with its timeline.
    package func getMessage(_ request: GetMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.getMessage, request, options: options)
    }

    /// Lists messages, newest first.
    package func listMessages(_ request: ListMessagesRequest, options: CallOptions = .init()) async throws -> ListMessagesResponse {
        try await client.unary(MessagesMethods.listMessages, request, options: options)
    }

    /// Takes a message back that has not been handed to a bridge yet, or waits for another attempt, else
    /// MESSAGE_NOT_CANCELLABLE. Cancelling what is cancelled already is a success. Where an earlier attempt may have gone out it
    /// ends as `failed`, OUTCOME_UNKNOWN.
    package func cancelMessage(_ request: CancelMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.cancelMessage, request, options: options)
    }

    /// Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the
    /// queue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message
    /// is on its way or has gone out.
    package func retryMessage(_ request: RetryMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.retryMessage, request, options: options)
    }

    /// Settles by what a person found out a message of status `unknown`, or one that `failed` with OUTCOME_UNKNOWN, which is how
    /// `unknown` ends when nobody has settled it in time; CONFLICT for any other. A person may say otherwise later.
    package func resolveMessage(_ request: ResolveMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.resolveMessage, request, options: options)
    }

    /// Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
    /// stream ends, without an error, when it can change no more or was kept for as long as messages are. NOT_FOUND where it
    /// is not there at the beginning, or is not the caller's any more.
    package func watchMessages(_ request: WatchMessagesRequest, options: CallOptions = .init()) async throws -> ResponseStream<MessageUpdate> {
        try await client.serverStreaming(MessagesMethods.watchMessages, request, options: options)
    }

    /// Takes a file in: first what it is, then its bytes in chunks, no more of them than the answers give credit for. The
    /// last answer is the file, on disk. An upload that is broken off can be gone on with for a while, from the offset that
    /// the first answer to its `upload_id` names.
    package func uploadMedia(options: CallOptions = .init()) async throws -> BidirectionalCall<UploadMediaRequest, UploadMediaResponse> {
        try await client.bidirectional(MessagesMethods.uploadMedia, options: options)
    }

    /// Gives a file's bytes, in parts, from any offset on.
    package func downloadMedia(_ request: DownloadMediaRequest, options: CallOptions = .init()) async throws -> ResponseStream<DownloadMediaResponse> {
        try await client.serverStreaming(MessagesMethods.downloadMedia, request, options: options)
    }

    /// Gets the file of a message that came in, unless it is here already: a session's bridge fetches it from WhatsApp now, or
    /// not at all (SESSION_NOT_CONNECTED). Kept as a file of the session's owner, in whose quota it counts; the message has its
    /// `media_id` from then on, and an event tells. Fetched anew where it has expired here since. However many ask at once,
    /// it is fetched once, and that goes on where the caller does not wait: a later call finds it. MEDIA_EXPIRED where
    /// WhatsApp has it no more, MEDIA_FETCH_FAILED where it may be tried again.
    package func fetchMedia(_ request: FetchMediaRequest, options: CallOptions = .init()) async throws -> Media {
        try await client.unary(MessagesMethods.fetchMedia, request, options: options)
    }

    /// Tells of a file, without its bytes.
    package func getMedia(_ request: GetMediaRequest, options: CallOptions = .init()) async throws -> Media {
        try await client.unary(MessagesMethods.getMedia, request, options: options)
    }

    /// Lists files, newest first.
    package func listMedia(_ request: ListMediaRequest, options: CallOptions = .init()) async throws -> ListMediaResponse {
        try await client.unary(MessagesMethods.listMedia, request, options: options)
    }

    /// Deletes a file. CONFLICT while a message waits to be sent with it.
    package func deleteMedia(_ request: DeleteMediaRequest, options: CallOptions = .init()) async throws -> DeleteMediaResponse {
        try await client.unary(MessagesMethods.deleteMedia, request, options: options)
    }

    /// Accepts many texts over one stream, in order. The first answer gives credit; each item is a SendText with an
    /// idempotency key of its own and gets one answer: what was accepted, or why it was refused, which ends nothing. What is
    /// said of SendText holds for each, but that one beyond a limit on messages per minute waits for its turn, and those
    /// behind it with it. However the stream ends, what was answered is on disk; sent again with the same keys over another
    /// stream, what was accepted before is answered as it was and is not sent twice. An `idempotency-key` in the metadata is
    /// an error: it would be every item's.
    package func sendBulk(options: CallOptions = .init()) async throws -> BidirectionalCall<SendBulkRequest, SendBulkResponse> {
        try await client.bidirectional(MessagesMethods.sendBulk, options: options)
    }

    /// Keeps a text with variables, for SendText and SendBulk. ALREADY_EXISTS where its owner has one of that name, as after
    /// a repeat, with the template's `id` in the error's metadata.
    package func createTemplate(_ request: CreateTemplateRequest, options: CallOptions = .init()) async throws -> Template {
        try await client.unary(MessagesMethods.createTemplate, request, options: options)
    }

    /// One template.
    package func getTemplate(_ request: GetTemplateRequest, options: CallOptions = .init()) async throws -> Template {
        try await client.unary(MessagesMethods.getTemplate, request, options: options)
    }

    /// Lists templates, newest first: one's own, or all of them for an admin.
    package func listTemplates(_ request: ListTemplatesRequest, options: CallOptions = .init()) async throws -> ListTemplatesResponse {
        try await client.unary(MessagesMethods.listTemplates, request, options: options)
    }

    /// Changes the fields that `update_mask` names: `name`, `description`, `text`; `*` is all of them. With `template.etag`,
    /// only if the template is still what it was (ETAG_MISMATCH). What was accepted before stays as it was.
    package func updateTemplate(_ request: UpdateTemplateRequest, options: CallOptions = .init()) async throws -> Template {
        try await client.unary(MessagesMethods.updateTemplate, request, options: options)
    }

    /// Deletes a template. Messages that were made from it stay as they are.
    package func deleteTemplate(_ request: DeleteTemplateRequest, options: CallOptions = .init()) async throws -> DeleteTemplateResponse {
        try await client.unary(MessagesMethods.deleteTemplate, request, options: options)
    }
}
