// SIGTERM under 500 calls a second on every transport, with slow calls and streams: every call that was begun is answered,
// and what was refused left nothing behind. The driver stands in Tests/Interop/drain; `make drain` runs it longer.
import Foundation
import Testing

@Suite(.serialized) struct DrainTests {
    @Test func everyCallThatWasBegunIsAnsweredAndWhatWasRefusedDidNotRun() async throws {
        let sandbox = try Sandbox()
        let script = Sandbox.repository.appendingPathComponent("Tests/Interop/drain/drain.js").path
        let outcome = try await run(
            "/usr/bin/env", ["node", script, "--rpcd", Sandbox.product("rpcd"), "--rounds", "3", "--seconds", "0.5"],
            in: sandbox, within: 180)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }
}
