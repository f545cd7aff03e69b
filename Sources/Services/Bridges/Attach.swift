// BridgeService.Attach: the one long stream of a bridge. This file says who may attach and what comes first; what comes
// after is BridgeStream's.

package import Contract
package import RPC

extension BridgeService {
    package func attach(
        _ requests: RequestStream<BridgeFrame>, responses: ResponseWriter<ServerFrame>, context: CallContext
    ) async throws {
        guard let credential = try context.principal.bridgeIdentity else {
            throw RPCError.make(.permissionDenied, "Only a bridge may attach.")
        }
        let hello = try await hello(requests)
        let link = try await engine.attach(hello, credential: credential)
        do {
            try await BridgeStream(link: link, engine: engine, drain: context.drain).run(requests, responses)
            await leave(link)
        } catch {
            await leave(link)
            // Cancelled because of it, most likely.
            throw link.failure ?? error
        }
    }

    /// Has what the stream left behind written, whether or not this task was cancelled.
    private func leave(_ link: BridgeLink) async {
        await Task { [engine] in await engine.detach(link) }.value
    }

    /// The first frame, which has to come soon and be a Hello.
    private func hello(_ requests: RequestStream<BridgeFrame>) async throws -> Hello {
        let first = try await engine.clock.within(engine.configuration.hello, "No Hello came.") {
            var frames = requests.makeAsyncIterator()
            return try await frames.next()
        }
        guard case .hello(let hello) = first?.frame else {
            throw RPCError.validation("hello", "has to be the first frame")
        }
        return hello
    }
}
