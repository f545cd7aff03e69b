// Who may call what: every method of the contract against every kind of caller, and the rules behind it one by one.
import Contract
import RPC
import Testing

@testable import Services

@Suite struct AccessPolicyTests {
    /// A kind of caller with what it is expected to get past.
    struct Kind: Sendable, CustomStringConvertible {
        let description: String
        let principal: Services.Principal?
        let listener: String
        let isUser: Bool
        let isAdmin: Bool
        let isBridge: Bool
        /// Nil = bound to no scope.
        let scopes: ScopeSet?
    }

    private static func key(_ role: Role, _ scopes: ScopeSet) -> Services.Principal {
        Services.Principal(
            kind: scopes == .bridge ? .bridge : .apiKey, userID: 5, username: "ada", role: role,
            keyPrefix: "sbk_01234567", keyID: 9, scopes: scopes)
    }

    private static let user = Services.Principal(kind: .user, userID: 5, role: .user)
    private static let admin = Services.Principal(kind: .user, userID: 6, role: .admin)
    private static let operatorPeer = Services.Principal(kind: .operator, role: .admin, uid: 0)
    private static let bridgePeer = Services.Principal(kind: .bridge, role: .unspecified, uid: 0)

    static let kinds: [Kind] = {
        var kinds = [
            Kind(
                description: "nobody", principal: nil, listener: "rpc", isUser: false, isAdmin: false, isBridge: false,
                scopes: nil),
            Kind(
                description: "user", principal: user, listener: "http", isUser: true, isAdmin: false, isBridge: false,
                scopes: nil),
            Kind(
                description: "admin", principal: admin, listener: "tcp", isUser: true, isAdmin: true, isBridge: false,
                scopes: nil),
            Kind(
                description: "operator", principal: operatorPeer, listener: "rpc", isUser: false, isAdmin: true,
                isBridge: false, scopes: nil),
            Kind(
                description: "bridge by uid", principal: bridgePeer, listener: "bridge", isUser: false, isAdmin: false,
                isBridge: true, scopes: nil),
            Kind(
                description: "user's key on bridge.sock", principal: key(.user, .ofUsers), listener: "bridge",
                isUser: true, isAdmin: false, isBridge: false, scopes: .ofUsers),
            Kind(
                description: "nobody on bridge.sock", principal: nil, listener: "bridge", isUser: false, isAdmin: false,
                isBridge: false, scopes: nil),
        ]
        for role in [Role.user, .admin] {
            for word in ScopeSet.ofAdmins.words {
                let scopes = ScopeSet(word: word) ?? []
                kinds.append(
                    Kind(
                        description: "\(role) key \(word)", principal: key(role, scopes), listener: "tcp", isUser: true,
                        isAdmin: role == .admin, isBridge: scopes == .bridge, scopes: scopes))
            }
        }
        return kinds
    }()

    /// The contract's own words, spelled out a second time and without the code under test.
    private func expected(_ rule: AccessRule, health: Bool, _ kind: Kind) -> String? {
        if kind.listener == "bridge", !health, !rule.access.contains(.bridge) { return "PERMISSION_DENIED" }
        if rule.access.contains(.public) { return nil }
        guard kind.principal != nil else { return "NOT_AUTHENTICATED" }
        let admitted =
            rule.access.contains(.user) && kind.isUser || rule.access.contains(.admin) && kind.isAdmin
            || rule.access.contains(.bridge) && kind.isBridge
        guard admitted else { return "PERMISSION_DENIED" }
        if let word = rule.scope, let scopes = kind.scopes, !scopes.words.contains(word) { return "SCOPE_MISSING" }
        return nil
    }

    @Test(arguments: AccessTable.rules.keys.sorted())
    func everyKindOfCallerGetsWhatTheContractSays(path: String) throws {
        let rule = try #require(AccessTable.rules[path])
        let service = String(try #require(path.split(separator: "/").first))
        let requirement = try #require(AccessRequirement(rule, service: service), "the scope does not exist")
        for kind in Self.kinds {
            let refusal = AccessPolicy.refusal(of: requirement, for: kind.principal, listener: kind.listener)
            #expect(
                refusal?.reason == expected(rule, health: service == "grpc.health.v1.Health", kind),
                "\(kind) calls \(path)")
        }
    }

    @Test func someMethodsAreSpelledOutByHand() throws {
        func reason(_ path: String, _ principal: Services.Principal?, _ listener: String = "tcp") throws -> String? {
            let rule = try #require(AccessTable.rules[path])
            let requirement = AccessRequirement(rule, service: String(path.split(separator: "/")[0]))
            return AccessPolicy.refusal(of: requirement, for: principal, listener: listener)?.reason
        }
        let send = "switchboard.v1.MessagesService/SendText"
        #expect(try reason(send, nil) == "NOT_AUTHENTICATED")
        #expect(try reason(send, Self.key(.user, .messagesSend)) == nil)
        #expect(try reason(send, Self.key(.user, .messagesRead)) == "SCOPE_MISSING")
        #expect(try reason(send, Self.bridgePeer, "bridge") == "PERMISSION_DENIED")
        #expect(try reason(send, Self.operatorPeer, "rpc") == nil)
        let list = "switchboard.v1.UsersService/ListUsers"
        // The role before the scope: a plain user learns nothing about scopes here.
        #expect(try reason(list, Self.key(.user, .messagesRead)) == "PERMISSION_DENIED")
        #expect(try reason(list, Self.key(.admin, .messagesRead)) == "SCOPE_MISSING")
        #expect(try reason(list, Self.key(.admin, .admin)) == nil)
        let attach = "switchboard.v1.BridgeService/Attach"
        #expect(try reason(attach, Self.bridgePeer, "bridge") == nil)
        #expect(try reason(attach, Self.key(.user, .bridge)) == nil)
        #expect(try reason(attach, Self.operatorPeer, "rpc") == "PERMISSION_DENIED")
        #expect(try reason(attach, Self.key(.admin, .admin)) == "PERMISSION_DENIED")
        let health = "grpc.health.v1.Health/Check"
        #expect(try reason(health, nil, "bridge") == nil)
        #expect(try reason(health, nil, "rpc") == nil)
    }

    @Test func whatHasNoRuleIsOpenToNobody() {
        for kind in Self.kinds {
            let refusal = AccessPolicy.refusal(of: nil, for: kind.principal, listener: kind.listener)
            #expect(refusal?.reason == "PERMISSION_DENIED")
        }
        let broken = AccessRule(access: .public, scope: "no:such", idempotent: false, success: "")
        #expect(AccessRequirement(broken, service: "x.Y") == nil)
    }

    @Test func theMissingScopeIsNamed() throws {
        let requirement = AccessRequirement(
            AccessRule(access: .user, scope: "messages:send", idempotent: false, success: ""), service: "x.Y")
        let refusal = try #require(
            AccessPolicy.refusal(of: requirement, for: Self.key(.user, .messagesRead), listener: "tcp"))
        #expect(refusal.metadata == ["scope": "messages:send"])
        #expect(refusal.code == .permissionDenied)
    }
}

@Suite struct ScopeSetTests {
    @Test func everyWordIsAScopeOfItsOwn() {
        let words = ScopeSet.ofAdmins.words
        #expect(words.count == 14)
        #expect(Set(words.compactMap { ScopeSet(word: $0)?.rawValue }).count == 14)
        for word in words { #expect(ScopeSet(word: word)?.words == [word]) }
        #expect(!ScopeSet.ofUsers.contains(.admin))
        #expect(!ScopeSet.ofUsers.contains(.bridge))
    }

    @Test(arguments: ["", "Messages:send", "messages", "messages:send ", "messages:*", "*"])
    func otherWordsAreNone(word: String) {
        #expect(ScopeSet(word: word) == nil)
    }

    @Test func everyScopeOfTheContractExists() {
        for (path, rule) in AccessTable.rules {
            if let scope = rule.scope { #expect(ScopeSet(word: scope) != nil, "\(path)") }
        }
    }
}

@Suite struct TenancyTests {
    private let ada = Services.Principal(kind: .user, userID: 5, role: .user)
    private let root = Services.Principal(kind: .user, userID: 6, role: .admin)
    private let peer = Services.Principal(kind: .operator, role: .admin, uid: 0)
    private let boundAdmin = Services.Principal(kind: .apiKey, userID: 6, role: .admin, scopes: .messagesRead)

    private func reason(_ body: () throws -> some Any) -> String? {
        do {
            _ = try body()
            return nil
        } catch {
            return (error as? RPCError)?.reason
        }
    }

    @Test func whatIsMadeBelongsToWhomItShould() throws {
        #expect(try Tenancy.owner(of: 0, principal: ada) == 5)
        #expect(try Tenancy.owner(of: 5, principal: ada) == 5)
        #expect(reason { try Tenancy.owner(of: 6, principal: ada) } == "PERMISSION_DENIED")
        #expect(try Tenancy.owner(of: 0, principal: root) == 6)
        #expect(try Tenancy.owner(of: 5, principal: root) == 5)
        #expect(try Tenancy.owner(of: 5, principal: peer) == 5)
        #expect(reason { try Tenancy.owner(of: 0, principal: peer) } == "VALIDATION_ERROR")
        #expect(reason { try Tenancy.owner(of: -1, principal: root) } == "VALIDATION_ERROR")
        #expect(reason { try Tenancy.owner(of: 5, principal: boundAdmin) } == "PERMISSION_DENIED")
    }

    @Test func whatIsAnothersIsNotThere() throws {
        #expect(reason { try Tenancy.visible(ownerID: 5, to: ada) } == nil)
        #expect(reason { try Tenancy.visible(ownerID: 6, to: ada) } == "NOT_FOUND")
        #expect(reason { try Tenancy.visible(ownerID: 5, to: root) } == nil)
        #expect(reason { try Tenancy.visible(ownerID: 5, to: peer) } == nil)
        // A key of an admin reaches no further than its scopes say.
        #expect(reason { try Tenancy.visible(ownerID: 5, to: boundAdmin) } == "NOT_FOUND")
    }

    @Test func listsAreNarrowedToWhatMayBeSeen() throws {
        #expect(try Tenancy.filter(ada, requested: 0) == 5)
        #expect(try Tenancy.filter(ada, requested: 5) == 5)
        #expect(reason { try Tenancy.filter(ada, requested: 6) } == "PERMISSION_DENIED")
        #expect(try Tenancy.filter(root, requested: 0) == nil)
        #expect(try Tenancy.filter(root, requested: 5) == 5)
        #expect(try Tenancy.filter(peer, requested: 0) == nil)
        #expect(try Tenancy.filter(boundAdmin, requested: 0) == 6)
    }
}
