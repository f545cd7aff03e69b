import Testing

@testable import Services

@Suite struct SessionNameTests {
    @Test(arguments: ["a", "default", "Sales-2", "x_y", "A" + String(repeating: "b", count: 63)])
    func namesAreTaken(name: String) {
        #expect(SessionResolver.isName(name))
    }

    @Test(arguments: ["", "1a", "-a", "_a", "a b", "a.b", "ä", "aé", "a\n", "A" + String(repeating: "b", count: 64)])
    func whatIsNoNameIsRefused(name: String) {
        #expect(!SessionResolver.isName(name))
    }

    @Test func aSessionIsNamedOrNumberedNotBoth() {
        #expect(throws: (any Error).self) { try SessionResolver.check(session: "a", sessionID: 1) }
        #expect(throws: (any Error).self) { try SessionResolver.check(session: "", sessionID: -1) }
        #expect(throws: Never.self) { try SessionResolver.check(session: "", sessionID: 0) }
    }
}
