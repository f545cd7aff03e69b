// What stands around each call of the echo server: the same kinds of work as in rpcd, without its store.

internal import BenchContract
internal import RPC
internal import Synchronization

/// Counts calls and adds up their time, as metrics do.
final class CallMeter: ServerInterceptor {
    private let calls = Atomic<Int>(0)
    private let failed = Atomic<Int>(0)
    private let nanoseconds = Atomic<Int64>(0)

    var count: Int { calls.load(ordering: .relaxed) }
    var failures: Int { failed.load(ordering: .relaxed) }
    var meanNanoseconds: Int64 { nanoseconds.load(ordering: .relaxed) / Int64(max(1, count)) }

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        let start = ContinuousClock.now
        defer {
            calls.add(1, ordering: .relaxed)
            let time = (ContinuousClock.now - start).components
            nanoseconds.add(time.seconds * 1_000_000_000 + time.attoseconds / 1_000_000_000, ordering: .relaxed)
        }
        do {
            try await next()
        } catch {
            failed.add(1, ordering: .relaxed)
            throw error
        }
    }
}

/// Deny by default: only what the contract's table calls public.
struct PublicAccess: ServerInterceptor {
    private let open: [String: Set<String>]

    init() {
        var open: [String: Set<String>] = [:]
        for (path, rule) in AccessTable.rules where rule.access.contains(.public) {
            let names = path.split(separator: "/").map(String.init)
            if names.count == 2 { open[names[0], default: []].insert(names[1]) }
        }
        self.open = open
    }

    func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
        guard open[context.method.service]?.contains(context.method.name) == true else {
            throw RPCError(.permissionDenied, reason: "PERMISSION_DENIED", message: "this method is not public")
        }
        try await next()
    }
}
