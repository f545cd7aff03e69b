// Signatures: the example of the specification, and the word of `standardwebhooks` from PyPI on ours.
import Codec
import Store
import Testing

@testable import Services

@Suite struct WebhookSignatureTests {
    /// From the specification's reference implementations.
    @Test func theSpecificationsExampleIsSignedAsItSays() throws {
        let signature = WebhookSignature.header(
            id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: 1_614_265_330, body: Array(#"{"test": 2432232314}"#.utf8),
            keys: [try WebhookHouse.key("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")])
        #expect(signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
    }

    @Test func whileTwoSecretsAreGoodBothSignAndTheNewestIsFirst() {
        let (one, two) = (HMACKey([1]), HMACKey([2]))
        let both = WebhookSignature.header(id: "a", timestamp: 1, body: [0x7B], keys: [two, one])
        let single = WebhookSignature.header(id: "a", timestamp: 1, body: [0x7B], keys: [one])
        #expect(both.split(separator: " ").count == 2 && both.hasSuffix(" " + single))
    }

    @Test(arguments: [
        ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="), ("fooba", "Zm9vYmE="),
        ("foobar", "Zm9vYmFy"),
    ])
    func base64IsThatOfTheRFC(text: String, encoded: String) { #expect(Base64.encode(Array(text.utf8)) == encoded) }

    @Test func aSecretHas32BytesAndIsShownWithItsPrefix() {
        let secret = WebhookSecret.make()
        #expect(secret.count == 32 && WebhookSecret.text(secret).hasPrefix("whsec_"))
        #expect(WebhookSecret.text([0xFB, 0xFF]) == "whsec_+/8=")
    }

    @Test func anIdIsTheSameForTheSameEventAndAnotherForEachOther() {
        let ids = WebhookMessageIDs(key: HMACKey([1]))
        let times = (0..<2).map { Instant(microseconds: $0) }
        #expect(ids.id(webhook: 1, cursor: 2, at: times[0]) == ids.id(webhook: 1, cursor: 2, at: times[0]))
        let all = Set(
            (0..<10).flatMap { webhook in
                (0..<10).flatMap { cursor in times.map { ids.id(webhook: webhook, cursor: Int64(cursor), at: $0) } }
            })
        #expect(all.count == 200)
        // No dot: it is what separates the parts of what is signed.
        #expect(all.allSatisfy { $0.hasPrefix("msg_") && !$0.contains(".") })
    }

    @Test(.enabled(if: Others.areAsked, "standardwebhooks is not there: make test fetches it"))
    func standardwebhooksAgrees() throws {
        let secret = WebhookSecret.make()
        let bodies = ["{}", #"{"a":"ü🔐"}"#, String(repeating: "x", count: 100_000)]
        let made = bodies.map {
            WebhookSignature.header(
                id: "msg_1", timestamp: 1_767_225_600, body: Array($0.utf8), keys: [HMACKey(secret)])
        }
        let theirs = try Others.ask(
            bodies.map {
                Others.object([
                    ("ask", .string("sign_webhook")), ("secret", .string(WebhookSecret.text(secret))),
                    ("id", .string("msg_1")), ("timestamp", .integer(1_767_225_600)), ("body", .string($0)),
                ])
            })
        #expect(theirs.map { $0.at("answer") } == made.map { .string($0) })
    }
}
