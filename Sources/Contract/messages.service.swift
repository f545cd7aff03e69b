// Generated from switchboard/v1/messages.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.MessagesService.
package enum MessagesMethods {
    package static let sendText = Method(service: "switchboard.v1.MessagesService", name: "SendText", kind: .unary)
    package static let getMessage = Method(service: "switchboard.v1.MessagesService", name: "GetMessage", kind: .unary)
    package static let listMessages = Method(service: "switchboard.v1.MessagesService", name: "ListMessages", kind: .unary)
    package static let watchMessages = Method(service: "switchboard.v1.MessagesService", name: "WatchMessages", kind: .serverStreaming)
    package static let all = [sendText, getMessage, listMessages, watchMessages]
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

    /// Streams messages as they are accepted and change. With `id`, one message: as it is now, then each change, and the
    /// stream ends when it can change no more.
    package func watchMessages(_ request: WatchMessagesRequest, options: CallOptions = .init()) async throws -> ResponseStream<MessageUpdate> {
        try await client.serverStreaming(MessagesMethods.watchMessages, request, options: options)
    }
}
