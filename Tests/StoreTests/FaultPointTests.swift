// What names a fault point, as tests give it in the environment: nothing half-understood may end or stop a process.

#if DEBUG
import Glibc
import Store
import Testing

@Suite struct FaultPointTests {
    @Test func anOrderNamesThePointThePassingAndWhatHappensThere() throws {
        let killed = try #require(FaultPoint.Order("facts-read:3"))
        #expect(killed.point == .factsRead && killed.passing == 3 && killed.signal == SIGKILL)
        let stopped = try #require(FaultPoint.Order("dispatched:1:stop"))
        #expect(stopped.point == .dispatched && stopped.passing == 1 && stopped.signal == SIGSTOP)
    }

    @Test(arguments: [
        "", "accepted", "accepted:", "accepted:0", "accepted:x", "nowhere:1", "accepted:1:", "accepted:1:go",
        "accepted:1:stop:2",
    ])
    func whatIsNoOrderDoesNothing(_ text: String) {
        #expect(FaultPoint.Order(text) == nil)
    }
}
#endif
