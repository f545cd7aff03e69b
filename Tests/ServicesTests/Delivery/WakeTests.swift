import Testing

@testable import Services

@Suite struct WakeTests {
    @Test(.timeLimit(.minutes(1))) func aNoteBeforeTheWaitIsKeptAndManyAreOne() async {
        let wake = Wake()
        wake.notify()
        wake.notify()
        await wake.wait()
        let waiting = Task { await wake.wait() }
        try? await Task.sleep(for: .milliseconds(20))
        wake.notify()
        await waiting.value
    }

    @Test(.timeLimit(.minutes(1))) func aCancelledWaitReturns() async {
        let wake = Wake()
        let latch = Latch()
        let waiting = Task { await wake.wait() }
        let barred = Task { await latch.wait() }
        waiting.cancel()
        barred.cancel()
        await waiting.value
        await barred.value
        #expect(!latch.isOpen)
    }

    @Test(.timeLimit(.minutes(1))) func anOpenLatchLetsEverybodyPass() async {
        let latch = Latch()
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 { group.addTask { await latch.wait() } }
            group.addTask { latch.open() }
        }
        await latch.wait()
        #expect(latch.isOpen)
    }
}
