// Generated from switchboard/v1/webhooks.proto by scripts/generate.sh. Do not edit.

package import RPC

/// The methods of switchboard.v1.WebhooksService.
package enum WebhooksMethods {
    package static let listWebhooks = Method(service: "switchboard.v1.WebhooksService", name: "ListWebhooks", kind: .unary)
    package static let createWebhook = Method(service: "switchboard.v1.WebhooksService", name: "CreateWebhook", kind: .unary)
    package static let getWebhook = Method(service: "switchboard.v1.WebhooksService", name: "GetWebhook", kind: .unary)
    package static let updateWebhook = Method(service: "switchboard.v1.WebhooksService", name: "UpdateWebhook", kind: .unary)
    package static let deleteWebhook = Method(service: "switchboard.v1.WebhooksService", name: "DeleteWebhook", kind: .unary)
    package static let testWebhook = Method(service: "switchboard.v1.WebhooksService", name: "TestWebhook", kind: .unary)
    package static let listDeliveries = Method(service: "switchboard.v1.WebhooksService", name: "ListDeliveries", kind: .unary)
    package static let replayDeliveries = Method(service: "switchboard.v1.WebhooksService", name: "ReplayDeliveries", kind: .unary)
    package static let rotateWebhookSecret = Method(service: "switchboard.v1.WebhooksService", name: "RotateWebhookSecret", kind: .unary)
    package static let all = [listWebhooks, createWebhook, getWebhook, updateWebhook, deleteWebhook, testWebhook, listDeliveries, replayDeliveries, rotateWebhookSecret]
}

/// Webhooks: what happens is posted to URLs of one's own (Standard Webhooks). Delivered at least once; in order per session
/// up to the third try. docs/WEBHOOKS.md says what a receiver has to do.
package protocol WebhooksServiceProtocol: Sendable {
    /// Lists webhooks, newest first: one's own, or all of them for an admin.
    func listWebhooks(_ request: ListWebhooksRequest, context: CallContext) async throws -> ListWebhooksResponse

    /// Makes a webhook: it is told of what happens from now on. Its secret is in this answer and nowhere else: a repeat with
    /// the same idempotency key is ALREADY_EXISTS, with the webhook's `id` in the error's metadata. An API key needs the
    /// scope `events:read` beside `webhooks:write`: what it makes tells of events.
    func createWebhook(_ request: CreateWebhookRequest, context: CallContext) async throws -> CreateWebhookResponse

    /// One webhook.
    func getWebhook(_ request: GetWebhookRequest, context: CallContext) async throws -> Webhook

    /// Changes the fields that `update_mask` names: `url`, `description`, `types`, `session_id`, `headers`, `is_active`; `*` is
    /// all of them. With `webhook.etag`, only if the webhook is still what it was (ETAG_MISMATCH). Filters hold for what is
    /// not taken up yet. One that is active again goes on where it stopped.
    func updateWebhook(_ request: UpdateWebhookRequest, context: CallContext) async throws -> Webhook

    /// Deletes a webhook and all that was still to be delivered to it.
    func deleteWebhook(_ request: DeleteWebhookRequest, context: CallContext) async throws -> DeleteWebhookResponse

    /// Posts an event of type `webhook.test` now, once, and tells how that went. Also where the webhook is not active.
    func testWebhook(_ request: TestWebhookRequest, context: CallContext) async throws -> TestWebhookResponse

    /// Lists what did not arrive at the first try, newest first: what is tried again, what arrived later, what was given up.
    func listDeliveries(_ request: ListDeliveriesRequest, context: CallContext) async throws -> ListDeliveriesResponse

    /// Delivers again, with as many tries as the first time and under the same `webhook-id`: one delivery that is over, or all
    /// that were given up since a time.
    func replayDeliveries(_ request: ReplayDeliveriesRequest, context: CallContext) async throws -> ReplayDeliveriesResponse

    /// Makes a new secret. For `overlap` what is posted is signed with both, so that receivers can be moved over. The new
    /// secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS.
    func rotateWebhookSecret(_ request: RotateWebhookSecretRequest, context: CallContext) async throws -> RotateWebhookSecretResponse
}

extension Router {
    /// Registers every method of switchboard.v1.WebhooksService.
    package mutating func register(_ service: some WebhooksServiceProtocol) {
        unary(WebhooksMethods.listWebhooks) { (request: ListWebhooksRequest, context: CallContext) async throws -> ListWebhooksResponse in
            try await service.listWebhooks(request, context: context)
        }
        unary(WebhooksMethods.createWebhook) { (request: CreateWebhookRequest, context: CallContext) async throws -> CreateWebhookResponse in
            try await service.createWebhook(request, context: context)
        }
        unary(WebhooksMethods.getWebhook) { (request: GetWebhookRequest, context: CallContext) async throws -> Webhook in
            try await service.getWebhook(request, context: context)
        }
        unary(WebhooksMethods.updateWebhook) { (request: UpdateWebhookRequest, context: CallContext) async throws -> Webhook in
            try await service.updateWebhook(request, context: context)
        }
        unary(WebhooksMethods.deleteWebhook) { (request: DeleteWebhookRequest, context: CallContext) async throws -> DeleteWebhookResponse in
            try await service.deleteWebhook(request, context: context)
        }
        unary(WebhooksMethods.testWebhook) { (request: TestWebhookRequest, context: CallContext) async throws -> TestWebhookResponse in
            try await service.testWebhook(request, context: context)
        }
        unary(WebhooksMethods.listDeliveries) { (request: ListDeliveriesRequest, context: CallContext) async throws -> ListDeliveriesResponse in
            try await service.listDeliveries(request, context: context)
        }
        unary(WebhooksMethods.replayDeliveries) { (request: ReplayDeliveriesRequest, context: CallContext) async throws -> ReplayDeliveriesResponse in
            try await service.replayDeliveries(request, context: context)
        }
        unary(WebhooksMethods.rotateWebhookSecret) { (request: RotateWebhookSecretRequest, context: CallContext) async throws -> RotateWebhookSecretResponse in
            try await service.rotateWebhookSecret(request, context: context)
        }
    }
}

/// Calls switchboard.v1.WebhooksService.
package struct WebhooksClient: Sendable {
    package var client: RPCClient

    package init(_ client: RPCClient) {
        self.client = client
    }

    /// Lists webhooks, newest first: one's own, or all of them for an admin.
    package func listWebhooks(_ request: ListWebhooksRequest, options: CallOptions = .init()) async throws -> ListWebhooksResponse {
        try await client.unary(WebhooksMethods.listWebhooks, request, options: options)
    }

    /// Makes a webhook: it is told of what happens from now on. Its secret is in this answer and nowhere else: a repeat with
    /// the same idempotency key is ALREADY_EXISTS, with the webhook's `id` in the error's metadata. An API key needs the
    /// scope `events:read` beside `webhooks:write`: what it makes tells of events.
    package func createWebhook(_ request: CreateWebhookRequest, options: CallOptions = .init()) async throws -> CreateWebhookResponse {
        try await client.unary(WebhooksMethods.createWebhook, request, options: options)
    }

    /// One webhook.
    package func getWebhook(_ request: GetWebhookRequest, options: CallOptions = .init()) async throws -> Webhook {
        try await client.unary(WebhooksMethods.getWebhook, request, options: options)
    }

    /// Changes the fields that `update_mask` names: `url`, `description`, `types`, `session_id`, `headers`, `is_active`; `*` is
    /// all of them. With `webhook.etag`, only if the webhook is still what it was (ETAG_MISMATCH). Filters hold for what is
    /// not taken up yet. One that is active again goes on where it stopped.
    package func updateWebhook(_ request: UpdateWebhookRequest, options: CallOptions = .init()) async throws -> Webhook {
        try await client.unary(WebhooksMethods.updateWebhook, request, options: options)
    }

    /// Deletes a webhook and all that was still to be delivered to it.
    package func deleteWebhook(_ request: DeleteWebhookRequest, options: CallOptions = .init()) async throws -> DeleteWebhookResponse {
        try await client.unary(WebhooksMethods.deleteWebhook, request, options: options)
    }

    /// Posts an event of type `webhook.test` now, once, and tells how that went. Also where the webhook is not active.
    package func testWebhook(_ request: TestWebhookRequest, options: CallOptions = .init()) async throws -> TestWebhookResponse {
        try await client.unary(WebhooksMethods.testWebhook, request, options: options)
    }

    /// Lists what did not arrive at the first try, newest first: what is tried again, what arrived later, what was given up.
    package func listDeliveries(_ request: ListDeliveriesRequest, options: CallOptions = .init()) async throws -> ListDeliveriesResponse {
        try await client.unary(WebhooksMethods.listDeliveries, request, options: options)
    }

    /// Delivers again, with as many tries as the first time and under the same `webhook-id`: one delivery that is over, or all
    /// that were given up since a time.
    package func replayDeliveries(_ request: ReplayDeliveriesRequest, options: CallOptions = .init()) async throws -> ReplayDeliveriesResponse {
        try await client.unary(WebhooksMethods.replayDeliveries, request, options: options)
    }

    /// Makes a new secret. For `overlap` what is posted is signed with both, so that receivers can be moved over. The new
    /// secret is in this answer and nowhere else: a repeat with the same idempotency key is ALREADY_EXISTS.
    package func rotateWebhookSecret(_ request: RotateWebhookSecretRequest, options: CallOptions = .init()) async throws -> RotateWebhookSecretResponse {
        try await client.unary(WebhooksMethods.rotateWebhookSecret, request, options: options)
    }
}
