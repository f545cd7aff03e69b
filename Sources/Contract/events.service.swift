// Generated from switchboard/v1/events.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.EventsService.
package enum EventsMethods {
    package static let watch = Method(service: "switchboard.v1.EventsService", name: "Watch", kind: .serverStreaming)
    package static let all = [watch]
}

/// Everything that happens, in the order in which it was committed.
package protocol EventsServiceProtocol: Sendable {
    /// Streams events: from a cursor, first what has happened since, then what happens. The first item is a heartbeat that
    /// carries the cursor where the watch begins: from there on nothing of what the caller may see is skipped. Over HTTP
    /// these are server-sent events, and `Last-Event-ID` is the cursor.
    func watch(_ request: WatchEventsRequest, responses: ResponseWriter<Event>, context: CallContext) async throws
}

extension Router {
    /// Registers every method of switchboard.v1.EventsService.
    package mutating func register(_ service: some EventsServiceProtocol) {
        serverStreaming(EventsMethods.watch) { (request: WatchEventsRequest, responses: ResponseWriter<Event>, context: CallContext) async throws -> Void in
            try await service.watch(request, responses: responses, context: context)
        }
    }
}

/// Calls switchboard.v1.EventsService.
package struct EventsClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Streams events: from a cursor, first what has happened since, then what happens. The first item is a heartbeat that
    /// carries the cursor where the watch begins: from there on nothing of what the caller may see is skipped. Over HTTP
    /// these are server-sent events, and `Last-Event-ID` is the cursor.
    package func watch(_ request: WatchEventsRequest, options: CallOptions = .init()) async throws -> ResponseStream<Event> {
        try await client.serverStreaming(EventsMethods.watch, request, options: options)
    }
}
