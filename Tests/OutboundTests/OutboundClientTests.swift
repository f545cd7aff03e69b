// Requests to strangers, through real sockets: which address is spoken to, what is taken of an answer, and when it is given
// up.

import NIOSSL
import Synchronization
import TestCertificates
import TestKit
import Testing

@testable import Outbound

@Suite(.timeLimit(.minutes(2))) struct OutboundClientTests {
    /// Answers one after the other; the last one again and again.
    private final class Names: NameResolving {
        private let answers: Mutex<[[String]]>
        let asked = Mutex(0)

        init(_ answers: [String]...) { self.answers = Mutex(answers) }

        func addresses(of host: String, for party: Int64) async throws -> [TargetAddress] {
            asked.withLock { $0 += 1 }
            return answers.withLock { answers in
                let next = answers.count > 1 ? answers.removeFirst() : answers.first ?? []
                return next.compactMap { TargetAddress($0) }
            }
        }
    }

    private struct NeverAnswers: NameResolving {
        func addresses(of host: String, for party: Int64) async throws -> [TargetAddress] {
            try await Task.sleep(for: .seconds(60))
            return []
        }
    }

    private func client(
        _ names: any NameResolving = SystemResolver(), allowsPrivate: Bool = true,
        own: OwnListeners = OwnListeners(), trust: NIOSSLTrustRoots = .default
    ) -> OutboundClient {
        OutboundClient(rules: AddressRules(allowsPrivate: allowsPrivate), own: own, resolver: names, trust: trust)
    }

    private func post(_ url: String, _ client: OutboundClient, _ limits: OutboundLimits = OutboundLimits()) async throws
        -> OutboundAnswer
    {
        let request = OutboundRequest(
            "POST", try TargetURL(url), headers: [("x-own", "1")], body: Array("hello".utf8))
        return try await client.send(request, limits: limits)
    }

    private func fault(_ url: String, _ client: OutboundClient, _ limits: OutboundLimits = OutboundLimits())
        async throws
        -> OutboundFault?
    {
        do {
            _ = try await post(url, client, limits)
            return nil
        } catch let fault as OutboundFault {
            return fault
        }
    }

    private func short(_ total: Duration = .milliseconds(700)) -> OutboundLimits {
        var limits = OutboundLimits()
        limits.total = total
        return limits
    }

    // MARK: What is sent and taken

    @Test func aRequestArrivesAsItWasMade() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .status(201, headers: [("x-answer", "yes")], body: Array("fine".utf8)) }
        let names = Names(["127.0.0.1"])
        let client = client(names)
        let answer = try await post("http://hooks.example:\(receiver.port)/a/b?c=%20d", client)
        #expect(answer.status == 201 && answer.ending == .whole && answer.body == Array("fine".utf8))
        #expect(answer.header("x-answer") == "yes")
        let post = try #require(receiver.posts.first)
        #expect(post.method == "POST" && post.target == "/a/b?c=%20d" && post.text == "hello")
        #expect(post.header("host") == "hooks.example:\(receiver.port)" && post.header("x-own") == "1")
        _ = try await self.post("http://hooks.example:\(receiver.port)/", client)
        #expect(receiver.connections == 1)
        // Each time anew, whatever is kept open.
        #expect(names.asked.withLock { $0 } == 2)
        await client.close()
    }

    @Test func aRedirectIsAnAnswerAndIsNotFollowed() async throws {
        let inside = try await Receiver()
        let receiver = try await Receiver()
        let place = inside.url("/metadata")
        for status in [301, 302, 303, 307, 308] {
            receiver.reply { _ in .status(status, headers: [("location", place)]) }
            let client = client()
            #expect(try await post(receiver.url(), client).status == status)
            await client.close()
        }
        #expect(inside.connections == 0)
    }

    // MARK: Addresses

    @Test(arguments: [
        "http://127.0.0.1:1/", "http://[::1]:1/", "http://169.254.169.254/latest/meta-data/", "http://10.0.0.1/",
        "http://[::ffff:127.0.0.1]:1/", "http://[64:ff9b::7f00:1]/", "http://[fd00::1]/", "http://0.0.0.0/",
    ])
    func aPrivateAddressInAURLIsRefused(url: String) async throws {
        let client = client(allowsPrivate: false)
        guard case .refused? = try await fault(url, client) else {
            Issue.record("\(url) was spoken to")
            return
        }
        await client.close()
    }

    @Test func aNameOfAPrivateAddressIsRefusedAndNobodyIsSpokenTo() async throws {
        let receiver = try await Receiver()
        for addresses in [["127.0.0.1"], ["8.8.8.8", "127.0.0.1"], ["127.0.0.1", "8.8.8.8"], ["::ffff:7f00:1"]] {
            let client = client(Names(addresses), allowsPrivate: false)
            guard case .refused? = try await fault("http://hooks.example:\(receiver.port)/", client) else {
                Issue.record("\(addresses) were spoken to")
                return
            }
            await client.close()
        }
        #expect(receiver.connections == 0)
        // The system's own resolver, too.
        let client = client(allowsPrivate: false)
        #expect(try await fault("http://localhost:\(receiver.port)/", client) == .refused("loopback"))
        await client.close()
    }

    /// The name is good when it is looked up, and would be this machine if it were looked up again.
    @Test func aNameThatChangesItsMeaningIsLookedUpOnce() async throws {
        let receiver = try await Receiver()
        let names = Names(["192.0.2.1"], ["127.0.0.1"])
        let client = OutboundClient(rules: AddressRules(allowsPrivate: true), resolver: names)
        // 192.0.2.1 is nobody.
        let outcome = try await fault("http://hooks.example:\(receiver.port)/", client, short())
        #expect(outcome == .connect || outcome == .timeout)
        #expect(receiver.connections == 0)
        #expect(names.asked.withLock { $0 } == 1)
        await client.close()
    }

    /// `localhost` means this machine to everybody but the one who was asked.
    @Test func theAddressThatWasCheckedIsTheOneThatIsSpokenTo() async throws {
        let wrong = try await Receiver()
        let right = try await Receiver(host: "127.0.0.2", port: wrong.port)
        let client = client(Names(["127.0.0.2"]))
        #expect(try await post("http://localhost:\(wrong.port)/", client).status == 204)
        #expect(wrong.connections == 0 && right.posts.count == 1)
        await client.close()
    }

    @Test func theNextAddressIsTriedWhereNobodyListens() async throws {
        let receiver = try await Receiver()
        let client = client(Names(["127.0.0.3", "127.0.0.1"]))
        #expect(try await post("http://hooks.example:\(receiver.port)/", client).status == 204)
        await client.close()
    }

    @Test func thisServersOwnListenersAreRefused() async throws {
        // A public address, as if it were this machine's.
        let own = OwnListeners { [.init(address: TargetAddress("8.8.8.8"), port: 8_443)] }
        let guarded = client(Names(["8.8.8.8"]), allowsPrivate: false, own: own)
        #expect(try await fault("http://hooks.example:8443/", guarded) == .refused("this server's own"))
        await guarded.close()
    }

    @Test func aNameWithoutAddressesIsSaidToHaveNone() async throws {
        let client = client(Names([]))
        #expect(try await fault("http://hooks.example/", client) == .noAddress)
        await client.close()
    }

    @Test func aNameThatIsNotThereIsSaidNotToBe() async throws {
        let client = client()
        // Where no name server answers, it is not there in time.
        switch try await fault("http://does-not-exist.invalid/", client, short(.seconds(10))) {
        case .lookup?, .timeout?: break
        case let other: Issue.record("\(String(describing: other))")
        }
        await client.close()
    }

    // MARK: Slow and endless

    @Test func aLookupThatHangsIsGivenUp() async throws {
        let client = client(NeverAnswers())
        #expect(try await fault("http://hooks.example/", client, short()) == .timeout)
        await client.close()
    }

    @Test func whoSaysNothingIsGivenUp() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .silence }
        let client = client()
        #expect(try await fault(receiver.url(), client, short()) == .timeout)
        await client.close()
    }

    @Test func anEndlessHeadIsGivenUp() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .endlessHead }
        let client = client()
        #expect(try await fault(receiver.url(), client, short(.seconds(2))) != nil)
        await client.close()
    }

    @Test func aBodyThatDripsIsTakenUntilTheTimeIsOver() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .drip(200) }
        let client = client()
        let begin = ContinuousClock.now
        let answer = try await post(receiver.url(), client, short())
        #expect(answer.status == 200 && answer.ending == .tooSlow && answer.body.count < 1_000)
        #expect(ContinuousClock.now - begin < .seconds(20))
        await client.close()
    }

    @Test func aBodyWithoutEndIsTakenUpToItsLimit() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .flood(200) }
        let client = client()
        let answer = try await post(receiver.url(), client)
        #expect(answer.status == 200 && answer.ending == .tooLarge && answer.body.count == 64 << 10)
        await client.close()
    }

    @Test func aBodyOfExactlyTheLimitIsWhole() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .status(200, body: [UInt8](repeating: 1, count: 64 << 10)) }
        let client = client()
        #expect(try await post(receiver.url(), client).ending == .whole)
        receiver.reply { _ in .status(200, body: [UInt8](repeating: 1, count: (64 << 10) + 1)) }
        #expect(try await post(receiver.url(), client).ending == .tooLarge)
        await client.close()
    }

    @Test func whoHangsUpIsSaidToHave() async throws {
        let receiver = try await Receiver()
        receiver.reply { _ in .close }
        let client = client()
        #expect(try await fault(receiver.url(), client) == .broken)
        await receiver.close()
        let port = receiver.port
        #expect(try await fault("http://127.0.0.2:\(port)/", client) == .connect)
        await client.close()
    }

    /// Many share one host: a service that takes the webhooks of all its customers.
    @Test func whoSharesAHostWithOneThatHangsDoesNotWait() async throws {
        let receiver = try await Receiver()
        receiver.reply { $0.target == "/hangs" ? .silence : .status(204) }
        let client = client()
        let hanging = (0..<24).map { _ in
            Task { [url = receiver.url("/hangs")] in try await post(url, client, short(.seconds(60))) }
        }
        try await untilTrue { receiver.posts.count == 24 }
        #expect(try await post(receiver.url("/well"), client).status == 204)
        for task in hanging { task.cancel() }
        for task in hanging { _ = await task.result }
        await client.close()
    }

    // MARK: TLS

    @Test func aCertificateMustBeGoodForTheNameAndNotForTheAddress() async throws {
        let certificates = try Certificates()
        try certificates.issue("server", names: "DNS:hooks.example")
        let context = try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(certificates["server.pem"]).map {
                    .certificate($0)
                },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: certificates["server.key"], format: .pem))))
        let receiver = try await Receiver(tls: context)
        let trusting = client(Names(["127.0.0.1"]), trust: .file(certificates["ca.pem"]))
        #expect(try await post("https://hooks.example:\(receiver.port)/", trusting).status == 204)
        #expect(try await fault("https://other.example:\(receiver.port)/", trusting) == .tls)
        await trusting.close()
        let strict = client(Names(["127.0.0.1"]))
        #expect(try await fault("https://hooks.example:\(receiver.port)/", strict) == .tls)
        #expect(receiver.posts.count == 1)
        await strict.close()
    }
}
