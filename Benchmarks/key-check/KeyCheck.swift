// What it costs to find out who calls: keys that were used before, keys that have to be read from a million, and access
// tokens, each through AuthenticationInterceptor as a call has it. Makes its own database, in a directory that it removes.

internal import ArgumentParser
internal import Contract
internal import Foundation
internal import Glibc
internal import RPC
internal import Services
internal import Store

@main struct KeyCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key-check", abstract: "Measures authentication by API key and by access token.")

    @Option(help: "How many keys there are.")
    var keys = 1_000_000

    @Option(help: "How many checks of each kind are measured.")
    var checks = 200_000

    private static let peer = Peer(transport: .tcp, address: "192.0.2.1:40000", listener: "tcp")

    func run() async throws {
        let directory = FileManager.default.temporaryDirectory.appendingPathComponent("key-check-\(getpid())").path
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: directory) }
        let clock = SystemClock()
        let store = try Store.open(directory: directory, now: clock.now()) { _ in }
        defer { store.close() }
        guard let signing = SigningKeys(parsing: SigningKeys.fresh()) else { throw ExitCode.failure }
        let tokens = AccessTokens(keys: signing)
        let credentials = LiveCredentials(store: store)
        let interceptor = AuthenticationInterceptor(
            credentials: credentials, tokens: tokens, uses: KeyUses(), clock: clock, operatorUIDs: [], bridgeUIDs: [])

        let (secrets, users) = try await fill(store, clock)
        print("\(keys) keys; each figure: microseconds a check, wall and CPU")
        let few = (0..<1_000).map { "ApiKey \(secrets[$0 * max(1, secrets.count / 1_000)])" }
        for key in few { try await check(key, interceptor) }
        // What a call costs that the others have in common with it, and is not theirs.
        try measure("no credentials") { _ in try begin(nil, interceptor) }
        try measure("key, cached") { try begin(few[$0 % few.count], interceptor) }
        // Each once, in the order of the shuffle: none of them is in memory.
        let cold = secrets.prefix(checks).map { "ApiKey \($0)" }
        try await measure("key, read", times: cold.count) { try await check(cold[$0], interceptor) }
        let access = try await signIns(store, clock, tokens, users)
        for token in access { try await check(token, interceptor) }
        try measure("token, cached") { try begin(access[$0 % access.count], interceptor) }
    }

    /// Makes users and keys; gives secrets of keys in no order.
    private func fill(_ store: Store, _ clock: SystemClock) async throws -> (secrets: [String], users: [Int64]) {
        let now = clock.now()
        let users = try await store.write { db in
            try (0..<1_000).map {
                try db.users.insert(UserRecord(username: "u\($0)", usernameKey: "u\($0)", createdAt: now))
            }
        }
        var kept: [String] = []
        let every = max(1, keys / max(1_000, checks))
        for begin in stride(from: 0, to: keys, by: 5_000) {
            let portion = (begin..<min(keys, begin + 5_000)).map { _ in APIKeyText.make() }
            try await store.write { db in
                for (index, secret) in portion.enumerated() {
                    guard let presented = PresentedKey(secret) else { continue }
                    _ = try db.keys.insert(
                        KeyRecord(
                            userID: users[index % users.count], name: "bench", prefix: presented.prefix.text,
                            hash: presented.digest.bytes, scopes: ["messages:send"], createdAt: now))
                }
            }
            for (index, secret) in portion.enumerated() where (begin + index) % every == 0 { kept.append(secret) }
        }
        return (kept.shuffled(), users)
    }

    private func signIns(
        _ store: Store, _ clock: SystemClock, _ tokens: AccessTokens, _ users: [Int64]
    ) async throws -> [String] {
        let now = clock.now()
        let families = users.map { _ in RefreshTokens.newFamily() }
        try await store.write { db in
            for (user, family) in zip(users, families) {
                _ = try db.signIns.insert(
                    SignInRecord(
                        family: family, userID: user, expiresAt: now + RefreshTokens.lifetime, address: "",
                        createdAt: now))
            }
        }
        return zip(users, families).map { "Bearer " + tokens.make(.init(userID: $0, family: $1), at: now) }
    }

    private func context(_ authorization: String?) -> CallContext {
        var metadata = Metadata()
        if let authorization { metadata.append(authorization, for: "authorization") }
        return CallContext(method: MessagesMethods.sendText, metadata: metadata, peer: Self.peer)
    }

    /// As the chain of interceptors does it with those who may be known at once.
    private func begin(_ authorization: String?, _ interceptor: AuthenticationInterceptor) throws {
        guard try interceptor.begin(context(authorization)) else { throw ExitCode.failure }
    }

    /// As it does it with those who are not.
    private func check(_ authorization: String, _ interceptor: AuthenticationInterceptor) async throws {
        let context = context(authorization)
        guard try !interceptor.begin(context) else { return }
        try await interceptor.intercept(context) {}
    }

    private func measure(_ name: String, _ body: (Int) throws -> Void) throws {
        let (wall, cpu) = (ContinuousClock.now, Self.cpu())
        for index in 0..<checks { try body(index) }
        tell(name, checks, since: wall, cpu)
    }

    private func measure(_ name: String, times: Int, _ body: (Int) async throws -> Void) async throws {
        let (wall, cpu) = (ContinuousClock.now, Self.cpu())
        for index in 0..<times { try await body(index) }
        tell(name, times, since: wall, cpu)
    }

    private func tell(_ name: String, _ count: Int, since wall: ContinuousClock.Instant, _ cpu: Double) {
        let took = ContinuousClock.now - wall
        let microseconds = Double(took.components.seconds) * 1e6 + Double(took.components.attoseconds) / 1e12
        print(
            name.padding(toLength: 24, withPad: " ", startingAt: 0),
            String(format: "%8.2f %8.2f", microseconds / Double(count), (Self.cpu() - cpu) / Double(count)))
    }

    /// Of all threads, in microseconds.
    private static func cpu() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
}
