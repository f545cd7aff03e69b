// A router with every method that HTTP reaches, each with a handler that notes what it was asked and answers what the
// test says, else its empty response. What stands before it is a ScriptedGateway.
import Codec
import Contract
import RPC
import Synchronization

final class EveryMethod: Sendable {
    typealias Script = @Sendable (CallContext) async throws -> (any ProtoMessage)?

    private struct State {
        var requests: [String: String] = [:]
        var contexts: [CallContext] = []
        var scripts: [String: Script] = [:]
        var watch: (@Sendable (WatchEventsRequest, ResponseWriter<Event>, CallContext) async throws -> Void)?
    }

    /// Whose files are uploaded and given.
    let shelf = MediaShelf()
    private let state = Mutex(State())

    /// The last request of a method, in the house dialect; nil: it was not called.
    func request(_ method: RPC.Method) -> String? { state.withLock { $0.requests[method.path] } }

    /// The last call's context.
    var context: CallContext? { state.withLock { $0.contexts.last } }
    var callCount: Int { state.withLock { $0.contexts.count } }

    /// What a method answers from now on.
    func answer(_ method: RPC.Method, _ script: @escaping Script) {
        state.withLock { $0.scripts[method.path] = script }
    }

    func onWatch(
        _ watch: @escaping @Sendable (WatchEventsRequest, ResponseWriter<Event>, CallContext) async throws -> Void
    ) {
        state.withLock { $0.watch = watch }
    }

    private func add<Request: ProtoMessage, Response: ProtoMessage>(
        _ method: RPC.Method, _: Request.Type, _: Response.Type, _ router: inout Router
    ) {
        router.unary(method) { (request: Request, context: CallContext) async throws -> Response in
            try self.note(method, request, context)
            let script = self.state.withLock { $0.scripts[method.path] }
            return try await script?(context) as? Response ?? Response()
        }
    }

    private func note(_ method: RPC.Method, _ request: some ProtoMessage, _ context: CallContext) throws {
        let json = try request.json()
        state.withLock {
            $0.requests[method.path] = json
            $0.contexts.append(context)
        }
    }

    func register(into router: inout Router) {
        shelf.register(into: &router)
        router.serverStreaming(EventsMethods.watch) {
            (request: WatchEventsRequest, responses: ResponseWriter<Event>, context: CallContext) async throws in
            try self.note(EventsMethods.watch, request, context)
            try await self.state.withLock { $0.watch }?(request, responses, context)
        }
        add(AnalyticsMethods.getOverview, GetOverviewRequest.self, Overview.self, &router)
        add(AnalyticsMethods.listUsage, ListUsageRequest.self, ListUsageResponse.self, &router)
        add(AnalyticsMethods.listApiLogs, ListApiLogsRequest.self, ListApiLogsResponse.self, &router)
        add(AuditMethods.listAuditLog, ListAuditLogRequest.self, ListAuditLogResponse.self, &router)
        add(AuditMethods.verifyAuditLog, VerifyAuditLogRequest.self, AuditVerdict.self, &router)
        add(AuthMethods.login, LoginRequest.self, LoginResponse.self, &router)
        add(AuthMethods.refresh, RefreshRequest.self, RefreshResponse.self, &router)
        add(AuthMethods.logout, LogoutRequest.self, LogoutResponse.self, &router)
        add(AuthMethods.getMe, GetMeRequest.self, Principal.self, &router)
        add(AuthMethods.changePassword, ChangePasswordRequest.self, ChangePasswordResponse.self, &router)
        add(AuthMethods.listSignIns, ListSignInsRequest.self, ListSignInsResponse.self, &router)
        add(AuthMethods.endSignIn, EndSignInRequest.self, EndSignInResponse.self, &router)
        add(AuthMethods.rotateSigningKey, RotateSigningKeyRequest.self, RotateSigningKeyResponse.self, &router)
        add(BridgeMethods.listBridges, ListBridgesRequest.self, ListBridgesResponse.self, &router)
        add(KeysMethods.listKeys, ListKeysRequest.self, ListKeysResponse.self, &router)
        add(KeysMethods.createKey, CreateKeyRequest.self, CreateKeyResponse.self, &router)
        add(KeysMethods.getKey, GetKeyRequest.self, ApiKey.self, &router)
        add(KeysMethods.updateKey, UpdateKeyRequest.self, ApiKey.self, &router)
        add(KeysMethods.rotateKey, RotateKeyRequest.self, RotateKeyResponse.self, &router)
        add(KeysMethods.revokeKey, RevokeKeyRequest.self, ApiKey.self, &router)
        add(MessagesMethods.sendText, SendTextRequest.self, Message.self, &router)
        add(MessagesMethods.sendMedia, SendMediaRequest.self, Message.self, &router)
        add(MessagesMethods.sendLocation, SendLocationRequest.self, Message.self, &router)
        add(MessagesMethods.sendContact, SendContactRequest.self, Message.self, &router)
        add(MessagesMethods.sendPoll, SendPollRequest.self, Message.self, &router)
        add(MessagesMethods.sendReaction, SendReactionRequest.self, Message.self, &router)
        add(MessagesMethods.editMessage, EditMessageRequest.self, Message.self, &router)
        add(MessagesMethods.deleteMessage, DeleteMessageRequest.self, Message.self, &router)
        add(MessagesMethods.markRead, MarkReadRequest.self, Message.self, &router)
        add(MessagesMethods.setPresence, SetPresenceRequest.self, SetPresenceResponse.self, &router)
        add(MessagesMethods.getMessage, GetMessageRequest.self, Message.self, &router)
        add(MessagesMethods.listMessages, ListMessagesRequest.self, ListMessagesResponse.self, &router)
        add(MessagesMethods.cancelMessage, CancelMessageRequest.self, Message.self, &router)
        add(MessagesMethods.retryMessage, RetryMessageRequest.self, Message.self, &router)
        add(MessagesMethods.resolveMessage, ResolveMessageRequest.self, Message.self, &router)
        add(MessagesMethods.fetchMedia, FetchMediaRequest.self, Media.self, &router)
        add(MessagesMethods.getMedia, GetMediaRequest.self, Media.self, &router)
        add(MessagesMethods.listMedia, ListMediaRequest.self, ListMediaResponse.self, &router)
        add(MessagesMethods.deleteMedia, DeleteMediaRequest.self, DeleteMediaResponse.self, &router)
        add(MessagesMethods.createTemplate, CreateTemplateRequest.self, Template.self, &router)
        add(MessagesMethods.getTemplate, GetTemplateRequest.self, Template.self, &router)
        add(MessagesMethods.listTemplates, ListTemplatesRequest.self, ListTemplatesResponse.self, &router)
        add(MessagesMethods.updateTemplate, UpdateTemplateRequest.self, Template.self, &router)
        add(MessagesMethods.deleteTemplate, DeleteTemplateRequest.self, DeleteTemplateResponse.self, &router)
        add(SecretsMethods.rotateSecretKey, RotateSecretKeyRequest.self, RotateSecretKeyResponse.self, &router)
        add(SessionsMethods.listSessions, ListSessionsRequest.self, ListSessionsResponse.self, &router)
        add(SessionsMethods.getSession, GetSessionRequest.self, Session.self, &router)
        add(SessionsMethods.createSession, CreateSessionRequest.self, Session.self, &router)
        add(SessionsMethods.updateSession, UpdateSessionRequest.self, Session.self, &router)
        add(SessionsMethods.deleteSession, DeleteSessionRequest.self, DeleteSessionResponse.self, &router)
        add(SessionsMethods.initSession, InitSessionRequest.self, Session.self, &router)
        add(SessionsMethods.getSessionStatus, GetSessionStatusRequest.self, Session.self, &router)
        add(SessionsMethods.disconnectSession, DisconnectSessionRequest.self, Session.self, &router)
        add(SessionsMethods.restartSession, RestartSessionRequest.self, Session.self, &router)
        add(SessionsMethods.logoutSession, LogoutSessionRequest.self, Session.self, &router)
        add(SessionsMethods.getQrCode, GetQrCodeRequest.self, QrCode.self, &router)
        add(SessionsMethods.requestPairingCode, RequestPairingCodeRequest.self, PairingCode.self, &router)
        add(SessionsMethods.checkNumber, CheckNumberRequest.self, NumberCheck.self, &router)
        add(SystemMethods.getStatus, GetStatusRequest.self, SystemStatus.self, &router)
        add(SystemMethods.listServices, ListServicesRequest.self, ListServicesResponse.self, &router)
        add(SystemMethods.describeService, DescribeServiceRequest.self, Description.self, &router)
        add(SystemMethods.diagnose, DiagnoseRequest.self, Diagnosis.self, &router)
        add(SystemMethods.backup, BackupRequest.self, BackupResponse.self, &router)
        add(JobsMethods.listJobs, ListJobsRequest.self, ListJobsResponse.self, &router)
        add(JobsMethods.runJob, RunJobRequest.self, Job.self, &router)
        add(UsersMethods.listUsers, ListUsersRequest.self, ListUsersResponse.self, &router)
        add(UsersMethods.createUser, CreateUserRequest.self, User.self, &router)
        add(UsersMethods.getUser, GetUserRequest.self, User.self, &router)
        add(UsersMethods.updateUser, UpdateUserRequest.self, User.self, &router)
        add(UsersMethods.deleteUser, DeleteUserRequest.self, DeleteUserResponse.self, &router)
        add(UsersMethods.activateUser, ActivateUserRequest.self, User.self, &router)
        add(UsersMethods.deactivateUser, DeactivateUserRequest.self, User.self, &router)
        add(UsersMethods.setPassword, SetPasswordRequest.self, SetPasswordResponse.self, &router)
        add(WebhooksMethods.listWebhooks, ListWebhooksRequest.self, ListWebhooksResponse.self, &router)
        add(WebhooksMethods.createWebhook, CreateWebhookRequest.self, CreateWebhookResponse.self, &router)
        add(WebhooksMethods.getWebhook, GetWebhookRequest.self, Webhook.self, &router)
        add(WebhooksMethods.updateWebhook, UpdateWebhookRequest.self, Webhook.self, &router)
        add(WebhooksMethods.deleteWebhook, DeleteWebhookRequest.self, DeleteWebhookResponse.self, &router)
        add(WebhooksMethods.testWebhook, TestWebhookRequest.self, TestWebhookResponse.self, &router)
        add(WebhooksMethods.listDeliveries, ListDeliveriesRequest.self, ListDeliveriesResponse.self, &router)
        add(WebhooksMethods.replayDeliveries, ReplayDeliveriesRequest.self, ReplayDeliveriesResponse.self, &router)
        add(
            WebhooksMethods.rotateWebhookSecret, RotateWebhookSecretRequest.self, RotateWebhookSecretResponse.self,
            &router)
    }
}

extension RPC.Router {
    static func scripted(_ methods: EveryMethod, interceptors: [any ServerInterceptor] = []) -> Router {
        var router = Router(interceptors: interceptors)
        methods.register(into: &router)
        return router
    }
}
