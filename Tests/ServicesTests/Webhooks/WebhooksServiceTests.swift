// The calls: whose webhooks, what is taken and refused, secrets that are shown once, and what is not there for others.
import Codec
import Contract
import Outbound
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite(.timeLimit(.minutes(2))) struct WebhooksServiceTests {
    private static let url = "http://127.0.0.1:9/hook"

    @Test func aWebhookComesBackAsItWasMadeButForItsSecrets() async throws {
        let place = try await WebhookHouse()
        let session = try await place.session()
        let calls = try await place.calls(of: place.ada)
        let made = try await calls.createWebhook(
            .with {
                $0.url = "http://127.0.0.1:9/Hook?token=canary-path"
                $0.description = "CRM"
                $0.types = ["message.*", "session.connected"]
                $0.sessionId = session
                $0.headers = [
                    .with {
                        $0.name = "Authorization"; $0.value = "canary-header"
                    }
                ]
            })
        #expect(made.secret.hasPrefix("whsec_") && made.secret.count == 50)
        let webhook = try #require(made.webhook)
        let got = try await calls.getWebhook(.with { $0.id = webhook.id })
        #expect(got == webhook)
        #expect(got.userId == place.ada.id && got.description == "CRM" && got.sessionId == session && got.isActive)
        #expect(got.types == ["message.*", "session.connected"])
        #expect(got.headers == [.with { $0.name = "authorization" }])
        #expect(try await calls.listWebhooks(.init()).webhooks == [got])
        // Nothing of it is in the clear.
        let audit = try await place.store.read { db in try db.audit.rows(after: 0, limit: 9) }
        #expect(audit.count == 1 && audit[0].targetName == "http://127.0.0.1:9")
        for canary in ["canary", made.secret] { #expect(!"\(audit)".contains(canary)) }
        let sealed = try await place.store.read { db in
            try WebhookSecretRepository.Kind.allCases.map {
                try db.webhookSecrets.sealed(webhookID: webhook.id, kind: $0)
            }
        }
        #expect(sealed.map { $0 != nil } == [true, false, true])
        for bytes in sealed.compactMap({ $0 }) { #expect(!String(decoding: bytes, as: UTF8.self).contains("canary")) }
    }

    @Test func aSecretOpensInItsOwnPlaceAlone() async throws {
        let place = try await WebhookHouse()
        let one = try await place.webhook(Self.url).webhook.id
        let two = try await place.webhook(Self.url).webhook.id
        try await place.store.write { db in
            let sealed = try db.webhookSecrets.sealed(webhookID: one, kind: .secret) ?? []
            try db.webhookSecrets.put(sealed, webhookID: two, kind: .secret, keyID: SecretBox.keyID(of: sealed) ?? 0)
        }
        #expect(try await place.get(one).inactiveReason == "")
        #expect(try await place.get(two).inactiveReason == "no_secret")
        #expect(
            await refusal { _ = try await place.calls(.operator).testWebhook(.with { $0.id = two }) }?.reason
                == "CONFLICT")
        _ = try await place.calls(.operator).rotateWebhookSecret(.with { $0.id = two })
        #expect(try await place.get(two).inactiveReason == "")
    }

    @Test func aRotationOfTheKeysForSecretsTakesThemAlong() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (webhook, secret) = try await place.webhook(receiver.url(), headers: [("x-a", "b")])
        let box = place.house.box
        let old = box.keys.newest.id
        box.use(try #require(box.keys.rotated(keeping: [old])))
        let counts = try await Resealing(store: place.store, box: box).run()
        #expect(counts == .init(resealed: 2, unreadable: 0))
        #expect(try await place.store.read { db in try db.sealingKeys() } == [box.keys.newest.id])
        _ = secret
        _ = try await place.calls(.operator).testWebhook(.with { $0.id = webhook.id })
        #expect(receiver.posts.first?.header("x-a") == "b")
    }

    @Test(arguments: [
        ("url", "ftp://example.com/"), ("url", "https://user@example.com/"), ("url", "https://2130706433/"),
        ("url", ""),
        ("types", "message"), ("types", "Message.sent"), ("types", "message.*.x"), ("headers", "webhook-id"),
        ("headers", "Host"), ("headers", "content-type"), ("headers", "x y"), ("headers", "x\r\ny"), ("headers", ""),
        ("headers", "transfer-encoding"), ("headers", "x-forwarded-for"), ("headers", "proxy-authorization"),
        ("description", "line\nfeed"),
    ])
    func whatCannotBeIsRefusedByItsField(field: String, value: String) async throws {
        let place = try await WebhookHouse()
        let refused = await refusal {
            _ = try await place.calls(.operator).createWebhook(
                .with {
                    $0.userId = place.ada.id
                    $0.url = field == "url" ? value : Self.url
                    $0.types = field == "types" ? [value] : []
                    $0.description = field == "description" ? value : ""
                    $0.headers =
                        field == "headers"
                        ? [
                            .with {
                                $0.name = value; $0.value = "x"
                            }
                        ] : []
                })
        }
        #expect(refused?.reason == "VALIDATION_ERROR" && refused?.violations.map(\.field) == [field])
    }

    @Test(arguments: ["", " x", "x ", "a\rb", "a\nb", "a\u{0}b", "ü", "\t"])
    func aHeadersValueIsPrintableASCII(value: String) {
        #expect(
            WebhookHeaders.fault([
                .with {
                    $0.name = "x-a"; $0.value = value
                }
            ]) != nil)
    }

    @Test func headersAreBoundInNumberAndSize() {
        func headers(_ count: Int, _ size: Int) -> [WebhookHeader] {
            (0..<count).map { n in
                .with {
                    $0.name = "x-\(n)"; $0.value = String(repeating: "v", count: size)
                }
            }
        }
        #expect(WebhookHeaders.fault(headers(16, 100)) == nil && WebhookHeaders.fault(headers(17, 1)) != nil)
        #expect(WebhookHeaders.fault(headers(1, 4_089)) == nil && WebhookHeaders.fault(headers(1, 4_090)) != nil)
        #expect(
            WebhookHeaders.fault([
                headers(1, 1)[0],
                .with {
                    $0.name = "X-0"; $0.value = "b"
                },
            ]) != nil)
        let kept = WebhookHeaders.parse(
            WebhookHeaders.bytes([
                .with {
                    $0.name = "x-a"; $0.value = "b: c"
                }, headers(1, 2)[0],
            ]) ?? [])
        #expect(kept.map(\.name) == ["x-a", "x-0"] && kept.map(\.value) == ["b: c", "vv"])
    }

    @Test func withoutAllowPrivateItIsHTTPSToPublicAddresses() async throws {
        let place = try await WebhookHouse(rules: AddressRules())
        for url in ["http://example.com/", "https://127.0.0.1/", "https://[::1]/", "https://10.0.0.1/"] {
            let refused = await refusal { _ = try await place.webhook(url) }
            #expect(refused?.violations.first?.field == "url", "\(url)")
        }
        _ = try await place.webhook("https://example.com/hook")
    }

    @Test func oneUserHasSoManyAndNoMore() async throws {
        let place = try await WebhookHouse()
        for _ in 0..<3 { _ = try await place.webhook(Self.url) }
        #expect(await refusal { _ = try await place.webhook(Self.url) }?.reason == "QUOTA_EXCEEDED")
        let eve = try await place.house.user("eve")
        _ = try await place.calls(of: eve).createWebhook(.with { $0.url = Self.url })
    }

    @Test func whatIsAnothersIsNotThere() async throws {
        let place = try await WebhookHouse()
        let (webhook, _) = try await place.webhook(Self.url)
        let eve = try await place.calls(of: try await place.house.user("eve"))
        let id = webhook.id
        let attempts: [@Sendable () async throws -> Void] = [
            { _ = try await eve.getWebhook(.with { $0.id = id }) },
            {
                _ = try await eve.updateWebhook(
                    .with {
                        $0.id = id
                        $0.webhook = .init()
                        $0.updateMask = .with { $0.paths = ["is_active"] }
                    })
            },
            { _ = try await eve.deleteWebhook(.with { $0.id = id }) },
            { _ = try await eve.testWebhook(.with { $0.id = id }) },
            { _ = try await eve.listDeliveries(.with { $0.id = id }) },
            {
                _ = try await eve.replayDeliveries(
                    .with {
                        $0.id = id
                        $0.deliveryId = 1
                    })
            },
            { _ = try await eve.rotateWebhookSecret(.with { $0.id = id }) },
        ]
        for attempt in attempts { #expect(await refusal(attempt)?.reason == "NOT_FOUND") }
        #expect(try await eve.listWebhooks(.init()).webhooks.isEmpty)
        #expect(try await place.get(id) == webhook)
        // Nor a session of another's as a filter.
        let session = try await place.session()
        let refused = await refusal {
            _ = try await eve.createWebhook(
                .with {
                    $0.url = Self.url
                    $0.sessionId = session
                })
        }
        #expect(refused?.reason == "NOT_FOUND" && refused?.violations.first?.field == "session_id")
    }

    @Test func aKeyThatMayNotReadEventsMakesNoWebhook() async throws {
        let place = try await WebhookHouse()
        let key = try await place.house.key(of: place.ada, scopes: [.webhooksRead, .webhooksWrite])
        let calls = place.calls(.key(key.secret))
        let refused = await refusal { _ = try await calls.createWebhook(.with { $0.url = Self.url }) }
        #expect(refused?.reason == "SCOPE_MISSING" && refused?.metadata["scope"] == "events:read")
        let (webhook, _) = try await place.webhook(Self.url)
        let change = await refusal {
            _ = try await calls.updateWebhook(
                .with {
                    $0.id = webhook.id
                    $0.webhook = .with { $0.url = "http://127.0.0.1:10/" }
                    $0.updateMask = .with { $0.paths = ["url"] }
                })
        }
        #expect(change?.reason == "SCOPE_MISSING")
        _ = try await calls.getWebhook(.with { $0.id = webhook.id })
    }

    @Test func aRepeatMakesNoSecondWebhookAndNoSecondSecret() async throws {
        let place = try await WebhookHouse()
        let calls = try await place.calls(of: place.ada)
        let request = CreateWebhookRequest.with {
            $0.url = Self.url
            $0.idempotencyKey = "k"
        }
        let made = try await calls.createWebhook(request)
        let again = await refusal { _ = try await calls.createWebhook(request) }
        #expect(again?.reason == "ALREADY_EXISTS" && again?.metadata["id"] == String(made.webhook?.id ?? 0))
        let rotation = RotateWebhookSecretRequest.with {
            $0.id = made.webhook?.id ?? 0
            $0.idempotencyKey = "k"
        }
        let rotated = try await calls.rotateWebhookSecret(rotation)
        #expect(rotated.secret != made.secret && rotated.webhook?.formerSecretUntil != nil)
        #expect(await refusal { _ = try await calls.rotateWebhookSecret(rotation) }?.reason == "ALREADY_EXISTS")
        #expect(try await calls.listWebhooks(.init()).webhooks.count == 1)
    }

    @Test func onlyWhatTheMaskNamesIsChangedAndOnlyIfItIsStillTheSame() async throws {
        let place = try await WebhookHouse()
        let calls = place.calls(.operator)
        let (webhook, _) = try await place.webhook(Self.url, types: ["a.b"], headers: [("x-a", "b")])
        func update(_ paths: [String], _ change: (inout Webhook) -> Void) async throws -> Webhook {
            var wanted = Webhook()
            change(&wanted)
            let sent = wanted
            return try await calls.updateWebhook(
                .with {
                    $0.id = webhook.id
                    $0.webhook = sent
                    $0.updateMask = .with { $0.paths = paths }
                })
        }
        let changed = try await update(["description"]) {
            $0.description = "new"
            $0.url = "http://127.0.0.1:1/"
            $0.etag = webhook.etag
        }
        #expect(changed.description == "new" && changed.url == Self.url && changed.types == ["a.b"])
        #expect(changed.headers.map(\.name) == ["x-a"] && changed.etag != webhook.etag)
        let late = await refusal {
            _ = try await update(["description"]) {
                $0.description = "newer"
                $0.etag = webhook.etag
            }
        }
        #expect(late?.reason == "ETAG_MISMATCH")
        #expect(await refusal { _ = try await update([]) { _ in } }?.reason == "VALIDATION_ERROR")
        #expect(await refusal { _ = try await update(["user_id"]) { $0.userId = 9 } }?.reason == "VALIDATION_ERROR")
        #expect(try await update(["headers"]) { _ in }.headers.isEmpty)
        let deletion = await refusal {
            _ = try await calls.deleteWebhook(
                .with {
                    $0.id = webhook.id
                    $0.etag = "0"
                })
        }
        #expect(deletion?.reason == "ETAG_MISMATCH")
    }

    @Test func aTestIsPostedOnceAndSaysHowItWent() async throws {
        let place = try await WebhookHouse()
        let receiver = try await Receiver()
        let (webhook, _) = try await place.webhook(receiver.url())
        let calls = place.calls(.operator)
        let well = try await calls.testWebhook(.with { $0.id = webhook.id })
        #expect(well.isDelivered && well.status == 204 && well.error == "")
        let post = try #require(receiver.posts.first)
        #expect(post.header("webhook-id") == well.messageId && post.text.contains("webhook.test"))
        receiver.reply { _ in .status(410) }
        let gone = try await calls.testWebhook(.with { $0.id = webhook.id })
        #expect(!gone.isDelivered && gone.status == 410)
        #expect(try await place.get(webhook.id).isActive)
        receiver.reply { _ in .close }
        let closed = try await calls.testWebhook(.with { $0.id = webhook.id })
        #expect(!closed.isDelivered && closed.status == 0 && !closed.error.isEmpty)
        #expect(try await place.deliveries(webhook.id).isEmpty)
    }

    @Test func deletingAUserOrASessionTakesTheirWebhooks() async throws {
        let place = try await WebhookHouse()
        let session = try await place.session()
        let (ofSession, _) = try await place.webhook(Self.url, session: session)
        let (ofUser, _) = try await place.webhook(Self.url)
        try await place.store.write { db in _ = try db.sessions.delete(session) }
        let calls = place.calls(.operator)
        #expect(await refusal { _ = try await calls.getWebhook(.with { $0.id = ofSession.id }) }?.reason == "NOT_FOUND")
        _ = try await place.get(ofUser.id)
        let id = place.ada.id
        _ = try await UsersClient(place.house.client(as: .operator)).deleteUser(.with { $0.id = id })
        #expect(try await calls.listWebhooks(.init()).webhooks.isEmpty)
        #expect(try await place.store.read { db in try db.sealingKeys() }.isEmpty)
    }
}
