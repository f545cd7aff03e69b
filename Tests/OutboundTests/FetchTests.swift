// Files from strangers, through real sockets: as they come, hop by hop under the rules, and never longer than is waited for.

import Synchronization
import TestKit
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(2))) struct FetchTests {
    /// What is handed over.
    private final class Taken: Sendable {
        private let state = Mutex<(heads: [OutboundHead], bytes: [UInt8])>(([], []))

        var heads: [OutboundHead] { state.withLock { $0.heads } }
        var bytes: [UInt8] { state.withLock { $0.bytes } }
        func take(_ head: OutboundHead) { state.withLock { $0.heads.append(head) } }
        func take(_ part: [UInt8]) { state.withLock { $0.bytes += part } }
    }

    private struct Enough: Error {}

    /// Stands for the public: of this machine's addresses it alone may be spoken to.
    private static let open = "127.0.0.2"

    private let taken = Taken()

    private func client(_ names: [String: [[String]]] = [:]) throws -> (client: OutboundClient, names: NameTable) {
        var rules = AddressRules()
        rules.admitted = [try #require(TargetAddress(Self.open))]
        let table = NameTable(names)
        return (OutboundClient(rules: rules, resolver: table), table)
    }

    private func fetch(
        _ url: String, _ client: OutboundClient, _ limits: OutboundFetchLimits = OutboundFetchLimits(),
        most: Int = .max
    ) async throws {
        try await client.fetch(
            try TargetURL(url), limits: limits, head: { [taken] in taken.take($0) },
            part: { [taken] part in
                taken.take(part)
                if taken.bytes.count > most { throw Enough() }
            })
    }

    private func fault(
        _ url: String, _ client: OutboundClient, _ limits: OutboundFetchLimits = OutboundFetchLimits()
    ) async throws -> OutboundFault? {
        do {
            try await fetch(url, client, limits)
            return nil
        } catch let fault as OutboundFault {
            return fault
        }
    }

    private func isRedirect(_ fault: OutboundFault?) -> Bool {
        if case .redirect? = fault { true } else { false }
    }

    // MARK: Bytes

    @Test func aFileComesAsItIs() async throws {
        let receiver = try await Receiver(host: Self.open)
        let bytes = (0..<900_000).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        receiver.reply { _ in .status(200, headers: [("content-type", "image/png")], body: bytes) }
        let (client, _) = try client(["files.example": [[Self.open]]])
        try await fetch("http://files.example:\(receiver.port)/a?b=c", client)
        #expect(taken.bytes == bytes && taken.heads.count == 1)
        #expect(taken.heads.first?.status == 200 && taken.heads.first?.header("content-length") == "900000")
        #expect(receiver.posts.map(\.method) == ["GET"] && receiver.posts.first?.target == "/a?b=c")
        await client.close()
    }

    @Test func whatIsNoRedirectIsHandedOverWhateverItsStatus() async throws {
        let receiver = try await Receiver(host: Self.open)
        let (client, _) = try client()
        for status in [404, 500, 304, 300] {
            receiver.reply { _ in .status(status, headers: [("location", "http://10.0.0.1/")]) }
            try await fetch("http://\(Self.open):\(receiver.port)/", client)
        }
        #expect(taken.heads.map(\.status) == [404, 500, 304, 300])
        await client.close()
    }

    @Test func aBodyWithoutEndIsLetGoWhenItsTakerHasEnough() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .flood(200) }
        let (client, _) = try client()
        await #expect(throws: Enough.self) {
            try await fetch("http://\(Self.open):\(receiver.port)/", client, most: 300_000)
        }
        #expect(taken.bytes.count < 1_000_000)
        await client.close()
    }

    @Test func aBodyThatEndsInTheMiddleIsBroken() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .cut(100_000) }
        let (client, _) = try client()
        #expect(try await fault("http://\(Self.open):\(receiver.port)/", client) == .broken)
        await client.close()
    }

    @Test func aBodyThatDripsIsGivenUpWhenTheTimeIsOver() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .drip(200) }
        let (client, _) = try client()
        var limits = OutboundFetchLimits()
        limits.total = .seconds(2)
        #expect(try await fault("http://\(Self.open):\(receiver.port)/", client, limits) == .timeout)
        #expect(taken.heads.count == 1 && taken.bytes.count < 1_000)
        await client.close()
    }

    @Test func whoSaysNothingIsGivenUpBeforeTheTimeIsOver() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .silence }
        let (client, _) = try client()
        var limits = OutboundFetchLimits()
        limits.total = .seconds(3_600)
        limits.silence = .seconds(1)
        #expect(try await fault("http://\(Self.open):\(receiver.port)/", client, limits) == .timeout)
        await client.close()
    }

    // MARK: Redirects

    @Test func redirectsAreFollowedOneByOne() async throws {
        let receiver = try await Receiver(host: Self.open)
        let other = "http://two.example:\(receiver.port)/x/y?z=1#part"
        receiver.reply { request in
            switch request.target {
            case "/a/b": .status(301, headers: [("location", "c?d=e")])
            case "/a/c?d=e": .status(302, headers: [("location", "../f/./g")])
            case "/f/g": .status(303, headers: [("location", "/h")])
            case "/h": .status(307, headers: [("location", "?i")])
            case "/h?i": .status(308, headers: [("location", other)])
            default: .status(200, body: Array("here".utf8))
            }
        }
        let (client, names) = try client(["one.example": [[Self.open]], "two.example": [[Self.open]]])
        try await fetch("http://one.example:\(receiver.port)/a/b", client)
        #expect(taken.bytes == Array("here".utf8) && taken.heads.map(\.status) == [200])
        #expect(receiver.posts.map(\.target) == ["/a/b", "/a/c?d=e", "/f/g", "/h", "/h?i", "/x/y?z=1"])
        #expect(names.lookups == Array(repeating: "one.example", count: 5) + ["two.example"])
        await client.close()
    }

    @Test func redirectsWithoutEndAreNotFollowedWithoutEnd() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .status(302, headers: [("location", "/again")]) }
        let (client, _) = try client()
        #expect(isRedirect(try await fault("http://\(Self.open):\(receiver.port)/", client)))
        #expect(receiver.posts.count == 6 && taken.heads.isEmpty)
        await client.close()
    }

    /// PORT stands for one on which somebody listens on the loopback address.
    @Test(arguments: [
        "http://127.0.0.1:PORT/", "http://[::ffff:127.0.0.1]:PORT/", "http://[::ffff:7f00:1]:PORT/",
        "http://[64:ff9b::7f00:1]:PORT/", "http://169.254.169.254/latest/meta-data/", "http://[::1]:PORT/",
        "//127.0.0.1:PORT/", "http://inside.example:PORT/", "http://half.example:PORT/", "http://mapped.example:PORT/",
    ])
    func whereARedirectLeadsIsCheckedAsAnyURL(place: String) async throws {
        let inside = try await Receiver()
        let receiver = try await Receiver(host: Self.open)
        let target = place.replacing("PORT", with: String(inside.port))
        receiver.reply { _ in .status(302, headers: [("location", target)]) }
        let (client, _) = try client([
            "inside.example": [["127.0.0.1"]], "half.example": [[Self.open, "10.0.0.1"]],
            "mapped.example": [["::ffff:127.0.0.1"]],
        ])
        guard case .refused? = try await fault("http://\(Self.open):\(receiver.port)/", client) else {
            Issue.record("\(target) was spoken to")
            return
        }
        #expect(inside.connections == 0 && taken.heads.isEmpty)
        await client.close()
    }

    @Test(arguments: [
        "http://user:secret@files.example/", "http://2130706433/", "http://0177.0.0.1/", "http://0x7f.0.0.1/",
        "http://127.1/", "file:///etc/passwd", "gopher://files.example/", "javascript:alert(1)", "http://",
        "/\\files.example/", "http:/files.example/", "http://files.example:0/", "///", "http://fi les.example/",
    ])
    func whereARedirectLeadsIsReadStrictly(place: String) async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .status(302, headers: [("location", place)]) }
        let (client, names) = try client(["files.example": [[Self.open]]])
        #expect(isRedirect(try await fault("http://\(Self.open):\(receiver.port)/", client)), "\(place)")
        #expect(receiver.posts.count == 1 && names.lookups.isEmpty)
        await client.close()
    }

    @Test func aRedirectWithoutAPlaceOrWithTwoIsNotFollowed() async throws {
        let receiver = try await Receiver(host: Self.open)
        let (client, _) = try client()
        for headers in [[], [("location", "/a"), ("location", "/b")]] as [[(String, String)]] {
            receiver.reply { _ in .status(302, headers: headers) }
            #expect(isRedirect(try await fault("http://\(Self.open):\(receiver.port)/", client)))
        }
        #expect(receiver.posts.count == 2)
        await client.close()
    }

    /// Good when it is looked up first, and this machine's inside at the next hop.
    @Test func aNameThatChangesItsMeaningBetweenHopsIsCheckedAgain() async throws {
        let receiver = try await Receiver(host: Self.open)
        receiver.reply { _ in .status(302, headers: [("location", "/again")]) }
        let (client, names) = try client(["files.example": [[Self.open], ["127.0.0.1"]]])
        let outcome = try await fault("http://files.example:\(receiver.port)/", client)
        #expect(outcome == .refused("loopback"))
        #expect(receiver.posts.count == 1 && names.lookups.count == 2)
        await client.close()
    }

    /// The address that was looked up is the one that is connected to; nobody asks again.
    @Test func aNameThatChangesItsMeaningWhileItIsFetchedIsLookedUpOnce() async throws {
        let inside = try await Receiver()
        let receiver = try await Receiver(host: Self.open, port: inside.port)
        receiver.reply { _ in .status(200, body: [1]) }
        let (client, names) = try client(["localhost": [[Self.open], ["127.0.0.1"]]])
        try await fetch("http://localhost:\(inside.port)/", client)
        #expect(inside.connections == 0 && receiver.posts.count == 1 && names.lookups.count == 1)
        await client.close()
    }

    @Test(arguments: [
        ("https://a.example/b/c", "http://a.example/d", "http://a.example/d"),
        ("https://a.example/b/c", "d", "https://a.example/b/d"),
        ("https://a.example/b/c?x=/y/z", "d", "https://a.example/b/d"),
        ("https://a.example/b/", "..", "https://a.example/"),
        ("https://a.example/b/c/d", "../../../../e", "https://a.example/e"),
        ("https://a.example", "e/f", "https://a.example/e/f"),
        ("https://a.example:8443/b", "//c.example", "https://c.example/"),
        ("https://a.example/b/c", "./", "https://a.example/b/"),
        ("https://a.example/b?c", "#d", "https://a.example/b?c"),
        ("https://a.example/b/c", "?d=/../e", "https://a.example/b/c?d=/../e"),
        ("https://[2001:4860::1]:8443/b", "/c", "https://[2001:4860::1]:8443/c"),
    ])
    func aPlaceIsReadFromWhereOneIs(url: String, place: String, target: String) throws {
        #expect(try TargetURL(url).following(place).text == target)
    }
}
