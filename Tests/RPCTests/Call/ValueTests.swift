// The small values of a call: metadata, deadlines, ids, endpoints, waiting times.

import Codec
import NIOCore
import Testing

@testable import RPC

@Suite
struct MetadataTests {
    @Test
    func keysAreComparedWithoutCaseAndKeepTheirValuesInOrder() {
        var metadata: Metadata = ["Trace-ID": "a1", "other": "x"]
        metadata.append("B2", for: "trace-id")
        #expect(metadata["TRACE-id"] == "a1")
        #expect(metadata.values(for: "Trace-Id") == ["a1", "B2"])
        #expect(metadata.map(\.key) == ["trace-id", "other", "trace-id"])
        metadata["TRACE-ID"] = "c"
        #expect(metadata.values(for: "trace-id") == ["c"])
        metadata["trace-id"] = nil
        #expect(metadata.count == 1)
    }

    @Test
    func replacingIsKeyByKey() {
        var metadata: Metadata = ["a": "1", "b": "2"]
        metadata.replace(with: ["B": "3", "c": "4"])
        #expect(metadata == ["a": "1", "b": "3", "c": "4"])
    }

    @Test
    func valuesAreNotPrinted() {
        #expect(!"\(["authorization": "ApiKey secret"] as Metadata)".contains("secret"))
    }

    @Test
    func bytesOfKeysAndValuesCount() {
        #expect((["ab": "cde", "f": "ü"] as Metadata).byteCount == 8)
    }
}

@Suite
struct DeadlineTests {
    private let now = NIODeadline.uptimeNanoseconds(1_000_000_000)

    @Test
    func timeoutsAreFromNow() {
        #expect(Deadline.after(.milliseconds(5), from: now).remainingNanoseconds(at: now) == 5_000_000)
        #expect(Deadline.after(.milliseconds(-5), from: now).hasPassed(at: now))
        #expect(Deadline.after(.zero, from: now).hasPassed(at: now))
        #expect(!Deadline.never.hasPassed(at: now))
        #expect(Deadline.never.remaining == nil)
    }

    @Test
    func extremeTimeoutsDoNotOverflow() {
        #expect(!Deadline.adding(.max, to: now).hasPassed(at: now))
        #expect(Deadline.adding(.min, to: now).hasPassed(at: now))
        #expect(Deadline.after(.seconds(Int64.max), from: now) > .after(.seconds(1), from: now))
        #expect(Duration.seconds(Int64.min).clampedNanoseconds == .min)
    }

    @Test(arguments: [
        (Int64(0), CallKind.unary, Int64?(30_000_000_000)), (0, .bidirectional, nil), (0, .serverStreaming, nil),
        (5, .unary, 5), (5, .bidirectional, 5), (Int64.max, .unary, 3_600_000_000_000), (-1, .unary, -1),
    ])
    func theServerTakesTimeoutsAsItsConfigurationSays(_ timeout: Int64, _ kind: CallKind, _ expected: Int64?) {
        let deadline = CallTimeouts(Server.Configuration()).deadline(timeoutNanoseconds: timeout, kind: kind, now: now)
        #expect(deadline.remainingNanoseconds(at: now) == expected)
    }
}

@Suite
struct RequestIDTests {
    private func context(_ id: String?) -> CallContext {
        let metadata: Metadata = id.map { ["x-request-id": $0] } ?? [:]
        return CallContext(
            method: Method(service: "s", name: "m", kind: .unary), metadata: metadata, peer: Peer(transport: .inProcess)
        )
    }

    @Test
    func aCallersOwnIsTakenOver() {
        #expect(context("abc 123!").requestID == "abc 123!")
        #expect(context(String(repeating: "x", count: 128)).requestID.count == 128)
    }

    @Test(arguments: ["", "with\nnewline", "ünicode", "\u{7F}", String(repeating: "x", count: 129), "tab\t"])
    func whatCannotStandInALogLineIsReplaced(_ id: String) {
        let made = context(id).requestID
        #expect(made != id && made.count == 16)
    }

    @Test
    func aMadeOneStaysTheSameAndDiffersFromOthers() {
        let one = context(nil)
        #expect(one.requestID == one.requestID)
        #expect(one.requestID != context(nil).requestID)
    }

    @Test
    func typedStorageKeepsWhatInterceptorsPutIn() {
        enum NumberKey: CallContextKey { typealias Value = Int }
        enum TextKey: CallContextKey { typealias Value = String }
        let call = context(nil)
        #expect(call[NumberKey.self] == nil)
        call[NumberKey.self] = 5
        call[TextKey.self] = "x"
        #expect(call[NumberKey.self] == 5 && call[TextKey.self] == "x")
        call[NumberKey.self] = nil
        #expect(call[NumberKey.self] == nil)
    }
}

@Suite
struct EndpointTests {
    @Test(arguments: [
        ("unix:/run/x.sock", Endpoint.unix(path: "/run/x.sock")),
        ("unix:./data/rpcd.sock", .unix(path: "./data/rpcd.sock")),
        ("tcp:127.0.0.1:8080", .tcp(host: "127.0.0.1", port: 8080)), ("tcp:[::1]:0", .tcp(host: "::1", port: 0)),
        ("tcp:example.org:65535", .tcp(host: "example.org", port: 65535)),
    ])
    func readsAndWrites(_ text: String, _ endpoint: Endpoint) throws {
        #expect(try Endpoint(parsing: text) == endpoint)
        #expect(endpoint.description == text)
    }

    @Test(arguments: [
        "", "unix:", "unix:" + String(repeating: "x", count: 108), "tcp:", "tcp:host", "tcp:host:", "tcp:host:65536",
        "tcp:host:-1", "tcp::80", "tcp:::1:80", "http:host:80", "host:80", "tcp:host:8 0", "unix:a\u{0}b",
    ])
    func refusesWhatIsNone(_ text: String) {
        #expect(throws: Endpoint.ParsingError.self) { try Endpoint(parsing: text) }
    }
}

@Suite
struct BackoffTests {
    @Test
    func waitsGrowToTheirBoundAndBeginAnew() {
        var random = SplitMix(seed: 1)
        var backoff = Backoff(base: .milliseconds(100), maximum: .seconds(1))
        for ceiling in [100, 200, 400, 800, 1000, 1000, 1000] {
            let wait = backoff.next(using: &random)
            #expect(wait <= .milliseconds(ceiling) && wait >= .milliseconds(ceiling) / 2)
        }
        for _ in 0..<100 { #expect(backoff.next(using: &random) <= .seconds(1)) }
        backoff.reset()
        #expect(backoff.next(using: &random) <= .milliseconds(100))
    }
}

@Suite
struct MethodTableTests {
    private func lookup(_ service: String, _ method: String, in table: MethodTable) -> String {
        Array(service.utf8).withUnsafeBytes { s in
            Array(method.utf8).withUnsafeBytes { m in
                switch table.lookup(service: s, method: m) {
                case .route(let route): route.method.path
                case .unknownService: "unknown service"
                case .unknownMethod: "unknown method"
                }
            }
        }
    }

    @Test
    func findsEveryMethodAndNothingElse() {
        let routes = (0..<300).map { index in
            Route(method: Method(service: "s\(index % 7).Service", name: "Method\(index)", kind: .unary)) { _ in Empty()
            }
        }
        let table = MethodTable(routes)
        for route in routes { #expect(lookup(route.method.service, route.method.name, in: table) == route.method.path) }
        #expect(lookup("s1.Service", "Method0", in: table) == "unknown method")
        #expect(lookup("s1.Service", "", in: table) == "unknown method")
        #expect(lookup("", "", in: table) == "unknown service")
        #expect(lookup("s1.ServiceM", "ethod1", in: table) == "unknown service")
        #expect(lookup("s9.Service", "Method1", in: table) == "unknown service")
        #expect(lookup("a", "b", in: MethodTable([])) == "unknown service")
    }
}
