// The orderly way out (docs/PROTOCOL.md 7): nothing new is begun, what was begun is finished in full, and no answer is cut
// off by a close that came too early. Every step has its time, so that the whole has one.

internal import NIOCore
internal import Synchronization

extension Server {
    /// Shuts the server down in order. Does nothing the second time.
    ///
    /// 1. Listeners close. New requests on live connections are answered UNAVAILABLE (SHUTTING_DOWN) and not run.
    /// 2. `CallContext.drain` is set; streams without a deadline that still run after 2 s are ended and cancelled.
    /// 3. All other calls are finished, for up to `timeout`; then they are ended and cancelled too.
    /// 4. What is still on its way is refused in words too. Then connections are shut down for writing, read to their end
    ///    for up to 2 s (`Limits.linger`), and closed.
    public func drain(timeout: Duration = .seconds(30)) async {
        for listener in listeners.withLock({ $0 }) { listener.stop() }
        guard !core.drain.isSet else { return }
        core.drain.set()
        await onEveryLoop { loop in
            for handshake in loop.handshakes.values { handshake.cut("the server is shutting down") }
            for connection in loop.connections.values { connection.beginDrain() }
        }
        core.refusesAll.set()
        core.checkIdle()
        let end = Deadline.after(timeout)
        if await !core.allEnded.wait(until: min(end, .after(.seconds(2)))) {
            await onEveryConnection { $0.cutLongStreams() }
            core.inProcess.cut { $0.isLongStream }
            // Two loops whose last calls end together may each have seen the other's still there.
            core.checkIdle()
            if await !core.allEnded.wait(until: end) {
                await onEveryConnection { $0.cutAll() }
                core.inProcess.cut { _ in true }
            }
        }
        if core.openConnections > 0 { await hearOut(until: min(end, .after(configuration.limits.linger))) }
        core.shutsAll.set()
        await onEveryConnection { $0.finish() }
        if core.openConnections > 0 {
            // A peer that reads slowly gets all of its answers, for as long as there is time.
            let lingering = Deadline.after(configuration.limits.linger + .milliseconds(500))
            _ = await core.allClosed.wait(until: max(end, lingering))
        }
    }

    /// What was sent before its sender could know is refused in words, and not by a door that shuts: connections are
    /// listened to for a little, and for as long as there is something on them that was not read.
    private func hearOut(until end: Deadline) async {
        let grace = Deadline.after(configuration.limits.drainGrace)
        while !end.hasPassed {
            try? await Task.sleep(for: .milliseconds(20))
            let unread = core.loops.map { loop in
                loop.loop.submit { loop.connections.values.contains { $0.hasUnreadInput } }
            }
            var isQuiet = true
            for each in unread where (try? await each.get()) == true { isQuiet = false }
            if isQuiet, grace.hasPassed { return }
        }
    }

    private func onEveryConnection(_ work: @escaping @Sendable (ServerConnection) -> Void) async {
        await onEveryLoop { loop in
            for connection in loop.connections.values { work(connection) }
        }
    }

    /// All are told before any is waited for: one that is busy keeps none of the others from hearing.
    private func onEveryLoop(_ work: @escaping @Sendable (LoopContext) -> Void) async {
        let told = core.loops.map { loop in loop.loop.submit { work(loop) } }
        for each in told { try? await each.get() }
    }
}
