// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.MessagesService.
package enum MessagesMethods {
    package static let sendText = Method(service: "switchboard.v1.MessagesService", name: "SendText", kind: .unary)
    package static let getMessage = Method(service: "switchboard.v1.MessagesService", name: "GetMessage", kind: .unary)
    package static let listMessages = Method(service: "switchboard.v1.MessagesService", name: "ListMessages", kind: .unary)
    package static let cancelMessage = Method(service: "switchboard.v1.MessagesService", name: "CancelMessage", kind: .unary)
    package static let retryMessage = Method(service: "switchboard.v1.MessagesService", name: "RetryMessage", kind: .unary)
    package static let resolveMessage = Method(service: "switchboard.v1.MessagesService", name: "ResolveMessage", kind: .unary)
    package static let watchMessages = Method(service: "switchboard.v1.MessagesService", name: "WatchMessages", kind: .serverStreaming)
    package static let all = [sendText, getMessage, listMessages, cancelMessage, retryMessage, resolveMessage, watchMessages]
}

/// Messages: accepted durably, sent once in effect, always explained.
package protocol MessagesServiceProtocol: Sendable {
    /// Accepts a text to be sent. When this answers, the message is on disk and will not be lost; the answer says where it
    /// stands, which is not "sent" yet.
    func sendText(_ request: SendTextRequest, context: CallContext) async throws -> Message

    /// Gets one message with its timeline.
    func getMessage(_ request: GetMessageRequest, context: CallContext) async throws -> Message

    /// Lists messages, newest first.
    func listMessages(_ request: ListMessagesRequest, context: CallContext) async throws -> ListMessagesResponse

    /// Takes a message back that has not been handed to a bridge yet, else MESSAGE_NOT_CANCELLABLE. Cancelling what is
    /// cancelled already is a success.
    func cancelMessage(_ request: CancelMessageRequest, context: CallContext) async throws -> Message

    /// Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the
    /// queue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message
    /// is on its way or has gone out.
    func retryMessage(_ request: RetryMessageRequest, context: CallContext) async throws -> Message

    /// Settles a message of status `unknown` by what a person found out; CONFLICT for any other.
    func resolveMessage(_ request: ResolveMessageRequest, context: CallContext) async throws -> Message

    /// Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
    /// stream ends when it can change no more.
    func watchMessages(_ request: WatchMessagesRequest, responses: ResponseWriter<MessageUpdate>, context: CallContext) async throws
}

extension Router {
    /// Registers every method of switchboard.v1.MessagesService.
    package mutating func register(_ service: some MessagesServiceProtocol) {
        unary(MessagesMethods.sendText) { (request: SendTextRequest, context: CallContext) async throws -> Message in
            try await service.sendText(request, context: context)
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

    /// Gets one message with its timeline.
    package func getMessage(_ request: GetMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.getMessage, request, options: options)
    }

    /// Lists messages, newest first.
    package func listMessages(_ request: ListMessagesRequest, options: CallOptions = .init()) async throws -> ListMessagesResponse {
        try await client.unary(MessagesMethods.listMessages, request, options: options)
    }

    /// Takes a message back that has not been handed to a bridge yet, else MESSAGE_NOT_CANCELLABLE. Cancelling what is
    /// cancelled already is a success.
    package func cancelMessage(_ request: CancelMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.cancelMessage, request, options: options)
    }

    /// Tries a message again: one that waits for its next try goes at once; one that failed or expired goes back into the
    /// queue with a fresh set of attempts and 24 hours to live, under the same client_message_id. CONFLICT where the message
    /// is on its way or has gone out.
    package func retryMessage(_ request: RetryMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.retryMessage, request, options: options)
    }

    /// Settles a message of status `unknown` by what a person found out; CONFLICT for any other.
    package func resolveMessage(_ request: ResolveMessageRequest, options: CallOptions = .init()) async throws -> Message {
        try await client.unary(MessagesMethods.resolveMessage, request, options: options)
    }

    /// Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
    /// stream ends when it can change no more.
    package func watchMessages(_ request: WatchMessagesRequest, options: CallOptions = .init()) async throws -> ResponseStream<MessageUpdate> {
        try await client.serverStreaming(MessagesMethods.watchMessages, request, options: options)
    }
}
