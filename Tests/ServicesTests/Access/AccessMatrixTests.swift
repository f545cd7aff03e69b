// Every method of the descriptors called by every kind of caller, through the whole line: what the access table says is
// what happens, and it happens before the handler. Real credentials, real interceptors; behind them stands a gate that
// says who got that far.
import Codec
import Contract
import RPC
import Store
import TestKit
import Testing

@testable import Services

@Suite struct AccessMatrixTests {
    /// Ends every call that comes through, saying so.
    private struct Gate: ServerInterceptor {
        func intercept(_ context: CallContext, _ next: () async throws -> Void) async throws {
            throw RPCError(.aborted, reason: "CAME_THROUGH", message: "")
        }
    }

    /// A caller, and what they are by right.
    private struct Kind {
        let name: String
        let caller: Caller
        /// Refused with this by whatever method, before it is asked what that admits.
        var isWrong: String?
        var isUser = false
        var isAdmin = false
        var isBridge = false
        /// Of a key; nil = bound to none.
        var scopes: [String]?
    }

    private let house: House
    private let user: UserRecord
    private let admin: UserRecord

    init() async throws {
        house = try House.whole(behind: [Gate()])
        user = try await house.user("ada")
        admin = try await house.user("root", role: .admin)
    }

    private func key(_ owner: UserRecord, _ scopes: ScopeSet) async throws -> Caller {
        .key(try await house.key(of: owner, scopes: scopes).secret)
    }

    /// - Parameter needed: what a key must have for the method.
    private func kinds(needed: ScopeSet) async throws -> [Kind] {
        let all = ScopeSet.ofAdmins
        let lacking = needed.isEmpty ? ScopeSet.messagesRead : all.subtracting(needed)
        let inactive = try await house.user("idle-\(UInt64.random(in: 0 ... .max))", isActive: false)
        let ended = try await house.signIn(user)
        try await house.store.write { [clock = house.clock] db in
            _ = try db.signIns.end(family: ended.record.family, reason: "test", at: clock.now())
        }
        let expired = house.accessTokens.make(
            .init(userID: user.id, family: ended.record.family), at: house.clock.now() - .seconds(3_600))
        var kinds = [
            Kind(name: "nobody", caller: .nobody),
            Kind(name: "nobody over HTTP", caller: .http),
            Kind(
                name: "operator's uid over HTTP",
                caller: Caller("http", peer: Peer(transport: .http, uid: House.operatorUID, listener: "rpc"))),
            Kind(name: "wrong key", caller: .key(APIKeyText.make()), isWrong: "INVALID_CREDENTIALS"),
            Kind(
                name: "wrong key on the operator's socket", caller: .key(APIKeyText.make(), peer: Caller.operator.peer),
                isWrong: "INVALID_CREDENTIALS"),
            Kind(name: "wrong token", caller: .token("a.b.c"), isWrong: "INVALID_CREDENTIALS"),
            Kind(name: "expired token", caller: .token(expired), isWrong: "TOKEN_EXPIRED"),
            Kind(name: "ended sign-in", caller: .token(ended.access), isWrong: "TOKEN_REVOKED"),
            Kind(name: "inactive user's key", caller: try await key(inactive, all), isWrong: "USER_INACTIVE"),
            Kind(name: "user", caller: .token(try await house.signIn(user).access), isUser: true),
            Kind(
                name: "admin", caller: .token(try await house.signIn(admin).access), isUser: true, isAdmin: true),
            Kind(name: "operator", caller: .operator, isAdmin: true),
            Kind(name: "bridge", caller: .bridge, isBridge: true),
            Kind(
                name: "bridge's key", caller: try await key(user, .bridge), isUser: true, isBridge: true,
                scopes: ["bridge"]),
        ]
        for (owner, name) in [(user, "user"), (admin, "admin")] {
            for (scopes, what) in [(needed, "with"), (lacking, "without")] {
                kinds.append(
                    Kind(
                        name: "\(name)'s key \(what) the scope", caller: try await key(owner, scopes), isUser: true,
                        isAdmin: owner.role == .admin, isBridge: scopes.contains(.bridge), scopes: scopes.words))
            }
        }
        return kinds
    }

    /// What the contract says, spelled out without the code under test.
    private func expected(_ rule: AccessRule, _ method: Method, _ kind: Kind) -> String {
        let through = "CAME_THROUGH"
        if let wrong = kind.isWrong {
            let carriesItsOwn =
                method.service == "switchboard.v1.AuthService" && ["Login", "Refresh", "Logout"].contains(method.name)
            return carriesItsOwn && wrong.hasPrefix("TOKEN_") ? through : wrong
        }
        let isHealth = method.service == "grpc.health.v1.Health"
        if kind.caller.peer.listener == "bridge", !isHealth, !rule.access.contains(.bridge) {
            return "PERMISSION_DENIED"
        }
        if rule.access.contains(.public) { return through }
        guard kind.isUser || kind.isAdmin || kind.isBridge else { return "NOT_AUTHENTICATED" }
        guard
            rule.access.contains(.user) && kind.isUser || rule.access.contains(.admin) && kind.isAdmin
                || rule.access.contains(.bridge) && kind.isBridge
        else { return "PERMISSION_DENIED" }
        if let scope = rule.scope, let has = kind.scopes, !has.contains(scope) { return "SCOPE_MISSING" }
        return through
    }

    @Test func everyMethodIsClassifiedAndServed() throws {
        #expect(Set(DescriptorSet.methods.keys) == Set(AccessTable.rules.keys))
        #expect(DescriptorSet.methods.count >= 40)
        for (path, rule) in AccessTable.rules {
            #expect(!rule.access.isEmpty, "\(path) admits nobody")
            if let scope = rule.scope { #expect(ScopeSet(word: scope) != nil, "\(path)") }
        }
    }

    @Test(arguments: DescriptorSet.methods.keys.sorted())
    func whatTheTableSaysIsWhatHappens(path: String) async throws {
        let method = try #require(DescriptorSet.methods[path]).method
        let rule = try #require(AccessTable.rules[path], "the method is not classified")
        let needed = rule.scope.flatMap { ScopeSet(word: $0) } ?? []
        for kind in try await kinds(needed: needed) {
            let refused = await refusal { _ = try await house.call(method, as: kind.caller) }
            #expect(refused?.reason == expected(rule, method, kind), "\(kind.name) calls \(path)")
        }
    }
}

@Suite struct OthersThingsTests {
    /// What the method needs beside the id to get as far as looking for it.
    private static let beside: [String: String] = [
        "SendText": #""recipient":"+491511234567","message":"hi""#,
        "SendText#template_id": #""recipient":"+491511234567""#,
        "CreateTemplate": #""name":"other","text":"hi""#,
        "UpdateTemplate": #""template":{"description":"other"},"update_mask":"description""#,
        "ResolveMessage": #""resolution":"sent""#,
        "SendLocation": #""recipient":"+491511234567","latitude":1,"longitude":2"#,
        // The first user's own.
        "SendMedia": #""recipient":"+491511234567","media_id":1"#,
        "SendMedia#media_id": #""recipient":"+491511234567""#,
        "SendContact":
            #""recipient":"+491511234567","contacts":[{"display_name":"Ada","phone_numbers":["+491511234567"]}]"#,
        "SendPoll": #""recipient":"+491511234567","question":"Who?","options":["a","b"]"#,
        "SendReaction": #""emoji":"👍""#, "EditMessage": #""message":"hi""#,
        "SetPresence": #""recipient":"+491511234567","presence":"typing""#,
        "CreateWebhook": #""url":"http://127.0.0.1:9/""#,
        "UpdateWebhook": #""webhook":{"description":"other"},"update_mask":"description""#,
        "ReplayDeliveries": #""delivery_id":1"#, "ReplayDeliveries#delivery_id": #""id":1"#,
        "UpdateSession": #""session":{"settings":{"pacing":"fast"}},"update_mask":"settings""#,
        "UpdateKey": #""api_key":{"name":"other"},"update_mask":"name""#,
        "CreateKey": #""name":"other""#,
        "CreateSession": #""name":"other""#, "GetSession#user_id": #""session":"main""#,
        "DeleteSession#user_id": #""session":"main""#,
        "CheckNumber": #""phone_number":"+491511234567""#,
        "CheckNumber#user_id": #""session":"main","phone_number":"+491511234567""#,
        "RequestPairingCode": #""phone_number":"+491511234567""#,
        "RequestPairingCode#user_id": #""session":"main","phone_number":"+491511234567""#,
    ]

    /// Everything of one user.
    private struct Things: Sendable, Equatable {
        let user: UserRecord
        let key: KeyRecord
        let session: SessionRecord
        let message: MessageRecord
        let signIn: SignInRecord
        let media: MediaRecord
        let template: TemplateRecord
        let webhook: WebhookRecord
        let delivery: DeliveryRecord

        var ids: IDs {
            IDs(
                user: user.id, key: key.id, session: session.id, message: message.id, signIn: signIn.family,
                media: media.id, template: template.id, webhook: webhook.id, delivery: delivery.id)
        }

        /// The id that a field of a request asks for.
        func id(_ field: String, of method: Method) -> Int64? {
            switch (field, method.service.split(separator: ".").last) {
            case ("user_id", _), ("id", "UsersService"): user.id
            case ("session_id", _), ("id", "SessionsService"): session.id
            case ("media_id", _): media.id
            case ("id", "MessagesService") where method.name.hasSuffix("Media"): media.id
            case ("template_id", _): template.id
            case ("id", "MessagesService") where method.name.hasSuffix("Template"): template.id
            case ("reply_to_id", _), ("message_id", _), ("id", "MessagesService"): message.id
            case ("id", "KeysService"): key.id
            case ("id", "WebhooksService"): webhook.id
            case ("delivery_id", _): delivery.id
            case ("id", "AuthService"): signIn.id
            default: nil
            }
        }
    }

    private static func things(of user: UserRecord, in house: House) async throws -> Things {
        let key = try await house.key(of: user, scopes: [.messagesRead])
        let now = house.clock.now()
        let box = house.box
        let signIn = try await house.signIn(user).record.family
        let ids = try await house.store.write { db in
            let session = try db.sessions.insert(
                SessionRecord(userID: user.id, name: "main", status: .connected, isLinked: true, createdAt: now))
            var row = MessageRecord(
                userID: user.id, sessionID: session, direction: .outbound, kind: .text, status: .sent,
                recipient: "+491511234567", providerMessageID: "3EB0", createdAt: now, content: "hi")
            row.sentAt = now
            let message = try db.messages.insert(row)
            let media = try db.media.insert(
                MediaRecord(
                    userID: user.id, kind: .image, mimeType: "image/png", fileName: "a.png", size: 7, createdAt: now,
                    sha256: [UInt8](repeating: 1, count: 32), storedName: MediaFolder.newName()))
            let template = try db.templates.insert(
                TemplateRecord(userID: user.id, name: "welcome", text: "hi", createdAt: now))
            let webhook = try db.webhooks.insert(
                WebhookRecord(userID: user.id, url: "http://127.0.0.1:9/", position: 0, createdAt: now))
            try WebhookSecrets(box: box).put([1], .secret, of: webhook, in: db)
            var delivery = DeliveryRecord(
                webhookID: webhook, sequence: 1, state: .dead, event: EventRecord(cursor: 1, at: now, type: "a.b"))
            delivery.finishedAt = now
            try db.deliveries.put(delivery)
            return IDs(
                user: user.id, key: key.record.id, session: session, message: message, signIn: signIn, media: media.id,
                template: template, webhook: webhook,
                delivery: try db.scalar("SELECT max(id) FROM webhook_deliveries") ?? 0)
        }
        return try await again(ids, house)
    }

    private struct IDs: Sendable {
        var user, key, session, message: Int64
        var signIn: String
        var media, template, webhook, delivery: Int64
    }

    private static func again(_ ids: IDs, _ house: House) async throws -> Things {
        try await house.store.read { db in
            guard let user = try db.users.get(ids.user), let key = try db.keys.get(ids.key),
                let session = try db.sessions.get(ids.session), let message = try db.messages.get(ids.message),
                let signIn = try db.signIns.get(family: ids.signIn), let media = try db.media.get(ids.media),
                let template = try db.templates.get(ids.template), let webhook = try db.webhooks.get(ids.webhook),
                let delivery = try db.deliveries.get(ids.delivery, webhookID: ids.webhook)
            else { throw StoreError.noSuchRow("something was deleted") }
            return Things(
                user: user, key: key, session: session, message: message, signIn: signIn, media: media,
                template: template, webhook: webhook, delivery: delivery)
        }
    }

    /// Every field of a request that could name something of somebody else's.
    static let fields: [String] = DescriptorSet.methods.flatMap { path, entry -> [String] in
        guard AccessTable.rules[path]?.access.contains(.user) == true else { return [] }
        return entry.request.fields.filter {
            $0.kind == .int64 && !$0.isRepeated && ($0.name == "id" || $0.name.hasSuffix("_id"))
                && $0.name != "after_id"
        }.map { "\(path)#\($0.name)" }
    }.sorted()

    /// The whole answer, as the caller can see it.
    private static func answer(_ house: House, _ method: Method, _ request: [UInt8], _ caller: Caller) async -> String {
        do {
            let bytes = try await house.call(method, request, as: caller)
            return "OK \(bytes.map { $0.description } ?? "without an item")"
        } catch let error as RPCError {
            let violations = error.violations.map { "\($0.field):\($0.description)" }
            let metadata = error.metadata.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            return """
                \(error.reason) \(error.code) \(error.message) \(violations) \(metadata) \(error.hint ?? "-") \
                \(error.retryAfter.map { "\($0)" } ?? "-") \(error.requestID ?? "-") \(error.details.count)
                """
        } catch {
            return "\(error)"
        }
    }

    @Test func thereAreSuchFieldsForEveryKindOfThing() {
        #expect(Self.fields.count >= 30)
        for field in [
            "switchboard.v1.UsersService/GetUser#id", "switchboard.v1.KeysService/RotateKey#id",
            "switchboard.v1.SessionsService/GetQrCode#session_id",
            "switchboard.v1.MessagesService/SendText#reply_to_id",
            "switchboard.v1.MessagesService/WatchMessages#id", "switchboard.v1.AnalyticsService/ListUsage#user_id",
        ] { #expect(Self.fields.contains(field)) }
    }

    @Test(arguments: fields)
    func whatIsAnothersIsAnsweredLikeWhatDoesNotExist(place: String) async throws {
        let parts = place.split(separator: "#").map(String.init)
        let entry = try #require(DescriptorSet.methods[parts[0]])
        let (method, field) = (entry.method, parts[1])
        let house = try House.whole()
        let ada = try await house.user("ada")
        let eve = try await house.user("eve")
        let (own, others) = (try await Self.things(of: ada, in: house), try await Self.things(of: eve, in: house))
        func request(_ id: Int64) throws -> [UInt8] {
            let beside = Self.beside["\(method.name)#\(field)"] ?? Self.beside[method.name]
            let rest = beside.map { ",\($0)" } ?? ""
            return try entry.request.bytes(fromJSON: "{\"\(field)\":\(id)\(rest)}")
        }
        let othersID = try #require(others.id(field, of: method), "say which id \(place) asks for")
        let ownID = try #require(own.id(field, of: method))
        for caller in [
            Caller.token(try await house.signIn(ada).access),
            .key(try await house.key(of: ada, scopes: .ofUsers).secret),
        ] {
            // What no key of a plain user may ask for tells it nothing at all.
            let scope = AccessTable.rules[parts[0]]?.scope.flatMap { ScopeSet(word: $0) } ?? []
            if caller.metadata["authorization"]?.hasPrefix("ApiKey") == true, !ScopeSet.ofUsers.isSuperset(of: scope) {
                continue
            }
            let anothers = await Self.answer(house, method, try request(othersID), caller)
            let nobodys = await Self.answer(house, method, try request(8_888_888), caller)
            #expect(anothers == nobodys)
            let reason = anothers.prefix { $0 != " " }
            switch field {
            // For whom one acts is a question of rights, and asked before anything is looked for.
            case "user_id": #expect(["NOT_FOUND", "PERMISSION_DENIED"].contains(reason), "\(anothers)")
            // A field of a message that is not sent then.
            case "reply_to_id", "media_id", "template_id": #expect(reason == "VALIDATION_ERROR", "\(anothers)")
            default: #expect(reason == "NOT_FOUND", "\(anothers)")
            }
        }
        #expect(try await Self.again(others.ids, house) == others)
        // One's own gets further, so that what was refused above was refused for whose it is.
        // Nobody reads what they sent, nor fetches a file of it.
        guard method.kind == .unary, !["MarkRead", "FetchMedia"].contains(method.name) else { return }
        let mine = await Self.answer(
            house, method, try request(ownID), .token(try await house.signIn(ada).access))
        #expect(!mine.hasPrefix("NOT_FOUND ") && !mine.hasPrefix("PERMISSION_DENIED "), "\(mine)")
        #expect(!mine.hasPrefix("VALIDATION_ERROR "), "\(mine)")
    }
}
