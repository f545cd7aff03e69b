// Password hashes: the same bytes as Django's, and nothing else is taken for one.
import Glibc
import RPC
import Synchronization
import Testing

@testable import Services

@Suite struct PasswordHashTests {
    private let django = "pbkdf2_sha256$1000$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY="

    @Test func aHashMadeByDjangoIsUnderstood() throws {
        let hash = try #require(PasswordHash(parsing: django))
        #expect(hash.iterations == 1_000)
        #expect(hash.matches("secret"))
        #expect(!hash.matches("Secret"))
        #expect(!hash.matches(""))
        #expect(hash.text == django)
    }

    @Test func ourHashIsWhatDjangoWouldMake() {
        #expect(PasswordHash(of: "secret", salt: "abcdefghijklmnop", iterations: 1_000).text == django)
    }

    @Test func newHashesHaveTheirOwnSaltAndEnoughIterations() throws {
        let one = PasswordHash(of: "pa$$word ü")
        #expect(one.iterations == 1_000_000)
        #expect(one.salt.utf8.count == 22)
        #expect(one.salt != PasswordHash(of: "x", iterations: 1).salt)
        #expect(try #require(PasswordHash(parsing: one.text)).matches("pa$$word ü"))
    }

    @Test(arguments: [
        "", "!", "$$$", "pbkdf2_sha256", "pbkdf2_sha256$1000$salt", "md5$salt$5ebe2294ecd0e0f08eab7690d2a6ee69",
        "pbkdf2_sha1$1000$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$0$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$-1$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$+1$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$99999999999999999999$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$2000001$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$1000$$xqWi0Bgxi2nNQ4QS/VBXGMXBXvMSKGsvDVCC3paWhmY=",
        "pbkdf2_sha256$1000$abcdefghijklmnop$xqWi0Bgxi2nNQ4QS", "pbkdf2_sha256$1000$a$b$c$d",
    ])
    func whatIsNoHashOpensNothing(text: String) {
        #expect(PasswordHash(parsing: text) == nil)
    }

    @Test func whateverIsStoredTheWorkIsThatOfANewHash() {
        func done(_ stored: Int?) -> Int {
            let hash = stored.map { PasswordHash(of: "secret", iterations: $0) }
            return (stored ?? 0) + PasswordHasher.workLeft(after: hash, of: 100)
        }
        for stored in [nil, 1, 99, 100] { #expect(done(stored) == 100) }
        #expect(done(101) == 101)
    }

    /// Time is not looked at: it is the work that makes it.
    @Test func everybodyTakesTheWorkOfTheDearestThatIsStored() async throws {
        let hasher = PasswordHasher(iterations: 10)
        #expect(hasher.work == 10)
        hasher.isStored(iterations: 700)
        #expect(hasher.work == 700)
        hasher.isStored(iterations: 20)
        hasher.isStored(iterations: PasswordHash.mostIterations + 1)
        #expect(hasher.work == 700)
        // One that came in by another way is known from its first check on.
        let dear = PasswordHash(of: "secret", iterations: 900).text
        #expect(try await hasher.verify("secret", against: dear))
        #expect(hasher.work == 900)
        #expect(try await !hasher.verify("secret", against: dear.replacing("$900$", with: "$2000001$")))
        #expect(hasher.work == 900)
    }

    @Test func whoIsAdmittedIsToldTheVerdictAndWhoIsNotCostsNothing() async throws {
        let hasher = PasswordHasher(iterations: 10)
        let stored = try await hasher.hash("secret")
        let told = Mutex<[Bool]>([])
        for password in ["secret", "wrong"] {
            _ = try await hasher.verify(password, against: stored) {
                { verdict in told.withLock { $0.append(verdict) } }
            }
        }
        #expect(told.withLock { $0 } == [true, false])
        await #expect(throws: CancellationError.self) {
            _ = try await hasher.verify("secret", against: stored) { throw CancellationError() }
        }
    }

    @Test func verifyingAgainstNothingTakesTheSameWorkAndFails() async throws {
        let hasher = PasswordHasher(iterations: 10)
        let stored = try await hasher.hash("correct horse")
        #expect(try await hasher.verify("correct horse", against: stored))
        #expect(try await !hasher.verify("battery staple", against: stored))
        #expect(try await !hasher.verify("correct horse", against: nil))
        #expect(try await !hasher.verify("correct horse", against: "!unusable"))
    }
}

@Suite struct BoundedExecutorTests {
    /// Jobs that stay until they are let go.
    private final class Gate: Sendable {
        private struct State {
            var running = 0
            var most = 0
            var isOpen = false
        }
        private let state = Mutex(State())
        var running: Int { state.withLock { $0.running } }
        var most: Int { state.withLock { $0.most } }
        func open() { state.withLock { $0.isOpen = true } }

        func pass() {
            state.withLock {
                $0.running += 1
                $0.most = max($0.most, $0.running)
            }
            while state.withLock({ !$0.isOpen }) { threadSleep() }
            state.withLock { $0.running -= 1 }
        }
    }

    @Test func twoRunThirtyTwoWaitAndTheNextIsRefused() async throws {
        let executor = BoundedExecutor(name: "test", concurrent: 2, waiting: 32)
        let gate = Gate()
        try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<40 {
                group.addTask {
                    do {
                        try await executor.run { gate.pass() }
                        return "done"
                    } catch {
                        return (error as? RPCError)?.reason ?? "\(error)"
                    }
                }
            }
            // The six that find no place are told at once, while all the others still stand.
            for _ in 0..<6 {
                let refused = try await group.next()
                #expect(refused == "OVERLOADED")
            }
            #expect(gate.running == 2)
            gate.open()
            var rest: [String] = []
            for try await outcome in group { rest.append(outcome) }
            #expect(rest == [String](repeating: "done", count: 34))
        }
        #expect(gate.most == 2)
        // Nothing is left behind: there is room again.
        #expect(try await executor.run { 7 } == 7)
    }

    @Test func whoGoesWhileWaitingGivesTheirPlaceUp() async throws {
        let executor = BoundedExecutor(name: "test", concurrent: 1, waiting: 1)
        let gate = Gate()
        let running = Task { try await executor.run { gate.pass() } }
        while gate.running == 0 { await Task.yield() }
        let waiting = Task { try await executor.run {} }
        // Cancelled before or after it has taken its place: both must end the same way.
        await Task.yield()
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        let next = Task { try await executor.run { "next" } }
        gate.open()
        try await running.value
        #expect(try await next.value == "next")
    }

    @Test func anErrorOfTheJobIsTheAnswer() async throws {
        struct Broken: Error {}
        let executor = BoundedExecutor(name: "test", concurrent: 1, waiting: 0)
        await #expect(throws: Broken.self) { try await executor.run { throw Broken() } }
        #expect(try await executor.run { true })
    }
}

private func threadSleep() { usleep(500) }
