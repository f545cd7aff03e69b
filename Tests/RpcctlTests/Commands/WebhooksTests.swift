// Commands for webhooks: what they send, what they refuse, what they print.
import Codec
import Contract
import RPC
import Testing

@testable import rpcctl

@Suite struct WebhooksTests {
    private static func server(_ test: TestWebhookResponse = .with { $0.isDelivered = true }) -> ScriptedTransport {
        let webhook = Webhook.with {
            $0.id = 3
            $0.url = "https://x.example/hook"
            $0.isActive = true
            $0.headers = [.with { $0.name = "x-a" }]
            $0.waiting = 2
        }
        let delivery = Delivery.with {
            $0.id = 17
            $0.type = "message.sent"
            $0.state = .dead
            $0.lastError = "status 503"
        }
        let answers: [(Method, any ProtoMessage)] = [
            (WebhooksMethods.getWebhook, webhook), (WebhooksMethods.updateWebhook, webhook),
            (
                WebhooksMethods.createWebhook,
                CreateWebhookResponse.with {
                    $0.webhook = webhook
                    $0.secret = "whsec_new"
                }
            ), (WebhooksMethods.listWebhooks, ListWebhooksResponse.with { $0.webhooks = [webhook] }),
            (WebhooksMethods.testWebhook, test),
            (WebhooksMethods.listDeliveries, ListDeliveriesResponse.with { $0.deliveries = [delivery] }),
            (WebhooksMethods.replayDeliveries, ReplayDeliveriesResponse.with { $0.replayed = 4 }),
            (
                WebhooksMethods.rotateWebhookSecret,
                RotateWebhookSecretResponse.with {
                    $0.webhook = webhook
                    $0.secret = "whsec_newer"
                }
            ), (WebhooksMethods.deleteWebhook, DeleteWebhookResponse()),
        ]
        var scripts: [String: ScriptedTransport.Script] = [:]
        for (method, answer) in answers {
            let bytes = answer.encoded()
            scripts[method.path] = { _, _ in [.item(bytes)] }
        }
        return ScriptedTransport(scripts)
    }

    @Test func aWebhookIsMadeAsTypedAndItsSecretIsShown() async throws {
        let server = Self.server()
        let ran = await rpcctl(
            "webhooks", "create", "https://x.example/hook", "--type", "message.*", "--type", "session.qr", "--session",
            "5", "--header", "X-A: b: c", "--description", "CRM", server: server)
        #expect(ran.exit == .success, "\(ran.err)")
        #expect(ran.out.contains("whsec_new") && ran.err.contains("shown this once"))
        let request = try #require(
            try server.requests(CreateWebhookRequest.self, to: WebhooksMethods.createWebhook).first)
        #expect(request.url == "https://x.example/hook" && request.types == ["message.*", "session.qr"])
        #expect(request.sessionId == 5 && request.description == "CRM")
        #expect(request.headers.map(\.name) == ["X-A"] && request.headers.map(\.value) == ["b: c"])
        let wrong = await rpcctl("webhooks", "create", "https://x.example/", "--header", "nothing", server: server)
        #expect(wrong.exit == .usage)
    }

    @Test func headersThatAreSecretComeFromStdin() async throws {
        let server = Self.server()
        let stdin = "Authorization: Bearer canary\nX-B: 2\n"
        for command in [["create", "https://x.example/"], ["update", "3"]] {
            let ran = await rpcctl(
                list: ["webhooks"] + command + ["--headers-stdin", "--header", "X-A: 1"], server: server, stdin: stdin)
            #expect(ran.exit == .success, "\(ran.err)")
        }
        let made = try server.requests(CreateWebhookRequest.self, to: WebhooksMethods.createWebhook)
        let changed = try server.requests(UpdateWebhookRequest.self, to: WebhooksMethods.updateWebhook)
        for headers in [made.first?.headers, changed.first?.webhook?.headers] {
            #expect(headers?.map(\.name) == ["X-A", "Authorization", "X-B"])
            #expect(headers?.map(\.value) == ["1", "Bearer canary", "2"])
        }
        #expect(changed.first?.updateMask?.paths == ["headers"])
        // What stands there is not said.
        let wrong = await rpcctl(
            "webhooks", "create", "https://x.example/", "--headers-stdin", server: server, stdin: "canary\n")
        #expect(wrong.exit == .usage && !wrong.err.contains("canary") && !wrong.out.contains("canary"))
    }

    @Test func anUpdateNamesWhatWasTypedAndNothingElse() async throws {
        let server = Self.server()
        #expect(await rpcctl("webhooks", "update", "3", "--all-types", "--activate", server: server).exit == .success)
        #expect(await rpcctl("webhooks", "update", "3", "--deactivate", server: server).exit == .success)
        let requests = try server.requests(UpdateWebhookRequest.self, to: WebhooksMethods.updateWebhook)
        #expect(requests.map { $0.updateMask?.paths } == [["types", "is_active"], ["is_active"]])
        #expect(requests.map { $0.webhook?.isActive } == [true, false])
        for wrong in [
            ["--all-types", "--type", "a.b"], ["--activate", "--deactivate"], ["--no-headers", "--header", "a: b"], [],
        ] {
            #expect(await rpcctl(list: ["webhooks", "update", "3"] + wrong, server: server).exit == .usage)
        }
    }

    @Test func aTestThatFailsEndsWithOne() async {
        #expect(await rpcctl("webhooks", "test", "3", server: Self.server()).exit == .success)
        let failed = TestWebhookResponse.with {
            $0.status = 500
            $0.error = "status 500"
        }
        let ran = await rpcctl("webhooks", "test", "3", server: Self.server(failed))
        #expect(ran.exit == .failed && ran.out.contains("status 500"))
    }

    @Test func deliveriesAreListedByStateAndReplayedByIdOrTime() async throws {
        let server = Self.server()
        let listed = await rpcctl("webhooks", "deliveries", "3", "--state", "dead", server: server)
        #expect(listed.out.contains("status 503") && listed.out.contains("message.sent"))
        #expect(
            try server.requests(ListDeliveriesRequest.self, to: WebhooksMethods.listDeliveries).map(\.state) == [.dead])
        #expect(await rpcctl("webhooks", "deliveries", "3", "--state", "lost", server: server).exit == .usage)
        #expect(await rpcctl("webhooks", "replay", "3", "--delivery", "17", server: server).exit == .success)
        #expect(await rpcctl("webhooks", "replay", "3", "--dead-for", "2d", server: server).exit == .success)
        let requests = try server.requests(ReplayDeliveriesRequest.self, to: WebhooksMethods.replayDeliveries)
        #expect(requests.map(\.deliveryId) == [17, 0] && requests.map { $0.since != nil } == [false, true])
        #expect(await rpcctl("webhooks", "replay", "3", server: server).exit == .usage)
    }

    @Test func aRotationHasAnOverlapOrNone() async throws {
        let server = Self.server()
        for arguments in [[], ["--overlap", "2d"], ["--now"]] {
            let ran = await rpcctl(list: ["webhooks", "rotate", "3"] + arguments, server: server)
            #expect(ran.exit == .success && ran.out.contains("whsec_newer"))
        }
        let requests = try server.requests(RotateWebhookSecretRequest.self, to: WebhooksMethods.rotateWebhookSecret)
        #expect(requests.map { $0.overlap?.seconds } == [nil, 172_800, 0])
    }

    @Test func deletingAsksFirstWhereSomebodySitsThere() async throws {
        let server = Self.server()
        let no = await rpcctl("webhooks", "delete", "3", server: server, answers: ["y"])
        #expect(no.exit == .failed)
        #expect(try server.requests(DeleteWebhookRequest.self, to: WebhooksMethods.deleteWebhook).isEmpty)
        #expect(await rpcctl("webhooks", "delete", "3", "--yes", server: server).exit == .success)
        #expect(try server.requests(DeleteWebhookRequest.self, to: WebhooksMethods.deleteWebhook).map(\.id) == [3])
    }
}
