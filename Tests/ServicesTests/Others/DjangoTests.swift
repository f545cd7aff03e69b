// Django checks our hashes and we Django's: passwords of any script and length, salts of any shape, and the way from a hash
// that Django made to one of ours at the next sign-in. And its rule for user names beside ours.
import Codec
import Contract
import Store
import TestKit
import Testing

@testable import Services

@Suite(.enabled(if: Others.areAsked, "Django and PyJWT are not there: make test fetches them"))
struct DjangoTests {
    private static let passwords = [
        "secret", "", " ", "pa$$word", "p\u{0}nul", "Grüße aus Köln", "Gru\u{308}ße", "пароль", "密码密码密码", "🔐🗝️",
        "\u{FEFF}bom", "line\nfeed\ttab", "e\u{301}\u{327}", String(repeating: "x", count: 64),
        String(repeating: "x", count: 65), String(repeating: "ü", count: 512), String(repeating: "0", count: 1_024),
    ]

    private static let salts = [
        "abcdefghijklmnop", "a", "0123456789012345678901", " ", "with space", "sält", "соль", "🧂", "a:b/c+d=",
        "{\"j\":1}", String(repeating: "s", count: 200), "trailing ", "\t",
    ]

    private func questions(_ ask: String, _ members: [[(String, JSONValue)]]) throws -> [JSONValue] {
        try Others.ask(members.map { Others.object([("ask", .string(ask))] + $0) }).map { $0.at("answer") }
    }

    private static let cases: [(password: String, salt: String, iterations: Int)] =
        passwords.map { ($0, "abcdefghijklmnop", 1_000) } + salts.map { ("Grüße", $0, 1) }
        + [("secret", "sält", 2), ("", "a", 1), ("secret", "abcdefghijklmnop", 600_000)]

    @Test func weMakeTheHashThatDjangoMakes() throws {
        let made = try questions(
            "hash_password",
            Self.cases.map {
                [
                    ("password", .string($0.password)), ("salt", .string($0.salt)),
                    ("iterations", .integer(Int64($0.iterations))),
                ]
            })
        for (question, django) in zip(Self.cases, made) {
            let ours = PasswordHash(of: question.password, salt: question.salt, iterations: question.iterations)
            #expect(.string(ours.text) == django, "\(question)")
            let read = try #require(PasswordHash(parsing: django.string))
            #expect(read.matches(question.password), "\(question)")
            #expect(!read.matches(question.password + "x"), "\(question)")
        }
    }

    @Test func djangoChecksOursAndRefusesTheNextPassword() throws {
        let hashes = Self.passwords.map { ($0, PasswordHash(of: $0, iterations: 20).text) }
        let right = try questions(
            "check", hashes.map { [("password", .string($0.0)), ("hash", .string($0.1))] })
        let wrong = try questions(
            "check", hashes.map { [("password", .string($0.0 + "x")), ("hash", .string($0.1))] })
        #expect(right.allSatisfy { $0 == .bool(true) }, "\(right)")
        #expect(wrong.allSatisfy { $0 == .bool(false) }, "\(wrong)")
        let facts = try questions("facts", [[("hash", .string(PasswordHash(of: "x").text))]])
        #expect(facts.first?.at("algorithm").string == "pbkdf2_sha256")
        #expect(facts.first?.at("iterations") == .integer(Int64(PasswordHash.iterations)))
        #expect(facts.first?.at("salt").string.utf8.count == 22)
        // No fewer than the Django of the same time.
        guard case .integer(let least)? = try questions("default_iterations", [[]]).first else {
            Issue.record("Django does not say")
            return
        }
        #expect(PasswordHash.iterations >= least)
    }

    @Test func aHashOfDjangosIsRaisedAtTheNextSignInAndIsStillDjangos() async throws {
        let house = try House.identity()
        let made = try questions(
            "hash_password",
            [[("password", .string("Grüße aus Köln")), ("salt", .string("sält")), ("iterations", .integer(3))]])
        let user = try await house.user("ada")
        var imported = user
        imported.passwordHash = try #require(made.first).string
        let row = imported
        try await house.store.write { db in try db.users.update(from: user, to: row) }
        _ = try await AuthClient(house.client(as: .http)).login(
            .with {
                $0.username = "ada"
                $0.password = "Grüße aus Köln"
            })
        let raised = try #require(try await house.store.read { db in try db.users.get(user.id) }?.passwordHash)
        #expect(raised != row.passwordHash)
        let answers = try questions(
            "check", [[("password", .string("Grüße aus Köln")), ("hash", .string(raised))]])
        #expect(answers == [.bool(true)])
        #expect(try questions("facts", [[("hash", .string(raised))]]).first?.at("iterations") == .integer(10))
    }

    /// What Django takes, we take, but for two kinds; what we take beside is signs that belong to letters.
    @Test func ourUserNamesAreDjangos() throws {
        let names = [
            "ada", "Ada.Lovelace", "a@b.c", "a+b-c_d", "grüße", "Строка", "名前", "אבג", "عربي", "१२३", "ａｄａ", "0", "_",
            "@",
            "", " ", "a b", "a/b", "a\u{0}", "a\n", "\n", "a,b", "a:b", "💥", "a\u{200B}b", "\u{301}", "a\u{202E}b",
            "a\u{AD}",
        ]
        let django = try questions("is_username", names.map { [("name", .string($0))] })
        for (name, verdict) in zip(names, django) {
            #expect(.bool(Username(name) != nil) == verdict, "\(name.debugDescription)")
        }
    }
}
