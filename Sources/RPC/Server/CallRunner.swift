// The task that handlers run in. One task serves all calls of a read for as long as none of their handlers waits: a task of
// its own for every call would cost more than the call. The first handler that waits keeps the task, and the connection
// goes on reading with the next one. Lives on the loop of its connection.

/// Confined to its loop: `@unchecked` because the compiler cannot see that.
final class CallRunner: @unchecked Sendable {
    private let connection: ServerConnection
    private let chain: InterceptorChain
    @exclusivity(unchecked) private var call: ServerCall?
    /// True while the connection is below on this stack, waiting for the calls that it has read.
    @exclusivity(unchecked) private var isDirect = true

    private init(_ first: ServerCall) {
        call = first
        connection = first.connection
        chain = connection.core.router.chain
    }

    /// Runs `first` and the calls that its connection reads after it. Returns when a handler waits, or no call is left.
    static func run(_ first: ServerCall) {
        let runner = CallRunner(first)
        let task = Task.immediate(executorPreference: runner.connection.loop.executor) { await runner.run() }
        runner.isDirect = false
        runner.call?.waits(in: task)
    }

    private func run() async {
        while let call {
            do {
                let response = try await chain.run(call, call.route)
                call.returned(response)
            } catch {
                call.failed(error)
            }
            // A task that a handler has cancelled is of no use to the next.
            guard isDirect, !Task.isCancelled else { break }
            self.call = connection.nextCall()
        }
        call = nil
    }
}
