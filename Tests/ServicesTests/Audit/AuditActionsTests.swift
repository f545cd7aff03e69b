// Every method of the contract that changes something leaves an entry in the audit log: who, what, to whom, before and
// after. The table has a line for each; a method that is in neither list fails the first test.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct AuditActionsTests {
    /// What changes nothing, or nothing that is anybody's. A method that is new belongs here or below.
    static let reads: Set<String> = [
        "AnalyticsService/GetOverview", "AnalyticsService/ListUsage", "AnalyticsService/ListApiLogs",
        "AuditService/ListAuditLog", "AuditService/VerifyAuditLog", "AuthService/GetMe",
        "AuthService/ListSignIns", "BridgeService/ListBridges", "BridgeService/GetAuthState",
        "KeysService/ListKeys", "KeysService/GetKey", "SessionsService/ListSessions", "SessionsService/CheckNumber",
        "SessionsService/GetSession",
        "SessionsService/GetSessionStatus", "SystemService/GetStatus", "SystemService/ListServices",
        "SystemService/DescribeService", "SystemService/Diagnose", "JobsService/ListJobs", "UsersService/ListUsers",
        "UsersService/GetUser", "WebhooksService/ListWebhooks", "WebhooksService/GetWebhook",
        "WebhooksService/ListDeliveries", "MessagesService/GetTemplate", "MessagesService/ListTemplates",
        "Health/Check",
        "Health/Watch",
    ]

    /// Tested where they need more than one call.
    static let elsewhere: Set<String> = [
        // SignInAuditTests
        "AuthService/Login", "AuthService/Refresh", "AuthService/Logout",
        // SigningKeyRotationTests
        "AuthService/RotateSigningKey",
        // A bridge's own stream: what it reports is in the events.
        "BridgeService/Attach", "BridgeService/PutAuthState",
        // UploadMediaTests, DownloadMediaTests, BridgeDownloadTests, FetchIncomingTests, BridgeUploadTests
        "MessagesService/UploadMedia", "MessagesService/DownloadMedia", "BridgeService/DownloadMedia",
        "MessagesService/FetchMedia", "BridgeService/UploadMedia",
        // SendBulkTests
        "MessagesService/SendBulk",
        // AuthStateRotationTests
        "SecretsService/RotateSecretKey",
        // PairingCodeTests
        "SessionsService/RequestPairingCode",
        // NoSendTests
        "MessagesService/MarkRead", "MessagesService/SetPresence",
        // JobsServiceTests, BackupServiceTests
        "JobsService/RunJob", "SystemService/Backup",
    ]

    /// Reads of what is nobody else's business: told of where an admin or the operator takes them.
    static let looks: [Action] = [
        Action(method: "SessionsService/GetQrCode", request: #"{"session_id":SESSION}"#, kind: "session", name: "main"),
        Action(
            method: "SessionsService/WatchSession", request: #"{"session_id":SESSION}"#, kind: "session", name: "main"),
        Action(method: "MessagesService/GetMessage", request: #"{"id":MESSAGE}"#, kind: "message"),
        Action(method: "MessagesService/ListMessages", request: #"{"user_id":USER}"#, kind: "user", name: "ada"),
        Action(method: "MessagesService/WatchMessages", request: #"{"id":MESSAGE}"#, kind: "message"),
        Action(method: "MessagesService/GetMedia", request: #"{"id":MEDIA}"#, kind: "media"),
        Action(method: "MessagesService/ListMedia", request: #"{"user_id":USER}"#, kind: "user", name: "ada"),
        Action(method: "EventsService/Watch", request: #"{"user_id":USER}"#, kind: "user", name: "ada"),
    ]

    struct Action: Sendable, CustomTestStringConvertible {
        let method: String
        /// USER, KEY, SESSION, MESSAGE, MEDIA, TEMPLATE, WEBHOOK and DELIVERY stand for ids.
        let request: String
        /// Of the last entry.
        let kind: String
        var name: String?
        /// Members that the entry shows, as JSON; nil: it shows nothing.
        var before: String?
        var after: String?
        /// Entries, where there are more than one.
        var entries = 1
        /// Told of too where the owner does it.
        var isAlwaysTold = false
        /// The owner calls, with an access token.
        var isOwners = false
        var userIsActive = true
        var messageStatus = MessageRecord.Status.pending

        var testDescription: String { method }
    }

    static let actions: [Action] = [
        Action(
            method: "UsersService/CreateUser", request: #"{"username":"bob","password":"canary-password"}"#,
            kind: "user", name: "bob", after: #"{"username":"bob","role":"user","is_active":true}"#),
        Action(
            method: "UsersService/UpdateUser", request: #"{"id":USER,"user":{"role":"admin"},"update_mask":"role"}"#,
            kind: "user", name: "ada", before: #"{"role":"user"}"#, after: #"{"role":"admin"}"#),
        Action(
            method: "UsersService/DeleteUser", request: #"{"id":USER,"purge_messages":true}"#, kind: "user",
            name: "ada", before: #"{"username":"ada","is_active":false}"#, after: #"{"note":"messages purged"}"#,
            entries: 2),
        Action(
            method: "UsersService/ActivateUser", request: #"{"id":USER}"#, kind: "user", name: "ada",
            before: #"{"is_active":false}"#, after: #"{"is_active":true}"#, userIsActive: false),
        Action(
            method: "UsersService/DeactivateUser", request: #"{"id":USER}"#, kind: "user", name: "ada",
            before: #"{"is_active":true}"#, after: #"{"is_active":false}"#),
        Action(
            method: "UsersService/SetPassword", request: #"{"id":USER,"password":"canary-password"}"#, kind: "user",
            name: "ada", after: #"{"note":"password set"}"#),
        Action(
            method: "AuthService/ChangePassword",
            request: #"{"current_password":"canary-password","new_password":"canary-password-2"}"#, kind: "user",
            name: "ada", after: #"{"note":"password changed"}"#, isAlwaysTold: true, isOwners: true),
        Action(
            method: "AuthService/EndSignIn", request: #"{"user_id":USER}"#, kind: "user", name: "ada",
            after: #"{"note":"sign-ins ended"}"#, isAlwaysTold: true),
        Action(
            method: "KeysService/CreateKey", request: #"{"user_id":USER,"name":"new"}"#, kind: "api_key",
            after: #"{"name":"new","is_active":true}"#, isAlwaysTold: true),
        Action(
            method: "KeysService/UpdateKey",
            request: #"{"id":KEY,"api_key":{"name":"other"},"update_mask":"name"}"#, kind: "api_key",
            before: #"{"name":"test"}"#, after: #"{"name":"other"}"#, isAlwaysTold: true),
        Action(
            method: "KeysService/RotateKey", request: #"{"id":KEY}"#, kind: "api_key", after: #"{"name":"test"}"#,
            entries: 2, isAlwaysTold: true),
        Action(
            method: "KeysService/RevokeKey", request: #"{"id":KEY}"#, kind: "api_key", before: #"{"is_active":true}"#,
            after: #"{"is_active":false}"#, isAlwaysTold: true),
        Action(
            method: "SessionsService/CreateSession", request: #"{"user_id":USER,"name":"other"}"#, kind: "session",
            name: "other", after: #"{"name":"other","status":"created"}"#),
        Action(
            method: "SessionsService/UpdateSession",
            request: #"{"id":SESSION,"session":{"name":"other"},"update_mask":"name"}"#, kind: "session",
            name: "main", before: #"{"name":"main"}"#, after: #"{"name":"other"}"#),
        Action(
            method: "SessionsService/DeleteSession", request: #"{"id":SESSION}"#, kind: "session", name: "main",
            before: #"{"name":"main","status":"logged_out"}"#, entries: 2),
        Action(
            method: "SessionsService/InitSession", request: #"{"user_id":USER,"session":"second"}"#, kind: "session",
            name: "second", after: #"{"name":"second"}"#),
        Action(
            method: "SessionsService/DisconnectSession", request: #"{"session_id":SESSION}"#, kind: "session",
            name: "main", before: #"{"status":"connected"}"#, after: #"{"status":"disconnected"}"#),
        Action(
            method: "SessionsService/RestartSession", request: #"{"session_id":SESSION}"#, kind: "session",
            name: "main", before: #"{"status":"connected"}"#, after: #"{"status":"starting"}"#),
        Action(
            method: "SessionsService/LogoutSession", request: #"{"session_id":SESSION}"#, kind: "session",
            name: "main", before: #"{"status":"connected"}"#, after: #"{"status":"logged_out"}"#),
        Action(
            method: "MessagesService/SendText",
            request: #"{"user_id":USER,"recipient":"+491511234567","message":"canary-text"}"#, kind: "message"),
        Action(
            method: "MessagesService/SendLocation",
            request: #"{"user_id":USER,"recipient":"+491511234567","latitude":1,"longitude":2,"name":"canary-place"}"#,
            kind: "message"),
        Action(
            method: "MessagesService/SendMedia",
            request: #"{"user_id":USER,"recipient":"+491511234567","media_id":MEDIA,"caption":"canary-caption"}"#,
            kind: "message"),
        Action(
            method: "MessagesService/SendContact",
            request: """
                {"user_id":USER,"recipient":"+491511234567","contacts":[
                {"display_name":"canary-name","phone_numbers":["+491511234567"]}]}
                """, kind: "message"),
        Action(
            method: "MessagesService/SendPoll",
            request: #"{"user_id":USER,"recipient":"+491511234567","question":"canary?","options":["a","b"]}"#,
            kind: "message"),
        Action(
            method: "MessagesService/SendReaction", request: #"{"message_id":MESSAGE,"emoji":"👍"}"#, kind: "message",
            messageStatus: .sent),
        Action(
            method: "MessagesService/EditMessage", request: #"{"id":MESSAGE,"message":"canary-edit"}"#, kind: "message",
            messageStatus: .sent),
        Action(
            method: "MessagesService/DeleteMessage", request: #"{"id":MESSAGE}"#, kind: "message",
            messageStatus: .sent),
        Action(
            method: "MessagesService/CancelMessage", request: #"{"id":MESSAGE}"#, kind: "message",
            before: #"{"status":"pending"}"#, after: #"{"status":"cancelled"}"#),
        Action(
            method: "MessagesService/RetryMessage", request: #"{"id":MESSAGE}"#, kind: "message",
            before: #"{"status":"failed"}"#, after: #"{"status":"pending"}"#, messageStatus: .failed),
        Action(
            method: "MessagesService/ResolveMessage", request: #"{"id":MESSAGE,"resolution":"failed"}"#,
            kind: "message", before: #"{"status":"unknown"}"#, after: #"{"status":"failed"}"#, messageStatus: .unknown),
        Action(
            method: "MessagesService/CreateTemplate",
            request: #"{"user_id":USER,"name":"reminder","text":"canary {{name}}"}"#, kind: "template",
            name: "reminder", after: #"{"name":"reminder"}"#),
        Action(
            method: "MessagesService/UpdateTemplate",
            request: #"{"id":TEMPLATE,"template":{"name":"other","text":"canary"},"update_mask":"name,text"}"#,
            kind: "template", name: "other", before: #"{"name":"welcome"}"#,
            after: #"{"name":"other","note":"text changed"}"#),
        Action(
            method: "MessagesService/DeleteTemplate", request: #"{"id":TEMPLATE}"#, kind: "template", name: "welcome",
            before: #"{"name":"welcome"}"#),
        Action(
            method: "MessagesService/DeleteMedia", request: #"{"id":MEDIA}"#, kind: "media",
            before: #"{"mime_type":"image/png","size":7}"#),
        Action(
            method: "WebhooksService/CreateWebhook",
            request: #"{"user_id":USER,"url":"http://127.0.0.1:9/canary","headers":[{"name":"x-a","value":"canary"}]}"#,
            kind: "webhook", name: "http://127.0.0.1:9", after: #"{"url":"http://127.0.0.1:9","is_active":true}"#,
            isAlwaysTold: true),
        Action(
            method: "WebhooksService/UpdateWebhook",
            request: #"{"id":WEBHOOK,"webhook":{"url":"http://127.0.0.1:9/canary-2"},"update_mask":"url"}"#,
            kind: "webhook", name: "http://127.0.0.1:9", after: #"{"note":"url changed"}"#, isAlwaysTold: true),
        Action(
            method: "WebhooksService/TestWebhook", request: #"{"id":WEBHOOK}"#, kind: "webhook", isAlwaysTold: true),
        Action(
            method: "WebhooksService/ReplayDeliveries", request: #"{"id":WEBHOOK,"delivery_id":DELIVERY}"#,
            kind: "webhook", after: #"{"note":"delivery 1 replayed"}"#, isAlwaysTold: true),
        Action(
            method: "WebhooksService/RotateWebhookSecret", request: #"{"id":WEBHOOK}"#, kind: "webhook",
            after: #"{"note":"secret rotated"}"#, isAlwaysTold: true),
        Action(
            method: "WebhooksService/DeleteWebhook", request: #"{"id":WEBHOOK}"#, kind: "webhook",
            before: #"{"url":"http://127.0.0.1:9","is_active":true}"#, isAlwaysTold: true),
    ]

    /// A user with one of everything.
    private struct Scene {
        let house: House
        let user: UserRecord
        let entry: MethodEntry
        let request: [UInt8]
        let ids: [String: Int64]
    }

    private static func path(_ method: String) -> String {
        (method.hasPrefix("Health/") ? "grpc.health.v1." : "switchboard.v1.") + method
    }

    private static func scene(_ action: Action) async throws -> Scene {
        let house = try House.whole()
        let made = try await house.user("ada", isActive: action.userIsActive)
        let hash = PasswordHash(of: "canary-password", iterations: 10).text
        let key = try await house.key(of: made, scopes: [.messagesRead])
        _ = try await house.signIn(made)
        let now = house.clock.now()
        let box = house.box
        let (user, session, message, media, template, webhook) = try await house.store.write { db in
            var user = made
            user.passwordHash = hash
            try db.users.update(from: made, to: user)
            var linked = SessionRecord(
                userID: user.id, name: "main", status: .connected, isLinked: true, createdAt: now)
            linked.isWanted = true
            let session = try db.sessions.insert(linked)
            var row = MessageRecord(
                userID: user.id, sessionID: session, direction: .outbound, kind: .text,
                status: action.messageStatus, recipient: "+491511234567", createdAt: now, content: "canary-text")
            if action.messageStatus == .sent {
                row.providerMessageID = "3EB0"
                row.sentAt = now
            }
            let message = try db.messages.insert(row)
            let media = try db.media.insert(
                MediaRecord(
                    userID: user.id, kind: .image, mimeType: "image/png", fileName: "canary.png", size: 7,
                    createdAt: now, sha256: [UInt8](repeating: 1, count: 32), storedName: MediaFolder.newName()))
            let template = try db.templates.insert(
                TemplateRecord(userID: user.id, name: "welcome", text: "canary {{name}}", createdAt: now))
            let webhook = try db.webhooks.insert(
                WebhookRecord(userID: user.id, url: "http://127.0.0.1:9/canary", position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: webhook, in: db)
            var delivery = DeliveryRecord(
                webhookID: webhook, sequence: 1, state: .dead, event: EventRecord(cursor: 1, at: now, type: "a.b"))
            delivery.finishedAt = now
            try db.deliveries.put(delivery)
            return (user, session, message, media.id, template, webhook)
        }
        let ids = [
            "USER": user.id, "KEY": key.record.id, "SESSION": session, "MESSAGE": message, "MEDIA": media,
            "TEMPLATE": template, "WEBHOOK": webhook, "DELIVERY": 1,
        ]
        var json = action.request
        for (name, id) in ids { json = json.replacing(name, with: String(id)) }
        let entry = try #require(DescriptorSet.methods[path(action.method)])
        return Scene(
            house: house, user: user, entry: entry, request: try entry.request.bytes(fromJSON: json), ids: ids)
    }

    private static func entries(_ house: House) async throws -> [AuditRecord] {
        try await house.store.read { db in try db.audit.rows(after: 0, limit: 100) }
    }

    private static func shows(_ text: String, _ expected: String?, _ what: String) throws {
        guard let expected else { return }
        let object = try #require(try? JSONValue(parsing: text), "\(what) is \(text)")
        guard case .object(let members) = try JSONValue(parsing: expected) else { return }
        for member in members { #expect(object[member.key] == member.value, "\(what) \(member.key) in \(text)") }
    }

    @Test func everyMethodIsAReadOrHasItsEntryTested() {
        let known = Self.reads.union(Self.elsewhere).union((Self.actions + Self.looks).map(\.method))
        #expect(Set(AccessTable.rules.keys) == Set(known.map(Self.path)))
    }

    @Test(arguments: actions)
    func whatAnAdminDoesIsToldOf(action: Action) async throws {
        let scene = try await Self.scene(action)
        let house = scene.house
        let caller: Caller =
            action.isOwners ? .token(try await house.signIn(scene.user).access) : .operator
        _ = try await house.call(scene.entry.method, scene.request, as: caller, requestID: "the-request")
        let entries = try await Self.entries(house)
        #expect(entries.count == action.entries)
        for entry in entries {
            #expect(entry.who == (action.isOwners ? "user(\(scene.user.id))" : "operator(\(House.operatorUID))"))
            #expect(entry.username == (action.isOwners ? "ada" : ""))
            #expect(entry.method == scene.entry.method.path)
            #expect(entry.targetKind == action.kind)
            #expect(entry.targetID > 0)
            #expect(entry.outcome == "OK" && entry.times == 1)
            #expect(entry.transport == (action.isOwners ? "tcp" : "unix"))
            #expect(entry.ip == (action.isOwners ? "192.0.2.7" : ""))
            #expect(entry.requestID == "the-request")
            #expect(entry.at == house.clock.now())
            let whole = "\(entry)"
            for canary in ["canary", "pbkdf2", "491511234567"] { #expect(!whole.contains(canary), "\(whole)") }
        }
        let last = try #require(entries.last)
        if let name = action.name { #expect(last.targetName == name) }
        if action.before == nil { #expect(last.before == "") }
        if action.after == nil { #expect(last.after == "") }
        try Self.shows(last.before, action.before, "before")
        try Self.shows(last.after, action.after, "after")
        let verdict = try await AuditClient(house.client(as: .operator)).verifyAuditLog(.init())
        #expect(verdict.isIntact, "\(verdict)")
        #expect(verdict.checked == Int64(action.entries))
    }

    @Test(arguments: actions.filter { AccessTable.rules[path($0.method)]?.access.contains(.user) == true })
    func whatPeopleDoWithTheirOwnIsToldOfWhereItIsKeysAndPasswords(action: Action) async throws {
        let scene = try await Self.scene(action)
        let access = try await scene.house.signIn(scene.user).access
        _ = try await scene.house.call(scene.entry.method, scene.request, as: .token(access))
        let entries = try await Self.entries(scene.house)
        #expect(entries.count == (action.isAlwaysTold ? action.entries : 0))
        for entry in entries { #expect(entry.who == "user(\(scene.user.id))" && entry.username == "ada") }
    }

    @Test func aKeyIsNamedBesideItsUser() async throws {
        let house = try House.whole()
        let root = try await house.user("root", role: .admin)
        let ada = try await house.user("ada")
        let key = try await house.key(of: root, scopes: .ofAdmins)
        _ = try await UsersClient(house.client(as: .key(key.secret))).deactivateUser(.with { $0.id = ada.id })
        let entry = try #require(try await Self.entries(house).first)
        #expect(entry.who == "user(\(root.id))" && entry.username == "root" && entry.keyPrefix == key.record.prefix)
    }

    // MARK: Looks at what is another's

    @Test(arguments: looks)
    func whoLooksAtWhatIsAnothersIsToldOfOnceInAWhile(action: Action) async throws {
        let scene = try await Self.scene(action)
        let house = scene.house
        let access = try await house.signIn(scene.user).access
        try await Self.showCode(scene)
        // The owner's own looks are nobody's business.
        _ = try await house.call(scene.entry.method, scene.request, as: .token(access))
        #expect(try await Self.entries(house).isEmpty)
        for _ in 0..<3 { _ = try await house.call(scene.entry.method, scene.request, as: .operator) }
        let entries = try await Self.entries(house)
        #expect(entries.count == 1)
        let entry = try #require(entries.first)
        #expect(entry.who == "operator(\(House.operatorUID))" && entry.method == scene.entry.method.path)
        #expect(entry.targetKind == action.kind && entry.targetID > 0 && entry.outcome == "OK")
        if let name = action.name { #expect(entry.targetName == name) }
        for canary in ["canary", "491511234567"] { #expect(!"\(entry)".contains(canary)) }
        // Somebody else, and later, are entries of their own.
        let root = try await house.user("root", role: .admin)
        let key = try await house.key(of: root, scopes: .ofAdmins)
        _ = try await house.call(scene.entry.method, scene.request, as: .key(key.secret))
        house.clock.advance(by: .seconds(600))
        try await Self.showCode(scene)
        _ = try await house.call(scene.entry.method, scene.request, as: .operator)
        let all = try await Self.entries(house)
        #expect(all.map(\.who) == [entry.who, "user(\(root.id))", entry.who])
    }

    @Test(arguments: looks)
    func whatCannotBeToldOfIsNotShown(action: Action) async throws {
        let scene = try await Self.scene(action)
        try await Self.showCode(scene)
        try await scene.house.store.write { db in
            _ = try db.execute("ALTER TABLE audit_log RENAME TO elsewhere")
        }
        let refused = await refusal {
            _ = try await scene.house.call(scene.entry.method, scene.request, as: .operator)
        }
        #expect(refused?.reason == "INTERNAL")
    }

    /// Gives the session a code to scan.
    private static func showCode(_ scene: Scene) async throws {
        let until = scene.house.clock.now() + .seconds(60)
        let id = scene.ids["SESSION"] ?? 0
        try await scene.house.store.write { db in
            _ = try db.execute(
                "UPDATE sessions SET status = ?, qr_code = 'canary-code', qr_expires_at = ? WHERE id = ?",
                Int64(SessionRecord.Status.qrPending.rawValue), until, id)
        }
    }

    @Test func aListOfEverybodysMessagesSaysSo() async throws {
        let house = try House.whole()
        _ = try await MessagesClient(house.client(as: .operator)).listMessages(.init())
        let entry = try #require(try await Self.entries(house).first)
        #expect(entry.targetKind == "user" && entry.targetID == 0 && entry.targetName == "")
    }

    // MARK: One transaction

    @Test func whatIsRefusedOrChangesNothingLeavesNoEntry() async throws {
        let house = try House.whole()
        let root = try await house.user("root", role: .admin)
        let ada = try await house.user("ada")
        let users = UsersClient(house.client(as: .operator))
        #expect(await refusal { _ = try await users.deactivateUser(.with { $0.id = root.id }) }?.reason == "LAST_ADMIN")
        #expect(await refusal { _ = try await users.deleteUser(.with { $0.id = root.id }) }?.reason == "LAST_ADMIN")
        #expect(
            await refusal { _ = try await users.createUser(.with { $0.username = "ADA" }) }?.reason == "ALREADY_EXISTS")
        _ = try await users.activateUser(.with { $0.id = ada.id })
        let ended = try await AuthClient(house.client(as: .operator)).endSignIn(.with { $0.userId = ada.id })
        #expect(ended.ended == 0)
        #expect(try await Self.entries(house).isEmpty)
    }

    @Test func aRepeatIsAnsweredWithoutASecondEntry() async throws {
        let house = try House.whole()
        let users = UsersClient(house.client(as: .operator))
        for _ in 0..<2 {
            _ = try await users.createUser(
                .with {
                    $0.username = "ada"
                    $0.idempotencyKey = "k"
                })
        }
        #expect(try await Self.entries(house).count == 1)
    }

    @Test func whatCannotBeToldOfIsNotDone() async throws {
        let house = try House.whole()
        let ada = try await house.user("ada")
        try await house.store.write { db in _ = try db.execute("ALTER TABLE audit_log RENAME TO elsewhere") }
        let users = UsersClient(house.client(as: .operator))
        #expect(await refusal { _ = try await users.deactivateUser(.with { $0.id = ada.id }) }?.reason == "INTERNAL")
        let stored = try await house.store.read { db in try db.users.get(ada.id) }
        #expect(stored?.isActive == true)
    }
}
