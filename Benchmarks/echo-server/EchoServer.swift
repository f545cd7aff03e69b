// The peer for the RPC benchmarks: bench.Echo/Echo, and bench.Stream/Items (Items.swift), through what every call of rpcd
// goes through but the business: router, interceptors (access by the contract's table, a count and a time per call),
// deadline, codec both ways.

internal import ArgumentParser
internal import BenchContract
internal import Codec
internal import Dispatch
internal import Glibc
internal import NIOPosix
internal import RPC

struct Echo: EchoServiceProtocol {
    func echo(_ request: EchoRequest, context: CallContext) async throws -> EchoReply {
        .with {
            $0.text = request.text
            $0.payload = request.payload
        }
    }
}

@main struct EchoServer: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "echo-server", abstract: "Serves bench.Echo/Echo, to be measured.")

    @Option(
        help: ArgumentHelp("Where to listen.", valueName: "unix:PATH|tcp:HOST:PORT"),
        transform: { text in try Endpoint(parsing: text) })
    var listen: Endpoint

    @Option(help: "Event loops; a peer that shares two cores with its load needs one.")
    var loops = 1

    func run() async throws {
        let calls = CallMeter()
        var router = Router(interceptors: [calls, PublicAccess()])
        router.register(Echo())
        router.register(Items())
        let server = Server(router: router, group: MultiThreadedEventLoopGroup(numberOfThreads: max(1, loops)))
        for address in try await server.bind([ListenerConfiguration(listen)]) { print("listening \(address.endpoint)") }
        fflush(nil)
        await terminated()
        await server.drain(timeout: .seconds(2))
        print("\(calls.count) calls, \(calls.failures) failed, mean \(calls.meanNanoseconds) ns in the handler")
    }

    /// Returns at the first SIGTERM or SIGINT.
    private func terminated() async {
        var sources: [any DispatchSourceSignal] = []
        let signals = AsyncStream<Int32> { continuation in
            for number in [SIGTERM, SIGINT] {
                signal(number, SIG_IGN)
                let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
                source.setEventHandler { continuation.yield(number) }
                source.activate()
                sources.append(source)
            }
        }
        for await _ in signals { break }
        for source in sources { source.cancel() }
    }
}
