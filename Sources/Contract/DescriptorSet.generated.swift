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
        "switchboard.v1.PairingCode": PairingCode.schema,
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
        "switchboard.v1.Message": Message.schema,
        "switchboard.v1.TextContent": TextContent.schema,
        "switchboard.v1.TimelineEntry": TimelineEntry.schema,
        "switchboard.v1.SendTextRequest": SendTextRequest.schema,
        "switchboard.v1.GetMessageRequest": GetMessageRequest.schema,
        "switchboard.v1.CancelMessageRequest": CancelMessageRequest.schema,
        "switchboard.v1.RetryMessageRequest": RetryMessageRequest.schema,
        "switchboard.v1.ResolveMessageRequest": ResolveMessageRequest.schema,
        "switchboard.v1.ListMessagesRequest": ListMessagesRequest.schema,
        "switchboard.v1.ListMessagesResponse": ListMessagesResponse.schema,
        "switchboard.v1.WatchMessagesRequest": WatchMessagesRequest.schema,
        "switchboard.v1.MessageUpdate": MessageUpdate.schema,
        "switchboard.v1.MethodRule": MethodRule.schema,
        "switchboard.v1.ReasonRule": ReasonRule.schema,
        "switchboard.v1.RotateSecretKeyRequest": RotateSecretKeyRequest.schema,
        "switchboard.v1.RotateSecretKeyResponse": RotateSecretKeyResponse.schema,
        "switchboard.v1.Session": Session.schema,
        "switchboard.v1.SessionSettings": SessionSettings.schema,
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
        "switchboard.v1.WatchSessionRequest": WatchSessionRequest.schema,
        "switchboard.v1.SessionUpdate": SessionUpdate.schema,
        "switchboard.v1.GetStatusRequest": GetStatusRequest.schema,
        "switchboard.v1.SystemStatus": SystemStatus.schema,
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
    ]
}
