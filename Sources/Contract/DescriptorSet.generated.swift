// Generated from the .proto files of Sources/Contract by scripts/generate.sh. Do not edit.

internal import CDescriptors
internal import CMessages
internal import CProtobufC
package import Codec
package import RPC

/// A method and what its messages are made of.
package struct MethodEntry: Sendable, Hashable {
    package var method: Method
    package var request: MessageSchema
    package var response: MessageSchema
}

/// The contract at run time.
package enum DescriptorSet {
    /// A google.protobuf.FileDescriptorSet: all imports, and the comments of our own files.
    package static var bytes: UnsafeRawBufferPointer {
        var size = 0
        let start = cmessages__descriptor_set(&size)
        return UnsafeRawBufferPointer(start: start, count: size)
    }

    /// The full names of all services.
    package static let services: [String] = [
        "grpc.health.v1.Health",
        "switchboard.v1.AnalyticsService",
        "switchboard.v1.AuditService",
        "switchboard.v1.AuthService",
        "switchboard.v1.BridgeService",
        "switchboard.v1.EventsService",
        "switchboard.v1.JobsService",
        "switchboard.v1.KeysService",
        "switchboard.v1.MessagesService",
        "switchboard.v1.SecretsService",
        "switchboard.v1.SessionsService",
        "switchboard.v1.SystemService",
        "switchboard.v1.UsersService",
        "switchboard.v1.WebhooksService",
    ]

    /// By `service/Method`.
    package static let methods: [String: MethodEntry] = [
        "grpc.health.v1.Health/Check": MethodEntry(
            method: HealthMethods.check, request: HealthCheckRequest.schema, response: HealthCheckResponse.schema),
        "grpc.health.v1.Health/Watch": MethodEntry(
            method: HealthMethods.watch, request: HealthCheckRequest.schema, response: HealthCheckResponse.schema),
        "switchboard.v1.AnalyticsService/GetOverview": MethodEntry(
            method: AnalyticsMethods.getOverview, request: GetOverviewRequest.schema, response: Overview.schema),
        "switchboard.v1.AnalyticsService/ListUsage": MethodEntry(
            method: AnalyticsMethods.listUsage, request: ListUsageRequest.schema, response: ListUsageResponse.schema),
        "switchboard.v1.AnalyticsService/ListApiLogs": MethodEntry(
            method: AnalyticsMethods.listApiLogs, request: ListApiLogsRequest.schema, response: ListApiLogsResponse.schema),
        "switchboard.v1.AuditService/ListAuditLog": MethodEntry(
            method: AuditMethods.listAuditLog, request: ListAuditLogRequest.schema, response: ListAuditLogResponse.schema),
        "switchboard.v1.AuditService/VerifyAuditLog": MethodEntry(
            method: AuditMethods.verifyAuditLog, request: VerifyAuditLogRequest.schema, response: AuditVerdict.schema),
        "switchboard.v1.AuthService/Login": MethodEntry(
            method: AuthMethods.login, request: LoginRequest.schema, response: LoginResponse.schema),
        "switchboard.v1.AuthService/Refresh": MethodEntry(
            method: AuthMethods.refresh, request: RefreshRequest.schema, response: RefreshResponse.schema),
        "switchboard.v1.AuthService/Logout": MethodEntry(
            method: AuthMethods.logout, request: LogoutRequest.schema, response: LogoutResponse.schema),
        "switchboard.v1.AuthService/GetMe": MethodEntry(
            method: AuthMethods.getMe, request: GetMeRequest.schema, response: Principal.schema),
        "switchboard.v1.AuthService/ChangePassword": MethodEntry(
            method: AuthMethods.changePassword, request: ChangePasswordRequest.schema, response: ChangePasswordResponse.schema),
        "switchboard.v1.AuthService/ListSignIns": MethodEntry(
            method: AuthMethods.listSignIns, request: ListSignInsRequest.schema, response: ListSignInsResponse.schema),
        "switchboard.v1.AuthService/EndSignIn": MethodEntry(
            method: AuthMethods.endSignIn, request: EndSignInRequest.schema, response: EndSignInResponse.schema),
        "switchboard.v1.AuthService/RotateSigningKey": MethodEntry(
            method: AuthMethods.rotateSigningKey, request: RotateSigningKeyRequest.schema, response: RotateSigningKeyResponse.schema),
        "switchboard.v1.BridgeService/Attach": MethodEntry(
            method: BridgeMethods.attach, request: BridgeFrame.schema, response: ServerFrame.schema),
        "switchboard.v1.BridgeService/GetAuthState": MethodEntry(
            method: BridgeMethods.getAuthState, request: GetAuthStateRequest.schema, response: AuthStateItem.schema),
        "switchboard.v1.BridgeService/PutAuthState": MethodEntry(
            method: BridgeMethods.putAuthState, request: PutAuthStateRequest.schema, response: PutAuthStateResponse.schema),
        "switchboard.v1.BridgeService/DownloadMedia": MethodEntry(
            method: BridgeMethods.downloadMedia, request: BridgeDownloadRequest.schema, response: DownloadMediaResponse.schema),
        "switchboard.v1.BridgeService/UploadMedia": MethodEntry(
            method: BridgeMethods.uploadMedia, request: BridgeUploadRequest.schema, response: UploadMediaResponse.schema),
        "switchboard.v1.BridgeService/ListBridges": MethodEntry(
            method: BridgeMethods.listBridges, request: ListBridgesRequest.schema, response: ListBridgesResponse.schema),
        "switchboard.v1.EventsService/Watch": MethodEntry(
            method: EventsMethods.watch, request: WatchEventsRequest.schema, response: Event.schema),
        "switchboard.v1.JobsService/ListJobs": MethodEntry(
            method: JobsMethods.listJobs, request: ListJobsRequest.schema, response: ListJobsResponse.schema),
        "switchboard.v1.JobsService/RunJob": MethodEntry(
            method: JobsMethods.runJob, request: RunJobRequest.schema, response: Job.schema),
        "switchboard.v1.KeysService/ListKeys": MethodEntry(
            method: KeysMethods.listKeys, request: ListKeysRequest.schema, response: ListKeysResponse.schema),
        "switchboard.v1.KeysService/CreateKey": MethodEntry(
            method: KeysMethods.createKey, request: CreateKeyRequest.schema, response: CreateKeyResponse.schema),
        "switchboard.v1.KeysService/GetKey": MethodEntry(
            method: KeysMethods.getKey, request: GetKeyRequest.schema, response: ApiKey.schema),
        "switchboard.v1.KeysService/UpdateKey": MethodEntry(
            method: KeysMethods.updateKey, request: UpdateKeyRequest.schema, response: ApiKey.schema),
        "switchboard.v1.KeysService/RotateKey": MethodEntry(
            method: KeysMethods.rotateKey, request: RotateKeyRequest.schema, response: RotateKeyResponse.schema),
        "switchboard.v1.KeysService/RevokeKey": MethodEntry(
            method: KeysMethods.revokeKey, request: RevokeKeyRequest.schema, response: ApiKey.schema),
        "switchboard.v1.MessagesService/SendText": MethodEntry(
            method: MessagesMethods.sendText, request: SendTextRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SendMedia": MethodEntry(
            method: MessagesMethods.sendMedia, request: SendMediaRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SendLocation": MethodEntry(
            method: MessagesMethods.sendLocation, request: SendLocationRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SendContact": MethodEntry(
            method: MessagesMethods.sendContact, request: SendContactRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SendPoll": MethodEntry(
            method: MessagesMethods.sendPoll, request: SendPollRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SendReaction": MethodEntry(
            method: MessagesMethods.sendReaction, request: SendReactionRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/EditMessage": MethodEntry(
            method: MessagesMethods.editMessage, request: EditMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/DeleteMessage": MethodEntry(
            method: MessagesMethods.deleteMessage, request: DeleteMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/MarkRead": MethodEntry(
            method: MessagesMethods.markRead, request: MarkReadRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/SetPresence": MethodEntry(
            method: MessagesMethods.setPresence, request: SetPresenceRequest.schema, response: SetPresenceResponse.schema),
        "switchboard.v1.MessagesService/GetMessage": MethodEntry(
            method: MessagesMethods.getMessage, request: GetMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/ListMessages": MethodEntry(
            method: MessagesMethods.listMessages, request: ListMessagesRequest.schema, response: ListMessagesResponse.schema),
        "switchboard.v1.MessagesService/CancelMessage": MethodEntry(
            method: MessagesMethods.cancelMessage, request: CancelMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/RetryMessage": MethodEntry(
            method: MessagesMethods.retryMessage, request: RetryMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/ResolveMessage": MethodEntry(
            method: MessagesMethods.resolveMessage, request: ResolveMessageRequest.schema, response: Message.schema),
        "switchboard.v1.MessagesService/WatchMessages": MethodEntry(
            method: MessagesMethods.watchMessages, request: WatchMessagesRequest.schema, response: MessageUpdate.schema),
        "switchboard.v1.MessagesService/UploadMedia": MethodEntry(
            method: MessagesMethods.uploadMedia, request: UploadMediaRequest.schema, response: UploadMediaResponse.schema),
        "switchboard.v1.MessagesService/DownloadMedia": MethodEntry(
            method: MessagesMethods.downloadMedia, request: DownloadMediaRequest.schema, response: DownloadMediaResponse.schema),
        "switchboard.v1.MessagesService/FetchMedia": MethodEntry(
            method: MessagesMethods.fetchMedia, request: FetchMediaRequest.schema, response: Media.schema),
        "switchboard.v1.MessagesService/GetMedia": MethodEntry(
            method: MessagesMethods.getMedia, request: GetMediaRequest.schema, response: Media.schema),
        "switchboard.v1.MessagesService/ListMedia": MethodEntry(
            method: MessagesMethods.listMedia, request: ListMediaRequest.schema, response: ListMediaResponse.schema),
        "switchboard.v1.MessagesService/DeleteMedia": MethodEntry(
            method: MessagesMethods.deleteMedia, request: DeleteMediaRequest.schema, response: DeleteMediaResponse.schema),
        "switchboard.v1.MessagesService/SendBulk": MethodEntry(
            method: MessagesMethods.sendBulk, request: SendBulkRequest.schema, response: SendBulkResponse.schema),
        "switchboard.v1.MessagesService/CreateTemplate": MethodEntry(
            method: MessagesMethods.createTemplate, request: CreateTemplateRequest.schema, response: Template.schema),
        "switchboard.v1.MessagesService/GetTemplate": MethodEntry(
            method: MessagesMethods.getTemplate, request: GetTemplateRequest.schema, response: Template.schema),
        "switchboard.v1.MessagesService/ListTemplates": MethodEntry(
            method: MessagesMethods.listTemplates, request: ListTemplatesRequest.schema, response: ListTemplatesResponse.schema),
        "switchboard.v1.MessagesService/UpdateTemplate": MethodEntry(
            method: MessagesMethods.updateTemplate, request: UpdateTemplateRequest.schema, response: Template.schema),
        "switchboard.v1.MessagesService/DeleteTemplate": MethodEntry(
            method: MessagesMethods.deleteTemplate, request: DeleteTemplateRequest.schema, response: DeleteTemplateResponse.schema),
        "switchboard.v1.SecretsService/RotateSecretKey": MethodEntry(
            method: SecretsMethods.rotateSecretKey, request: RotateSecretKeyRequest.schema, response: RotateSecretKeyResponse.schema),
        "switchboard.v1.SessionsService/ListSessions": MethodEntry(
            method: SessionsMethods.listSessions, request: ListSessionsRequest.schema, response: ListSessionsResponse.schema),
        "switchboard.v1.SessionsService/GetSession": MethodEntry(
            method: SessionsMethods.getSession, request: GetSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/CreateSession": MethodEntry(
            method: SessionsMethods.createSession, request: CreateSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/UpdateSession": MethodEntry(
            method: SessionsMethods.updateSession, request: UpdateSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/DeleteSession": MethodEntry(
            method: SessionsMethods.deleteSession, request: DeleteSessionRequest.schema, response: DeleteSessionResponse.schema),
        "switchboard.v1.SessionsService/InitSession": MethodEntry(
            method: SessionsMethods.initSession, request: InitSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/GetSessionStatus": MethodEntry(
            method: SessionsMethods.getSessionStatus, request: GetSessionStatusRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/DisconnectSession": MethodEntry(
            method: SessionsMethods.disconnectSession, request: DisconnectSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/RestartSession": MethodEntry(
            method: SessionsMethods.restartSession, request: RestartSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/LogoutSession": MethodEntry(
            method: SessionsMethods.logoutSession, request: LogoutSessionRequest.schema, response: Session.schema),
        "switchboard.v1.SessionsService/GetQrCode": MethodEntry(
            method: SessionsMethods.getQrCode, request: GetQrCodeRequest.schema, response: QrCode.schema),
        "switchboard.v1.SessionsService/RequestPairingCode": MethodEntry(
            method: SessionsMethods.requestPairingCode, request: RequestPairingCodeRequest.schema, response: PairingCode.schema),
        "switchboard.v1.SessionsService/CheckNumber": MethodEntry(
            method: SessionsMethods.checkNumber, request: CheckNumberRequest.schema, response: NumberCheck.schema),
        "switchboard.v1.SessionsService/WatchSession": MethodEntry(
            method: SessionsMethods.watchSession, request: WatchSessionRequest.schema, response: SessionUpdate.schema),
        "switchboard.v1.SystemService/GetStatus": MethodEntry(
            method: SystemMethods.getStatus, request: GetStatusRequest.schema, response: SystemStatus.schema),
        "switchboard.v1.SystemService/ListServices": MethodEntry(
            method: SystemMethods.listServices, request: ListServicesRequest.schema, response: ListServicesResponse.schema),
        "switchboard.v1.SystemService/DescribeService": MethodEntry(
            method: SystemMethods.describeService, request: DescribeServiceRequest.schema, response: Description.schema),
        "switchboard.v1.SystemService/Diagnose": MethodEntry(
            method: SystemMethods.diagnose, request: DiagnoseRequest.schema, response: Diagnosis.schema),
        "switchboard.v1.SystemService/Backup": MethodEntry(
            method: SystemMethods.backup, request: BackupRequest.schema, response: BackupResponse.schema),
        "switchboard.v1.UsersService/ListUsers": MethodEntry(
            method: UsersMethods.listUsers, request: ListUsersRequest.schema, response: ListUsersResponse.schema),
        "switchboard.v1.UsersService/CreateUser": MethodEntry(
            method: UsersMethods.createUser, request: CreateUserRequest.schema, response: User.schema),
        "switchboard.v1.UsersService/GetUser": MethodEntry(
            method: UsersMethods.getUser, request: GetUserRequest.schema, response: User.schema),
        "switchboard.v1.UsersService/UpdateUser": MethodEntry(
            method: UsersMethods.updateUser, request: UpdateUserRequest.schema, response: User.schema),
        "switchboard.v1.UsersService/DeleteUser": MethodEntry(
            method: UsersMethods.deleteUser, request: DeleteUserRequest.schema, response: DeleteUserResponse.schema),
        "switchboard.v1.UsersService/ActivateUser": MethodEntry(
            method: UsersMethods.activateUser, request: ActivateUserRequest.schema, response: User.schema),
        "switchboard.v1.UsersService/DeactivateUser": MethodEntry(
            method: UsersMethods.deactivateUser, request: DeactivateUserRequest.schema, response: User.schema),
        "switchboard.v1.UsersService/SetPassword": MethodEntry(
            method: UsersMethods.setPassword, request: SetPasswordRequest.schema, response: SetPasswordResponse.schema),
        "switchboard.v1.WebhooksService/ListWebhooks": MethodEntry(
            method: WebhooksMethods.listWebhooks, request: ListWebhooksRequest.schema, response: ListWebhooksResponse.schema),
        "switchboard.v1.WebhooksService/CreateWebhook": MethodEntry(
            method: WebhooksMethods.createWebhook, request: CreateWebhookRequest.schema, response: CreateWebhookResponse.schema),
        "switchboard.v1.WebhooksService/GetWebhook": MethodEntry(
            method: WebhooksMethods.getWebhook, request: GetWebhookRequest.schema, response: Webhook.schema),
        "switchboard.v1.WebhooksService/UpdateWebhook": MethodEntry(
            method: WebhooksMethods.updateWebhook, request: UpdateWebhookRequest.schema, response: Webhook.schema),
        "switchboard.v1.WebhooksService/DeleteWebhook": MethodEntry(
            method: WebhooksMethods.deleteWebhook, request: DeleteWebhookRequest.schema, response: DeleteWebhookResponse.schema),
        "switchboard.v1.WebhooksService/TestWebhook": MethodEntry(
            method: WebhooksMethods.testWebhook, request: TestWebhookRequest.schema, response: TestWebhookResponse.schema),
        "switchboard.v1.WebhooksService/ListDeliveries": MethodEntry(
            method: WebhooksMethods.listDeliveries, request: ListDeliveriesRequest.schema, response: ListDeliveriesResponse.schema),
        "switchboard.v1.WebhooksService/ReplayDeliveries": MethodEntry(
            method: WebhooksMethods.replayDeliveries, request: ReplayDeliveriesRequest.schema, response: ReplayDeliveriesResponse.schema),
        "switchboard.v1.WebhooksService/RotateWebhookSecret": MethodEntry(
            method: WebhooksMethods.rotateWebhookSecret, request: RotateWebhookSecretRequest.schema, response: RotateWebhookSecretResponse.schema),
    ]

    /// Every message by full name, Google's included.
    package static let messages = WellKnownMessages.byName.merging(own) { $1 }

    private static let own: [String: MessageSchema] = [
        "grpc.health.v1.HealthCheckRequest": HealthCheckRequest.schema,
        "grpc.health.v1.HealthCheckResponse": HealthCheckResponse.schema,
        "switchboard.v1.GetOverviewRequest": GetOverviewRequest.schema,
        "switchboard.v1.Overview": Overview.schema,
        "switchboard.v1.UsageStats": UsageStats.schema,
        "switchboard.v1.ListUsageRequest": ListUsageRequest.schema,
        "switchboard.v1.ListUsageResponse": ListUsageResponse.schema,
        "switchboard.v1.ApiLog": ApiLog.schema,
        "switchboard.v1.ListApiLogsRequest": ListApiLogsRequest.schema,
        "switchboard.v1.ListApiLogsResponse": ListApiLogsResponse.schema,
        "switchboard.v1.AuditEntry": AuditEntry.schema,
        "switchboard.v1.ListAuditLogRequest": ListAuditLogRequest.schema,
        "switchboard.v1.ListAuditLogResponse": ListAuditLogResponse.schema,
        "switchboard.v1.VerifyAuditLogRequest": VerifyAuditLogRequest.schema,
        "switchboard.v1.AuditVerdict": AuditVerdict.schema,
        "switchboard.v1.LoginRequest": LoginRequest.schema,
        "switchboard.v1.LoginResponse": LoginResponse.schema,
        "switchboard.v1.RefreshRequest": RefreshRequest.schema,
        "switchboard.v1.RefreshResponse": RefreshResponse.schema,
        "switchboard.v1.LogoutRequest": LogoutRequest.schema,
        "switchboard.v1.LogoutResponse": LogoutResponse.schema,
        "switchboard.v1.ChangePasswordRequest": ChangePasswordRequest.schema,
        "switchboard.v1.ChangePasswordResponse": ChangePasswordResponse.schema,
        "switchboard.v1.SignIn": SignIn.schema,
        "switchboard.v1.ListSignInsRequest": ListSignInsRequest.schema,
        "switchboard.v1.ListSignInsResponse": ListSignInsResponse.schema,
        "switchboard.v1.EndSignInRequest": EndSignInRequest.schema,
        "switchboard.v1.EndSignInResponse": EndSignInResponse.schema,
        "switchboard.v1.RotateSigningKeyRequest": RotateSigningKeyRequest.schema,
        "switchboard.v1.RotateSigningKeyResponse": RotateSigningKeyResponse.schema,
        "switchboard.v1.GetMeRequest": GetMeRequest.schema,
        "switchboard.v1.Principal": Principal.schema,
        "switchboard.v1.PrincipalLimits": PrincipalLimits.schema,
        "switchboard.v1.BridgeFrame": BridgeFrame.schema,
        "switchboard.v1.SessionEpoch": SessionEpoch.schema,
        "switchboard.v1.Hello": Hello.schema,
        "switchboard.v1.Heartbeat": Heartbeat.schema,
        "switchboard.v1.Credit": Credit.schema,
        "switchboard.v1.SessionState": SessionState.schema,
        "switchboard.v1.BridgeQrCode": BridgeQrCode.schema,
        "switchboard.v1.BridgePairingCode": BridgePairingCode.schema,
        "switchboard.v1.Result": Result.schema,
        "switchboard.v1.Submitted": Submitted.schema,
        "switchboard.v1.Done": Done.schema,
        "switchboard.v1.CommandError": CommandError.schema,
        "switchboard.v1.Ack": Ack.schema,
        "switchboard.v1.Incoming": Incoming.schema,
        "switchboard.v1.Restriction": Restriction.schema,
        "switchboard.v1.ServerFrame": ServerFrame.schema,
        "switchboard.v1.Welcome": Welcome.schema,
        "switchboard.v1.Assign": Assign.schema,
        "switchboard.v1.Release": Release.schema,
        "switchboard.v1.Send": Send.schema,
        "switchboard.v1.MessageRef": MessageRef.schema,
        "switchboard.v1.RequestPairingCode": RequestPairingCode.schema,
        "switchboard.v1.CheckNumber": CheckNumber.schema,
        "switchboard.v1.RequestHistory": RequestHistory.schema,
        "switchboard.v1.MarkRead": MarkRead.schema,
        "switchboard.v1.ShowPresence": ShowPresence.schema,
        "switchboard.v1.FetchMedia": FetchMedia.schema,
        "switchboard.v1.Confirm": Confirm.schema,
        "switchboard.v1.Drain": Drain.schema,
        "switchboard.v1.GetAuthStateRequest": GetAuthStateRequest.schema,
        "switchboard.v1.AuthStateItem": AuthStateItem.schema,
        "switchboard.v1.PutAuthStateRequest": PutAuthStateRequest.schema,
        "switchboard.v1.PutAuthStateResponse": PutAuthStateResponse.schema,
        "switchboard.v1.ListBridgesRequest": ListBridgesRequest.schema,
        "switchboard.v1.ListBridgesResponse": ListBridgesResponse.schema,
        "switchboard.v1.Bridge": Bridge.schema,
        "switchboard.v1.User": User.schema,
        "switchboard.v1.ApiKey": ApiKey.schema,
        "switchboard.v1.WatchEventsRequest": WatchEventsRequest.schema,
        "switchboard.v1.Event": Event.schema,
        "switchboard.v1.MessageChange": MessageChange.schema,
        "switchboard.v1.Job": Job.schema,
        "switchboard.v1.ListJobsRequest": ListJobsRequest.schema,
        "switchboard.v1.ListJobsResponse": ListJobsResponse.schema,
        "switchboard.v1.RunJobRequest": RunJobRequest.schema,
        "switchboard.v1.ListKeysRequest": ListKeysRequest.schema,
        "switchboard.v1.ListKeysResponse": ListKeysResponse.schema,
        "switchboard.v1.CreateKeyRequest": CreateKeyRequest.schema,
        "switchboard.v1.CreateKeyResponse": CreateKeyResponse.schema,
        "switchboard.v1.RevokeKeyRequest": RevokeKeyRequest.schema,
        "switchboard.v1.GetKeyRequest": GetKeyRequest.schema,
        "switchboard.v1.UpdateKeyRequest": UpdateKeyRequest.schema,
        "switchboard.v1.RotateKeyRequest": RotateKeyRequest.schema,
        "switchboard.v1.RotateKeyResponse": RotateKeyResponse.schema,
        "switchboard.v1.Media": Media.schema,
        "switchboard.v1.UploadMediaRequest": UploadMediaRequest.schema,
        "switchboard.v1.UploadStart": UploadStart.schema,
        "switchboard.v1.UploadChunk": UploadChunk.schema,
        "switchboard.v1.UploadMediaResponse": UploadMediaResponse.schema,
        "switchboard.v1.DownloadMediaRequest": DownloadMediaRequest.schema,
        "switchboard.v1.DownloadMediaResponse": DownloadMediaResponse.schema,
        "switchboard.v1.GetMediaRequest": GetMediaRequest.schema,
        "switchboard.v1.ListMediaRequest": ListMediaRequest.schema,
        "switchboard.v1.ListMediaResponse": ListMediaResponse.schema,
        "switchboard.v1.DeleteMediaRequest": DeleteMediaRequest.schema,
        "switchboard.v1.DeleteMediaResponse": DeleteMediaResponse.schema,
        "switchboard.v1.BridgeDownloadRequest": BridgeDownloadRequest.schema,
        "switchboard.v1.FetchMediaRequest": FetchMediaRequest.schema,
        "switchboard.v1.BridgeUploadRequest": BridgeUploadRequest.schema,
        "switchboard.v1.BridgeUploadStart": BridgeUploadStart.schema,
        "switchboard.v1.Message": Message.schema,
        "switchboard.v1.TextContent": TextContent.schema,
        "switchboard.v1.MediaContent": MediaContent.schema,
        "switchboard.v1.LocationContent": LocationContent.schema,
        "switchboard.v1.ContactContent": ContactContent.schema,
        "switchboard.v1.ContactCard": ContactCard.schema,
        "switchboard.v1.PollContent": PollContent.schema,
        "switchboard.v1.ReactionContent": ReactionContent.schema,
        "switchboard.v1.EditContent": EditContent.schema,
        "switchboard.v1.DeleteContent": DeleteContent.schema,
        "switchboard.v1.UnknownContent": UnknownContent.schema,
        "switchboard.v1.Reaction": Reaction.schema,
        "switchboard.v1.TimelineEntry": TimelineEntry.schema,
        "switchboard.v1.SendTextRequest": SendTextRequest.schema,
        "switchboard.v1.SendLocationRequest": SendLocationRequest.schema,
        "switchboard.v1.SendContactRequest": SendContactRequest.schema,
        "switchboard.v1.SendPollRequest": SendPollRequest.schema,
        "switchboard.v1.SendMediaRequest": SendMediaRequest.schema,
        "switchboard.v1.SendReactionRequest": SendReactionRequest.schema,
        "switchboard.v1.EditMessageRequest": EditMessageRequest.schema,
        "switchboard.v1.DeleteMessageRequest": DeleteMessageRequest.schema,
        "switchboard.v1.MarkReadRequest": MarkReadRequest.schema,
        "switchboard.v1.SetPresenceRequest": SetPresenceRequest.schema,
        "switchboard.v1.SetPresenceResponse": SetPresenceResponse.schema,
        "switchboard.v1.GetMessageRequest": GetMessageRequest.schema,
        "switchboard.v1.CancelMessageRequest": CancelMessageRequest.schema,
        "switchboard.v1.RetryMessageRequest": RetryMessageRequest.schema,
        "switchboard.v1.ResolveMessageRequest": ResolveMessageRequest.schema,
        "switchboard.v1.ListMessagesRequest": ListMessagesRequest.schema,
        "switchboard.v1.ListMessagesResponse": ListMessagesResponse.schema,
        "switchboard.v1.WatchMessagesRequest": WatchMessagesRequest.schema,
        "switchboard.v1.MessageUpdate": MessageUpdate.schema,
        "switchboard.v1.SendBulkRequest": SendBulkRequest.schema,
        "switchboard.v1.SendBulkResponse": SendBulkResponse.schema,
        "switchboard.v1.BulkRefusal": BulkRefusal.schema,
        "switchboard.v1.BulkViolation": BulkViolation.schema,
        "switchboard.v1.MethodRule": MethodRule.schema,
        "switchboard.v1.ReasonRule": ReasonRule.schema,
        "switchboard.v1.RotateSecretKeyRequest": RotateSecretKeyRequest.schema,
        "switchboard.v1.RotateSecretKeyResponse": RotateSecretKeyResponse.schema,
        "switchboard.v1.Session": Session.schema,
        "switchboard.v1.SessionSettings": SessionSettings.schema,
        "switchboard.v1.SessionPacing": SessionPacing.schema,
        "switchboard.v1.ListSessionsRequest": ListSessionsRequest.schema,
        "switchboard.v1.ListSessionsResponse": ListSessionsResponse.schema,
        "switchboard.v1.GetSessionRequest": GetSessionRequest.schema,
        "switchboard.v1.CreateSessionRequest": CreateSessionRequest.schema,
        "switchboard.v1.UpdateSessionRequest": UpdateSessionRequest.schema,
        "switchboard.v1.DeleteSessionRequest": DeleteSessionRequest.schema,
        "switchboard.v1.DeleteSessionResponse": DeleteSessionResponse.schema,
        "switchboard.v1.InitSessionRequest": InitSessionRequest.schema,
        "switchboard.v1.GetSessionStatusRequest": GetSessionStatusRequest.schema,
        "switchboard.v1.DisconnectSessionRequest": DisconnectSessionRequest.schema,
        "switchboard.v1.RestartSessionRequest": RestartSessionRequest.schema,
        "switchboard.v1.LogoutSessionRequest": LogoutSessionRequest.schema,
        "switchboard.v1.GetQrCodeRequest": GetQrCodeRequest.schema,
        "switchboard.v1.QrCode": QrCode.schema,
        "switchboard.v1.RequestPairingCodeRequest": RequestPairingCodeRequest.schema,
        "switchboard.v1.PairingCode": PairingCode.schema,
        "switchboard.v1.CheckNumberRequest": CheckNumberRequest.schema,
        "switchboard.v1.NumberCheck": NumberCheck.schema,
        "switchboard.v1.WatchSessionRequest": WatchSessionRequest.schema,
        "switchboard.v1.SessionUpdate": SessionUpdate.schema,
        "switchboard.v1.GetStatusRequest": GetStatusRequest.schema,
        "switchboard.v1.SystemStatus": SystemStatus.schema,
        "switchboard.v1.MediaCounts": MediaCounts.schema,
        "switchboard.v1.IntegrityStatus": IntegrityStatus.schema,
        "switchboard.v1.LiveCounts": LiveCounts.schema,
        "switchboard.v1.DiagnoseRequest": DiagnoseRequest.schema,
        "switchboard.v1.Diagnosis": Diagnosis.schema,
        "switchboard.v1.Finding": Finding.schema,
        "switchboard.v1.BackupRequest": BackupRequest.schema,
        "switchboard.v1.BackupResponse": BackupResponse.schema,
        "switchboard.v1.ListServicesRequest": ListServicesRequest.schema,
        "switchboard.v1.ListServicesResponse": ListServicesResponse.schema,
        "switchboard.v1.ServiceSummary": ServiceSummary.schema,
        "switchboard.v1.MethodSummary": MethodSummary.schema,
        "switchboard.v1.DescribeServiceRequest": DescribeServiceRequest.schema,
        "switchboard.v1.Description": Description.schema,
        "switchboard.v1.ServiceDescription": ServiceDescription.schema,
        "switchboard.v1.MethodDescription": MethodDescription.schema,
        "switchboard.v1.RouteDescription": RouteDescription.schema,
        "switchboard.v1.MessageDescription": MessageDescription.schema,
        "switchboard.v1.FieldDescription": FieldDescription.schema,
        "switchboard.v1.EnumDescription": EnumDescription.schema,
        "switchboard.v1.EnumValueDescription": EnumValueDescription.schema,
        "switchboard.v1.Template": Template.schema,
        "switchboard.v1.CreateTemplateRequest": CreateTemplateRequest.schema,
        "switchboard.v1.GetTemplateRequest": GetTemplateRequest.schema,
        "switchboard.v1.ListTemplatesRequest": ListTemplatesRequest.schema,
        "switchboard.v1.ListTemplatesResponse": ListTemplatesResponse.schema,
        "switchboard.v1.UpdateTemplateRequest": UpdateTemplateRequest.schema,
        "switchboard.v1.DeleteTemplateRequest": DeleteTemplateRequest.schema,
        "switchboard.v1.DeleteTemplateResponse": DeleteTemplateResponse.schema,
        "switchboard.v1.ListUsersRequest": ListUsersRequest.schema,
        "switchboard.v1.ListUsersResponse": ListUsersResponse.schema,
        "switchboard.v1.CreateUserRequest": CreateUserRequest.schema,
        "switchboard.v1.GetUserRequest": GetUserRequest.schema,
        "switchboard.v1.UpdateUserRequest": UpdateUserRequest.schema,
        "switchboard.v1.DeleteUserRequest": DeleteUserRequest.schema,
        "switchboard.v1.DeleteUserResponse": DeleteUserResponse.schema,
        "switchboard.v1.ActivateUserRequest": ActivateUserRequest.schema,
        "switchboard.v1.DeactivateUserRequest": DeactivateUserRequest.schema,
        "switchboard.v1.SetPasswordRequest": SetPasswordRequest.schema,
        "switchboard.v1.SetPasswordResponse": SetPasswordResponse.schema,
        "switchboard.v1.Webhook": Webhook.schema,
        "switchboard.v1.WebhookHeader": WebhookHeader.schema,
        "switchboard.v1.WebhookPayload": WebhookPayload.schema,
        "switchboard.v1.Delivery": Delivery.schema,
        "switchboard.v1.ListWebhooksRequest": ListWebhooksRequest.schema,
        "switchboard.v1.ListWebhooksResponse": ListWebhooksResponse.schema,
        "switchboard.v1.CreateWebhookRequest": CreateWebhookRequest.schema,
        "switchboard.v1.CreateWebhookResponse": CreateWebhookResponse.schema,
        "switchboard.v1.GetWebhookRequest": GetWebhookRequest.schema,
        "switchboard.v1.UpdateWebhookRequest": UpdateWebhookRequest.schema,
        "switchboard.v1.DeleteWebhookRequest": DeleteWebhookRequest.schema,
        "switchboard.v1.DeleteWebhookResponse": DeleteWebhookResponse.schema,
        "switchboard.v1.TestWebhookRequest": TestWebhookRequest.schema,
        "switchboard.v1.TestWebhookResponse": TestWebhookResponse.schema,
        "switchboard.v1.ListDeliveriesRequest": ListDeliveriesRequest.schema,
        "switchboard.v1.ListDeliveriesResponse": ListDeliveriesResponse.schema,
        "switchboard.v1.ReplayDeliveriesRequest": ReplayDeliveriesRequest.schema,
        "switchboard.v1.ReplayDeliveriesResponse": ReplayDeliveriesResponse.schema,
        "switchboard.v1.RotateWebhookSecretRequest": RotateWebhookSecretRequest.schema,
        "switchboard.v1.RotateWebhookSecretResponse": RotateWebhookSecretResponse.schema,
    ]
}
