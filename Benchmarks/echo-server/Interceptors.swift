// What stands around each call of the echo server: the same kinds of work as in rpcd, without its store.

internal import BenchContract
internal import NIOCore
internal import RPC
internal import Synchronization

/// Counts calls and adds up their time, as metrics do.
final class CallMeter: SynchronousInterceptor {
    private let calls = Atomic<Int>(0)
    private let failed = Atomic<Int>(0)
    private let nanoseconds = Atomic<Int64>(0)

    var count: Int { calls.load(ordering: .relaxed) }
    var failures: Int { failed.load(ordering: .relaxed) }
    var meanNanoseconds: Int64 { nanoseconds.load(ordering: .relaxed) / Int64(max(1, count)) }

    func begin(_ context: CallContext) -> Bool { true }

    func ended(_ context: CallContext, _ error: (any Error)?) {
        calls.add(1, ordering: .relaxed)
        if error != nil { failed.add(1, ordering: .relaxed) }
        let time = (NIODeadline.now() - context.received).nanoseconds
        nanoseconds.add(time, ordering: .relaxed)
    }
}

/// Deny by default: only what the contract's table calls public.
struct PublicAccess: SynchronousInterceptor {
    private let open: Set<Method>

    init() {
        open = Set(
            DescriptorSet.methods.compactMap { path, entry in
                AccessTable.rules[path]?.access.contains(.public) == true ? entry.method : nil
            })
    }

    func begin(_ context: CallContext) throws -> Bool {
        guard open.contains(context.method) else {
            throw RPCError(.permissionDenied, reason: "PERMISSION_DENIED", message: "this method is not public")
        }
        return true
    }
}
